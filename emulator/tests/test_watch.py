"""Step Functions and EventBridge Scheduler: what is refused, and what comes back."""

from __future__ import annotations

import json
from typing import Any

from data_tier import DataTierTest
from support import client

LOOK = {
    "Type": "Task",
    "Resource": "arn:aws:states:::aws-sdk:rds:describeDBInstanceAutomatedBackups",
    "Arguments": {"MaxRecords": "{% 20 %}"},
    "End": True,
}


def machine(**state: Any) -> dict[str, Any]:
    look = {name: value for name, value in {**LOOK, **state}.items() if value is not None}
    return {"QueryLanguage": "JSONata", "StartAt": "Look", "States": {"Look": look}}


class WatchTest(DataTierTest):
    def create(self, definition: str | None = None, **more: Any) -> str:
        wanted = {
            "name": self.name("machine"),
            "definition": definition if definition is not None else json.dumps(machine()),
            "roleArn": more.pop("roleArn", None) or self.role("states.amazonaws.com"),
            **more,
        }
        return client("stepfunctions").create_state_machine(**wanted)["stateMachineArn"]


class StateMachines(WatchTest):
    def test_bad_definition_is_refused(self) -> None:
        with_end = {**machine(), "States": {"Look": LOOK, "Lost": {"Type": "Succeed"}}}
        cases = [
            ("no json", "INVALID_JSON"),
            ("[]", "INVALID_JSON"),
            (json.dumps({"StartAt": "Look"}), "MISSING_STATES"),
            (json.dumps({**machine(), "StartAt": "Nowhere"}), "StartAt"),
            (json.dumps(machine(End=None, Next="Nowhere")), "MISSING_TRANSITION_TARGET"),
            (json.dumps(machine(End=None)), "MISSING_END_STATE"),
            (json.dumps(machine(Type="Sleep")), "state type"),
            (json.dumps(machine(Parameters={})), "Parameters is not supported"),
            (json.dumps({**machine(), "QueryLanguage": "JSONPath"}), "Arguments is not supported"),
            (json.dumps(machine(Resource="arn:aws:states:::aws-sdk:rds:describeNothing")), "names no action"),
            (json.dumps(machine(Arguments={"MaxRecords": "{% 20"})), "must begin"),
            (json.dumps(with_end), "UNREACHABLE_STATE"),
        ]
        for definition, text in cases:
            with self.subTest(text):
                with self.assertRefused("InvalidDefinition", text):
                    self.create(definition)
                told = client("stepfunctions").validate_state_machine_definition(definition=definition)
                self.assertEqual(told["result"], "FAIL")

    def test_type_is_listed(self) -> None:
        wanted = {self.create(): "STANDARD", self.create(type="EXPRESS"): "EXPRESS"}
        listed = client("stepfunctions").list_state_machines()["stateMachines"]
        told = {each["stateMachineArn"]: each["type"] for each in listed}
        self.assertEqual({arn: told[arn] for arn in wanted}, wanted)

    def test_good_definition(self) -> None:
        told = client("stepfunctions").validate_state_machine_definition(definition=json.dumps(machine()))
        self.assertEqual((told["result"], told["diagnostics"]), ("OK", []))
        arn = self.create(type="EXPRESS")
        self.assertEqual(client("stepfunctions").describe_state_machine(stateMachineArn=arn)["type"], "EXPRESS")
        self.assertEqual(
            client("stepfunctions").list_state_machine_versions(stateMachineArn=arn)["stateMachineVersions"], []
        )

    def test_role_and_logs_must_fit(self) -> None:
        with self.assertRefused("AccessDeniedException", "authorized to assume"):
            self.create(roleArn=self.role("ec2.amazonaws.com"))
        group = self.name("/aws/vendedlogs/states/group")
        client("logs").create_log_group(logGroupName=group)
        arn = f"arn:aws:logs:us-east-1:123456789012:log-group:{group}"
        for wanted, text in ((arn, "end with"), (f"{arn}none:*", "does not exist")):
            destinations = [{"cloudWatchLogsLogGroup": {"logGroupArn": wanted}}]
            with self.subTest(text), self.assertRefused("InvalidLoggingConfiguration", text):
                self.create(loggingConfiguration={"level": "ERROR", "destinations": destinations})
        destinations = [{"cloudWatchLogsLogGroup": {"logGroupArn": f"{arn}:*"}}]
        self.create(loggingConfiguration={"level": "ERROR", "destinations": destinations})

    def test_taken_name_is_refused(self) -> None:
        name = self.create().rpartition(":")[2]
        with self.assertRefused("StateMachineAlreadyExists"):
            self.create(name=name)


class Schedules(WatchTest):
    def schedule(self, **more: Any) -> None:
        target = {"Arn": more.pop("arn", None) or self.create(), "RoleArn": more.pop("role", None)}
        target["RoleArn"] = target["RoleArn"] or self.role("scheduler.amazonaws.com")
        wanted = {
            "Name": self.name("schedule"),
            "ScheduleExpression": "rate(5 minutes)",
            "FlexibleTimeWindow": {"Mode": "OFF"},
            "Target": target,
            **more,
        }
        client("scheduler").create_schedule(**wanted)

    def test_bad_schedule_is_refused(self) -> None:
        gone = "arn:aws:states:us-east-1:123456789012:stateMachine:gone"
        cases: list[tuple[dict[str, Any], str, str]] = [
            ({"role": self.role("ec2.amazonaws.com")}, "ValidationException", "assume the role"),
            ({"role": "arn:aws:iam::123456789012:role/gone"}, "ValidationException", "assume the role"),
            ({"arn": gone}, "ValidationException", "does not exist"),
            ({"ScheduleExpression": "every day"}, "ValidationException", "Schedule Expression"),
            ({"FlexibleTimeWindow": {"Mode": "FLEXIBLE"}}, "ValidationException", "MaximumWindowInMinutes"),
            ({"GroupName": "gone"}, "ResourceNotFoundException", "gone"),
        ]
        for more, code, text in cases:
            with self.subTest(text), self.assertRefused(code, text):
                self.schedule(**more)

    def test_good_schedule(self) -> None:
        self.schedule()
        self.schedule(arn="arn:aws:scheduler:::aws-sdk:rds:stopDBInstance")
