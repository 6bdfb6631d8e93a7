"""The table of needs and AWS's reference: nothing that the reference does not know, nothing left out."""

from __future__ import annotations

import inspect
import json
import re
import unittest
from pathlib import Path

import support  # noqa: F401  (configures moto before it is imported)

from holdfast_emulator import services  # noqa: F401  (fills the registry)
from holdfast_emulator.authorization import needs
from holdfast_emulator.authorization.needs import linked_roles, reference
from holdfast_emulator.authorization.needs.table import TABLES
from holdfast_emulator.engine.models import service_model
from holdfast_emulator.engine.registry import overlay

# What a whole drill asks: bootstrap, deploy, plan, change, recovery, failing back and destroying of all stacks.
RECORDED = json.loads((Path(__file__).parent / "recorded_operations.json").read_text())
RECORDED_OPERATIONS = {(service, operation) for service, names in RECORDED.items() for operation in names}
# Condition keys that look like actions, and stand at resources.
KEYS_OF_RESOURCES = {"kms:ResourceAliases"}
SOURCES = sorted(Path(needs.__file__).parent.glob("*.py"))


class Entries(unittest.TestCase):
    def test_what_a_drill_asks_has_an_entry(self) -> None:
        missing = [key for key in sorted(RECORDED_OPERATIONS) if not _has_entry(*key)]
        self.assertEqual(missing, [])

    def test_what_the_overlay_answers_has_an_entry(self) -> None:
        missing = [key for key in sorted(overlay.operations()) if not _has_entry(*key)]
        self.assertEqual(missing, [])

    def test_the_table_speaks_of_operations_that_there_are(self) -> None:
        """Oracle: botocore's models."""
        for service, table in TABLES.items():
            model = service_model(service)
            assert model is not None, service
            named = {*table._actions, *table._rules, *table._instead, *table._passes, *table._made}
            with self.subTest(service=service):
                self.assertEqual(sorted(named - set(model.operation_names)), [])

    def test_the_table_speaks_of_types_and_keys_that_there_are(self) -> None:
        whole = json.loads((Path(needs.__file__).parents[1] / "reference.json").read_text())
        keys = {key for group in whole["keys"] for key in group}
        for service, table in TABLES.items():
            with self.subTest(service=service):
                self.assertEqual(sorted(set(table._names) - set(whole["services"][table.prefix]["resources"])), [])
                self.assertEqual(sorted(set(table._keys) - keys), [])

    def test_each_action_is_one_of_the_reference(self) -> None:
        """Those of the operations, and those that the rules write out."""
        named = {action for key in RECORDED_OPERATIONS | overlay.operations() for action in _actions(*key)}
        for source in SOURCES:
            named |= set(re.findall(r'"([a-z][a-z0-9-]+:[A-Z]\w+)"', source.read_text()))
        keys = {key for group in reference._table()["keys"] for key in group} | KEYS_OF_RESOURCES
        prefixes = reference._table()["services"]
        named = {name for name in named - keys if name.partition(":")[0] in prefixes}
        unknown = {action for action in named if reference.action(action) is None}
        self.assertEqual(sorted(unknown), [])


class Dependents(unittest.TestCase):
    def test_each_dependent_action_is_asked_for_or_excused(self) -> None:
        """Oracle: the column "Dependent actions" of the reference. A rule names what it asks for in its text; the table
        says beside ``excused`` why it does not."""
        for service, operation in sorted(RECORDED_OPERATIONS | overlay.operations()):
            table = TABLES[service]
            known = [reference.action(name) for name in table.actions_of(operation)]
            published = {name.lower() for action in known if action for name in action.dependents}
            asked = {name.lower() for name in table.dependents(operation)} | _written(service, operation)
            if (service, operation) in linked_roles.MAKES:
                asked.add("iam:createservicelinkedrole")
            with self.subTest(service=service, operation=operation):
                self.assertEqual(sorted(published - asked), [])


def _has_entry(service: str, operation: str) -> bool:
    return service in TABLES and TABLES[service].has_entry(operation)


def _actions(service: str, operation: str) -> tuple[str, ...]:
    table = TABLES[service]
    return () if operation in table._instead else table.actions_of(operation)


def _written(service: str, operation: str) -> set[str]:
    """Actions whose names stand in the text of the rules of an operation, or of what they read from their file."""
    found: set[str] = set()
    for rule in TABLES[service].rules(operation):
        text = inspect.getsource(inspect.getmodule(rule) or rule)
        found |= {name.lower() for name in re.findall(r'"([a-z][a-z0-9-]+:[A-Z]\w+)"', text)}
        for word in re.findall(r'"([A-Z]\w+)"', text):
            found |= {
                f"{prefix}:{word}".lower() for prefix in ("ec2", "kms", "elasticloadbalancing", "wafv2", "states")
            }
            found |= {f"{prefix}:{word}".lower() for prefix in ("cognito-idp", "scheduler", "rds", "cloudfront")}
        if "pass_role(" in text:
            found.add("iam:passrole")
    return found


if __name__ == "__main__":
    unittest.main()
