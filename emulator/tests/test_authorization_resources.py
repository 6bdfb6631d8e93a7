"""The policies of resources are found by their ARNs, and grants of keys by their constraints."""

from __future__ import annotations

import io
import json
import unittest
import zipfile
from types import SimpleNamespace
from typing import Any

from authorized import AuthorizationTest, allow, client, document, in_the_service, trust
from support import ACCOUNT

from holdfast_emulator.authorization.evaluate import ResourcePolicy, small_keys
from holdfast_emulator.authorization.grants import grantees
from holdfast_emulator.authorization.need import Need
from holdfast_emulator.authorization.resource_policies import policy_of

MARK = {"Sid": "FindMe", "Principal": {"AWS": f"arn:aws:iam::{ACCOUNT}:root"}}


def here(service: str, resource: str) -> str:
    return f"arn:aws:{service}:us-east-1:{ACCOUNT}:{resource}"


class Found(AuthorizationTest):
    def policy_of(self, action: str, arn: str) -> ResourcePolicy:
        found: list[ResourcePolicy] = []
        in_the_service[:] = [lambda call: found.append(policy_of(call, Need(action, arn), {}))]
        self.addCleanup(in_the_service.clear)
        client("logs").describe_log_groups()
        in_the_service.clear()
        return found[0]

    def check(self, action: str, arn: str, *, count: int = 1) -> None:
        texts = [json.dumps(json.loads(one.text)) for one in self.policy_of(action, arn).documents]
        self.assertEqual(sum('"FindMe"' in text for text in texts), count, texts)
        # One that is not there has none of its own, whatever its kind.
        self.policy_of(action, f"{arn}-gone")

    def test_queue(self) -> None:
        name = self.name("queue")
        policy = document(allow("sqs:*", **MARK))
        client("sqs").create_queue(QueueName=name, Attributes={"Policy": policy})
        self.check("sqs:SendMessage", here("sqs", name))

    def test_topic(self) -> None:
        policy = document(allow("sns:Publish", **MARK))
        topic = client("sns").create_topic(Name=self.name("topic"), Attributes={"Policy": policy})["TopicArn"]
        self.check("sns:Publish", topic)

    def test_vault(self) -> None:
        backup, name = client("backup"), self.name("vault")
        arn = backup.create_backup_vault(BackupVaultName=name)["BackupVaultArn"]
        backup.put_backup_vault_access_policy(BackupVaultName=name, Policy=document(allow("backup:*", **MARK)))
        self.check("backup:CopyIntoBackupVault", arn)

    def test_repository_and_registry(self) -> None:
        ecr, name = client("ecr"), self.name("repository") + "/web"
        arn = ecr.create_repository(repositoryName=name)["repository"]["repositoryArn"]
        policy = document({"Effect": "Allow", "Action": "ecr:BatchGetImage", **MARK})
        ecr.set_repository_policy(repositoryName=name, policyText=policy)
        self.check("ecr:BatchGetImage", arn)
        registry = document(allow(["ecr:ReplicateImage"], [here("ecr", "repository/*")], **MARK))
        ecr.put_registry_policy(policyText=registry)
        self.addCleanup(ecr.delete_registry_policy)
        self.check("ecr:ReplicateImage", arn, count=2)

    def test_function(self) -> None:
        code = io.BytesIO()
        with zipfile.ZipFile(code, "w") as archive:
            archive.writestr("main.py", "def run(event, context): pass")
        name = self.name("function")
        role = self.role(trusts=trust({"Service": "lambda.amazonaws.com"}))
        made = client("lambda").create_function(
            FunctionName=name, Runtime="python3.12", Role=role, Handler="main.run", Code={"ZipFile": code.getvalue()}
        )
        client("lambda").add_permission(
            FunctionName=name, StatementId="FindMe", Action="lambda:InvokeFunction", Principal="sns.amazonaws.com"
        )
        self.check("lambda:InvokeFunction", made["FunctionArn"])

    def test_log_group(self) -> None:
        policy = document(allow("logs:PutLogEvents", **{**MARK, "Principal": {"Service": "es.amazonaws.com"}}))
        client("logs").put_resource_policy(policyName="p", policyDocument=policy)
        self.addCleanup(client("logs").delete_resource_policy, policyName="p")
        self.check("logs:PutLogEvents", here("logs", "log-group:x:log-stream:y"))

    def test_role_is_required_only_to_become_it(self) -> None:
        role = self.role()
        self.assertTrue(self.policy_of("sts:AssumeRole", role).is_required)
        self.assertFalse(self.policy_of("iam:PassRole", role).is_required)
        self.assertTrue(self.policy_of("sts:AssumeRole", f"{role}-gone").is_required)


class Grants(unittest.TestCase):
    """AWS KMS Developer Guide, "Using grant constraints"."""

    def test_constraints(self) -> None:
        both = {"kms:EncryptionContext:App": "web", "kms:EncryptionContext:Stage": "prod"}
        cases: list[tuple[dict[str, Any], dict[str, str], bool]] = [
            ({}, {}, True),
            ({"EncryptionContextEquals": {"App": "web"}}, {"kms:EncryptionContext:App": "web"}, True),
            ({"EncryptionContextEquals": {"App": "web"}}, both, False),
            ({"EncryptionContextSubset": {"App": "web"}}, both, True),
            ({"EncryptionContextSubset": {"App": "api"}}, both, False),
            ({"EncryptionContextSubset": {"App": "web"}}, {}, False),
        ]
        for constraints, context, expected in cases:
            with self.subTest(constraints=constraints, context=context):
                grant = SimpleNamespace(grantee_principal="arn:x", operations=["Decrypt"], constraints=constraints)
                key = SimpleNamespace(grants={"g": grant})
                for action, wanted in (("kms:Decrypt", expected), ("kms:Encrypt", False)):
                    found = grantees(key, Need(action, "*", context), small_keys(context))
                    self.assertEqual(bool(found), wanted)


if __name__ == "__main__":
    unittest.main()
