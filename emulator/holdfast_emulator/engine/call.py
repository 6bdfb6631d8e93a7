"""One call of an overlaid operation, as its handlers see it."""

from __future__ import annotations

import copy
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from .errors import Answer
from .outage import Outage
from .remarks import Remarks
from .request import AwsRequest
from .wire import Wire

if TYPE_CHECKING:
    from ..authorization.judge import Authorization
    from ..authorization.principals import Principal

# What the handlers remember, by account, region, service and name. It lives as long as the process, like moto's state.
Memory = dict[tuple[str, str, str, str], dict[Any, Any]]


class MotoRefused(Exception):
    """moto answered with an error; it goes to the client as it is."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(f"moto answered {answer.status}")
        self.answer = answer


class Call:
    """The operation's name and input, the state of its account and region, and the way to moto."""

    def __init__(
        self,
        *,
        service: str,
        operation: str,
        account: str,
        region: str,
        input: dict[str, Any],
        request: AwsRequest,
        wire: Wire | None,
        memory: Memory,
        outage: Outage,
        authorization: Authorization,
        remarks: Remarks,
        ask_moto: Callable[[AwsRequest], Answer],
    ) -> None:
        self.service = service
        self.operation = operation
        self.account = account
        self.region = region
        self.input = input
        self.request = request
        self._wire = wire
        self._memory = memory
        self._outage = outage
        self._ask_moto = ask_moto
        self.authorization = authorization
        self.remarks = remarks
        self._principal: Principal | None = None

    @property
    def principal(self) -> Principal:
        """Who asks."""
        assert self._principal is not None, "nobody asks for a control"
        return self._principal

    @principal.setter
    def principal(self, principal: Principal) -> None:
        self._principal = principal
        self.remarks.principal = principal.name

    @property
    def dialect(self) -> str:
        """The wire format, as ``identify.Identity`` names it; that of JSON for a control."""
        return self._wire.dialect if self._wire else "json"

    @property
    def is_query_compatible(self) -> bool:
        """Whether the service speaks JSON or CBOR now with the error codes of its former protocol."""
        return self._wire is not None and "awsQueryCompatible" in self._wire.model.service_model.metadata

    @property
    def needs_no_signature(self) -> bool:
        """Whether everybody may ask this, as botocore says: to sign in, and what users of a pool do for themselves."""
        return self._wire is not None and self._wire.model.auth_type == "none"

    @property
    def from_terraform(self) -> bool:
        """Whether the AWS provider of Terraform asks; some of its waits can be spared, and nobody else's."""
        return "Terraform/" in self.request.user_agent

    def remembered(
        self, name: str, region: str | None = None, service: str | None = None, account: str | None = None
    ) -> dict[Any, Any]:
        """A dictionary of this service, account and region that outlives the call; or of another one that is named."""
        key = (account or self.account, region or self.region, service or self.service, name)
        return self._memory.setdefault(key, {})

    def seen_as(self, service: str, region: str | None = None) -> Call:
        """The same call as another service's functions see it, or in another region: for what services do to each other."""
        other = copy.copy(self)
        other.service, other.region = service, region or self.region
        return other

    def cut_off_since(self, region: str) -> datetime | None:
        """Since when nothing comes out of that region, so that its copies stand still; None when all is well."""
        return self._outage.since(region)

    def moto(self, input: dict[str, Any] | None = None) -> dict[str, Any]:
        """moto's answer to this operation, optionally with another input. An error of moto ends the call."""
        assert self._wire is not None, "a control is no operation of AWS that moto could answer"
        request = self.request if input is None else self._wire.write_input(self.request, input)
        answer = self._ask_moto(request)
        if not answer.ok:
            raise MotoRefused(answer)
        return self._wire.read_output(answer)

    def backend(self, service: str | None = None, region: str | None = None) -> Any:
        """moto's state of a service (its own name for it: "awslambda", not "lambda") in this account and region."""
        from moto.backends import get_backend

        regions = get_backend(service or self.service)[self.account]  # type: ignore[call-overload]
        wanted = region or self.region
        return regions[wanted] if wanted in regions else regions["aws"]

    def arn(self, service: str, resource: str, region: str | None = None) -> str:
        return f"arn:aws:{service}:{self.region if region is None else region}:{self.account}:{resource}"
