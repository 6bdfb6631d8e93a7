"""One request to AWS, as it came in over HTTP, with what its signature says about it."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, quote, unquote, urlsplit

from .hosts import DEFAULT_ENDPOINT_HOSTS, Host, read_host

Environ = dict[str, Any]

# AKID/20250101/us-east-1/s3/aws4_request, in the Authorization header or in a presigned URL.
_SCOPE = re.compile(r"(?P<key>[^/\s=,]+)/\d{8}/(?P<region>[^/]*)/(?P<service>[^/]+)/aws4_request")


@dataclass
class AwsRequest:
    """A request whose body was read and whose bucket, if it stood in the host name, was moved into the path."""

    environ: Environ
    method: str
    host: Host
    raw_path: str
    query: str
    body: bytes
    access_key: str | None
    region: str | None
    signing_name: str | None
    is_global: bool = False
    """Signed for no region in particular: S3 then finds the bucket's own."""

    @classmethod
    def read(cls, environ: Environ, endpoint_hosts: tuple[str, ...] = DEFAULT_ENDPOINT_HOSTS) -> AwsRequest:
        environ = dict(environ)
        is_global = False
        for name in ("HTTP_AUTHORIZATION", "QUERY_STRING"):
            # The SDKs sign for this pseudo-region when a bucket's name has a dot; S3 takes it for its first region.
            if "aws-global" in environ.get(name, ""):
                environ[name] = environ[name].replace("aws-global", "us-east-1")
                is_global = True
        length = int(environ.get("CONTENT_LENGTH") or 0)
        body = environ["wsgi.input"].read(length) if length else b""
        target = environ.get("RAW_URI") or quote(environ.get("PATH_INFO", "/"))
        # Not urlsplit for a bare path: a key that begins with a slash makes it look like a host name.
        raw_path = target.partition("?")[0] if target.startswith("/") else urlsplit(target).path
        query = environ.get("QUERY_STRING", "")
        scope = _SCOPE.search(environ.get("HTTP_AUTHORIZATION") or "") or _SCOPE.search(unquote(query))
        request = cls(
            environ=environ,
            method=environ["REQUEST_METHOD"],
            host=read_host(environ.get("HTTP_HOST", ""), endpoint_hosts),
            raw_path=raw_path or "/",
            query=query,
            body=body,
            access_key=scope["key"] if scope else None,
            region=scope["region"] if scope else None,
            signing_name=scope["service"].lower() if scope else None,
            is_global=is_global,
        )
        request._move_bucket_into_path()
        return request

    @property
    def path(self) -> str:
        return unquote(self.raw_path)

    @property
    def query_items(self) -> dict[str, str]:
        return dict(parse_qsl(self.query, keep_blank_values=True))

    @property
    def form_items(self) -> dict[str, str]:
        """The fields of an ``Action=...`` request, which may stand in the body or in the URL."""
        if self.content_type.startswith("application/x-www-form-urlencoded"):
            return dict(parse_qsl(self.body.decode("utf-8", "replace"), keep_blank_values=True))
        return self.query_items

    @property
    def content_type(self) -> str:
        return self.environ.get("CONTENT_TYPE") or ""

    @property
    def target(self) -> str | None:
        """The value of X-Amz-Target, with which JSON services name the operation."""
        return self.environ.get("HTTP_X_AMZ_TARGET")

    @property
    def user_agent(self) -> str:
        return self.environ.get("HTTP_USER_AGENT") or ""

    @property
    def headers(self) -> dict[str, str]:
        """All of them, their names in small letters."""
        named = {name[5:]: value for name, value in self.environ.items() if name.startswith("HTTP_")}
        named.update({name: self.environ[name] for name in ("CONTENT_TYPE",) if self.environ.get(name)})
        return {name.replace("_", "-").lower(): value for name, value in named.items()}

    def header(self, name: str) -> str | None:
        return self.environ.get("HTTP_" + name.upper().replace("-", "_"))

    def fresh_environ(self) -> Environ:
        """A WSGI environment that moto may consume; a second one can be had for a second question."""
        environ = dict(self.environ)
        environ["wsgi.input"] = io.BytesIO(self.body)
        environ["CONTENT_LENGTH"] = str(len(self.body))
        environ.pop("HTTP_TRANSFER_ENCODING", None)
        return environ

    def rewritten(self, *, method: str, raw_path: str, query: str, headers: dict[str, str], body: bytes) -> AwsRequest:
        """The same caller asking something else."""
        environ = dict(self.environ)
        for name, value in headers.items():
            key = name.upper().replace("-", "_")
            environ[key if key in ("CONTENT_TYPE", "CONTENT_LENGTH") else f"HTTP_{key}"] = value
        environ["REQUEST_METHOD"] = method
        environ["QUERY_STRING"] = query
        other = AwsRequest(
            environ=environ,
            method=method,
            host=self.host,
            raw_path=raw_path,
            query=query,
            body=body,
            access_key=self.access_key,
            region=self.region,
            signing_name=self.signing_name,
            is_global=self.is_global,
        )
        other._write_path()
        return other

    def _move_bucket_into_path(self) -> None:
        """Turn ``bucket.aws.test/key`` into ``aws.test/bucket/key``: the one form that moto reads without guessing.

        A signature covers the original host and path, but moto does not check signatures.
        """
        prefix = self.host.prefix
        if prefix is None:
            return
        self.environ["HTTP_HOST"] = self.environ["HTTP_HOST"][len(prefix) + 1 :]
        is_bucket = self.signing_name in ("s3", None) and not (self.host.account and self.path.startswith("/v20180820"))
        if is_bucket:
            self.raw_path = f"/{prefix}{self.raw_path}"
            self._write_path()

    def _write_path(self) -> None:
        # WSGI keeps the decoded path as latin-1 text, whatever it really is.
        self.environ["PATH_INFO"] = unquote(self.raw_path).encode("utf-8").decode("latin-1")
        uri = self.raw_path + (f"?{self.query}" if self.query else "")
        self.environ["RAW_URI"] = self.environ["REQUEST_URI"] = uri
