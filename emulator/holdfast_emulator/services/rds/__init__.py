"""RDS instances, their backups and what stands around them.

moto's instances share one resource id, forget half of their settings and restore what they should not, so instances,
snapshots, automated backups, event subscriptions and proxies are kept here. Clusters (and the instances in them),
subnet groups and parameter groups stay moto's; an operation on an instance that is not ours is passed on to moto.
"""

from __future__ import annotations

from . import backups, engines, events, groups, instances, modify, proxies, replicas, replication, restore, snapshots, tags

__all__ = [
    "backups",
    "engines",
    "events",
    "groups",
    "instances",
    "modify",
    "proxies",
    "replicas",
    "replication",
    "restore",
    "snapshots",
    "tags",
]
