"""ECS: what Fargate refuses, what a service refuses, and settings that come back."""

from __future__ import annotations

import unittest
from typing import Any

from control import control
from support import ACCOUNT, EmulatorTest, Network, client

from holdfast_emulator.services.fargate import runs_on_fargate

ROLE = f"arn:aws:iam::{ACCOUNT}:role/task"


class FargateSizes(unittest.TestCase):
    def test_sizes_that_fargate_has(self) -> None:
        for cpu, memory in (
            ("256", "512"),
            ("512", "4096"),
            ("1 vCPU", "2 GB"),
            (".25 vCPU", "0.5 GB"),
            ("16384", "122880"),
        ):
            with self.subTest(cpu=cpu, memory=memory):
                self.assertTrue(runs_on_fargate(cpu, memory))

    def test_sizes_that_fargate_has_not(self) -> None:
        for cpu, memory in (
            ("256", "4096"),
            ("300", "512"),
            ("512", "1500"),
            ("8192", "17408"),
            (None, "512"),
            ("512", None),
        ):
            with self.subTest(cpu=cpu, memory=memory):
                self.assertFalse(runs_on_fargate(cpu, memory))


class EcsTest(EmulatorTest):
    def task(self, *, container: dict[str, Any] | None = None, **more: Any) -> str:
        web = {"name": "web", "image": "web:1", "portMappings": [{"name": "http", "containerPort": 8080}]}
        wanted: dict[str, Any] = {
            "family": self.name("task"),
            "requiresCompatibilities": ["FARGATE"],
            "networkMode": "awsvpc",
            "cpu": "256",
            "memory": "512",
            "containerDefinitions": [{**web, **(container or {})}],
            **more,
        }
        return client("ecs").register_task_definition(**wanted)["taskDefinition"]["taskDefinitionArn"]

    def cluster(self) -> str:
        name = self.name("cluster")
        client("ecs").create_cluster(clusterName=name, capacityProviders=["FARGATE", "FARGATE_SPOT"])
        return name

    def service(self, network: Network | None = None, **more: Any) -> dict[str, Any]:
        network = network or self.network()
        wanted: dict[str, Any] = {
            "serviceName": "web",
            "cluster": more.pop("cluster", None) or self.cluster(),
            "taskDefinition": more.pop("taskDefinition", None) or self.task(),
            "desiredCount": 2,
            "networkConfiguration": {"awsvpcConfiguration": {"subnets": network.subnets}},
            **more,
        }
        return client("ecs").create_service(**wanted)["service"]

    def described(self, service: dict[str, Any]) -> dict[str, Any]:
        answer = client("ecs").describe_services(cluster=service["clusterArn"], services=[service["serviceArn"]])
        return answer["services"][0]


class TaskDefinitions(EcsTest):
    def test_size_that_fargate_has_not_is_refused(self) -> None:
        with self.assertRefused("ClientException", "No Fargate configuration exists"):
            self.task(cpu="512", memory="512")

    def test_awslogs_needs_an_execution_role(self) -> None:
        log = {"logConfiguration": {"logDriver": "awslogs", "options": {"awslogs-group": "g"}}}
        with self.assertRefused("ClientException", "execution role"):
            self.task(container=log)

    def test_unknown_volume_is_refused(self) -> None:
        with self.assertRefused("ClientException", "Unknown volume 'data'"):
            self.task(container={"mountPoints": [{"sourceVolume": "data", "containerPath": "/data"}]})

    def test_different_host_port_is_refused(self) -> None:
        with self.assertRefused("ClientException", "must match"):
            self.task(container={"portMappings": [{"containerPort": 8080, "hostPort": 80}]})


class Services(EcsTest):
    def test_settings_come_back(self) -> None:
        wanted = {
            "capacityProviderStrategy": [{"capacityProvider": "FARGATE", "base": 1, "weight": 1}],
            "enableExecuteCommand": True,
            "availabilityZoneRebalancing": "ENABLED",
            "propagateTags": "SERVICE",
            "enableECSManagedTags": True,
        }
        task = self.task(taskRoleArn=ROLE)
        told = self.described(self.service(taskDefinition=task, **wanted))
        self.assertEqual({name: told.get(name) for name in wanted}, wanted)

    def test_circuit_breaker_and_alarms_come_back(self) -> None:
        wanted = {
            "deploymentCircuitBreaker": {"enable": True, "rollback": True},
            "alarms": {"enable": True, "rollback": True, "alarmNames": ["cpu"]},
        }
        told = self.described(self.service(launchType="FARGATE", deploymentConfiguration=wanted))
        self.assertLessEqual(wanted.items(), told["deploymentConfiguration"].items())

    def test_service_connect_comes_back_on_the_deployment(self) -> None:
        wanted = {"enabled": True, "services": [{"portName": "http", "discoveryName": "web"}]}
        told = self.described(self.service(launchType="FARGATE", serviceConnectConfiguration=wanted))
        self.assertEqual(told["deployments"][0]["serviceConnectConfiguration"], wanted)

    def test_cluster_default_strategy_is_used(self) -> None:
        cluster = self.cluster()
        strategy = [{"capacityProvider": "FARGATE_SPOT", "weight": 1}]
        client("ecs").put_cluster_capacity_providers(
            cluster=cluster, capacityProviders=["FARGATE_SPOT"], defaultCapacityProviderStrategy=strategy
        )
        told = self.service(cluster=cluster)
        self.assertEqual(told["capacityProviderStrategy"][0]["capacityProvider"], "FARGATE_SPOT")

    def test_deployment_completes(self) -> None:
        told = self.described(self.service(launchType="FARGATE", desiredCount=3))
        self.assertEqual((told["runningCount"], told["pendingCount"]), (3, 0))
        self.assertEqual([d["rolloutState"] for d in told["deployments"]], ["COMPLETED"])

    def test_a_cluster_counts_the_tasks_of_its_services(self) -> None:
        cluster = self.cluster()
        self.service(launchType="FARGATE", desiredCount=3)
        self.service(cluster=cluster, launchType="FARGATE", desiredCount=2)

        def counts() -> tuple[int, int]:
            told = client("ecs").describe_clusters(clusters=[cluster])["clusters"][0]
            return told["runningTasksCount"], told["pendingTasksCount"]

        self.assertEqual(counts(), (2, 0))
        client("ecs").update_service(cluster=cluster, service="web", desiredCount=0)
        self.assertEqual(counts(), (0, 0))

    def test_update_changes_only_what_it_names(self) -> None:
        service = self.service(launchType="FARGATE", propagateTags="SERVICE")
        client("ecs").update_service(cluster=service["clusterArn"], service="web", desiredCount=5)
        told = self.described(service)
        self.assertEqual((told["runningCount"], told["propagateTags"]), (5, "SERVICE"))

    def test_update_to_another_image(self) -> None:
        service, task = self.service(launchType="FARGATE"), self.task(container={"image": "web:2"})
        client("ecs").update_service(cluster=service["clusterArn"], service="web", taskDefinition=task)
        told = self.described(service)
        self.assertEqual({told["taskDefinition"], told["deployments"][0]["taskDefinition"]}, {task})

    def test_failing_deployment_is_rolled_back(self) -> None:
        breaker = {"deploymentCircuitBreaker": {"enable": True, "rollback": True}}
        service = self.service(deploymentConfiguration=breaker)
        self.addCleanup(control, "PUT", "failing-deployments", {"region": "us-east-1", "services": []})
        self.assertEqual(control("PUT", "failing-deployments", {"region": "us-east-1", "services": [service["serviceName"]]})["status"], 200)
        wanted = self.task(container={"image": "web:2"})
        client("ecs").update_service(
            cluster=service["clusterArn"], service=service["serviceName"], taskDefinition=wanted
        )
        now = self.described(service)
        self.assertEqual(now["taskDefinition"], service["taskDefinition"])
        self.assertEqual([one["rolloutState"] for one in now["deployments"]], ["COMPLETED"])

    def test_failing_deployments_are_named_by_service(self) -> None:
        self.assertEqual(control("PUT", "failing-deployments", {"region": "us-east-1", "services": "web"})["status"], 400)

    def test_target_group_without_load_balancer_is_refused(self) -> None:
        network = self.network()
        with self.assertRefused("InvalidParameterException", "does not have an associated load balancer"):
            self.service(network, loadBalancers=self.behind(self.target_group(network)))

    def test_target_group_of_another_target_type_is_refused(self) -> None:
        network = self.network()
        group = self.target_group(network, TargetType="instance")
        self.listener(self.load_balancer(network), group=group)
        with self.assertRefused("InvalidParameterException", "target type instance"):
            self.service(network, loadBalancers=self.behind(group))

    def test_container_port_that_is_not_mapped_is_refused(self) -> None:
        network = self.network()
        group = self.target_group(network)
        self.listener(self.load_balancer(network), group=group)
        with self.assertRefused("InvalidParameterException", "did not have a container port 9090"):
            self.service(network, loadBalancers=self.behind(group, port=9090))

    def test_behind_a_load_balancer(self) -> None:
        network = self.network()
        group = self.target_group(network)
        self.listener(self.load_balancer(network), group=group)
        told = self.service(network, loadBalancers=self.behind(group), healthCheckGracePeriodSeconds=60)
        self.assertEqual(told["healthCheckGracePeriodSeconds"], 60)

    def test_grace_period_without_load_balancer_is_refused(self) -> None:
        with self.assertRefused("InvalidParameterException", "Health check grace period"):
            self.service(healthCheckGracePeriodSeconds=60)

    def test_execute_command_needs_a_task_role(self) -> None:
        with self.assertRefused("InvalidParameterException", "taskRoleArn"):
            self.service(enableExecuteCommand=True)

    def test_unassociated_capacity_provider_is_refused(self) -> None:
        with self.assertRefused("InvalidParameterException", "not associated with the cluster"):
            self.service(capacityProviderStrategy=[{"capacityProvider": "mine"}])

    def test_launch_type_and_strategy_together_are_refused(self) -> None:
        with self.assertRefused("InvalidParameterException", "both a launch type"):
            self.service(launchType="FARGATE", capacityProviderStrategy=[{"capacityProvider": "FARGATE"}])

    def test_security_group_of_another_vpc_is_refused(self) -> None:
        here, there = self.network(), self.network()
        network = {"awsvpcConfiguration": {"subnets": here.subnets, "securityGroups": [there.security_group]}}
        with self.assertRefused("InvalidParameterException", "same VPC"):
            self.service(networkConfiguration=network)

    def test_unnamed_connect_port_is_refused(self) -> None:
        with self.assertRefused("InvalidParameterException", "portName(grpc)"):
            self.service(serviceConnectConfiguration={"enabled": True, "services": [{"portName": "grpc"}]})

    def test_taken_name_is_refused(self) -> None:
        cluster = self.cluster()
        self.service(cluster=cluster)
        with self.assertRefused("InvalidParameterException", "not idempotent"):
            self.service(cluster=cluster)

    def behind(self, group: str, port: int = 8080) -> list[dict[str, Any]]:
        return [{"targetGroupArn": group, "containerName": "web", "containerPort": port}]


class Clusters(EcsTest):
    def test_configuration_comes_back(self) -> None:
        wanted = {"managedStorageConfiguration": {"fargateEphemeralStorageKmsKeyId": "k"}}
        told = client("ecs").create_cluster(clusterName=self.name(), configuration=wanted)["cluster"]
        self.assertEqual(told["configuration"], wanted)

    def test_unknown_capacity_provider_is_refused(self) -> None:
        with self.assertRefused("InvalidParameterException", "was not found"):
            client("ecs").create_cluster(clusterName=self.name(), capacityProviders=["FARGAT"])

    def test_cluster_with_services_cannot_be_deleted(self) -> None:
        cluster = self.cluster()
        self.service(cluster=cluster)
        with self.assertRefused("ClusterContainsServicesException"):
            client("ecs").delete_cluster(cluster=cluster)

    def test_account_setting(self) -> None:
        client("ecs").put_account_setting_default(name="containerInsights", value="enhanced")
        told = client("ecs").list_account_settings(name="containerInsights")["settings"]
        self.assertEqual([setting["value"] for setting in told], ["enhanced"])
