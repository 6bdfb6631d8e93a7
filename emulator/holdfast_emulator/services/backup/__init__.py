"""AWS Backup: vaults, plans, selections, restore tests, and jobs that run when they are told to.

moto keeps vaults and plans without half of their settings, and has no jobs, so all of it is kept here. Only databases
(RDS instances) are really backed up: they become snapshots of the overlay's RDS.
"""

from __future__ import annotations

from . import jobs, plans, restore_testing, selections, tags, vaults

__all__ = ["jobs", "plans", "restore_testing", "selections", "tags", "vaults"]
