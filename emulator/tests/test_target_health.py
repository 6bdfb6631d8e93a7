"""The targets that ECS registers, and alarms that are evaluated on demand."""

from __future__ import annotations

from typing import Any

from control import control
from support import EmulatorTest, client

TASK = {"image": "web", "portMappings": [{"containerPort": 8080}], "name": "web", "memory": 512}


class ServiceTest(EmulatorTest):
    def setUp(self) -> None:
        network = self.network()
        self.group = self.target_group(network)
        self.listener(self.load_balancer(network), group=self.group)
        self.cluster, self.service = self.name("cluster"), self.name("service")
        ecs = client("ecs")
        ecs.create_cluster(clusterName=self.cluster)
        role = self.role("ecs-tasks.amazonaws.com", "logs:*")
        ecs.register_task_definition(
            family=self.service, networkMode="awsvpc", containerDefinitions=[TASK], executionRoleArn=role
        )
        ecs.create_service(
            cluster=self.cluster,
            serviceName=self.service,
            taskDefinition=self.service,
            desiredCount=3,
            networkConfiguration={"awsvpcConfiguration": {"subnets": network.subnets}},
            loadBalancers=[{"targetGroupArn": self.group, "containerName": "web", "containerPort": 8080}],
        )

    def health(self, **more: Any) -> list[dict[str, Any]]:
        return client("elbv2").describe_target_health(TargetGroupArn=self.group, **more)["TargetHealthDescriptions"]

    def states(self) -> list[str]:
        return [each["TargetHealth"]["State"] for each in self.health()]


class TargetHealth(ServiceTest):
    def test_each_running_task_is_a_healthy_target(self) -> None:
        self.assertEqual(self.states(), ["healthy"] * 3)
        first = self.health()[0]
        self.assertEqual((first["Target"]["Port"], first["Target"]["AvailabilityZone"]), (8080, "us-east-1a"))
        self.assertEqual(len({each["Target"]["Id"] for each in self.health()}), 3)
        self.assertEqual(self.health(Targets=[{"Id": first["Target"]["Id"]}]), [first])

    def test_scaled_to_zero_there_are_none(self) -> None:
        client("application-autoscaling").register_scalable_target(
            ServiceNamespace="ecs",
            ResourceId=f"service/{self.cluster}/{self.service}",
            ScalableDimension="ecs:service:DesiredCount",
            MinCapacity=0,
            MaxCapacity=0,
        )
        self.assertEqual(self.states(), [])
        [told] = client("ecs").describe_services(cluster=self.cluster, services=[self.service])["services"]
        self.assertEqual((told["desiredCount"], told["runningCount"]), (0, 0))

    def test_updated_and_deleted(self) -> None:
        client("ecs").update_service(cluster=self.cluster, service=self.service, desiredCount=1)
        self.assertEqual(self.states(), ["healthy"])
        client("ecs").delete_service(cluster=self.cluster, service=self.service, force=True)
        self.assertEqual(self.states(), [])

    def test_state_can_be_set(self) -> None:
        control("PUT", "target-health", {"target_group": self.group, "state": "unhealthy"})
        self.assertEqual(self.states(), ["unhealthy"] * 3)
        self.assertEqual(control("PUT", "target-health", {"target_group": self.group, "state": "ill"})["status"], 400)
        self.assertEqual(control("PUT", "target-health", {"target_group": "no", "state": "healthy"})["status"], 400)


class Alarms(ServiceTest):
    def alarm(self, **more: Any) -> str:
        wanted: dict[str, Any] = {
            "AlarmName": self.name("alarm"),
            "Namespace": "Holdfast/Recovery",
            "MetricName": "DatabaseCopyAge",
            "Dimensions": [{"Name": "Environment", "Value": self.service}],
            "Statistic": "Maximum",
            "Period": 300,
            "EvaluationPeriods": 2,
            "DatapointsToAlarm": 1,
            "Threshold": 900,
            "ComparisonOperator": "GreaterThanThreshold",
            **more,
        }
        client("cloudwatch").put_metric_alarm(**wanted)
        return wanted["AlarmName"]

    def put(self, value: float) -> None:
        client("cloudwatch").put_metric_data(
            Namespace="Holdfast/Recovery",
            MetricData=[
                {
                    "MetricName": "DatabaseCopyAge",
                    "Dimensions": [{"Name": "Environment", "Value": self.service}],
                    "Value": value,
                }
            ],
        )

    def state(self, name: str) -> str:
        return control("POST", "alarms", {"region": "us-east-1"})["alarms"][name]

    def test_missing_data_is_treated_as_the_alarm_says(self) -> None:
        for treatment, state in (
            ("breaching", "ALARM"),
            ("notBreaching", "OK"),
            ("missing", "INSUFFICIENT_DATA"),
        ):
            with self.subTest(treatment):
                self.assertEqual(self.state(self.alarm(TreatMissingData=treatment)), state)

    def test_a_metric_that_was_put_moves_its_alarm(self) -> None:
        name = self.alarm()
        self.put(60)
        self.assertEqual(self.state(name), "OK")
        self.put(3600)
        self.assertEqual(self.state(name), "ALARM")
        [told] = client("cloudwatch").describe_alarms(AlarmNames=[name])["MetricAlarms"]
        self.assertEqual(told["StateValue"], "ALARM")

    def test_healthy_hosts_of_a_target_group(self) -> None:
        name = self.alarm(
            Namespace="AWS/ApplicationELB",
            MetricName="HealthyHostCount",
            Dimensions=[{"Name": "TargetGroup", "Value": self.group.rpartition(":")[2]}],
            ComparisonOperator="LessThanThreshold",
            Threshold=1,
            DatapointsToAlarm=2,
            TreatMissingData="breaching",
        )
        self.assertEqual(self.state(name), "OK")
        client("ecs").update_service(cluster=self.cluster, service=self.service, desiredCount=0)
        self.assertEqual(self.state(name), "ALARM")
