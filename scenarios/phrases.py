"""What a simulated colleague says where the scenario gives it no words, in every language.

The journal keeps the words in bokmål, as it keeps those of the scenario; :func:`reworded` gives
them back to a reader of another language. What people write is never one of these and stays.
"""

from __future__ import annotations

from functools import cache
from itertools import count, takewhile
from pathlib import Path as FilePath

from scenarios.finding import Finding
from scenarios.kinds import Id, Language, Model, Text
from scenarios.translated import Translated, read_translated

FOLDER = FilePath(__file__).parent / "lines"
CHILD = "{child}"
"""Where the child's name goes."""


class Phrase(Model):
    """One thing to say. ``id`` is the occasion, and where it matters what came of it."""

    id: Id
    text: Text


class PhraseFile(Model):
    """The whole of ``lines/nb.yaml``."""

    phrases: list[Phrase]


def phrase(name: str, child: str, language: Language = "nb") -> str:
    """The words for an occasion, about the child of that name.

    KeyError for a name that is none; :class:`scenarios.finding.NotPlayableError` if the files
    break the model.
    """
    return _texts(language)[name].replace(CHILD, child)


def ways(occasion: str) -> tuple[str, ...]:
    """The phrases of an occasion that can be said in several ways: ``reply-with-1`` and on."""
    numbered = (f"{occasion}-{number}" for number in count(1))
    return tuple(takewhile(_texts("nb").__contains__, numbered))


def reworded(text: str, child: str, language: str) -> str:
    """``text`` in ``language`` if it is one of these phrases in bokmål, else as it is."""
    if language == "nb" or language not in read_phrases().values:
        return text
    for name, own in _texts("nb").items():
        if own.replace(CHILD, child) == text:
            return _texts(language)[name].replace(CHILD, child)
    return text


def phrase_findings() -> list[Finding]:
    """Every fault of the files."""
    return read_phrases().findings


@cache
def read_phrases(folder: FilePath = FOLDER) -> Translated[PhraseFile]:
    """The phrases of a folder: ``nb.yaml`` and its overlays."""
    overlays = {language: folder / f"{language}.yaml" for language in ("nn", "en")}
    return read_translated(PhraseFile, folder / "nb.yaml", overlays)


@cache
def _texts(language: str) -> dict[str, str]:
    return {row.id: row.text for row in read_phrases().value(language).phrases}
