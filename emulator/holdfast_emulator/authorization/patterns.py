"""Wildcards and variables of policies: ``*``, ``?`` and ``${aws:username}``.

Oracle: IAM User Guide, "IAM JSON policy elements: Resource", "Condition operators" (ARNs) and "Variables and tags".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

Values = Mapping[str, "tuple[str, ...]"]
"""The condition keys of a request, in small letters, with their values."""

_VARIABLE = re.compile(r"\$\{([^}]*)\}")
_LITERALS = ("*", "?", "$")


class Pattern:
    """One text of a policy, which may hold wildcards and variables."""

    __slots__ = ("_has_variables", "_test", "_translate", "text")

    def __init__(self, text: str, translate: Callable[[str], str], *, variables: bool) -> None:
        self.text = text
        self._translate = translate
        self._has_variables = variables and "${" in text
        self._test = None if self._has_variables else _compiled(translate(text))

    def matches(self, value: str, context: Values) -> bool:
        """A variable that the request has no value for, and no default, matches nothing."""
        if self._test is not None:
            return self._test(value)
        regex = self._substituted(context)
        return regex is not None and _compiled(regex)(value)

    def _substituted(self, context: Values) -> str | None:
        """The regular expression of this request. What a variable stands for is taken literally, wildcards and all."""
        marked, values = "", list[str]()
        position = 0
        for found in _VARIABLE.finditer(self.text):
            value = _value_of(found[1], context)
            if value is None:
                return None
            # A private-use character marks the place, so that the translation sees one ordinary letter there.
            marked += self.text[position : found.start()] + chr(0xE000 + len(values))
            values.append(value)
            position = found.end()
        regex = self._translate(marked + self.text[position:])
        for number, value in enumerate(values):
            regex = regex.replace(chr(0xE000 + number), re.escape(value))
        return regex


def _value_of(variable: str, context: Values) -> str | None:
    name, comma, default = variable.partition(",")
    name = name.strip()
    if name in _LITERALS:
        return name
    values = context.get(name.lower())
    if values is not None and len(values) == 1:
        return values[0]
    return default.strip().strip("'") if comma else None


@lru_cache(maxsize=20_000)
def _compiled(regex: str) -> Callable[[str], bool]:
    test = re.compile(regex, re.DOTALL).fullmatch
    return lambda value: test(value) is not None


def literal(text: str) -> str:
    """StringEquals: no wildcards."""
    return re.escape(text)


def literal_of_any_case(text: str) -> str:
    """StringEqualsIgnoreCase."""
    return f"(?i:{re.escape(text)})"


def wildcard(text: str, character: str = ".") -> str:
    """StringLike: ``*`` and ``?`` anywhere, for characters of this class."""
    return re.escape(text).replace(r"\*", f"{character}*").replace(r"\?", character)


def action(text: str) -> str:
    """Actions do not tell large letters from small ones."""
    return f"(?i:{wildcard(text)})"


def arn(text: str) -> str:
    """An ARN is compared part by part: a wildcard does not reach over a colon, except in the last part.

    Parts that are missing may be anything, as IAM completes an ARN that is too short.
    """
    if text == "*":
        return ".*"
    parts = text.split(":", 5)
    parts += ["*"] * (6 - len(parts))
    within = [wildcard(part, "[^:]") for part in parts[:5]]
    return ":".join([*within, wildcard(parts[5])])
