"""Secrets Manager: labels of versions, and versions without one."""

from __future__ import annotations

from support import EmulatorTest, client


class Versions(EmulatorTest):
    def setUp(self) -> None:
        self.client = client("secretsmanager")
        self.secret = self.client.create_secret(Name=self.name("s"))["ARN"]

    def put(self, value: str, *labels: str) -> str:
        more = {"VersionStages": list(labels)} if labels else {}
        return self.client.put_secret_value(SecretId=self.secret, SecretString=value, **more)["VersionId"]

    def labels(self) -> dict[str, set[str]]:
        told = self.client.describe_secret(SecretId=self.secret)["VersionIdsToStages"]
        return {version: set(labels) for version, labels in told.items()}

    def test_own_label_stays_with_its_version(self) -> None:
        first = self.put("one", "AWSCURRENT", "OURS")
        second, third = self.put("two"), self.put("three")
        self.assertEqual(self.labels(), {first: {"OURS"}, second: {"AWSPREVIOUS"}, third: {"AWSCURRENT"}})
        self.assertEqual(self.client.get_secret_value(SecretId=self.secret, VersionId=first)["SecretString"], "one")

    def test_own_label_moves_where_it_is_put_again(self) -> None:
        first = self.put("one", "AWSCURRENT", "OURS")
        second = self.put("two", "AWSCURRENT", "OURS")
        self.assertEqual(self.labels(), {first: {"AWSPREVIOUS"}, second: {"AWSCURRENT", "OURS"}})

    def test_version_without_a_label_is_forgotten(self) -> None:
        first = self.put("one")
        self.put("two")
        self.put("three")
        with self.assertRefused("ResourceNotFoundException", ""):
            self.client.get_secret_value(SecretId=self.secret, VersionId=first)

    def test_update_keeps_own_labels(self) -> None:
        first = self.put("one", "AWSCURRENT", "OURS")
        self.client.update_secret(SecretId=self.secret, SecretString="two")
        self.assertEqual(self.labels()[first], {"AWSPREVIOUS", "OURS"})
