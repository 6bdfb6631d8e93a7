"""What the host name of a request says: our own endpoint, a bucket, an account, or a stranger.

Clients reach the emulator as a proxy under a made-up endpoint name (``http://aws.test``), so nothing needs to resolve
in DNS, and host names that the AWS SDKs build (``my-bucket.aws.test``, ``123456789012.aws.test``) arrive here too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

DEFAULT_ENDPOINT_HOSTS = ("aws.test",)

_ADDRESS = re.compile(r"^(localhost|\d{1,3}(\.\d{1,3}){3}|\[[0-9a-fA-F:]+\])$")
_AMAZON_S3 = re.compile(r"^(?:(?P<bucket>.+)\.)?s3[.-](?:[a-z0-9.-]+\.)?amazonaws\.com$")
_ACCOUNT = re.compile(r"^\d{12}$")


@dataclass(frozen=True)
class Host:
    """``prefix`` is the bucket or account that stands in front of the endpoint's own name, if any."""

    known: bool
    prefix: str | None = None

    @property
    def account(self) -> str | None:
        return self.prefix if self.prefix and _ACCOUNT.match(self.prefix) else None


def read_host(header: str, endpoint_hosts: tuple[str, ...]) -> Host:
    """What ``header`` (a Host header, or the authority of a proxied URL) means."""
    name = re.sub(r":\d+$", "", header).lower()
    if not name or _ADDRESS.match(name) or name in endpoint_hosts:
        return Host(known=True)
    for endpoint in endpoint_hosts:
        if name.endswith("." + endpoint):
            return Host(known=True, prefix=name[: -len(endpoint) - 1])
    amazon = _AMAZON_S3.match(name)
    if amazon:
        return Host(known=True, prefix=amazon.group("bucket"))
    return Host(known=name.endswith(".amazonaws.com"))
