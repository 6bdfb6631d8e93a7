"""Which operation a REST request means: method, path and query against the models of botocore."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import unquote

from .models import service_model
from .request import AwsRequest

# Old operations of S3 that share their URL with the new one.
_SUPERSEDED = {"GetBucketLifecycle", "PutBucketLifecycle", "GetBucketNotification", "PutBucketNotification"}
# Operations of S3 that differ from another by a header alone; ``_refine`` finds them.
_TOLD_BY_HEADER = {"CopyObject", "UploadPartCopy"}

_LABEL = re.compile(r"\{([\w-]+)(\+?)\}")


@dataclass(frozen=True)
class Route:
    operation: str
    method: str
    pattern: re.Pattern[str]
    query: dict[str, str | None]

    def match(self, request: AwsRequest, query: dict[str, str]) -> dict[str, str] | None:
        if request.method != self.method:
            return None
        for name, value in self.query.items():
            if name not in query or (value is not None and query[name] != value):
                return None
        found = self.pattern.match(request.raw_path)
        return {name: unquote(value) for name, value in found.groupdict().items()} if found else None


def find_operation(service: str, request: AwsRequest) -> tuple[str | None, dict[str, str]]:
    """The operation's name and the values that stand in its path; ``(None, {})`` when no route fits."""
    query = request.query_items
    for route in _routes(service):
        labels = route.match(request, query)
        if labels is not None:
            return _refine(service, route.operation, request), labels
    return None, {}


def _refine(service: str, operation: str, request: AwsRequest) -> str:
    """S3 tells a copy from an upload by a header alone."""
    if service == "s3" and request.header("x-amz-copy-source"):
        return {"PutObject": "CopyObject", "UploadPart": "UploadPartCopy"}.get(operation, operation)
    return operation


@cache
def _routes(service: str) -> tuple[Route, ...]:
    model = service_model(service)
    if model is None:
        return ()
    unwanted = _SUPERSEDED | _TOLD_BY_HEADER if service == "s3" else set()
    routes = [_route(name, model.operation_model(name)) for name in model.operation_names if name not in unwanted]
    # The most specific first: more demands on the query, then fewer labels, then the longer text.
    routes.sort(key=lambda r: (-len(r.query), r.pattern.pattern.count("(?P<"), -len(r.pattern.pattern)))
    return tuple(routes)


def _route(operation: str, model: Any) -> Route:
    path, _, query = model.http["requestUri"].partition("?")
    wanted: dict[str, str | None] = {}
    for item in filter(None, query.split("&")):
        name, equals, value = item.partition("=")
        if "{" not in value:
            wanted[name] = value if equals else None
    # What the model demands in the query ("uploadId" of UploadPart) tells operations on one path apart.
    shape = model.input_shape
    for member in shape.required_members if shape else ():
        serialization = shape.members[member].serialization
        if serialization.get("location") == "querystring":
            wanted.setdefault(serialization.get("name", member), None)
    pattern, position = "", 0
    for label in _LABEL.finditer(path):
        pattern += re.escape(path[position : label.start()])
        pattern += f"(?P<{label[1].replace('-', '_')}>{'.+' if label[2] else '[^/]+'})"
        position = label.end()
    pattern += re.escape(path[position:].rstrip("/"))
    return Route(operation, model.http["method"], re.compile(f"^{pattern}/?$"), wanted)
