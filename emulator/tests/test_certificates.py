"""ACM: certificates wait for their validation records, and are not deleted while something uses them."""

from __future__ import annotations

from typing import Any

from support import EmulatorTest, client


class Certificates(EmulatorTest):
    def setUp(self) -> None:
        self.acm = client("acm")
        self.domain = f"{self.name()}.example.org"

    def request(self, *more: str, region: str = "us-east-1", **options: Any) -> str:
        wanted = {"DomainName": self.domain, "ValidationMethod": "DNS", **options}
        if more:
            wanted["SubjectAlternativeNames"] = list(more)
        return client("acm", region).request_certificate(**wanted)["CertificateArn"]

    def describe(self, arn: str) -> dict[str, Any]:
        region = arn.split(":")[3]
        return client("acm", region).describe_certificate(CertificateArn=arn)["Certificate"]

    def validate(self, arn: str, names: int | None = None) -> None:
        """Write the validation records, or only the first few of them."""
        route53 = client("route53")
        zone = route53.create_hosted_zone(Name=self.domain, CallerReference=self.name())["HostedZone"]["Id"]
        records = {o["ResourceRecord"]["Name"]: o["ResourceRecord"] for o in self.options(arn)[:names]}
        changes = [
            {
                "Action": "UPSERT",
                "ResourceRecordSet": {
                    "Name": record["Name"],
                    "Type": record["Type"],
                    "TTL": 60,
                    "ResourceRecords": [{"Value": record["Value"]}],
                },
            }
            for record in records.values()
        ]
        route53.change_resource_record_sets(HostedZoneId=zone, ChangeBatch={"Changes": changes})

    def options(self, arn: str) -> list[dict[str, Any]]:
        return self.describe(arn)["DomainValidationOptions"]

    def test_pending_without_its_records(self) -> None:
        arn = self.request()
        told = self.describe(arn)
        self.assertEqual(told["Status"], "PENDING_VALIDATION")
        self.assertNotIn("IssuedAt", told)
        self.assertEqual(told["DomainValidationOptions"][0]["ValidationStatus"], "PENDING_VALIDATION")

    def test_issued_with_all_of_its_records(self) -> None:
        arn = self.request(f"a.{self.domain}")
        self.validate(arn, 1)
        self.assertEqual(self.describe(arn)["Status"], "PENDING_VALIDATION")
        self.validate(arn)
        self.assertEqual(self.describe(arn)["Status"], "ISSUED")

    def test_names_come_back_in_their_order(self) -> None:
        names = [f"*.{self.domain}", f"b.{self.domain}", f"a.{self.domain}"]
        arn = self.request(*names)
        self.assertEqual(self.describe(arn)["SubjectAlternativeNames"], [self.domain, *names])
        self.assertEqual([o["DomainName"] for o in self.options(arn)], [self.domain, *names])

    def test_record_is_the_same_for_a_wildcard_and_in_every_region(self) -> None:
        east = self.options(self.request(f"*.{self.domain}"))
        west = self.options(self.request(region="us-west-2"))
        records = [option["ResourceRecord"] for option in [*east, *west]]
        self.assertEqual(records, [records[0]] * 3)

    def test_settings_come_back(self) -> None:
        arn = self.request(
            KeyAlgorithm="EC_prime256v1", Options={"CertificateTransparencyLoggingPreference": "DISABLED"}
        )
        told = self.describe(arn)
        self.assertEqual(told["KeyAlgorithm"], "EC_prime256v1")
        self.assertEqual(told["Options"]["CertificateTransparencyLoggingPreference"], "DISABLED")
        self.acm.update_certificate_options(
            CertificateArn=arn, Options={"CertificateTransparencyLoggingPreference": "ENABLED"}
        )
        self.assertEqual(self.describe(arn)["Options"]["CertificateTransparencyLoggingPreference"], "ENABLED")
        self.assertIn(arn, [c["CertificateArn"] for c in self.acm.list_certificates()["CertificateSummaryList"]])

    def test_what_aws_refuses(self) -> None:
        for title, options in {
            "not a name": {"DomainName": "-x.example.org"},
            "long first name": {"DomainName": f"{'a' * 60}.example.org"},
            "key": {"KeyAlgorithm": "RSA_4096"},
        }.items():
            with self.subTest(title), self.assertRefused("ValidationException"):
                self.request(**options)

    def test_pending_one_is_no_use_to_a_listener(self) -> None:
        arn = self.request()
        with self.assertRefused("UnsupportedCertificate"):
            self.https(arn)

    def test_used_one_cannot_be_deleted(self) -> None:
        arn = self.request()
        self.validate(arn)
        listener = self.https(arn)
        self.assertEqual(len(self.describe(arn)["InUseBy"]), 1)
        with self.assertRefused("ResourceInUseException"):
            self.acm.delete_certificate(CertificateArn=arn)
        client("elbv2").delete_listener(ListenerArn=listener)
        self.acm.delete_certificate(CertificateArn=arn)
        with self.assertRefused("ResourceNotFoundException"):
            self.acm.delete_certificate(CertificateArn=arn)

    def https(self, arn: str) -> str:
        balancer = self.load_balancer(self.network())
        return self.listener(balancer, Protocol="HTTPS", Port=443, Certificates=[{"CertificateArn": arn}])
