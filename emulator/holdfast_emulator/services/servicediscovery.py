"""Cloud Map: namespaces with what AWS tells of them."""

from __future__ import annotations

from ..engine.call import Call
from ..engine.registry import amends


@amends("servicediscovery", "GetNamespace", "ListNamespaces")
def tell_namespace(call: Call, output: dict) -> None:
    """moto tells an HTTP namespace a record of authority without its time; such a namespace has no records."""
    told = output["Namespaces"] if call.operation == "ListNamespaces" else [output["Namespace"]]
    for namespace in told:
        properties = namespace.get("Properties", {})
        if not properties.get("DnsProperties", {}).get("SOA"):
            properties.pop("DnsProperties", None)
