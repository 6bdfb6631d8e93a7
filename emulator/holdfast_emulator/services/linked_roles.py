"""Service-linked roles: a service makes its own when an account uses it for the first time, or somebody has made it before."""

from __future__ import annotations

from ..authorization.needs.linked_roles import KNOWN, MAKES, make_role
from ..engine.call import Call
from ..engine.errors import AwsError
from ..engine.registry import amends, checks


def _make(call: Call) -> None:
    """Before the service works: whoever asks has the right to make it by then."""
    make_role(call)


for _service, _operation in MAKES:
    checks(_service, _operation)(_make)


@checks("iam", "CreateServiceLinkedRole")
def refuse_second(call: Call) -> None:
    """IAM has one such role of a service; AWS's words for a second one."""
    role = KNOWN.get(call.input["AWSServiceName"])
    if role and any(each.name == role.name for each in call.backend("iam").roles.values()):
        raise AwsError(
            "InvalidInput",
            f"Service role name {role.name} has been taken in this account, please try a different suffix.",
        )


@amends("iam", "CreateServiceLinkedRole")
def name_as_aws_does(call: Call, output: dict) -> None:
    """moto makes the name from that of the service; AWS's services have names of their own for theirs."""
    role = KNOWN.get(call.input["AWSServiceName"])
    if role is None:
        return
    made = call.backend("iam").roles[output["Role"]["RoleId"]]
    made.name = role.name
    output["Role"]["RoleName"], output["Role"]["Arn"] = made.name, made.arn
