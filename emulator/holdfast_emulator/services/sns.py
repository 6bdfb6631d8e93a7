"""SNS: what a topic keeps, and moto does not tell."""

from __future__ import annotations

from typing import Any

from ..engine.call import Call
from ..engine.registry import amends


@amends("sns", "GetTopicAttributes")
def signature_version(call: Call, output: dict[str, Any]) -> None:
    """SNS API Reference, GetTopicAttributes, SignatureVersion."""
    topic = call.backend("sns").topics.get(call.input["TopicArn"])
    version = getattr(topic, "signature_version", None)
    if version:
        output["Attributes"]["SignatureVersion"] = str(version)
