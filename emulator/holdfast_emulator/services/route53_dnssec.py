"""Route 53 DNSSEC: key-signing keys and the signing of zones, which moto lacks."""

from __future__ import annotations

import base64
import hashlib
from typing import Any

from ..engine.call import Call
from ..engine.errors import AwsError
from ..engine.registry import amends, checks, replaces
from .policy_documents import allows
from .route53 import GLOBAL, change_info, find_zone

# https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-configuring-dnssec-cmk-requirements.html
KEY_REGION = "us-east-1"
KEY_SPEC = "ECC_NIST_P256"
MAX_KEYS = 2

_PRINCIPAL = "dnssec-route53.amazonaws.com"
_FLAG, _PROTOCOL, _ALGORITHM = 257, 3, 13  # a key-signing key; always 3; ECDSAP256SHA256


@replaces("route53", "CreateKeySigningKey")
def create_key_signing_key(call: Call) -> dict[str, Any]:
    zone = find_zone(call, call.input["HostedZoneId"])
    keys = _keys(call, zone)
    name = call.input["Name"]
    if zone.private_zone:
        raise AwsError("InvalidInput", "DNSSEC signing is only possible for public hosted zones.")
    if name in keys:
        raise AwsError("KeySigningKeyAlreadyExists", f"The key signing key {name} already exists.", 409)
    if len(keys) >= MAX_KEYS:
        raise AwsError("TooManyKeySigningKeys", f"A hosted zone has at most {MAX_KEYS} key signing keys.")
    _refuse_unusable_key(call, call.input["KeyManagementServiceArn"])
    keys[name] = _key_signing_key(call, zone)
    location = f"https://route53.amazonaws.com/2013-04-01/keysigningkey/{zone.resource_id}/{name}"
    return {"ChangeInfo": change_info(), "KeySigningKey": keys[name], "Location": location}


@replaces("route53", "ActivateKeySigningKey", "DeactivateKeySigningKey")
def set_status(call: Call) -> dict[str, Any]:
    zone = find_zone(call, call.input["HostedZoneId"])
    key = _known_key(call, zone)
    if call.operation == "ActivateKeySigningKey":
        key["Status"] = "ACTIVE"
        return {"ChangeInfo": change_info()}
    others = [other for other in _keys(call, zone).values() if other is not key and other["Status"] == "ACTIVE"]
    if _is_signing(call, zone) and not others:
        raise AwsError(
            "KeySigningKeyInUse", f"{key['Name']} is the last active key signing key of a zone that is being signed."
        )
    key["Status"] = "INACTIVE"
    return {"ChangeInfo": change_info()}


@replaces("route53", "DeleteKeySigningKey")
def delete_key_signing_key(call: Call) -> dict[str, Any]:
    zone = find_zone(call, call.input["HostedZoneId"])
    key = _known_key(call, zone)
    if key["Status"] == "ACTIVE":
        raise AwsError("InvalidKeySigningKeyStatus", f"{key['Name']} is active: deactivate it before.")
    del _keys(call, zone)[key["Name"]]
    return {"ChangeInfo": change_info()}


@replaces("route53", "EnableHostedZoneDNSSEC")
def enable_signing(call: Call) -> dict[str, Any]:
    zone = find_zone(call, call.input["HostedZoneId"])
    if not any(key["Status"] == "ACTIVE" for key in _keys(call, zone).values()):
        raise AwsError(
            "KeySigningKeyWithActiveStatusNotFound", "The hosted zone has no key signing key with status ACTIVE."
        )
    _signing(call)[zone.resource_id] = True
    return {"ChangeInfo": change_info()}


@replaces("route53", "DisableHostedZoneDNSSEC")
def disable_signing(call: Call) -> dict[str, Any]:
    zone = find_zone(call, call.input["HostedZoneId"])
    if not _is_signing(call, zone):
        raise AwsError("DNSSECNotFound", "The hosted zone is not being signed.")
    del _signing(call)[zone.resource_id]
    return {"ChangeInfo": change_info()}


@replaces("route53", "GetDNSSEC")
def get_dnssec(call: Call) -> dict[str, Any]:
    zone = find_zone(call, call.input["HostedZoneId"])
    status = "SIGNING" if _is_signing(call, zone) else "NOT_SIGNING"
    return {"Status": {"ServeSignature": status}, "KeySigningKeys": list(_keys(call, zone).values())}


@checks("route53", "DeleteHostedZone")
def refuse_with_keys(call: Call) -> None:
    zone = find_zone(call, call.input["Id"])
    if _keys(call, zone):
        raise AwsError(
            "HostedZoneNotEmpty",
            "The specified hosted zone contains DNSSEC Key Signing Keys and so cannot be deleted.",
        )


@amends("route53", "DeleteHostedZone")
def forget_zone(call: Call, output: dict) -> None:
    call.remembered("key signing keys", GLOBAL).pop(call.input["Id"].rpartition("/")[2], None)


def _refuse_unusable_key(call: Call, arn: str) -> None:
    parts = arn.split(":")
    if len(parts) != 6 or parts[3] != KEY_REGION:
        raise AwsError("InvalidKMSArn", f"The KMS key {arn} must be of {KEY_REGION}.")
    key = call.backend("kms", KEY_REGION).keys.get(arn.rpartition("/")[2])
    if key is None:
        raise AwsError("InvalidKMSArn", f"The KMS key {arn} does not exist.")
    if (key.key_spec, key.key_usage) != (KEY_SPEC, "SIGN_VERIFY"):
        raise AwsError("InvalidKMSArn", f"The KMS key {arn} must be of spec {KEY_SPEC} and usage SIGN_VERIFY.")
    for action in ("kms:DescribeKey", "kms:GetPublicKey", "kms:Sign"):
        if not allows(key.policy, action=action, principals=(_PRINCIPAL,)):
            raise AwsError("InvalidKMSArn", f"The policy of the KMS key {arn} does not allow {action} to {_PRINCIPAL}.")


def _key_signing_key(call: Call, zone: Any) -> dict[str, Any]:
    """The key with its DNSKEY and DS records (RFC 4034), on a public key made up from its name."""
    from moto.core.utils import utcnow

    arn = call.input["KeyManagementServiceArn"]
    public_key = hashlib.sha512(f"{arn} {call.input['Name']}".encode()).digest()
    data = _FLAG.to_bytes(2, "big") + bytes([_PROTOCOL, _ALGORITHM]) + public_key
    tag = _key_tag(data)
    labels = [label.encode() for label in zone.name.rstrip(".").split(".")]
    owner = b"".join(bytes([len(label)]) + label for label in labels) + b"\0"
    digest = hashlib.sha256(owner + data).hexdigest().upper()
    encoded = base64.b64encode(public_key).decode()
    return {
        "Name": call.input["Name"],
        "KmsArn": arn,
        "Flag": _FLAG,
        "SigningAlgorithmMnemonic": "ECDSAP256SHA256",
        "SigningAlgorithmType": _ALGORITHM,
        "DigestAlgorithmMnemonic": "SHA-256",
        "DigestAlgorithmType": 2,
        "KeyTag": tag,
        "DigestValue": digest,
        "PublicKey": encoded,
        "DSRecord": f"{tag} {_ALGORITHM} 2 {digest}",
        "DNSKEYRecord": f"{_FLAG} {_PROTOCOL} {_ALGORITHM} {encoded}",
        "Status": call.input["Status"],
        "CreatedDate": utcnow(),
        "LastModifiedDate": utcnow(),
    }


def _key_tag(data: bytes) -> int:
    total = sum(byte << 8 if position % 2 == 0 else byte for position, byte in enumerate(data))
    return (total + (total >> 16)) & 0xFFFF


def _known_key(call: Call, zone: Any) -> dict[str, Any]:
    name = call.input["Name"]
    keys = _keys(call, zone)
    if name not in keys:
        raise AwsError("NoSuchKeySigningKey", f"The specified key signing key {name} doesn't exist.", 404)
    return keys[name]


def _keys(call: Call, zone: Any) -> dict[str, dict[str, Any]]:
    return call.remembered("key signing keys", GLOBAL).setdefault(zone.resource_id, {})


def _signing(call: Call) -> dict[str, bool]:
    return call.remembered("signed zones", GLOBAL)


def _is_signing(call: Call, zone: Any) -> bool:
    return zone.resource_id in _signing(call)
