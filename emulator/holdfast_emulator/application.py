"""The engine and the overlay of all services, put together."""

from __future__ import annotations

from pathlib import Path

from . import services
from .authorization.decisions import DecisionLog
from .authorization.judge import Authorization, NeedsOf
from .authorization.needs import needs_of
from .engine.emulator import Emulator
from .engine.hosts import DEFAULT_ENDPOINT_HOSTS
from .engine.request_log import RequestLog
from .home_regions import home_region


def create_emulator(
    log: Path | None = None,
    endpoint_hosts: tuple[str, ...] = DEFAULT_ENDPOINT_HOSTS,
    *,
    authorization: bool = True,
    decisions: Path | None = None,
    needs: NeedsOf = needs_of,
) -> Emulator:
    """A WSGI application. moto's environment must be configured before (see ``environment.py``).

    :param log: a file that gets one JSON line per request
    :param authorization: whether IAM is enforced
    :param decisions: a file that gets one JSON line per decision of IAM
    :param needs: what requests ask IAM for
    """
    services.patch_moto()
    iam = Authorization(needs, is_enforced=authorization, log=DecisionLog(decisions))
    return Emulator(iam, RequestLog(log), endpoint_hosts, home_region=home_region)
