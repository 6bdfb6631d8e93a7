"""What a service asks KMS for in the name of who asks it, when a key of the customer's encrypts.

KMS guide, "How Amazon X uses AWS KMS" of each service; keys of AWS's own (``alias/aws/…``) let the account's
users through by their key policies, and are not asked for here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from ..need import Need
from .state import aliases_of, key_arn, partition

if TYPE_CHECKING:
    from ...engine.call import Call

DNS_SUFFIXES = {"aws": "amazonaws.com", "aws-cn": "amazonaws.com.cn", "aws-eusc": "amazonaws.eu"}


def is_own(key: str | None) -> bool:
    """Whether the key is one of the customer's, not ``alias/aws/rds`` and the like."""
    return bool(key) and "alias/aws/" not in str(key)


def key_context(call: Call, arn: str, encryption: Mapping[str, str] | None = None) -> dict[str, str | tuple[str, ...]]:
    """Condition keys of KMS that go with a key, and the encryption context of the request."""
    context: dict[str, str | tuple[str, ...]] = {"kms:CallerAccount": call.account}
    aliases = aliases_of(call, arn)
    if aliases:
        context["kms:ResourceAliases"] = aliases
    for name, value in (encryption or {}).items():
        context[f"kms:EncryptionContext:{name}"] = value
    if encryption:
        context["kms:EncryptionContextKeys"] = tuple(encryption)
    return context


def through(
    call: Call, key: str | None, service: str, actions: Iterable[str], encryption: Mapping[str, str] | None = None
) -> list[Need]:
    """What ``service`` (``rds``) does with a key for who asked it; nothing when the key is AWS's own or there is none.

    ``kms:ViaService`` names the service in the key's region: KMS guide, "kms:ViaService".
    """
    if key is None or not is_own(key):
        return []
    arn = key_arn(call, key)
    suffix = DNS_SUFFIXES.get(partition(call), "amazonaws.com")
    context = key_context(call, arn, encryption) | {"kms:ViaService": f"{service}.{arn.split(':')[3]}.{suffix}"}
    needs = []
    for action in actions:
        # A service's grant is for itself: KMS guide, "kms:GrantIsForAWSResource".
        more = {"kms:GrantIsForAWSResource": "true"} if action == "CreateGrant" else {}
        needs.append(Need(f"kms:{action}", arn, context | more))
    return needs
