"""Partitions of AWS, their regions, and the letters of their zones."""

from botocore.loaders import Loader
from cfnlint.helpers import AVAILABILITY_ZONES

from common import schema_date, source, write

# Air-gapped partitions, which nobody reaches from outside.
SECRET = ("aws-iso",)

partitions = [
    partition
    for partition in Loader().load_data("partitions")["partitions"]
    if not partition["id"].startswith(SECRET)
]
regions = {
    partition["id"]: sorted(name for name in partition["regions"] if not name.endswith("-global"))
    for partition in partitions
}
zones = {
    region: "".join(sorted(zone.removeprefix(region) for zone in AVAILABILITY_ZONES[region]))
    for names in regions.values()
    for region in names
    if region in AVAILABILITY_ZONES
}

write(
    ("modules/parts/tables/regions.json",),
    source=source("botocore", "cfn-lint", what="partitions and regions; zones of a region"),
    date=schema_date(),
    partitions={partition["id"]: partition["outputs"]["dnsSuffix"] for partition in partitions},
    regions=regions,
    zones=zones,
)
