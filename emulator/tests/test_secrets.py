"""Secrets Manager: keys, replicas in other regions, rotation, deletion."""

from __future__ import annotations

import json
import string
from typing import Any

from support import ACCOUNT, EmulatorTest, client, trust

FUNCTION = f"arn:aws:lambda:us-east-1:{ACCOUNT}:function:rotate"


class Secrets(EmulatorTest):
    def setUp(self) -> None:
        self.here, self.there = client("secretsmanager"), client("secretsmanager", "us-west-2")

    def key(self, region: str = "us-east-1") -> str:
        return client("kms", region).create_key()["KeyMetadata"]["Arn"]

    def secret(self, name: str | None = None, **more: Any) -> str:
        return self.here.create_secret(Name=name or self.name("s"), SecretString="one", **more)["ARN"]

    def replicated(self, name: str | None = None) -> tuple[str, str, str]:
        """The ARN of a secret, of its replica in us-west-2, and of the replica's key."""
        key = self.key("us-west-2")
        arn = self.secret(name, AddReplicaRegions=[{"Region": "us-west-2", "KmsKeyId": key}])
        return arn, arn.replace(":us-east-1:", ":us-west-2:"), key


class Keys(Secrets):
    def test_key_comes_back(self) -> None:
        key = self.key()
        self.assertEqual(self.here.describe_secret(SecretId=self.secret(KmsKeyId=key))["KmsKeyId"], key)

    def test_alias_of_aws_is_a_key(self) -> None:
        self.secret(KmsKeyId="alias/aws/secretsmanager")

    def test_unusable_key_is_refused(self) -> None:
        deleted = self.key()
        client("kms").schedule_key_deletion(KeyId=deleted.rpartition("/")[2])
        unknown = f"arn:aws:kms:us-east-1:{ACCOUNT}:key/11111111-2222-3333-4444-555555555555"
        for key in (self.key("us-west-2"), deleted, unknown, "alias/nobody"):
            with self.subTest(key), self.assertRefused("InvalidParameterException", "KMS key"):
                self.secret(KmsKeyId=key)

    def test_replica_with_the_key_of_the_primary_is_refused(self) -> None:
        key = self.key()
        with self.assertRefused("InvalidParameterException", "us-west-2"):
            self.secret(AddReplicaRegions=[{"Region": "us-west-2", "KmsKeyId": key}])


class Replicas(Secrets):
    def test_replica_differs_in_its_region_and_key_only(self) -> None:
        _, replica, key = self.replicated(f"app/us-east-1/{self.name()}")
        told = self.there.describe_secret(SecretId=replica)
        self.assertEqual((told["ARN"], told["KmsKeyId"], told["PrimaryRegion"]), (replica, key, "us-east-1"))
        self.assertEqual(self.there.get_secret_value(SecretId=replica)["SecretString"], "one")

    def test_primary_tells_the_key_of_its_replica(self) -> None:
        arn, _, key = self.replicated()
        status = self.here.describe_secret(SecretId=arn)["ReplicationStatus"]
        self.assertEqual([(s["Region"], s["KmsKeyId"], s["Status"]) for s in status], [("us-west-2", key, "InSync")])

    def test_replica_follows_the_primary(self) -> None:
        arn, replica, _ = self.replicated()
        self.here.put_secret_value(SecretId=arn, SecretString="two")
        self.assertEqual(self.there.get_secret_value(SecretId=replica)["SecretString"], "two")

    def test_replica_is_read_only(self) -> None:
        _, replica, _ = self.replicated()
        with self.assertRefused("InvalidParameterException", "replica"):
            self.there.put_secret_value(SecretId=replica, SecretString="two")

    def test_policy_of_a_replica_can_be_read(self) -> None:
        arn, replica, _ = self.replicated()
        statement = {"Effect": "Deny", "Principal": "*", "Action": "secretsmanager:DeleteSecret", "Resource": "*"}
        policy = json.dumps({"Statement": [statement]})
        self.here.put_resource_policy(SecretId=arn, ResourcePolicy=policy)
        self.assertEqual(self.there.get_resource_policy(SecretId=replica)["ResourcePolicy"], policy)

    def test_replica_can_be_added_and_removed(self) -> None:
        arn = self.secret()
        added = self.here.replicate_secret_to_regions(SecretId=arn, AddReplicaRegions=[{"Region": "us-west-2"}])
        self.assertEqual((added["ARN"], added["ReplicationStatus"][0]["Region"]), (arn, "us-west-2"))
        self.here.remove_regions_from_replication(SecretId=arn, RemoveReplicaRegions=["us-west-2"])
        with self.assertRefused("ResourceNotFoundException"):
            self.there.describe_secret(SecretId=arn.replace(":us-east-1:", ":us-west-2:"))

    def test_bad_replica_is_refused(self) -> None:
        arn, _, _ = self.replicated()
        name = self.here.describe_secret(SecretId=arn)["Name"]
        self.here.remove_regions_from_replication(SecretId=arn, RemoveReplicaRegions=["us-west-2"])
        self.there.create_secret(Name=name, SecretString="other")
        for region, code in (("us-east-1", "InvalidParameterException"), ("us-west-2", "ResourceExistsException")):
            with self.subTest(region), self.assertRefused(code, region):
                self.here.replicate_secret_to_regions(SecretId=arn, AddReplicaRegions=[{"Region": region}])

    def test_promoted_replica_lives_on(self) -> None:
        arn, replica, key = self.replicated()
        self.there.stop_replication_to_replica(SecretId=replica)
        self.there.put_secret_value(SecretId=replica, SecretString="two")
        self.assertNotIn("ReplicationStatus", self.here.describe_secret(SecretId=arn))
        self.assertEqual(self.here.get_secret_value(SecretId=arn)["SecretString"], "one")
        self.assertEqual(self.there.describe_secret(SecretId=replica)["KmsKeyId"], key)

    def test_only_a_replica_can_be_promoted(self) -> None:
        with self.assertRefused("InvalidRequestException", "not a replica"):
            self.here.stop_replication_to_replica(SecretId=self.secret())


class Rotation(Secrets):
    def test_settings_come_back(self) -> None:
        arn = self.secret()
        rules = {"ScheduleExpression": "rate(30 days)", "Duration": "3h"}
        self.here.rotate_secret(SecretId=arn, RotationLambdaARN=FUNCTION, RotationRules=rules)
        told = self.here.describe_secret(SecretId=arn)
        self.assertEqual(
            (told["RotationEnabled"], told["RotationLambdaARN"], told["RotationRules"]), (True, FUNCTION, rules)
        )
        self.assertEqual(self.here.get_secret_value(SecretId=arn)["SecretString"], "one")
        self.here.cancel_rotate_secret(SecretId=arn)
        self.assertFalse(self.here.describe_secret(SecretId=arn)["RotationEnabled"])

    def test_function_must_let_secrets_manager_in(self) -> None:
        name, trusting = self.name("f"), trust("lambda.amazonaws.com")
        role = client("iam").create_role(RoleName=name, AssumeRolePolicyDocument=trusting)["Role"]["Arn"]
        function = client("lambda").create_function(
            FunctionName=name, Role=role, Runtime="python3.12", Handler="f.f", Code={"ZipFile": b"PK\5\6" + bytes(18)}
        )["FunctionArn"]
        wanted = {"SecretId": self.secret(), "RotationLambdaARN": function}
        with self.assertRefused("AccessDeniedException", "cannot invoke"):
            self.here.rotate_secret(**wanted)
        client("lambda").add_permission(
            FunctionName=name,
            StatementId="rotation",
            Action="lambda:InvokeFunction",
            Principal="secretsmanager.amazonaws.com",
            SourceAccount=ACCOUNT,
        )
        self.here.rotate_secret(**wanted)

    def test_bad_rotation_is_refused(self) -> None:
        cases: list[tuple[dict[str, Any], str, str]] = [
            ({}, "InvalidRequestException", "No Lambda rotation function"),
            ({"RotationLambdaARN": FUNCTION.replace("us-east-1", "us-west-2")}, "ValidationException", "us-east-1"),
            ({"RotationLambdaARN": FUNCTION.replace(ACCOUNT, "999999999999")}, "ValidationException", ACCOUNT),
            (
                {"RotationLambdaARN": FUNCTION, "RotationRules": {"AutomaticallyAfterDays": 1001}},
                "ValidationException",
                "1000",
            ),
            (
                {"RotationLambdaARN": FUNCTION, "RotationRules": {"ScheduleExpression": "daily"}},
                "InvalidParameterException",
                "daily",
            ),
        ]
        for wanted, code, text in cases:
            with self.subTest(wanted), self.assertRefused(code, text):
                self.here.rotate_secret(SecretId=self.secret(), **wanted)


class Deletion(Secrets):
    def test_deleted_secret_keeps_its_name_and_comes_back(self) -> None:
        name = self.name("s")
        arn = self.secret(name)
        self.here.delete_secret(SecretId=arn, RecoveryWindowInDays=7)
        with self.assertRefused("InvalidRequestException", "scheduled for deletion"):
            self.secret(name)
        with self.assertRefused("InvalidRequestException", "marked for deletion"):
            self.here.put_secret_value(SecretId=arn, SecretString="two")
        self.here.restore_secret(SecretId=arn)
        self.assertEqual(self.here.get_secret_value(SecretId=arn)["SecretString"], "one")

    def test_bad_name_is_refused(self) -> None:
        with self.assertRefused("ValidationException", "Invalid name"):
            self.secret("no spaces")


class Policies(Secrets):
    def test_bad_policy_is_refused(self) -> None:
        everybody = {"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*"}]}
        cases = [("{", "MalformedPolicyDocumentException"), (json.dumps(everybody), "PublicPolicyException")]
        for policy, code in cases:
            with self.subTest(code), self.assertRefused(code):
                self.here.put_resource_policy(SecretId=self.secret(), ResourcePolicy=policy, BlockPublicPolicy=True)


class Content(Secrets):
    def test_description_can_be_emptied(self) -> None:
        arn = self.secret(Description="one")
        self.here.update_secret(SecretId=arn, Description="")
        self.assertFalse(self.here.describe_secret(SecretId=arn).get("Description"))

    def test_versions_are_of_the_whole_arn(self) -> None:
        arn = self.secret()
        self.assertEqual(self.here.list_secret_version_ids(SecretId=arn)["ARN"], arn)

    def test_random_password(self) -> None:
        for _ in range(20):
            wanted = {"PasswordLength": 8, "ExcludeCharacters": "[]\\^-/@\" '", "ExcludeNumbers": True}
            password = self.here.get_random_password(**wanted)["RandomPassword"]
            self.assertEqual(len(password), 8)
            for kind in (string.ascii_lowercase, string.ascii_uppercase, string.punctuation):
                self.assertTrue(set(password) & set(kind), password)
            self.assertFalse(set(password) & set("[]\\^-/@\" '0123456789"), password)

    def test_too_short_a_password_is_refused(self) -> None:
        with self.assertRefused("InvalidParameterException", "too short"):
            self.here.get_random_password(PasswordLength=3)
