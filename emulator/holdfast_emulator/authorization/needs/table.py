"""What the table says of one service, and how the needs of a request follow from it and from AWS's reference.

The reference says which types of resources an action is judged on; a service's ``names`` says where a request names
them. A type that the action requires and the request does not name is judged on the ARN with ``*`` in the place of the
name, as AWS does. Where the table knows no names for a required type, there is no entry, and the request is denied.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from ..need import Need
from . import reference
from .inputs import removed_tags, request_tags, texts
from .state import partition, tags_of

if TYPE_CHECKING:
    from ...engine.call import Call

Context = dict[str, "str | tuple[str, ...]"]
Finder = Callable[["Call"], Iterable[str]]
Rule = Callable[["Call"], Iterable[Need]]
Passed = Mapping[str, Mapping[str, str]]
TABLES: dict[str, Table] = {}


class Table:
    """The operations of one service."""

    def __init__(
        self,
        service: str,
        prefix: str | None = None,
        *,
        names: Mapping[str, tuple[str, ...] | Finder] | None = None,
        names_of: Callable[[str], tuple[str, ...]] | None = None,
        actions: Mapping[str, str | tuple[str, ...]] | None = None,
        keys: Mapping[str, tuple[str, ...] | Finder] | None = None,
        tagged_by: str | None = None,
        tagged_at: str | None = None,
        made: Mapping[str, str | Finder] | None = None,
        passes: Passed | None = None,
        also: Callable[[Call, str], Context] | None = None,
        excused: Iterable[str] = (),
    ) -> None:
        """
        :param service: botocore's name of the service
        :param prefix: that of its actions, where it is another
        :param names: by type of resource, the members of an input that name it (by name, id or ARN), or a function
        :param names_of: the same for the types that ``names`` leaves out
        :param actions: the actions of operations that bear another name, without the prefix
        :param keys: by condition key, the members that it stands for, or a function
        :param tagged_by: the action that tags on creation ask for besides
        :param tagged_at: the condition key that then names the operation (``ec2:CreateAction``)
        :param made: by operation, the type of what is made and tagged, or a function for its ARN, where it is not what
            the action is judged on
        :param passes: by operation, the members that hand a role over, and to which service
        :param also: condition keys that go with each resource, whatever the action
        :param excused: dependent actions of the reference that are not asked for here; the table says why
        """
        self.service, self.prefix = service, prefix or service
        self._names, self._names_of = dict(names or {}), names_of
        self._actions, self._keys = dict(actions or {}), dict(keys or {})
        self._tagged_by, self._tagged_at = tagged_by, tagged_at
        self._made = dict(made or {})
        self._passes, self._also = dict(passes or {}), also
        self._rules: dict[str, list[Rule]] = {}
        self._instead: dict[str, Rule] = {}
        self.excused = frozenset(excused)
        TABLES[service] = self

    def adds(self, *operations: str) -> Callable[[Rule], Rule]:
        """Needs of these operations besides the action itself."""

        def register(rule: Rule) -> Rule:
            for operation in operations:
                self._rules.setdefault(operation, []).append(rule)
            return rule

        return register

    def instead(self, *operations: str) -> Callable[[Rule], Rule]:
        """All needs of operations that the reference does not tell."""

        def register(rule: Rule) -> Rule:
            for operation in operations:
                self._instead[operation] = rule
            return rule

        return register

    def actions_of(self, operation: str) -> tuple[str, ...]:
        """The actions, with their prefix, that an operation is judged as."""
        named = self._actions.get(operation, operation)
        return tuple(f"{self.prefix}:{name}" for name in ((named,) if isinstance(named, str) else named))

    def has_entry(self, operation: str) -> bool:
        """Whether the needs of an operation are known."""
        return operation in self._instead or all(
            known is not None and self._is_told(known) for known in map(reference.action, self.actions_of(operation))
        )

    def dependents(self, operation: str) -> frozenset[str]:
        """Actions that the table asks for besides, as far as it can be told without a request: roles that are handed
        over, tags, and what is excused."""
        tagging = {f"{self.prefix}:{self._tagged_by}"} if self._tagged_by else set()
        passing = {"iam:PassRole"} if operation in self._passes else set()
        return frozenset({*tagging, *passing, *self.excused})

    def rules(self, operation: str) -> list[Rule]:
        """The functions that add needs to an operation, or tell all of them."""
        instead = [self._instead[operation]] if operation in self._instead else []
        return [*instead, *self._rules.get(operation, ())]

    def _is_told(self, known: reference.Action) -> bool:
        """Whether the table can name what the action is judged on."""
        told = [self._finder(kind.name) is not None for kind in known.kinds]
        required = [self._finder(kind.name) is not None for kind in known.kinds if kind.required]
        return not known.kinds or (any(told) and all(required))

    def needs(self, call: Call) -> list[Need] | None:
        """What the request needs; None without an entry."""
        if call.operation in self._instead:
            return list(self._instead[call.operation](call))
        if not self.has_entry(call.operation):
            return None
        needs: list[Need] = []
        for name in self.actions_of(call.operation):
            known = reference.action(name)
            needs += self._judged(call, known) if known else []
        needs += self._tagging(call, needs)
        needs += self._passing(call)
        for rule in self._rules.get(call.operation, ()):
            needs += rule(call)
        return list(dict.fromkeys(needs))

    def need(self, call: Call, name: str, resource: str, context: Context | None = None) -> Need:
        """One need of this service, with the condition keys that the reference gives the action."""
        known = reference.action(f"{self.prefix}:{name}")
        assert known is not None, f"{self.prefix}:{name} is no action of the reference"
        keys = {key for kind in known.kinds for key in kind.keys} | set(known.keys)
        return Need(known.name, resource, {**self._context(call, keys, resource), **(context or {})})

    def arn(self, call: Call, kind: str, name: str | None) -> str:
        """The ARN of a resource of this service in the call's region."""
        common = {"Partition": partition(call), "Region": call.region, "Account": call.account}
        return reference.arn_of(self.prefix, kind, common, name)

    def arns(self, call: Call, kind: str) -> list[str]:
        """The resources of a type that the request names."""
        finder = self._finder(kind)
        if finder is None:
            return []
        found = finder(call) if callable(finder) else texts(call.input, *finder)
        form = reference.pattern(self.prefix, kind)
        arns = [name if name.startswith("arn:") else self.arn(call, kind, name) for name in found]
        return [arn for arn in dict.fromkeys(arns) if form.fullmatch(arn)]

    def _finder(self, kind: str) -> tuple[str, ...] | Finder | None:
        return self._names.get(kind) or (self._names_of(kind) if self._names_of else None)

    def _judged(self, call: Call, known: reference.Action) -> list[Need]:
        found = {kind: self.arns(call, kind.name) for kind in known.kinds}
        named = [self._finder(kind.name) for kind, arns in found.items() if arns]
        for kind in found:
            # Types that stand in the same members are alternatives: one of them is enough.
            if kind.required and not found[kind] and self._finder(kind.name) not in named:
                found[kind] = [self.arn(call, kind.name, None)]
                named.append(self._finder(kind.name))
        if not any(found.values()):
            told = [kind for kind in found if self._finder(kind.name) is not None]
            if len(told) != 1:
                return [Need(known.name, "*", self._context(call, set(known.keys), None))]
            found[told[0]] = [self.arn(call, told[0].name, None)]
        return [
            Need(known.name, arn, self._context(call, {*kind.keys, *known.keys}, arn))
            for kind, arns in found.items()
            for arn in arns
        ]

    def _context(self, call: Call, keys: Iterable[str], arn: str | None) -> Context:
        context: Context = {}
        for key in sorted(keys):
            if key.startswith("aws:RequestTag/"):
                context |= {f"aws:RequestTag/{name}": value for name, value in request_tags(call.input).items()}
            elif key == "aws:TagKeys":
                given = tuple(dict.fromkeys([*request_tags(call.input), *removed_tags(call.input)]))
                context |= {key: given} if given else {}
            elif "resourcetag/" in key.lower() and arn:
                start = key.partition("/")[0]
                context |= {f"{start}/{name}": value for name, value in tags_of(call, arn).items()}
            elif key in self._keys:
                context |= self._own(call, key)
        return context | self._also(call, arn) if self._also and arn else context

    def _own(self, call: Call, key: str) -> Context:
        finder = self._keys[key]
        found = list(finder(call)) if callable(finder) else texts(call.input, *finder)
        spelt = [{"True": "true", "False": "false"}.get(value, value) for value in found]
        if not spelt:
            return {}
        return {key: spelt[0] if len(spelt) == 1 else tuple(spelt)}

    def _tagging(self, call: Call, needs: list[Need]) -> list[Need]:
        """AWS asks for the right to tag what is made with tags. The resource is the one that is made: the first."""
        action = f"{self.prefix}:{self._tagged_by}"
        known = self._tagged_by and reference.action(action)
        tags = request_tags(call.input)
        if not known or not tags or not needs or any("tag" in need.action.lower() for need in needs):
            return []
        made = self._what_is_made(call, needs)
        context: Context = {f"aws:RequestTag/{name}": value for name, value in tags.items()}
        context["aws:TagKeys"] = tuple(tags)
        if self._tagged_at:
            context[self._tagged_at] = call.operation
        return [Need(known.name, made, context)]

    def _what_is_made(self, call: Call, needs: list[Need]) -> str:
        known = self._made.get(call.operation)
        if isinstance(known, str):
            return (self.arns(call, known) or [self.arn(call, known, None)])[0]
        if known is not None:
            return next(iter(known(call)))
        # Of all that the action is judged on, what takes the tags; the first when all or none of them do.
        with_tags = [need for need in needs if any(key.startswith("aws:RequestTag/") for key in need.context)]
        return (with_tags or needs)[0].resource

    def _passing(self, call: Call) -> list[Need]:
        needs = []
        for member, to in self._passes.get(call.operation, {}).items():
            for role in texts(call.input, member):
                needs.append(pass_role(call, role, to))
        return needs


def pass_role(call: Call, role: str, to: str) -> Need:
    """The right to hand a role (ARN or name) to a service: IAM guide, "Grant a user permissions to pass a role"."""
    arn = role if role.startswith("arn:") else f"arn:{partition(call)}:iam::{call.account}:role/{role}"
    return Need("iam:PassRole", arn, {"iam:PassedToService": to})


def any_of(value: Any) -> bool:
    """Whether a request states something: an empty list or text is nothing."""
    return value not in (None, "", [], {}, False)
