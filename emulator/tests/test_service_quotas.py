"""Service Quotas: what an account may have in a region."""

from __future__ import annotations

from support import EmulatorTest, client


class Quotas(EmulatorTest):
    def test_quota_that_a_recovery_meets_is_told(self) -> None:
        quota = client("service-quotas", "us-west-2").get_service_quota(ServiceCode="fargate", QuotaCode="L-3032A538")
        self.assertEqual(quota["Quota"]["QuotaName"], "Fargate On-Demand vCPU resource count")
        self.assertEqual(quota["Quota"]["Value"], 6.0)
        self.assertEqual(quota["Quota"]["QuotaArn"], "arn:aws:servicequotas:us-west-2:123456789012:fargate/L-3032A538")

    def test_unknown_quota_is_refused(self) -> None:
        with self.assertRefused("NoSuchResourceException"):
            client("service-quotas").get_service_quota(ServiceCode="fargate", QuotaCode="L-00000000")
