"""Hosted zones that an account has before anything is deployed into it."""

from __future__ import annotations

from moto.core import DEFAULT_ACCOUNT_ID
from moto.route53.models import route53_backends


def add_hosted_zone(zone_id: str, name: str) -> None:
    """A public zone with an ID of the caller's choice: environment files name zones that exist, by their IDs."""
    backend = route53_backends[DEFAULT_ACCOUNT_ID]["aws"]
    zone = backend.create_hosted_zone(name=name.rstrip(".") + ".", private_zone=False)
    del backend.zones[zone.resource_id]
    zone.resource_id = zone_id
    backend.zones[zone_id] = zone
