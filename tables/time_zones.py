"""Names of time zones."""

from importlib import resources

import tzdata

from common import source, write

# What a machine without a zone has: it is none.
NO_PLACE = ("Factory",)

# The package does not say when it was published; its files on PyPI do.
PUBLISHED = {"2026.6": "2026-10-28"}

names = sorted(set(resources.files(tzdata).joinpath("zones").read_text().split()) - set(NO_PLACE))
areas: dict[str, list[str]] = {}
for name in names:
    area, _, place = name.partition("/")
    areas.setdefault(area if place else "", []).append(place or area)

write(
    ("modules/parts/tables/time-zones.json",),
    source=source("tzdata", what=f"the IANA time zone database {tzdata.IANA_VERSION}"),
    date=PUBLISHED[tzdata.__version__],
    areas={area: " ".join(places) for area, places in sorted(areas.items())},
)
