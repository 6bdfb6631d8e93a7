"""SNS: what a topic keeps, and moto does not tell."""

from __future__ import annotations

from support import EmulatorTest, client


class Topics(EmulatorTest):
    def test_version_of_signatures_comes_back(self) -> None:
        sns = client("sns")
        plain = sns.create_topic(Name=self.name())["TopicArn"]
        self.assertNotIn("SignatureVersion", sns.get_topic_attributes(TopicArn=plain)["Attributes"])
        arn = sns.create_topic(Name=self.name(), Attributes={"SignatureVersion": "2"})["TopicArn"]
        self.assertEqual(sns.get_topic_attributes(TopicArn=arn)["Attributes"]["SignatureVersion"], "2")
        sns.set_topic_attributes(TopicArn=arn, AttributeName="SignatureVersion", AttributeValue="1")
        self.assertEqual(sns.get_topic_attributes(TopicArn=arn)["Attributes"]["SignatureVersion"], "1")
