"""Composite alarms, asked for as Terraform does: boto3 of today would speak CBOR, which the overlay does not."""

from __future__ import annotations

import urllib.error
import urllib.request
from typing import Any
from urllib.parse import urlencode

from support import EmulatorTest, client, port

SIGNED = "AWS4-HMAC-SHA256 Credential=test/20250101/us-east-1/monitoring/aws4_request, SignedHeaders=host, Signature=0"


def ask(action: str, **parameters: str) -> tuple[int, str]:
    body = urlencode({"Action": action, "Version": "2010-08-01", **parameters}).encode()
    headers = {"Authorization": SIGNED, "Content-Type": "application/x-www-form-urlencoded"}
    request = urllib.request.Request(f"http://127.0.0.1:{port()}/", body, headers)
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


class CompositeAlarms(EmulatorTest):
    def alarm(self, **more: Any) -> str:
        name = self.name("alarm")
        wanted = {
            "AlarmName": name,
            "Namespace": "N",
            "MetricName": "M",
            "ExtendedStatistic": "p99.9",
            "Period": 60,
            "EvaluationPeriods": 1,
            "Threshold": 1,
            "ComparisonOperator": "LessThanThreshold",
        }
        client("cloudwatch").put_metric_alarm(**{**wanted, **more})
        return name

    def test_composite_alarm_comes_back_and_goes(self) -> None:
        name, rule = self.name("composite"), f'ALARM("{self.alarm()}") AND NOT OK({self.alarm()})'
        status, _ = ask("PutCompositeAlarm", AlarmName=name, AlarmRule=rule, ActionsEnabled="false")
        self.assertEqual(status, 200)
        (told,) = client("cloudwatch").describe_alarms(AlarmNames=[name])["CompositeAlarms"]
        self.assertEqual((told["AlarmRule"], told["ActionsEnabled"]), (rule, False))
        client("cloudwatch").delete_alarms(AlarmNames=[name])
        self.assertEqual(client("cloudwatch").describe_alarms(AlarmNames=[name])["CompositeAlarms"], [])

    def test_alarm_that_is_not_there_is_refused(self) -> None:
        status, body = ask("PutCompositeAlarm", AlarmName=self.name(), AlarmRule="ALARM(none)")
        self.assertEqual(status, 400)
        self.assertIn("none does not exist", body)

    def test_extended_statistic_comes_back(self) -> None:
        (told,) = client("cloudwatch").describe_alarms(AlarmNames=[self.alarm()])["MetricAlarms"]
        self.assertEqual(told["ExtendedStatistic"], "p99.9")

    def test_periods_that_aws_takes(self) -> None:
        """The API reference of PutMetricAlarm: 10, 20, 30, and any multiple of 60; a day or a week at most."""
        for period, times, good in (
            *((period, 1, True) for period in (10, 20, 30, 60, 300, 3600, 86400)),
            *((period, 1, False) for period in (1, 45, 90, 100)),
            (60, 1440, True),
            (60, 1441, False),
            (3600, 168, True),
            (3600, 169, False),
        ):
            with self.subTest(period=period, times=times):
                if good:
                    self.alarm(Period=period, EvaluationPeriods=times)
                else:
                    with self.assertRefused("ValidationError"):
                        self.alarm(Period=period, EvaluationPeriods=times)
