"""CloudFront's policies, access controls, keys and functions, of which moto has the fewest."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ..engine.call import Call
from ..engine.errors import AwsError
from ..engine.registry import replaces
from .cloudfront_managed import MANAGED

Stored = dict[str, Any]  # {"Id", "Config", "Revision", "Managed"}


@dataclass(frozen=True)
class Kind:
    """One of the things that a distribution refers to by id: how its operations, members and errors are called."""

    noun: str
    plural: str
    missing: str
    taken: str
    in_use: str
    told: Callable[[Stored], dict[str, Any]]
    listed: Callable[[Stored], dict[str, Any]]

    @property
    def config(self) -> str:
        return f"{self.noun}Config"


def _policy(noun: str, plural: str) -> Kind:
    def told(stored: Stored) -> dict[str, Any]:
        return {"Id": stored["Id"], "LastModifiedTime": _now(), f"{noun}Config": stored["Config"]}

    def listed(stored: Stored) -> dict[str, Any]:
        return {"Type": "managed" if stored["Managed"] else "custom", noun: told(stored)}

    return Kind(noun, plural, f"NoSuch{noun}", f"{noun}AlreadyExists", f"{noun}InUse", told, listed)


def _access_control() -> Kind:
    def told(stored: Stored) -> dict[str, Any]:
        return {"Id": stored["Id"], "OriginAccessControlConfig": stored["Config"]}

    def listed(stored: Stored) -> dict[str, Any]:
        return {"Id": stored["Id"], "Description": "", **stored["Config"]}

    noun = "OriginAccessControl"
    return Kind(noun, f"{noun}s", f"NoSuch{noun}", f"{noun}AlreadyExists", f"{noun}InUse", told, listed)


def _public_key() -> Kind:
    def told(stored: Stored) -> dict[str, Any]:
        return {"Id": stored["Id"], "CreatedTime": _now(), "PublicKeyConfig": stored["Config"]}

    def listed(stored: Stored) -> dict[str, Any]:
        config = stored["Config"]
        shown = {name: config.get(name, "") for name in ("Name", "EncodedKey", "Comment")}
        return {"Id": stored["Id"], "CreatedTime": _now(), **shown}

    return Kind("PublicKey", "PublicKeys", "NoSuchPublicKey", "PublicKeyAlreadyExists", "PublicKeyInUse", told, listed)


def _key_group() -> Kind:
    def told(stored: Stored) -> dict[str, Any]:
        return {"Id": stored["Id"], "LastModifiedTime": _now(), "KeyGroupConfig": stored["Config"]}

    def listed(stored: Stored) -> dict[str, Any]:
        return {"KeyGroup": told(stored)}

    return Kind("KeyGroup", "KeyGroups", "NoSuchResource", "KeyGroupAlreadyExists", "ResourceInUse", told, listed)


KINDS = {
    kind.noun: kind
    for kind in (
        _policy("CachePolicy", "CachePolicies"),
        _policy("OriginRequestPolicy", "OriginRequestPolicies"),
        _policy("ResponseHeadersPolicy", "ResponseHeadersPolicies"),
        _access_control(),
        _public_key(),
        _key_group(),
    )
}


def _register(kind: Kind) -> None:
    noun = kind.noun

    @replaces("cloudfront", f"Create{noun}")
    def create(call: Call) -> dict[str, Any]:
        config = call.input[kind.config]
        _refuse_taken_name(call, kind, config)
        _refuse_unknown_keys(call, kind, config)
        stored = {"Id": new_id(call, noun), "Config": config, "Revision": 1, "Managed": False}
        things(call, noun)[stored["Id"]] = stored
        return {noun: kind.told(stored), "ETag": etag_of(stored), "Location": stored["Id"]}

    @replaces("cloudfront", f"Get{noun}")
    def get(call: Call) -> dict[str, Any]:
        stored = find(call, noun, call.input["Id"])
        return {noun: kind.told(stored), "ETag": etag_of(stored)}

    @replaces("cloudfront", f"Get{noun}Config")
    def get_config(call: Call) -> dict[str, Any]:
        stored = find(call, noun, call.input["Id"])
        return {kind.config: stored["Config"], "ETag": etag_of(stored)}

    @replaces("cloudfront", f"Update{noun}")
    def update(call: Call) -> dict[str, Any]:
        stored = find(call, noun, call.input["Id"])
        require_match(call, stored)
        config = call.input[kind.config]
        _refuse_taken_name(call, kind, config, stored)
        _refuse_unknown_keys(call, kind, config)
        stored.update(Config=config, Revision=stored["Revision"] + 1)
        return {noun: kind.told(stored), "ETag": etag_of(stored)}

    @replaces("cloudfront", f"Delete{noun}")
    def delete(call: Call) -> dict[str, Any]:
        stored = find(call, noun, call.input["Id"])
        require_match(call, stored)
        users = [d["Id"] for d in things(call, "Distribution").values() if refers_to(d["Config"], stored["Id"])]
        users += [g["Id"] for g in things(call, "KeyGroup").values() if refers_to(g["Config"], stored["Id"])]
        if users:
            raise AwsError(kind.in_use, f"{noun} {stored['Id']} is in use by {', '.join(users)}.", 409)
        del things(call, noun)[stored["Id"]]
        return {}

    @replaces("cloudfront", f"List{kind.plural}")
    def list_all(call: Call) -> dict[str, Any]:
        found = [*_managed(noun).values(), *things(call, noun).values()]
        if call.input.get("Type"):
            found = [stored for stored in found if stored["Managed"] == (call.input["Type"] == "managed")]
        shown = {"MaxItems": 100, "Quantity": len(found), "Items": [kind.listed(stored) for stored in found]}
        if noun == "OriginAccessControl":
            shown.update(IsTruncated=False, Marker="")
        return {f"{noun}List": shown}


for _kind in KINDS.values():
    _register(_kind)


def things(call: Call, noun: str) -> dict[str, Stored]:
    """What was created of this kind, by id. It hangs on moto's backend, so that other services find it, too."""
    kept = vars(call.backend("cloudfront", "aws")).setdefault("holdfast_things", {})
    return kept.setdefault(noun, {})


def find(call: Call, noun: str, thing_id: str) -> Stored:
    """The thing of this id, be it AWS's or the account's own; refused when there is none."""
    found = things(call, noun).get(thing_id) or _managed(noun).get(thing_id)
    if found is None:
        missing = KINDS[noun].missing if noun in KINDS else f"NoSuch{noun}"
        raise AwsError(missing, f"The specified {noun} does not exist: {thing_id}", 404)
    return found


def etag_of(stored: Stored) -> str:
    return f"E{stored['Revision']}{uuid.uuid5(uuid.NAMESPACE_OID, stored['Id']).hex[:11].upper()}"


def require_match(call: Call, stored: Stored) -> None:
    """Changes name the version that they change."""
    if stored.get("Managed"):
        raise AwsError("AccessDenied", "A managed policy cannot be changed.", 403)
    given = call.input.get("IfMatch")
    if not given:
        raise AwsError("InvalidIfMatchVersion", "The If-Match version is missing or not valid for the resource.")
    if given != etag_of(stored):
        raise AwsError("PreconditionFailed", "The If-Match version is not that of the resource.", 412)


def refers_to(config: Any, thing_id: str) -> bool:
    """Whether an id stands anywhere in a configuration."""
    if isinstance(config, dict):
        return any(refers_to(value, thing_id) for value in config.values())
    if isinstance(config, list):
        return any(refers_to(value, thing_id) for value in config)
    return config == thing_id


def new_id(call: Call, noun: str) -> str:
    if noun.endswith("Policy") or noun == "KeyGroup":
        return str(uuid.uuid4())
    return f"{'K' if noun == 'PublicKey' else 'E'}{uuid.uuid4().hex[:13].upper()}"


def _managed(noun: str) -> dict[str, Stored]:
    return {
        policy_id: {"Id": policy_id, "Config": {"Comment": "", **config, "Name": name}, "Revision": 1, "Managed": True}
        for name, (policy_id, config) in MANAGED.get(noun, {}).items()
    }


def _refuse_taken_name(call: Call, kind: Kind, config: dict, own: Stored | None = None) -> None:
    for stored in [*things(call, kind.noun).values(), *_managed(kind.noun).values()]:
        if stored is not own and stored["Config"]["Name"] == config["Name"]:
            raise AwsError(kind.taken, f"A {kind.noun} with the name {config['Name']} already exists.", 409)


def _refuse_unknown_keys(call: Call, kind: Kind, config: dict) -> None:
    if kind.noun != "KeyGroup":
        return
    for key in config.get("Items") or []:
        if key not in things(call, "PublicKey"):
            raise AwsError("InvalidArgument", f"The public key {key} of the key group does not exist.")


def _now() -> Any:
    from moto.core.utils import utcnow

    return utcnow()
