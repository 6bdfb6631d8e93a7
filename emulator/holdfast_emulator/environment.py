"""The settings of moto, which it reads from environment variables while it is imported.

They are set inside the process, so that nobody who starts the emulator has to know them. A value that is already in
the environment wins, except for those that the overlay itself relies on.
"""

from __future__ import annotations

import os

# Overridable: they only trade time for content.
DEFAULTS = {
    # Roles attach AWS managed policies (AmazonECSTaskExecutionRolePolicy); without this they do not exist.
    "MOTO_IAM_LOAD_MANAGED_POLICIES": "true",
    # Seconds until a certificate counts as validated; moto's default of 60 is a wait that proves nothing.
    "MOTO_ACM_VALIDATION_WAIT": "1",
}

# Not overridable.
REQUIRED = {
    # The overlay turns bucket host names into paths before moto looks; moto must not guess from the host a second time.
    "S3_IGNORE_SUBDOMAIN_BUCKETNAME": "true",
    # Long ARNs, as every AWS account has had since 2021.
    "MOTO_ECS_NEW_ARN": "true",
}


def configure_moto(port: int) -> None:
    """Set moto's environment variables. Must run before the first import of moto."""
    for name, value in DEFAULTS.items():
        os.environ.setdefault(name, value)
    os.environ.update(REQUIRED)
    os.environ["MOTO_PORT"] = str(port)
