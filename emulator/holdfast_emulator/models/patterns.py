"""The patterns of the models: Java's and JavaScript's regular expressions, read by Python's."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

import regex

# Java's names for classes of ASCII, which `regex` takes for Unicode's.
_ASCII = {
    r"\p{Alnum}": "a-zA-Z0-9",
    r"\p{Alpha}": "a-zA-Z",
    r"\p{ASCII}": r"\x00-\x7F",
    r"\p{Digit}": "0-9",
    r"\p{Graph}": r"\x21-\x7E",
    r"\p{Lower}": "a-z",
    r"\p{Print}": r"\x20-\x7E",
    r"\p{Punct}": r"!-/:-@\[-`{-~",
    r"\p{Upper}": "A-Z",
}


@dataclass(frozen=True)
class Pattern:
    """``text`` is the model's; AWS's front ends hold the whole value against it, not a part."""

    text: str
    expression: Any

    def fits(self, value: str) -> bool:
        return self.expression is None or self.expression.fullmatch(value) is not None


@cache
def compiled(text: str) -> Pattern:
    """A pattern that no dialect of Python's understands fits everything; a test names those that there are."""
    try:
        return Pattern(text, regex.compile(_translated(text)))
    except regex.error:
        return Pattern(text, None)


def _translated(text: str) -> str:
    # All characters above U+FFFF, as Java and JavaScript write them in UTF-16.
    text = text.replace(r"\uD800\uDC00-\uDBFF\uDFFF", r"\U00010000-\U0010FFFF")
    # \uXXXX of JavaScript is Python's too; \u{X} is not, and Python asks for eight digits after \U.
    text = re.sub(r"\\u\{([0-9A-Fa-f]+)\}", lambda m: "\\U" + m[1].zfill(8), text)
    text = re.sub(r"\\x\{([0-9A-Fa-f]+)\}", lambda m: "\\U" + m[1].zfill(8), text)
    for name, characters in _ASCII.items():
        text = _replaced_class(text, name, characters)
    return text


def _replaced_class(text: str, name: str, characters: str) -> str:
    """``characters`` for ``name``, in brackets unless it stands in some already."""
    while name in text:
        before, _, after = text.partition(name)
        inside = len(re.findall(r"(?<!\\)\[", before)) > len(re.findall(r"(?<!\\)\]", before))
        text = before + (characters if inside else f"[{characters}]") + after
    return text
