"""The engine and the overlay of all services, put together."""

from __future__ import annotations

from pathlib import Path

from . import services
from .engine.emulator import Emulator
from .engine.hosts import DEFAULT_ENDPOINT_HOSTS
from .engine.request_log import RequestLog
from .home_regions import home_region
from .models import ModelChecks


def create_emulator(
    log: Path | None = None,
    endpoint_hosts: tuple[str, ...] = DEFAULT_ENDPOINT_HOSTS,
    model_checks: bool = True,
    answer_checks: bool = False,
) -> Emulator:
    """A WSGI application. moto's environment must be configured before (see ``environment.py``)."""
    services.patch_moto()
    models = ModelChecks(requests=model_checks, answers=answer_checks)
    return Emulator(RequestLog(log), endpoint_hosts, home_region=home_region, models=models)
