"""SQS: who may send dead letters to a queue, and attributes that stay when others are set."""

from __future__ import annotations

import json

from support import EmulatorTest, client

POLICY = json.dumps(
    {
        "Version": "2012-10-17",
        "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::123456789012:root"}, "Action": "sqs:SendMessage", "Resource": "*"}],
    }
)


class DeadLetters(EmulatorTest):
    def setUp(self) -> None:
        super().setUp()
        self.url = client("sqs").create_queue(QueueName=self.name())["QueueUrl"]
        self.addCleanup(client("sqs").delete_queue, QueueUrl=self.url)

    def set(self, **attributes: str) -> None:
        client("sqs").set_queue_attributes(QueueUrl=self.url, Attributes=attributes)

    def get(self, *names: str) -> dict[str, str]:
        return client("sqs").get_queue_attributes(QueueUrl=self.url, AttributeNames=list(names)).get("Attributes", {})

    def test_who_may_send_them_comes_back(self) -> None:
        self.assertEqual(self.get("RedriveAllowPolicy"), {})
        allowed = json.dumps({"redrivePermission": "byQueue", "sourceQueueArns": ["arn:aws:sqs:us-east-1:1:a"]})
        self.set(RedriveAllowPolicy=allowed)
        self.assertEqual(self.get("RedriveAllowPolicy"), {"RedriveAllowPolicy": allowed})
        self.assertEqual(self.get("All")["RedriveAllowPolicy"], allowed)
        self.set(RedriveAllowPolicy="")
        self.assertEqual(self.get("RedriveAllowPolicy"), {})

    def test_what_is_no_such_policy_is_refused(self) -> None:
        for wrong in ("x", "[]", '{"redrivePermission": "some"}', '{"redrivePermission": "byQueue"}'):
            with self.subTest(wrong), self.assertRefused("InvalidParameterValue"):
                self.set(RedriveAllowPolicy=wrong)
        sources = [f"arn:aws:sqs:us-east-1:1:{n}" for n in range(11)]
        with self.assertRefused("InvalidParameterValue"):
            self.set(RedriveAllowPolicy=json.dumps({"redrivePermission": "byQueue", "sourceQueueArns": sources}))

    def test_dead_letters_are_told_as_sqs_writes_them(self) -> None:
        arn = self.get("QueueArn")["QueueArn"]
        name = self.name()
        policy = f'{{"deadLetterTargetArn":"{arn}","maxReceiveCount":5}}'
        url = client("sqs").create_queue(QueueName=name, Attributes={"RedrivePolicy": policy})["QueueUrl"]
        self.addCleanup(client("sqs").delete_queue, QueueUrl=url)
        self.assertEqual(url, f"https://sqs.us-east-1.amazonaws.com/123456789012/{name}")
        self.assertEqual(client("sqs").get_queue_url(QueueName=name)["QueueUrl"], url)
        self.assertIn(url, client("sqs").list_queues()["QueueUrls"])
        told = client("sqs").get_queue_attributes(QueueUrl=url, AttributeNames=["RedrivePolicy"])["Attributes"]
        self.assertEqual(told, {"RedrivePolicy": policy})

    def test_key_takes_the_place_of_what_sqs_encrypts_with(self) -> None:
        self.assertEqual(self.get("SqsManagedSseEnabled"), {"SqsManagedSseEnabled": "true"})
        self.set(KmsMasterKeyId="alias/aws/sqs")
        self.assertEqual(self.get("SqsManagedSseEnabled"), {"SqsManagedSseEnabled": "false"})

    def test_policy_stays_when_another_attribute_is_set(self) -> None:
        self.set(Policy=POLICY)
        self.set(VisibilityTimeout="60")
        self.assertEqual(self.get("Policy"), {"Policy": POLICY})
        self.set(Policy="")
        self.assertEqual(self.get("Policy"), {})
