"""Method detail and the other things a drill about a child never says (domain.md 6.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path as FilePath

from pydantic import Field

from scenarios.checks.case import Case
from scenarios.files import read_document
from scenarios.finding import Finding, NotPlayableError
from scenarios.schema import Model
from scenarios.validate import validate

FILE = FilePath(__file__).parent / "blocked_words.yaml"


class Kind(Model):
    """One kind of thing that is not said, with the words that give it away."""

    id: str
    wrong: str
    remedy: str
    words: list[str] = Field(default_factory=list)
    stems: list[str] = Field(default_factory=list)
    phrases: list[str] = Field(default_factory=list)
    numbers: list[str] = Field(default_factory=list)


class BlockedWords(Model):
    """The whole of ``blocked_words.yaml``."""

    kinds: list[Kind]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A kind as one expression."""

    kind: Kind
    expression: re.Pattern[str]


def check(case: Case) -> Iterator[Finding]:
    """No text, in any language, says what domain.md 6.1 rules out."""
    for language, path, text in case.texts():
        for pattern in patterns():
            if found := pattern.expression.search(text):
                yield case.loaded.located(language).finding(
                    path,
                    f"'{found.group().strip()}' {pattern.kind.wrong}",
                    pattern.kind.remedy,
                    f"method.{pattern.kind.id}",
                )


@cache
def patterns() -> list[Pattern]:
    """The kinds as expressions. Raises :class:`NotPlayableError` if the file breaks its model."""
    located, findings = read_document(FILE)
    if located is None:
        raise NotPlayableError(findings)
    value, faults = validate(BlockedWords, located)
    if value is None:
        raise NotPlayableError(faults)
    return [Pattern(kind, _expression(kind)) for kind in value.kinds]


def _expression(kind: Kind) -> re.Pattern[str]:
    parts = [rf"{re.escape(word)}\b" for word in kind.words]
    parts += [rf"{re.escape(stem)}\w*" for stem in kind.stems]
    parts += [_phrase(phrase) for phrase in kind.phrases]
    if kind.numbers:
        either = "|".join(re.escape(word) for word in kind.numbers)
        parts.append(rf"\d[\d.,]*\s?(?:{either})\b")
        parts.append(rf"(?:{either})\b[\s:=]{{1,3}}(?:er |på |is |of |var |was )?\d")
    return re.compile(rf"\b(?:{'|'.join(parts)})", re.IGNORECASE)


def _phrase(phrase: str) -> str:
    words = [re.escape(word).replace(r"\*", r"\w*") for word in phrase.split()]
    return r"\s+".join(words) + r"\b"
