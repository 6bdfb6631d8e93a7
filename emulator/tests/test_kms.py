"""KMS: keys that nobody may delete."""

from __future__ import annotations

import json

from support import ACCOUNT, EmulatorTest, client


class Denials(EmulatorTest):
    def test_key_that_nobody_may_delete_stays(self) -> None:
        kms, account = client("kms"), {"AWS": f"arn:aws:iam::{ACCOUNT}:root"}
        keep = ["kms:ScheduleKeyDeletion", "kms:DisableKey"]
        statements = [
            {"Effect": "Allow", "Principal": account, "Action": "kms:*", "Resource": "*"},
            {"Effect": "Deny", "Principal": account, "Action": keep, "Resource": "*"},
        ]
        policy = json.dumps({"Version": "2012-10-17", "Statement": statements})
        key = kms.create_key(Policy=policy)["KeyMetadata"]["KeyId"]
        with self.assertRefused("AccessDeniedException"):
            kms.schedule_key_deletion(KeyId=key)
        with self.assertRefused("AccessDeniedException"):
            kms.disable_key(KeyId=key)
        kms.put_key_policy(KeyId=key, Policy=json.dumps({"Version": "2012-10-17", "Statement": statements[:1]}), PolicyName="default")
        kms.schedule_key_deletion(KeyId=key)
