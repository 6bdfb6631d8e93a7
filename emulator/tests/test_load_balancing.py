"""Load balancers, listeners and target groups: AWS's checks, and attributes that come back."""

from __future__ import annotations

import json

from support import ACCOUNT, EmulatorTest, client

ELB_ACCOUNT = "127311923021"


def certificate(region: str = "us-east-1", account: str = ACCOUNT) -> str:
    return f"arn:aws:acm:{region}:{account}:certificate/11111111-2222-3333-4444-555555555555"


def attributes(items: list[dict[str, str]]) -> dict[str, str]:
    return {item["Key"]: item["Value"] for item in items}


class LoadBalancers(EmulatorTest):
    def test_one_zone_is_refused(self) -> None:
        with self.assertRefused("ValidationError", "At least two subnets"):
            self.load_balancer(self.network(zones="a"))

    def test_two_subnets_in_one_zone_are_refused(self) -> None:
        with self.assertRefused("InvalidConfigurationRequest", "same Availability Zone"):
            self.load_balancer(self.network(zones="aa"))

    def test_facing_the_internet_without_a_gateway_is_refused(self) -> None:
        with self.assertRefused("InvalidSubnet", "no internet gateway"):
            self.load_balancer(self.network(internet=False))

    def test_internal_one_needs_no_gateway(self) -> None:
        self.assertTrue(self.load_balancer(self.network(internet=False), Scheme="internal"))

    def test_security_group_of_another_vpc_is_refused(self) -> None:
        with self.assertRefused("InvalidSecurityGroup", "another VPC"):
            self.load_balancer(self.network(), SecurityGroups=[self.network().security_group])

    def test_long_name_is_refused(self) -> None:
        with self.assertRefused("ValidationError", "32"):
            self.load_balancer(self.network(), Name="n" * 33)

    def test_taken_name_is_refused(self) -> None:
        network, name = self.network(), self.name("lb")
        self.load_balancer(network, Name=name)
        with self.assertRefused("DuplicateLoadBalancerName"):
            self.load_balancer(network, Name=name)

    def test_protected_one_cannot_be_deleted(self) -> None:
        balancer = self.load_balancer(self.network())
        self.set_attributes(balancer, {"deletion_protection.enabled": "true"})
        with self.assertRefused("OperationNotPermitted", "deletion protection"):
            client("elbv2").delete_load_balancer(LoadBalancerArn=balancer)

    def test_attributes_come_back(self) -> None:
        wanted = {"client_keep_alive.seconds": "1800", "zonal_shift.config.enabled": "true"}
        balancer = self.load_balancer(self.network())
        self.set_attributes(balancer, wanted)
        told = client("elbv2").describe_load_balancer_attributes(LoadBalancerArn=balancer)["Attributes"]
        self.assertLessEqual(wanted.items(), attributes(told).items())

    def test_access_logs_need_a_bucket(self) -> None:
        with self.assertRefused("InvalidConfigurationRequest", "does not exist"):
            self.log_to("no-such-bucket")

    def test_access_logs_need_a_bucket_policy(self) -> None:
        bucket = self.name("logs")
        client("s3").create_bucket(Bucket=bucket)
        with self.assertRefused("InvalidConfigurationRequest", "Access Denied"):
            self.log_to(bucket)

    def test_access_logs_need_a_bucket_of_the_region(self) -> None:
        bucket = self.name("logs")
        west = {"LocationConstraint": "us-west-2"}
        client("s3", "us-west-2").create_bucket(Bucket=bucket, CreateBucketConfiguration=west)
        with self.assertRefused("InvalidConfigurationRequest", "not located in us-east-1"):
            self.log_to(bucket)

    def test_access_logs_with_a_bucket_policy(self) -> None:
        writers = (
            {"AWS": f"arn:aws:iam::{ELB_ACCOUNT}:root"},
            {"Service": "logdelivery.elasticloadbalancing.amazonaws.com"},
        )
        for principal in writers:
            with self.subTest(principal):
                bucket = self.name("logs")
                client("s3").create_bucket(Bucket=bucket)
                grant = {"Effect": "Allow", "Principal": principal, "Action": "s3:PutObject", "Resource": "*"}
                client("s3").put_bucket_policy(Bucket=bucket, Policy=json.dumps({"Statement": [grant]}))
                self.log_to(bucket)

    def set_attributes(self, balancer: str, wanted: dict[str, str]) -> None:
        items = [{"Key": key, "Value": value} for key, value in wanted.items()]
        client("elbv2").modify_load_balancer_attributes(LoadBalancerArn=balancer, Attributes=items)

    def log_to(self, bucket: str) -> None:
        wanted = {"access_logs.s3.enabled": "true", "access_logs.s3.bucket": bucket}
        self.set_attributes(self.load_balancer(self.network()), wanted)


class Listeners(EmulatorTest):
    def test_certificate_of_another_region_is_refused(self) -> None:
        with self.assertRefused("CertificateNotFound", "us-west-2"):
            self.https(certificate("us-west-2"))

    def test_certificate_of_another_account_is_refused(self) -> None:
        with self.assertRefused("CertificateNotFound"):
            self.https(certificate(account="999999999999"))

    def test_further_certificate_of_another_region_is_refused(self) -> None:
        listener = self.https(certificate())
        with self.assertRefused("CertificateNotFound", "us-west-2"):
            client("elbv2").add_listener_certificates(
                ListenerArn=listener, Certificates=[{"CertificateArn": certificate("us-west-2")}]
            )

    def test_literal_certificate_of_this_region_counts_as_imported(self) -> None:
        self.https(certificate())
        told = client("acm").describe_certificate(CertificateArn=certificate())["Certificate"]
        self.assertEqual((told["Type"], told["Status"]), ("IMPORTED", "ISSUED"))

    def test_malformed_certificate_is_refused(self) -> None:
        with self.assertRefused("ValidationError", "is not valid"):
            self.https("arn:aws:acm:us-east-1:123456789012:certificate/mine")

    def test_https_needs_a_certificate(self) -> None:
        with self.assertRefused("ValidationError", "certificate must be specified"):
            self.listener(self.load_balancer(self.network()), Protocol="HTTPS", Port=443)

    def test_taken_port_is_refused(self) -> None:
        balancer = self.load_balancer(self.network())
        self.listener(balancer, Port=80)
        with self.assertRefused("DuplicateListener"):
            self.listener(balancer, Port=80)

    def test_unknown_ssl_policy_is_refused(self) -> None:
        with self.assertRefused("SSLPolicyNotFound"):
            self.https(certificate(), SslPolicy="ELBSecurityPolicy-None")

    def test_security_headers_come_back(self) -> None:
        wanted = {
            "routing.http.response.server.enabled": "false",
            "routing.http.response.strict_transport_security.header_value": "max-age=31536000",
        }
        listener = self.https(certificate())
        items = [{"Key": key, "Value": value} for key, value in wanted.items()]
        client("elbv2").modify_listener_attributes(ListenerArn=listener, Attributes=items)
        told = attributes(client("elbv2").describe_listener_attributes(ListenerArn=listener)["Attributes"])
        self.assertEqual({key: told[key] for key in wanted}, wanted)

    def test_unknown_attribute_is_refused(self) -> None:
        listener = self.listener(self.load_balancer(self.network()))
        with self.assertRefused("ValidationError", "is not recognized"):
            client("elbv2").modify_listener_attributes(
                ListenerArn=listener, Attributes=[{"Key": "routing.http.response.x.header_value", "Value": "1"}]
            )

    def test_taken_priority_is_refused(self) -> None:
        listener = self.listener(self.load_balancer(self.network()))
        self.rule(listener, ["/a"])
        with self.assertRefused("PriorityInUse"):
            self.rule(listener, ["/b"])

    def test_six_condition_values_are_refused(self) -> None:
        listener = self.listener(self.load_balancer(self.network()))
        with self.assertRefused("ValidationError", "'5' condition values"):
            self.rule(listener, [f"/{number}" for number in range(6)])

    def https(self, arn: str, **more: object) -> str:
        balancer = self.load_balancer(self.network())
        return self.listener(balancer, Protocol="HTTPS", Port=443, Certificates=[{"CertificateArn": arn}], **more)

    def rule(self, listener: str, paths: list[str]) -> None:
        client("elbv2").create_rule(
            ListenerArn=listener,
            Priority=10,
            Conditions=[{"Field": "path-pattern", "PathPatternConfig": {"Values": paths}}],
            Actions=[{"Type": "fixed-response", "FixedResponseConfig": {"StatusCode": "404"}}],
        )


class TargetGroups(EmulatorTest):
    def test_long_name_is_refused(self) -> None:
        with self.assertRefused("ValidationError", "32"):
            self.target_group(self.network(), Name="n" * 33)

    def test_taken_name_is_refused(self) -> None:
        network, name = self.network(), self.name("tg")
        self.target_group(network, Name=name)
        with self.assertRefused("DuplicateTargetGroupName"):
            self.target_group(network, Name=name)

    def test_tells_the_load_balancers_that_forward_to_it_now(self) -> None:
        network = self.network()
        balancer, group = self.load_balancer(network), self.target_group(network)
        self.assertEqual(self.load_balancers_of(group), [])
        listener = self.listener(balancer, group=group)
        self.assertEqual(self.load_balancers_of(group), [balancer])
        client("elbv2").delete_listener(ListenerArn=listener)
        self.assertEqual(self.load_balancers_of(group), [])

    def test_used_one_cannot_be_deleted(self) -> None:
        network = self.network()
        group = self.target_group(network)
        self.listener(self.load_balancer(network), group=group)
        with self.assertRefused("ResourceInUse"):
            client("elbv2").delete_target_group(TargetGroupArn=group)

    def test_tells_how_long_one_would_stick(self) -> None:
        told = client("elbv2").describe_target_group_attributes(TargetGroupArn=self.target_group(self.network()))
        wanted = {"stickiness.enabled": "false", "stickiness.lb_cookie.duration_seconds": "86400"}
        self.assertLessEqual(wanted.items(), attributes(told["Attributes"]).items())

    def test_stickiness_comes_back(self) -> None:
        wanted = {"stickiness.enabled": "true", "stickiness.lb_cookie.duration_seconds": "60"}
        group = self.target_group(self.network())
        items = [{"Key": key, "Value": value} for key, value in wanted.items()]
        client("elbv2").modify_target_group_attributes(TargetGroupArn=group, Attributes=items)
        told = client("elbv2").describe_target_group_attributes(TargetGroupArn=group)["Attributes"]
        self.assertLessEqual(wanted.items(), attributes(told).items())
        self.assertEqual(len(told), len(attributes(told)))

    def test_cookie_of_aws_is_refused(self) -> None:
        items = [{"Key": "stickiness.app_cookie.cookie_name", "Value": "AWSALBAPP-0"}]
        with self.assertRefused("InvalidConfigurationRequest", "reserved"):
            client("elbv2").modify_target_group_attributes(
                TargetGroupArn=self.target_group(self.network()), Attributes=items
            )

    def load_balancers_of(self, group: str) -> list[str]:
        told = client("elbv2").describe_target_groups(TargetGroupArns=[group])["TargetGroups"][0]
        return told["LoadBalancerArns"]
