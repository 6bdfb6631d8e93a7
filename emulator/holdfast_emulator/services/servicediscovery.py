"""Cloud Map: namespaces with what AWS tells of them."""

from __future__ import annotations

from ..engine.call import Call
from ..engine.registry import amends


@amends("servicediscovery", "GetNamespace")
def tell_namespace(call: Call, output: dict) -> None:
    """moto tells an HTTP namespace a record of authority without its time; such a namespace has no records."""
    properties = output["Namespace"].get("Properties", {})
    if not properties.get("DnsProperties", {}).get("SOA"):
        properties.pop("DnsProperties", None)
