"""botocore's descriptions of the AWS services, as moto loads them."""

from __future__ import annotations

from functools import cache
from typing import Any


@cache
def service_model(service: str) -> Any | None:
    """moto's ``ServiceModel`` of a botocore service name, or None when botocore has no such service."""
    from botocore.exceptions import UnknownServiceError
    from moto.core.utils import get_service_model

    try:
        return get_service_model(service)
    except UnknownServiceError:
        return None
