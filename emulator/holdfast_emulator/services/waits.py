"""How long AWS takes over what is done at once here. Each wait is told by ``PUT /_holdfast/NAME`` with its seconds."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..engine.call import Call
from ..engine.errors import AwsError
from ..engine.registry import controls


def waiting_time(service: str, name: str, seconds: float, what: str) -> Callable[[Call], float]:
    """Adds the control ``NAME`` and returns what tells its seconds, the same in all regions: ``seconds`` unless told.

    :param what: a sentence for whoever gives a bad value
    """

    def kept(call: Call) -> dict[Any, Any]:
        return call.remembered("waiting times", "all regions", service)

    @controls(service, "PUT", name)
    def set_seconds(call: Call) -> dict[str, Any]:
        wanted = call.input.get("seconds")
        if isinstance(wanted, bool) or not isinstance(wanted, int | float) or wanted < 0:
            raise AwsError("BadControl", f"seconds is {what}: a number of at least 0.")
        kept(call)[name] = wanted
        return {"seconds": wanted}

    return lambda call: float(kept(call).get(name, seconds))
