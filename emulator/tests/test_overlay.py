"""The overlay as a whole: its names are AWS's, and the README lists them."""

from __future__ import annotations

import re
import unittest
import unittest.mock
from pathlib import Path

import support  # noqa: F401  (configures moto before it is imported)

from holdfast_emulator.engine import registry
from holdfast_emulator.engine.errors import AwsError, render
from holdfast_emulator.engine.models import service_model
from holdfast_emulator.engine.registry import Registry, overlay

README = Path(__file__).resolve().parent.parent / "README.md"


class Overlay(unittest.TestCase):
    def test_every_overlaid_operation_exists(self) -> None:
        for service, operation in sorted(overlay.operations()):
            with self.subTest(service=service, operation=operation):
                model = service_model(service)
                assert model is not None
                self.assertIn(operation, model.operation_names)

    def test_readme_lists_every_overlaid_operation(self) -> None:
        listed = set(re.findall(r"\w+", README.read_text(encoding="utf-8")))
        self.assertEqual({name for _, name in overlay.operations()} - listed, set())

    def test_an_operation_has_one_replacement(self) -> None:
        with unittest.mock.patch.object(registry, "overlay", Registry()):
            registry.replaces("ecs", "ListClusters")(lambda call: {})
            with self.assertRaises(ValueError):
                registry.replaces("ecs", "ListClusters")(lambda call: {})


class Errors(unittest.TestCase):
    def test_every_dialect_names_the_code(self) -> None:
        for dialect in ("json", "rest-json", "rest-xml", "query", "ec2", "s3", "cbor"):
            with self.subTest(dialect):
                answer = render(AwsError("SomeCode", "a < b", 409), dialect)
                self.assertEqual(answer.status, 409)
                self.assertIn(b"SomeCode", answer.body)
