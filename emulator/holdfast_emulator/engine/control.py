"""The control endpoint: what a test or a drill tells the emulator itself, beside all AWS requests.

Its paths begin with ``/_holdfast/``, which no AWS request does (no bucket's name begins with an underscore). Bodies and
answers are JSON. A control is not recorded, never cut off, and never throttled.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from .errors import Answer, AwsError
from .outage import MODES, Failure, Failures, Outage, Throttle
from .request import AwsRequest
from .request_log import RequestLog

if TYPE_CHECKING:
    from .call import Call
    from .registry import Registry

PREFIX = "/_holdfast/"


class ControlEndpoint:
    """Outage, throttling, failures and record are the engine's own; services add theirs with ``@controls``."""

    def __init__(
        self,
        outage: Outage,
        throttle: Throttle,
        failures: Failures,
        log: RequestLog,
        registry: Registry,
        make_call: Callable[[str, dict[str, Any], AwsRequest], Call],
    ) -> None:
        self._outage = outage
        self._throttle = throttle
        self._failures = failures
        self._log = log
        self._registry = registry
        self._make_call = make_call

    def answer(self, request: AwsRequest) -> Answer:
        try:
            return _json(200, self._decide(request))
        except AwsError as error:
            return _json(error.status, {"error": error.code, "message": error.message})

    def _decide(self, request: AwsRequest) -> Any:
        name = request.path.removeprefix(PREFIX).strip("/")
        body = _body(request)
        own = {
            ("GET", "requests"): lambda: self._requests(request),
            ("GET", "outage"): self._told_outage,
            ("PUT", "outage"): lambda: self._cut_off(body),
            ("DELETE", "outage"): lambda: self._restore(request),
            ("PUT", "throttle"): lambda: self._set_throttle(body),
            ("DELETE", "throttle"): lambda: self._set_throttle({"percent": 0}),
            ("POST", "failure"): lambda: self._fail(body),
            ("GET", "failure"): self._told_failures,
            ("DELETE", "failure"): self._forget_failures,
        }
        key = (request.method, name)
        if key in own:
            return own[key]()
        if key in self._registry.controls:
            service, function = self._registry.controls[key]
            return function(self._make_call(service, body, request)) or {}
        known = ", ".join(" ".join(each) for each in sorted({*own, *self._registry.controls}))
        raise AwsError("UnknownControl", f"There is no control {request.method} {name}; there are: {known}.", 404)

    def _requests(self, request: AwsRequest) -> dict[str, Any]:
        since = _number(request.query_items.get("since", "0"), "since")
        return {"requests": self._log.since(int(since)), "count": self._log.count}

    def _told_outage(self) -> dict[str, Any]:
        return {
            "regions": [
                {"region": cut.region, "mode": cut.mode, "since": cut.since.isoformat().replace("+00:00", "Z")}
                for cut in self._outage.cuts()
            ],
            "count": self._log.count,
        }

    def _cut_off(self, body: dict[str, Any]) -> dict[str, Any]:
        region, mode = body.get("region"), body.get("mode", "error")
        if not isinstance(region, str) or not region:
            raise _bad("Give the region that is to be cut off, such as us-east-1.")
        if mode not in MODES:
            raise _bad(f"The mode of an outage is {' or '.join(MODES)}, not {mode}.")
        self._outage.cut_off(region, mode)
        return self._told_outage()

    def _restore(self, request: AwsRequest) -> dict[str, Any]:
        self._outage.restore(request.query_items.get("region"))
        return self._told_outage()

    def _set_throttle(self, body: dict[str, Any]) -> dict[str, Any]:
        percent = _number(body.get("percent"), "percent")
        if not 0 <= percent <= 100:
            raise _bad("percent is the share of requests to throttle: 0 to 100.")
        self._throttle.set(percent, int(_number(body.get("seed", 1), "seed")))
        return {"percent": percent, "seed": self._throttle.seed}


    def _fail(self, body: dict[str, Any]) -> dict[str, Any]:
        number = int(_number(body.get("number", 1), "number"))
        status = int(_number(body.get("status", 400), "status"))
        if number < 1:
            raise _bad("number says which of the matching requests fails: 1 is the next one.")
        if not 400 <= status <= 599:
            raise _bad("status is that of an error: 400 to 599.")
        filters = [body.get(name) for name in ("service", "operation", "region")]
        code, message = body.get("code", "InternalFailure"), body.get("message", "It was told to fail.")
        for text in (*filters, code, message):
            if text is not None and not isinstance(text, str):
                raise _bad(f"{text!r} must be text.")
        self._failures.add(Failure(*filters, number, AwsError(code, message, status)))
        return self._told_failures()

    def _told_failures(self) -> dict[str, Any]:
        return {"pending": self._failures.pending, "count": self._log.count}

    def _forget_failures(self) -> dict[str, Any]:
        self._failures.clear()
        return self._told_failures()


def _body(request: AwsRequest) -> dict[str, Any]:
    if not request.body:
        return {}
    try:
        body = json.loads(request.body)
    except ValueError as error:
        raise _bad(f"The body is not JSON: {error}.") from error
    if not isinstance(body, dict):
        raise _bad("The body must be a JSON object.")
    return body


def _number(value: Any, name: str) -> float:
    try:
        return float(value)
    except (TypeError, ValueError) as error:
        raise _bad(f"{name} must be a number, not {value}.") from error


def _bad(message: str) -> AwsError:
    return AwsError("BadControl", message)


def _json(status: int, value: Any) -> Answer:
    return Answer(status, [("Content-Type", "application/json")], json.dumps(value, default=str).encode())
