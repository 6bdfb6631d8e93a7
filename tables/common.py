"""What the scripts of this folder share: where they read from, and how they write a table."""

from __future__ import annotations

import json
from importlib import metadata
from pathlib import Path
from typing import Any

import cfnlint

ROOT = Path(__file__).resolve().parents[1]
_SCHEMAS = Path(cfnlint.__file__).parent / "data" / "schemas"

# The order of AWS's sizes; "2xlarge" and above follow by their number.
_NAMED_SIZES = ("nano", "micro", "small", "medium", "large", "xlarge")


def schema(path: str) -> Any:
    """A file of the schemas that cfn-lint ships."""
    return json.loads((_SCHEMAS / path).read_text())


def resource_schema(resource_type: str) -> Any:
    """CloudFormation's schema of a type of resource, as it is in us-east-1."""
    return schema(f"resources/{schema('providers/us-east-1.json')[resource_type]}.json")


def schema_date() -> str:
    """The day on which cfn-lint took over AWS's schemas."""
    return schema("version.json")["schema_date"][:10]


def source(*packages: str, what: str) -> str:
    """Where a table is from: the packages with their versions, and what of them."""
    return f"PyPI {', '.join(f'{name} {metadata.version(name)}' for name in packages)}: {what}"


def by_version(version: str) -> list[int]:
    """Sorts "17.9" before "17.10"."""
    return [int(part) for part in version.replace("-rds", "").split(".")]


def by_size(size: str) -> tuple[int, int]:
    """Sorts "large" before "2xlarge", and that before "16xlarge"."""
    if size in _NAMED_SIZES:
        return (0, _NAMED_SIZES.index(size))
    return (1, int(size.removesuffix("xlarge")))


def families(names: set[str]) -> dict[str, str]:
    """Names such as "db.m7g.large" by their family: ``{"m7g": "large xlarge"}``."""
    found: dict[str, set[str]] = {}
    for name in names:
        _, family, size = name.split(".")
        found.setdefault(family, set()).add(size)
    return {family: " ".join(sorted(sizes, key=by_size)) for family, sizes in sorted(found.items())}


def write(paths: tuple[str, ...], *, source: str, date: str, **content: Any) -> None:
    """Writes a table, one value a line, to each of its places below the root of the project."""
    lines = [f'  "source": {json.dumps(source)}', f'  "date": {json.dumps(date)}']
    for name, value in content.items():
        if isinstance(value, dict):
            inside = ",\n".join(f"    {json.dumps(key)}: {json.dumps(one)}" for key, one in value.items())
            lines.append(f"  {json.dumps(name)}: {{\n{inside}\n  }}")
        else:
            lines.append(f"  {json.dumps(name)}: {json.dumps(value)}")
    for path in paths:
        file = ROOT / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("{\n" + ",\n".join(lines) + "\n}\n")
