"""The overlay: one file per AWS service, each of which registers its operations as it is imported."""

from __future__ import annotations

from . import application_autoscaling, ec2, ecs, ecs_checks, elbv2, kms, logs, route53, s3

__all__ = ["application_autoscaling", "ec2", "ecs", "ecs_checks", "elbv2", "kms", "logs", "route53", "s3"]


def patch_moto() -> None:
    """Changes inside moto for which there is no operation to overlay."""
    s3.patch_moto()
