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
from .models import ModelChecks


def create_emulator(
    log: Path | None = None,
    endpoint_hosts: tuple[str, ...] = DEFAULT_ENDPOINT_HOSTS,
    *,
    authorization: bool = True,
    decisions: Path | None = None,
    needs: NeedsOf = needs_of,
    model_checks: bool = True,
    answer_checks: bool = False,
) -> Emulator:
    """A WSGI application. moto's environment must be configured before (see ``environment.py``).

    :param log: a file that gets one JSON line per request
    :param authorization: whether IAM is enforced
    :param decisions: a file that gets one JSON line per decision of IAM
    :param needs: what requests ask IAM for
    :param model_checks: whether requests are held against AWS's service models
    :param answer_checks: whether answers are too, as in the tests
    """
    services.patch_moto()
    iam = Authorization(needs, is_enforced=authorization, log=DecisionLog(decisions))
    models = ModelChecks(requests=model_checks, answers=answer_checks)
    return Emulator(iam, RequestLog(log), endpoint_hosts, home_region=home_region, models=models)
