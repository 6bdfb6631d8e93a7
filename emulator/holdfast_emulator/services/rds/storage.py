"""Storage of instances: the sizes, IOPS and throughput that each type can have."""

from __future__ import annotations

from .records import Settings, invalid_combination, invalid_value

GP3_STRIPE_GIB = 400


def refuse_bad_storage(settings: Settings, asked: Settings) -> None:
    kind, size = settings["StorageType"], settings["AllocatedStorage"]
    smallest = 100 if kind in ("io1", "io2") else 20
    if not smallest <= size <= 65536:
        raise invalid_value(
            f"Invalid storage size for engine name {settings['Engine']} and storage type {kind}: {size}. "
            f"It must be {smallest} to 65536 GiB."
        )
    if kind == "gp3" and size < GP3_STRIPE_GIB and (asked.get("Iops") or asked.get("StorageThroughput")):
        default = (asked.get("Iops", 3000), asked.get("StorageThroughput", 125)) == (3000, 125)
        if not default:
            raise invalid_combination(
                f"You can't specify IOPS or storage throughput for engine {settings['Engine']} and a storage size less "
                f"than {GP3_STRIPE_GIB}."
            )
    if kind == "gp3" and size >= GP3_STRIPE_GIB:
        _refuse_stripe(settings, asked)
    if kind == "gp2" and (asked.get("Iops") or asked.get("StorageThroughput")):
        raise invalid_combination(f"You can't specify IOPS or storage throughput for storage type {kind}.")
    if kind in ("io1", "io2") and not settings.get("Iops"):
        raise invalid_combination(f"You must specify Iops for storage type {kind}.")
    limit = settings.get("MaxAllocatedStorage")
    if limit is not None and limit < size:
        raise invalid_combination(
            f"Invalid max storage size for engine name {settings['Engine']} and storage type {kind}: {limit}. It must "
            f"be above the allocated storage of {size} GiB."
        )


def _refuse_stripe(settings: Settings, asked: Settings) -> None:
    """From 400 GiB on there are four volumes, which have four times as much at least.

    https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Storage.html#gp3-storage
    """
    for name, least, most in (("Iops", 12000, 64000), ("StorageThroughput", 500, 4000)):
        if asked.get(name) and not least <= asked[name] <= most:
            raise invalid_combination(
                f"Invalid {name} for engine name {settings['Engine']} and storage type gp3 from {GP3_STRIPE_GIB} GiB "
                f"on: {asked[name]}. It must be {least} to {most}."
            )
    if (asked.get("Iops") or asked.get("StorageThroughput")) and settings["StorageThroughput"] * 4 > settings["Iops"]:
        raise invalid_combination(
            f"The ratio of StorageThroughput to Iops must not be above 0.25: {settings['StorageThroughput']} MiB/s and "
            f"{settings['Iops']} IOPS."
        )
