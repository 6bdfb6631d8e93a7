"""The WSGI application: name the request, ask the overlay and moto, log, answer."""

from __future__ import annotations

import os
import re
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING, Any

from ..models import ModelChecks, ModelRefusal
from .call import Call, Memory, MotoRefused
from .control import PREFIX, ControlEndpoint
from .errors import Answer, AwsError, fault, render, unsupported
from .hosts import DEFAULT_ENDPOINT_HOSTS
from .identify import Identity, identify
from .moto_app import MotoApp
from .outage import Failures, Outage, Throttle, throttled, unavailable
from .registry import Registry, overlay
from .remarks import Remarks
from .request import AwsRequest, Environ
from .request_log import RequestLog
from .wire import Wire

if TYPE_CHECKING:
    from ..authorization.judge import Authorization

# moto waits inside these (long polling); the one lock below would make everybody wait with them.
_WAITING_OPERATIONS = {("sqs", "ReceiveMessage"), ("lambda", "Invoke"), ("kinesis", "SubscribeToShard")}

_ERROR_CODE = re.compile(rb'(?:<Code>|"__type": ?"(?:[\w.]+#)?)([\w.]+)')


HomeRegion = Callable[[AwsRequest, Identity, str], "str | None"]
"""Which region has to work for a request of an account."""


class Emulator:
    """moto and the overlay as one AWS."""

    def __init__(
        self,
        authorization: Authorization,
        log: RequestLog | None = None,
        endpoint_hosts: tuple[str, ...] = DEFAULT_ENDPOINT_HOSTS,
        registry: Registry = overlay,
        home_region: HomeRegion = lambda request, identity, account: request.region,
        models: ModelChecks | None = None,
    ) -> None:
        self._moto = MotoApp()
        self._authorization = authorization
        self._log = log or RequestLog(None)
        self._endpoint_hosts = endpoint_hosts
        self._registry = registry
        self._home_region = home_region
        self._models = models or ModelChecks()
        self._memory: Memory = {}
        self._outage = Outage()
        self._throttle = Throttle()
        self._failures = Failures()
        self._control = ControlEndpoint(
            self._outage, self._throttle, self._failures, self._log, registry, self._control_call
        )
        # moto's state is not made for threads, and the interpreter runs only one at a time anyway. With its errors
        # turned into 4xx, which no client tries again, a race would cost a deployment.
        self._lock = threading.RLock()

    def __call__(self, environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        answer = self.answer(environ)
        if answer is None:
            return []  # without start_response: the server ends the connection
        headers = [(name, value) for name, value in answer.headers if name.lower() != "content-length"]
        # The answer to HEAD has no body, but states the length of the one that GET would have.
        length = answer.header("content-length") if environ["REQUEST_METHOD"] == "HEAD" else None
        headers.append(("Content-Length", length or str(len(answer.body))))
        start_response(f"{answer.status} -", headers)
        return [b"" if environ["REQUEST_METHOD"] == "HEAD" else answer.body]

    def answer(self, environ: Environ) -> Answer | None:
        """None when the connection is to end without an answer."""
        began = time.monotonic()
        request = AwsRequest.read(environ, self._endpoint_hosts)
        if request.raw_path.startswith(PREFIX) and request.host.known:
            with self._lock:
                return self._control.answer(request)
        identity, home, remarks = Identity(None, None, "s3"), request.region, Remarks()
        answer: Answer | None
        try:
            self._refuse_strangers(request)
            identity = identify(request)
            home = self._home_region(request, identity, _account_of(request))
            answer = self._disturbed(request, identity, home, remarks)
        except AwsError as error:
            answer = render(error, identity.dialect)
            remarks.refused_by_model = isinstance(error, ModelRefusal)
        except Exception as error:
            traceback.print_exc(file=sys.stderr)
            answer = render(fault(identity.service, identity.operation, error), identity.dialect)
        self._write_log(began, request, identity, home, answer, remarks)
        return answer

    def _disturbed(self, request: AwsRequest, identity: Identity, home: str | None, remarks: Remarks) -> Answer | None:
        """The answer, unless a region that the request needs is cut off, it is throttled, or it was told to fail."""
        endpoint = None if request.is_global else request.region
        cut = self._outage.of(endpoint, home)
        if cut is not None and cut.mode == "drop":
            return None
        if cut is not None:
            raise unavailable(cut)
        if self._throttle.strikes(f"{identity.service} {identity.operation} {request.region}"):
            raise throttled(identity.dialect)
        error = self._failures.strike(identity.service, identity.operation, request.region)
        if error is not None:
            raise error
        with self._serialised(identity):
            answer = self._decide(request, identity, remarks)
        self._models.check_answer(identity, answer)
        return answer

    def _serialised(self, identity: Identity) -> AbstractContextManager[Any]:
        waits = (identity.service, identity.operation) in _WAITING_OPERATIONS
        return nullcontext() if waits else self._lock

    @staticmethod
    def _refuse_strangers(request: AwsRequest) -> None:
        """The emulator is a proxy for its own names only; anything else would be taken for an S3 object."""
        if request.method == "CONNECT":
            raise AwsError(
                "EmulatorIsHttpOnly",
                "The emulator does not tunnel HTTPS. Set AWS_ENDPOINT_URL to an http:// address and HTTP_PROXY, not "
                "HTTPS_PROXY, to the emulator.",
                405,
            )
        if not request.host.known:
            raise AwsError(
                "EmulatorIsNotAProxy",
                f"The emulator forwards nothing: {request.environ.get('HTTP_HOST')} is not one of its names. "
                "Put that host into NO_PROXY.",
                403,
            )

    def _decide(self, request: AwsRequest, identity: Identity, remarks: Remarks) -> Answer:
        input = self._models.read(request, identity)
        wire = Wire.of(identity)
        if wire is None:
            self._authorization.admit_unnamed(identity.service, f"{request.method} {request.path}")
            return self._moto.ask(request, identity)
        call = Call(
            service=wire.service,
            operation=wire.operation,
            account=_account_of(request),
            region=request.region or "us-east-1",
            input=input,
            request=request,
            wire=wire,
            memory=self._memory,
            outage=self._outage,
            authorization=self._authorization,
            remarks=remarks,
            ask_moto=lambda changed: self._moto.ask(changed, identity),
        )
        is_overlaid = self._registry.handles(wire.service, wire.operation)
        if not is_overlaid:
            self._moto.require_service(request, identity)
        with self._lock:  # also of those that wait: the judgement goes through all of moto's IAM
            self._authorization.admit(call)
        if not is_overlaid:
            return self._moto.ask(request, identity)
        if identity.dialect == "cbor":
            raise unsupported(wire.service, wire.operation, "over the CBOR protocol")
        try:
            return self._overlaid(call, wire, identity)
        except MotoRefused as refusal:
            return refusal.answer

    def _overlaid(self, call: Call, wire: Wire, identity: Identity) -> Answer:
        key = (call.service, call.operation)
        for check in self._registry.checks.get(key, ()):
            check(call)
        amendments = self._registry.amendments.get(key, ())
        replacement = self._registry.replacements.get(key)
        if replacement is None and not amendments:
            return self._moto.ask(call.request, identity)
        output = replacement(call) if replacement else call.moto()
        if isinstance(output, Answer):
            return output
        output = output or {}
        for amend in amendments:
            amend(call, output)
        return wire.write_output(output)

    def _control_call(self, service: str, body: dict[str, Any], request: AwsRequest) -> Call:
        """What a control of a service is given: the state of the region that its body names, and no way to moto."""

        def no_moto(changed: AwsRequest) -> Answer:
            raise NotImplementedError("a control is no operation of AWS that moto could answer")

        return Call(
            service=service,
            operation="control",
            account=_account_of(request),
            region=str(body.get("region") or "us-east-1"),
            input=body,
            request=request,
            wire=None,
            memory=self._memory,
            outage=self._outage,
            authorization=self._authorization,
            remarks=Remarks(),
            ask_moto=no_moto,
        )

    def _write_log(
        self,
        began: float,
        request: AwsRequest,
        identity: Identity,
        home: str | None,
        answer: Answer | None,
        remarks: Remarks,
    ) -> None:
        fields: dict[str, Any] = {
            "service": identity.service or request.signing_name,
            "operation": identity.operation or f"{request.method} {request.path}",
            "region": request.region,
            "home": home,
            "status": answer.status if answer else 0,
            "dropped": answer is None,
            **remarks.fields(),
        }
        code = _ERROR_CODE.search(answer.body[:1000]) if answer and answer.status >= 400 else None
        if code:
            fields["error"] = code[1].decode()
        number = self._log.write(began, **fields)
        self._authorization.log.write(number, remarks.judgements)


def _account_of(request: AwsRequest) -> str:
    """The account that moto files this request under, which it tells from the access key."""
    from moto.core import DEFAULT_ACCOUNT_ID
    from moto.iam.models import get_account_id_from

    if "MOTO_ACCOUNT_ID" in os.environ:
        return os.environ["MOTO_ACCOUNT_ID"]
    explicit = request.header("x-moto-account-id")
    if explicit:
        return explicit
    key = request.access_key or ""
    return get_account_id_from(key) if re.fullmatch(r"[A-Z0-9]{20}", key) else DEFAULT_ACCOUNT_ID
