"""How a service file says which operations it takes over.

``@checks`` runs before moto and may raise ``AwsError``; ``@replaces`` answers instead of moto; ``@amends`` corrects
moto's answer. One operation may have several checks and amendments, which run in the order of the file, and at most
one replacement.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .call import Call

Check = Callable[["Call"], None]
Replacement = Callable[["Call"], Any]
Amendment = Callable[["Call", dict], None]
Control = Callable[["Call"], Any]
Key = tuple[str, str]


class Registry:
    """All handlers, by botocore service name and operation."""

    def __init__(self) -> None:
        self.checks: dict[Key, list[Check]] = defaultdict(list)
        self.replacements: dict[Key, Replacement] = {}
        self.amendments: dict[Key, list[Amendment]] = defaultdict(list)
        self.controls: dict[Key, tuple[str, Control]] = {}

    def handles(self, service: str | None, operation: str | None) -> bool:
        key = (service, operation)
        return key in self.checks or key in self.replacements or key in self.amendments

    def operations(self) -> set[Key]:
        return {*self.checks, *self.replacements, *self.amendments}


overlay = Registry()


def checks(service: str, *operations: str) -> Callable[[Check], Check]:
    """Refuse what AWS would refuse: the function raises ``AwsError``, or returns and lets the request pass."""

    def register(function: Check) -> Check:
        for operation in operations:
            overlay.checks[service, operation].append(function)
        return function

    return register


def replaces(service: str, *operations: str) -> Callable[[Replacement], Replacement]:
    """Answer in the place of moto: the function returns the output (``call.moto()`` is still at hand)."""

    def register(function: Replacement) -> Replacement:
        for operation in operations:
            if (service, operation) in overlay.replacements:
                raise ValueError(f"{service} {operation} is already replaced")
            overlay.replacements[service, operation] = function
        return function

    return register


def amends(service: str, *operations: str) -> Callable[[Amendment], Amendment]:
    """Correct moto's answer: the function changes the output in place."""

    def register(function: Amendment) -> Amendment:
        for operation in operations:
            overlay.amendments[service, operation].append(function)
        return function

    return register


def controls(service: str, method: str, name: str) -> Callable[[Control], Control]:
    """Add ``method /_holdfast/name`` to the control endpoint: ``call.input`` is its JSON body, ``call.region`` the
    body's ``region``, and what the function returns is the answer. For what AWS does by itself, and nothing here does.
    """

    def register(function: Control) -> Control:
        if (method, name) in overlay.controls:
            raise ValueError(f"the control {method} {name} is already taken")
        overlay.controls[method, name] = (service, function)
        return function

    return register
