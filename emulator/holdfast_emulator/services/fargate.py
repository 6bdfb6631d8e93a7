"""The sizes in which Fargate runs tasks.

https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html#fargate-tasks-size
"""

from __future__ import annotations

import re

from ..tables import table

# CPU units: the memory in MiB that goes with them.
MEMORY_BY_CPU: dict[int, frozenset[int]] = {
    int(cpu): frozenset(memory) for cpu, memory in table("fargate.json")["sizes"].items()
}


def runs_on_fargate(cpu: str | None, memory: str | None) -> bool:
    """Whether Fargate has this size; both values come as ECS takes them ("512" or ".5 vCPU", "1024" or "1 GB")."""
    return _units(memory, "gb") in MEMORY_BY_CPU.get(_units(cpu, "vcpu"), frozenset())


def _units(text: str | None, large_unit: str) -> int:
    """In CPU units or MiB; -1 for what is missing or no number."""
    parts = re.fullmatch(r"\s*([\d.]+)\s*([a-zA-Z]*)\s*", text or "")
    if parts is None:
        return -1
    try:
        number = float(parts[1])
    except ValueError:
        return -1
    return round(number * 1024) if parts[2].lower() == large_unit else round(number)
