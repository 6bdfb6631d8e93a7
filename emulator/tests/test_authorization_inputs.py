"""Inputs are read of every operation, also where moto answers alone: IAM's needs depend on them."""

from __future__ import annotations

import unittest
from datetime import datetime, timezone

from authorized import AuthorizationTest, client, in_the_service
from botocore.serialize import create_serializer
from holdfast_emulator.engine.cbor import read_cbor
from holdfast_emulator.engine.models import service_model


class Inputs(AuthorizationTest):
    def test_what_moto_answers_alone(self) -> None:
        cases = [
            ("ec2", "describe_vpcs", {"Filters": [{"Name": "cidr", "Values": ["10.0.0.0/16"]}]}),
            ("iam", "list_roles", {"PathPrefix": "/x/"}),
            ("logs", "describe_log_groups", {"logGroupNamePrefix": "x"}),
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

    def test_cbor(self) -> None:
        """Oracle: botocore's own writer of the format."""
        model = service_model("cloudwatch")
        assert model is not None
        operation = model.operation_model("PutMetricData")
        given = {
            "Namespace": "ä",
            "MetricData": [
                {"MetricName": "m", "Value": -1.5, "Timestamp": datetime(2026, 1, 1, tzinfo=timezone.utc)},
                {"MetricName": "n" * 300, "Value": 70000.0, "StorageResolution": 60},
            ],
        }
        wire = create_serializer("smithy-rpc-v2-cbor", include_validation=False).serialize_to_request(given, operation)
        self.assertEqual(read_cbor(wire["body"], operation.input_shape), given)


if __name__ == "__main__":
    unittest.main()
