"""What goes wrong on purpose: regions that are cut off, requests that are throttled, and one that fails.

All are decided before a request reaches a service, so every service knows them without knowing of them.
"""

from __future__ import annotations

import hashlib
import threading
from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timezone

from .errors import AwsError

MODES = ("error", "drop")

# The error code and status with which the services of a wire format throttle; all of them are tried again by the SDKs.
_THROTTLING = {
    "ec2": ("RequestLimitExceeded", 503),
    "query": ("Throttling", 400),
    "rest-xml": ("Throttling", 400),
    "s3": ("SlowDown", 503),
}


@dataclass(frozen=True)
class Cut:
    """``mode`` is "error" (503 in the service's own shape) or "drop" (the connection ends without an answer)."""

    region: str
    mode: str
    since: datetime


class Outage:
    """The regions that nobody reaches at the moment."""

    def __init__(self) -> None:
        self._cuts: dict[str, Cut] = {}

    def cut_off(self, region: str, mode: str) -> Cut:
        """Cut a region off; one that is cut off already keeps its time and changes its mode."""
        earlier = self._cuts.get(region)
        cut = Cut(region, mode, earlier.since if earlier else datetime.now(timezone.utc))
        self._cuts[region] = cut
        return cut

    def restore(self, region: str | None = None) -> None:
        """Let a region come back, or all of them."""
        for name in list(self._cuts) if region is None else [region]:
            self._cuts.pop(name, None)

    def since(self, region: str) -> datetime | None:
        """Since when the region is cut off; None while it is reachable."""
        cut = self._cuts.get(region)
        return cut.since if cut else None

    def cuts(self) -> list[Cut]:
        return list(self._cuts.values())

    def of(self, *regions: str | None) -> Cut | None:
        """What cuts off a request that needs all of these regions."""
        return next((self._cuts[region] for region in regions if region in self._cuts), None)


def unavailable(cut: Cut) -> AwsError:
    return AwsError("ServiceUnavailable", f"The service is unavailable: the region {cut.region} is cut off.", 503)


class Throttle:
    """Refuses a share of the requests.

    Which ones depends on the seed alone: on the name of an operation and on how often it was asked, not on the order in
    which concurrent requests happen to arrive.
    """

    def __init__(self) -> None:
        self.percent = 0.0
        self.seed = 0
        self._asked: Counter[str] = Counter()
        self._lock = threading.Lock()

    def set(self, percent: float, seed: int) -> None:
        with self._lock:
            self.percent, self.seed = percent, seed
            self._asked.clear()

    def strikes(self, what: str) -> bool:
        with self._lock:
            if not self.percent:
                return False
            self._asked[what] += 1
            draw = hashlib.sha256(f"{self.seed} {what} {self._asked[what]}".encode()).digest()
        return int.from_bytes(draw[:4], "big") / 2**32 < self.percent / 100


@dataclass
class Failure:
    """One request that fails: the ``number``-th from now on that matches. None matches all."""

    service: str | None
    operation: str | None
    region: str | None
    number: int
    error: AwsError

    def matches(self, service: str | None, operation: str | None, region: str | None) -> bool:
        wanted = ((self.service, service), (self.operation, operation), (self.region, region))
        return all(ours in (None, theirs) for ours, theirs in wanted)


class Failures:
    """Single requests that fail once, each counted for itself: the same one asked again succeeds."""

    def __init__(self) -> None:
        self._pending: list[Failure] = []
        self._lock = threading.Lock()

    def add(self, failure: Failure) -> None:
        with self._lock:
            self._pending.append(failure)

    def clear(self) -> None:
        with self._lock:
            self._pending.clear()

    @property
    def pending(self) -> int:
        return len(self._pending)

    def strike(self, service: str | None, operation: str | None, region: str | None) -> AwsError | None:
        """The error of a request whose turn it is."""
        with self._lock:
            matching = [failure for failure in self._pending if failure.matches(service, operation, region)]
            for failure in matching:
                failure.number -= 1
            due = next((failure for failure in matching if failure.number == 0), None)
            if due is None:
                return None
            self._pending.remove(due)
            return due.error


def throttled(dialect: str) -> AwsError:
    code, status = _THROTTLING.get(dialect, ("ThrottlingException", 400))
    return AwsError(code, "Rate exceeded", status)
