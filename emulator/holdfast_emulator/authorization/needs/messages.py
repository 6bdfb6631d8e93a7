"""SNS, SQS, EventBridge, its Scheduler, and Step Functions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..need import Need
from .encryption import through
from .inputs import texts
from .table import Table, pass_role

if TYPE_CHECKING:
    from ...engine.call import Call

SNS = Table(
    "sns",
    names={"topic": lambda call: texts(call.input, "TopicArn", "ResourceArn", "TargetArn") + _topics(call)},
    keys={"sns:Protocol": ("Protocol",), "sns:Endpoint": ("Endpoint",)},
    actions={"PublishBatch": "Publish", "ConfirmSubscription": "ConfirmSubscription"},
    tagged_by="TagResource",
)


def _topics(call: Call) -> list[str]:
    if call.operation == "CreateTopic":
        return texts(call.input, "Name")
    return [arn.rpartition(":")[0] for arn in texts(call.input, "SubscriptionArn")]


@SNS.adds("CreateTopic", "SetTopicAttributes")
def feedback_roles(call: Call) -> list[Need]:
    """The reference's dependent iam:PassRole: roles with which SNS writes its delivery status."""
    attributes = dict(call.input.get("Attributes") or {})
    if call.operation == "SetTopicAttributes":
        attributes = {str(call.input.get("AttributeName")): call.input.get("AttributeValue")}
    roles = [value for name, value in attributes.items() if name.endswith("FeedbackRoleArn") and value]
    return [pass_role(call, str(role), "sns.amazonaws.com") for role in roles]


@SNS.adds("Publish", "PublishBatch")
def topic_key(call: Call) -> list[Need]:
    """SNS guide, "Key management", "Configuring AWS KMS permissions": a publisher needs both."""
    arn = str(call.input.get("TopicArn") or call.input.get("TargetArn") or "")
    topic = call.backend("sns").topics.get(arn)
    key = getattr(topic, "kms_master_key_id", None)
    return through(call, key, "sns", ("GenerateDataKey", "Decrypt"), {"aws:sns:topicArn": arn}) if key else []


SQS = Table(
    "sqs",
    names={"queue": lambda call: [url.rpartition("/")[2] for url in texts(call.input, "QueueUrl", "QueueName")]},
    actions={
        "ChangeMessageVisibilityBatch": "ChangeMessageVisibility",
        "DeleteMessageBatch": "DeleteMessage",
        "SendMessageBatch": "SendMessage",
    },
    tagged_by="TagQueue",
)


def _rules(call: Call, custom: bool) -> list[str]:
    bus = str(call.input.get("EventBusName") or "default").rpartition("/")[2]
    member = "Rule" if call.operation in ("PutTargets", "RemoveTargets", "ListTargetsByRule") else "Name"
    names = texts(call.input, member) if "EventBus" not in call.operation else []
    arns = texts(call.input, "ResourceARN")
    if (bus != "default") != custom:
        return arns if not custom else [arn for arn in arns if arn.count("/") == 2]
    return [*arns, *(f"{bus}/{name}" if custom else name for name in names)]


EVENTS = Table(
    "events",
    names={
        "rule-on-default-event-bus": lambda call: _rules(call, custom=False),
        "rule-on-custom-event-bus": lambda call: _rules(call, custom=True),
        "event-bus": lambda call: [
            name.rpartition("event-bus/")[2]
            for name in texts(call.input, "EventBusName", "ResourceARN", "Entries.EventBusName")
            + (texts(call.input, "Name") if "EventBus" in call.operation else [])
        ]
        or (["default"] if call.operation in ("PutEvents", "ListRules") else []),
        "archive": ("ArchiveName",),
        "connection": ("Name",),
        "api-destination": ("Name",),
    },
    keys={
        "events:TargetArn": ("Targets.Arn",),
        "events:creatorAccount": lambda call: [call.account],
        "events:source": ("Entries.Source",),
        "events:detail-type": ("Entries.DetailType",),
    },
    tagged_by="TagResource",
    passes={"PutTargets": {"Targets.RoleArn": "events.amazonaws.com"}, "PutRule": {"RoleArn": "events.amazonaws.com"}},
)
SCHEDULER = Table(
    "scheduler",
    names={
        "schedule": lambda call: [
            f"{call.input.get('GroupName') or 'default'}/{name}"
            for name in (texts(call.input, "Name") if not call.operation.endswith("Group") else [])
        ],
        "schedule-group": lambda call: texts(call.input, "ResourceArn")
        + (texts(call.input, "Name") if call.operation.endswith("Group") else []),
    },
    tagged_by="TagResource",
    passes={
        "CreateSchedule": {"Target.RoleArn": "scheduler.amazonaws.com"},
        "UpdateSchedule": {"Target.RoleArn": "scheduler.amazonaws.com"},
    },
    # Schedules of a group that is deleted are deleted by the service: the rule below asks for it.
)


@SCHEDULER.adds("DeleteScheduleGroup")
def schedules_of_group(call: Call) -> list[Need]:
    """The reference's dependent scheduler:DeleteSchedule."""
    return [SCHEDULER.need(call, "DeleteSchedule", SCHEDULER.arn(call, "schedule", f"{call.input['Name']}/*"))]


@SCHEDULER.adds("CreateSchedule", "UpdateSchedule")
def schedule_key(call: Call) -> list[Need]:
    """Scheduler guide, "Data encryption at rest": who makes a schedule under a key must be able to use it."""
    key = call.input.get("KmsKeyArn")
    return through(call, key, "scheduler", ("DescribeKey", "GenerateDataKey", "Decrypt")) if key else []


STATES = Table(
    "stepfunctions",
    "states",
    names={
        "statemachine": lambda call: texts(call.input, "stateMachineArn", "resourceArn")
        + (texts(call.input, "name") if call.operation == "CreateStateMachine" else []),
        "statemachineversion": ("stateMachineVersionArn",),
        "statemachinealias": ("stateMachineAliasArn",),
        "execution": ("executionArn",),
        "activity": ("activityArn", "resourceArn"),
        "express": ("executionArn",),
        "labelled execution": ("executionArn",),
        "labelled express": ("executionArn",),
        "maprun": ("mapRunArn",),
    },
    tagged_by="TagResource",
    passes={
        "CreateStateMachine": {"roleArn": "states.amazonaws.com"},
        "UpdateStateMachine": {"roleArn": "states.amazonaws.com"},
        "TestState": {"roleArn": "states.amazonaws.com"},
    },
    excused=("states:RevealSecrets",),
)


@STATES.adds("CreateStateMachine", "UpdateStateMachine")
def published_version(call: Call) -> list[Need]:
    """The reference's dependent states:PublishStateMachineVersion, when a version is published at once."""
    if not call.input.get("publish"):
        return []
    return [STATES.need(call, "PublishStateMachineVersion", arn) for arn in STATES.arns(call, "statemachine")]


@STATES.adds("CreateStateMachine", "UpdateStateMachine")
def state_machine_key(call: Call) -> list[Need]:
    """Step Functions guide, "Data at rest encryption", "Required key policies": who makes it needs kms:DescribeKey, and
    kms:GenerateDataKey."""
    key = (call.input.get("encryptionConfiguration") or {}).get("kmsKeyId")
    return through(call, key, "states", ("DescribeKey", "GenerateDataKey")) if key else []
