"""The overlay: one file or folder per AWS service, each of which registers its operations as it is imported."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

for service in sorted(module.name for module in iter_modules(__path__)):
    import_module(f"{__name__}.{service}")


def patch_moto() -> None:
    """Changes inside moto for which there is no operation to overlay."""
    from . import s3

    s3.patch_moto()
