"""ElastiCache: replication groups, serverless caches, their users, groups and snapshots, all kept here.

moto has hardly any of it. Single cache clusters (Memcached) stay moto's.
"""

from __future__ import annotations

from . import access, busy, groups, replication_groups, scaling, serverless, snapshots, tags

__all__ = ["access", "busy", "groups", "replication_groups", "scaling", "serverless", "snapshots", "tags"]
