"""Application Auto Scaling: tags, and policies that fit their target."""

from __future__ import annotations

from typing import Any

from support import ACCOUNT, client
from test_ecs import EcsTest

AUTOSCALING = "application-autoscaling"


class Autoscaling(EcsTest):
    def setUp(self) -> None:
        self.net = self.network()
        cluster = self.cluster()
        self.service(self.net, cluster=cluster)
        self.place = {
            "ServiceNamespace": "ecs",
            "ResourceId": f"service/{cluster}/web",
            "ScalableDimension": "ecs:service:DesiredCount",
        }

    def register(self, **more: Any) -> str:
        wanted = {"MinCapacity": 1, "MaxCapacity": 4, **self.place, **more}
        return client(AUTOSCALING).register_scalable_target(**wanted)["ScalableTargetARN"]

    def count(self) -> int:
        _, cluster, name = self.place["ResourceId"].split("/")
        return client("ecs").describe_services(cluster=cluster, services=[name])["services"][0]["desiredCount"]

    def tags(self, arn: str) -> dict[str, str]:
        return client(AUTOSCALING).list_tags_for_resource(ResourceARN=arn)["Tags"]

    def follow(self, metric: str, **more: Any) -> None:
        client(AUTOSCALING).put_scaling_policy(
            PolicyName="p",
            PolicyType="TargetTrackingScaling",
            TargetTrackingScalingPolicyConfiguration={
                "TargetValue": 50,
                "PredefinedMetricSpecification": {"PredefinedMetricType": metric, **more},
            },
            **self.place,
        )

    def test_tags_of_registration_come_back(self) -> None:
        self.assertEqual(self.tags(self.register(Tags={"Team": "a"})), {"Team": "a"})

    def test_role_is_the_service_linked_one(self) -> None:
        """Application Auto Scaling User Guide, "Service-linked roles"."""
        self.register()
        asked = {"ServiceNamespace": "ecs", "ResourceIds": [self.place["ResourceId"]]}
        (told,) = client(AUTOSCALING).describe_scalable_targets(**asked)["ScalableTargets"]
        name = "AWSServiceRoleForApplicationAutoScaling_ECSService"
        path = "aws-service-role/ecs.application-autoscaling.amazonaws.com"
        self.assertEqual(told["RoleARN"], f"arn:aws:iam::{ACCOUNT}:role/{path}/{name}")

    def test_no_tags(self) -> None:
        self.assertEqual(self.tags(self.register()), {})

    def test_tags_can_be_changed(self) -> None:
        arn = self.register(Tags={"Team": "a", "Old": "1"})
        client(AUTOSCALING).tag_resource(ResourceARN=arn, Tags={"Team": "b"})
        client(AUTOSCALING).untag_resource(ResourceARN=arn, TagKeys=["Old"])
        self.assertEqual(self.tags(arn), {"Team": "b"})

    def test_tags_of_an_unknown_target_are_refused(self) -> None:
        with self.assertRefused("ResourceNotFoundException"):
            self.tags("arn:aws:application-autoscaling:us-east-1:123456789012:scalable-target/none")

    def test_inverted_capacity_is_refused(self) -> None:
        with self.assertRefused("ValidationException", "less than minimum"):
            self.register(MinCapacity=5, MaxCapacity=4)

    def test_policy_without_target_is_refused(self) -> None:
        with self.assertRefused("ObjectNotFoundException", "No scalable target registered"):
            self.follow("ECSServiceAverageCPUUtilization")

    def test_requests_per_target_of_an_attached_group(self) -> None:
        group = self.target_group(self.net)
        balancer = self.load_balancer(self.net)
        self.listener(balancer, group=group)
        self.register()
        label = f"{balancer.partition('loadbalancer/')[2]}/targetgroup/{group.partition(':targetgroup/')[2]}"
        self.follow("ALBRequestCountPerTarget", ResourceLabel=label)
        told = client(AUTOSCALING).describe_scaling_policies(**self.place)["ScalingPolicies"]
        metric = told[0]["TargetTrackingScalingPolicyConfiguration"]["PredefinedMetricSpecification"]
        self.assertEqual(metric["ResourceLabel"], label)

    def test_requests_per_target_of_an_unattached_group_are_refused(self) -> None:
        group, balancer = self.target_group(self.net), self.load_balancer(self.net)
        self.register()
        label = f"{balancer.partition('loadbalancer/')[2]}/targetgroup/{group.partition(':targetgroup/')[2]}"
        with self.assertRefused("ValidationException", "names no target group"):
            self.follow("ALBRequestCountPerTarget", ResourceLabel=label)

    def test_deregistration_takes_the_policies_along(self) -> None:
        self.register()
        self.follow("ECSServiceAverageCPUUtilization")
        client(AUTOSCALING).deregister_scalable_target(**self.place)
        self.assertEqual(client(AUTOSCALING).describe_scaling_policies(**self.place)["ScalingPolicies"], [])

    def test_count_is_moved_into_the_range(self) -> None:
        self.register(MinCapacity=3, MaxCapacity=5)
        self.assertEqual(self.count(), 3)
        self.register(MinCapacity=1, MaxCapacity=2)
        self.assertEqual(self.count(), 2)
