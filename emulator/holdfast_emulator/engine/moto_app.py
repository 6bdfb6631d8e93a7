"""moto's own server application, made to fail fast and clearly."""

from __future__ import annotations

import sys
import traceback
from typing import Any

from .errors import Answer, AwsError, fault, unsupported
from .identify import Identity
from .request import AwsRequest


class MotoApp:
    """Asks moto; what moto cannot answer becomes an ``AwsError`` of the 4xx kind."""

    def __init__(self) -> None:
        from moto.backends import list_of_moto_modules
        from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app

        self._modules = set(list_of_moto_modules())
        self._app = DomainDispatcherApplication(create_backend_app)

    def require_service(self, request: AwsRequest, identity: Identity) -> None:
        """AwsError for a request of a service that moto does not have at all."""
        if not self._has_backend(request):
            raise unsupported(identity.service, identity.operation, "moto has no such service")

    def ask(self, request: AwsRequest, identity: Identity) -> Answer:
        try:
            self.require_service(request, identity)
            answer = self._run(request)
        except NotImplementedError as error:
            raise unsupported(identity.service, identity.operation, _first_line(error)) from error
        except AwsError:
            raise
        except Exception as error:
            traceback.print_exc(file=sys.stderr)
            raise fault(identity.service, identity.operation, error) from error
        return self._checked(answer, request, identity)

    def _has_backend(self, request: AwsRequest) -> bool:
        """Whether moto routes this request at all: for a service unknown to it, it would break with a KeyError."""
        if request.signing_name is None:
            return True
        environ = request.fresh_environ()
        host = self._app.infer_service_region_host(environ, environ["PATH_INFO"])
        if host is None or host in self._modules:
            return True
        # As moto's get_backend_for_host does it, without the remark that it prints.
        return any(pattern.match(f"http://{host}") for _, pattern in self._app.backend_url_patterns)

    def _run(self, request: AwsRequest) -> Answer:
        status: list[Any] = []

        def start_response(line: str, headers: list[tuple[str, str]], exc_info: Any = None) -> None:
            status[:] = [int(line.split()[0]), headers]

        chunks = self._app(request.fresh_environ(), start_response)
        try:
            body = b"".join(chunks)
        finally:
            if hasattr(chunks, "close"):
                chunks.close()
        return Answer(status[0], [(name, value) for name, value in status[1]], body)

    @staticmethod
    def _checked(answer: Answer, request: AwsRequest, identity: Identity) -> Answer:
        """An answer that is not AWS's own shape means that moto did not understand the question."""
        if request.signing_name is None:
            return answer
        no_route = answer.status in (404, 405) and (
            answer.body.lstrip()[:15].lower() == b"<!doctype html>"
            or (not answer.body and identity.service != "s3" and request.method != "HEAD")
        )
        if no_route:
            raise unsupported(identity.service, identity.operation or f"{request.method} {request.path}")
        if answer.status >= 500:
            detail = answer.body[:300].decode("utf-8", "replace")
            raise fault(identity.service, identity.operation, RuntimeError(f"moto answered {answer.status} {detail}"))
        return answer


def _first_line(error: BaseException) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]
