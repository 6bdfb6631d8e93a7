"""Health checks of Route 53: what comes back, and what is refused."""

from __future__ import annotations

from typing import Any

from support import client
from test_route53 import ENDPOINT, Route53Test

CHECKERS = ["us-west-1", "us-west-2", "eu-west-1"]


class HealthChecks(Route53Test):
    def alarm(self, region: str = "us-west-2", **more: Any) -> dict[str, str]:
        wanted: dict[str, Any] = {
            "AlarmName": self.name("alarm"),
            "Namespace": "Recovery",
            "MetricName": "Latch",
            "Statistic": "Maximum",
            "Period": 60,
            "EvaluationPeriods": 1,
            "Threshold": 1.0,
            "ComparisonOperator": "GreaterThanOrEqualToThreshold",
        }
        wanted = {name: value for name, value in {**wanted, **more}.items() if value is not None}
        client("cloudwatch", region).put_metric_alarm(**wanted)
        return {"Name": wanted["AlarmName"], "Region": region}

    def latch(self, alarm: dict[str, str], **more: Any) -> str:
        return self.health_check(
            Type="CLOUDWATCH_METRIC", AlarmIdentifier=alarm, InsufficientDataHealthStatus="Healthy", **more
        )

    def test_every_setting_comes_back(self) -> None:
        wanted = {
            **ENDPOINT,
            "Type": "HTTPS_STR_MATCH",
            "SearchString": "ok",
            "Port": 8443,
            "RequestInterval": 10,
            "FailureThreshold": 5,
            "MeasureLatency": True,
            "Inverted": True,
            "Disabled": True,
            "EnableSNI": True,
            "Regions": CHECKERS,
        }
        self.assertEqual(self.config(self.health_check(**wanted)), wanted)

    def test_defaults(self) -> None:
        told = self.config(self.health_check())
        self.assertEqual((told["Port"], told["RequestInterval"], told["FailureThreshold"]), (443, 30, 3))

    def test_alarm_comes_back(self) -> None:
        alarm = self.alarm()
        told = self.route53.get_health_check(HealthCheckId=self.latch(alarm))["HealthCheck"]
        self.assertEqual(told["HealthCheckConfig"]["AlarmIdentifier"], alarm)
        self.assertEqual(told["HealthCheckConfig"]["InsufficientDataHealthStatus"], "Healthy")
        self.assertEqual(told["CloudWatchAlarmConfiguration"]["MetricName"], "Latch")

    def test_update_changes_in_place(self) -> None:
        check = self.health_check(Regions=CHECKERS)
        self.route53.update_health_check(HealthCheckId=check, ResourcePath="/new", HealthCheckVersion=1)
        told = self.route53.get_health_check(HealthCheckId=check)["HealthCheck"]
        self.assertEqual((told["HealthCheckConfig"]["ResourcePath"], told["HealthCheckVersion"]), ("/new", 2))
        self.route53.update_health_check(HealthCheckId=check, ResetElements=["Regions"])
        self.assertNotIn("Regions", self.config(check))
        with self.assertRefused("HealthCheckVersionMismatch"):
            self.route53.update_health_check(HealthCheckId=check, ResourcePath="/old", HealthCheckVersion=1)

    def test_update_is_checked_too(self) -> None:
        with self.assertRefused("InvalidInput", "at least 3 regions"):
            self.route53.update_health_check(HealthCheckId=self.health_check(), Regions=["us-east-1"] * 3)

    def test_calculated_check_of_existing_ones(self) -> None:
        child = self.health_check()
        told = self.config(self.health_check(Type="CALCULATED", ChildHealthChecks=[child], HealthThreshold=1))
        self.assertEqual((told["ChildHealthChecks"], told["HealthThreshold"]), ([child], 1))

    def test_what_aws_refuses(self) -> None:
        cases: dict[str, tuple[dict[str, Any], str]] = {
            "two regions": ({"Regions": [*CHECKERS[:2], CHECKERS[0]]}, "at least 3 regions"),
            "unknown region": ({"Regions": [*CHECKERS, "eu-central-1"]}, "eu-central-1"),
            "interval": ({"RequestInterval": 20}, "10 or 30"),
            "threshold": ({"FailureThreshold": 11}, "less than or equal to 10"),
            "no endpoint": ({"Type": "HTTPS"}, "IPAddress or FullyQualifiedDomainName"),
            "no search string": ({**ENDPOINT, "Type": "HTTPS_STR_MATCH"}, "SearchString is required"),
            "search string": ({"SearchString": "ok"}, "SearchString is not allowed"),
            "no port": ({"Type": "TCP", "FullyQualifiedDomainName": "a.example.org"}, "Port"),
            "unknown child": ({"Type": "CALCULATED", "ChildHealthChecks": ["x"]}, "x does not exist"),
        }
        for title, (config, text) in cases.items():
            with self.subTest(title), self.assertRefused("InvalidInput", text):
                self.health_check(**config)

    def test_alarms_that_route53_cannot_read(self) -> None:
        math = [{"Id": "e", "Expression": "m*2"}]
        metric = {"Metric": {"Namespace": "N", "MetricName": "M"}, "Period": 60, "Stat": "Sum"}
        math.append({"Id": "m", "MetricStat": metric, "ReturnData": False})  # type: ignore[dict-item]
        none = dict.fromkeys(("Namespace", "MetricName", "Statistic", "Period"))
        cases = {
            "high resolution": (self.alarm(Period=10), "high-resolution"),
            "percentile": (self.alarm(Statistic=None, ExtendedStatistic="p99"), "statistic"),
            "M out of N": (self.alarm(EvaluationPeriods=3, DatapointsToAlarm=2), "M out of N"),
            "metric math": (self.alarm(Metrics=math, **none), "metric math"),
            "another region": ({**self.alarm("us-east-1"), "Region": "us-west-2"}, "there is no metric alarm"),
        }
        for title, (alarm, text) in cases.items():
            with self.subTest(title), self.assertRefused("InvalidInput", text):
                self.latch(alarm)

    def test_status_is_of_endpoints_only(self) -> None:
        check = self.health_check(Regions=CHECKERS)
        told = self.route53.get_health_check_status(HealthCheckId=check)["HealthCheckObservations"]
        self.assertEqual([o["Region"] for o in told], CHECKERS)
        with self.assertRefused("InvalidInput", "CALCULATED"):
            calculated = self.health_check(Type="CALCULATED", ChildHealthChecks=[check], HealthThreshold=1)
            self.route53.get_health_check_status(HealthCheckId=calculated)

    def test_deleted_one_is_gone(self) -> None:
        check = self.health_check()
        self.assertIn(check, [c["Id"] for c in self.route53.list_health_checks()["HealthChecks"]])
        self.route53.delete_health_check(HealthCheckId=check)
        with self.assertRefused("NoSuchHealthCheck"):
            self.route53.get_health_check(HealthCheckId=check)
        with self.assertRefused("NoSuchHealthCheck"):
            self.route53.delete_health_check(HealthCheckId=check)
