"""Inputs are read of every operation, also where moto answers alone: IAM's needs depend on them."""

from __future__ import annotations

import unittest

from authorized import AuthorizationTest, client, in_the_service


class Inputs(AuthorizationTest):
    def test_what_moto_answers_alone(self) -> None:
        cases = [
            ("ec2", "describe_vpcs", {"Filters": [{"Name": "cidr", "Values": ["10.0.0.0/16"]}]}),
            ("iam", "list_roles", {"PathPrefix": "/x/"}),
            ("logs", "describe_log_groups", {"logGroupNamePrefix": "x"}),
            # CBOR.
            ("cloudwatch", "describe_alarms", {"AlarmNames": ["x"], "MaxRecords": 5}),
            ("lambda", "list_functions", {"MaxItems": 5}),
        ]
        seen: list[dict] = []
        in_the_service[:] = [lambda call: seen.append(dict(call.input))]
        self.addCleanup(in_the_service.clear)
        for service, method, given in cases:
            with self.subTest(service):
                getattr(client(service), method)(**given)
                self.assertEqual(seen[-1], given)


if __name__ == "__main__":
    unittest.main()
