"""What nobody implements is refused at once, in the wire format of the service."""

from __future__ import annotations

import contextlib
import io
from unittest import mock

from support import EmulatorTest, client


class FailFast(EmulatorTest):
    def test_operation_that_moto_lacks_in_a_json_service(self) -> None:
        with self.assertRefused("UnsupportedByEmulator", "ecs CreateExpressGatewayService"):
            client("ecs").create_express_gateway_service(
                executionRoleArn="arn:aws:iam::123456789012:role/r",
                infrastructureRoleArn="arn:aws:iam::123456789012:role/r",
                primaryContainer={"image": "web"},
            )

    def test_operation_that_moto_lacks_in_a_query_service(self) -> None:
        with self.assertRefused("UnsupportedByEmulator", "elbv2 DescribeTrustStores"):
            client("elbv2").describe_trust_stores()

    def test_operation_that_moto_lacks_in_ec2(self) -> None:
        with self.assertRefused("UnsupportedByEmulator", "ec2 DescribeCoipPools"):
            client("ec2").describe_coip_pools()

    def test_operation_that_moto_lacks_in_a_rest_xml_service(self) -> None:
        with self.assertRefused("UnsupportedByEmulator", "cloudfront ListRealtimeLogConfigs"):
            client("cloudfront").list_realtime_log_configs()

    def test_operation_that_moto_lacks_in_a_rest_json_service(self) -> None:
        with self.assertRefused("UnsupportedByEmulator", "backup ListFrameworks"):
            client("backup").list_frameworks()

    def test_part_of_a_bucket_that_moto_would_take_for_the_bucket(self) -> None:
        with self.assertRefused("UnsupportedByEmulator", "s3 PutBucketMetricsConfiguration"):
            client("s3").put_bucket_metrics_configuration(Bucket="b", Id="i", MetricsConfiguration={"Id": "i"})

    def test_service_that_moto_does_not_have(self) -> None:
        with self.assertRefused("UnsupportedByEmulator", "chatbot DescribeSlackChannelConfigurations"):
            client("chatbot").describe_slack_channel_configurations()

    def test_message_says_what_to_do(self) -> None:
        with self.assertRefused("UnsupportedByEmulator", "emulator/README.md"):
            client("elbv2").describe_trust_stores()

    def test_exception_inside_moto_is_a_4xx_that_names_it(self) -> None:
        broken = mock.patch(
            "moto.ssm.models.SimpleSystemManagerBackend.put_parameter", side_effect=ZeroDivisionError("oops")
        )
        quiet = contextlib.redirect_stderr(io.StringIO())
        with quiet as stderr, broken, self.assertRefused("EmulatorFault", "ZeroDivisionError: oops"):
            client("ssm").put_parameter(Name="/p", Value="v", Type="String")
        self.assertIn("Traceback", stderr.getvalue())
