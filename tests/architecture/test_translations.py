"""Every text of the screens exists in every language. Bokmål is what stands in the code."""

from __future__ import annotations

import re
from functools import cache

import pytest
from babel.messages.catalog import Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po

from tests.architecture.tree import ROOT, project

LANGUAGES = ("nn", "en")
BLANK = re.compile(r"%\((\w+)\)\w")


@cache
def marked() -> frozenset[str | tuple[str, ...]]:
    """The texts that code and templates mark for translation, as ``make translate`` finds them."""
    mappings = project()["tool"]["babel"]["mappings"]
    found = extract_from_dir(
        ROOT / "webapp",
        method_map=[(mapping["pattern"], mapping["method"]) for mapping in mappings],
        keywords={**DEFAULT_KEYWORDS, "_l": None},
    )
    return frozenset(text for _file, _line, text, _comments, _context in found)


def catalogue(language: str) -> dict[str | tuple[str, ...], Message]:
    """What a language's catalogue holds, without its header; nothing fuzzy, nothing left behind."""
    path = ROOT / "webapp" / "translations" / language / "LC_MESSAGES" / "messages.po"
    assert path.exists(), f"no catalogue for {language}: run make translate"
    with path.open("rb") as file:
        held = read_po(file, locale=language)
    return {
        tuple(message.id) if isinstance(message.id, (list, tuple)) else message.id: message
        for message in held
        if message.id
    }


def forms(text: str | tuple[str, ...] | list[str] | None) -> list[str]:
    """The singular and plurals of a text; one empty form if there is none."""
    if text is None or isinstance(text, str):
        return [text or ""]
    return list(text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_catalogue_holds_what_the_screens_say(language: str) -> None:
    """C6: nothing is missing and nothing left behind: ``make translate`` has been run."""
    held = set(catalogue(language))
    assert {"missing": marked() - held, "left": held - marked()} == {
        "missing": set(),
        "left": set(),
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_translated(language: str) -> None:
    """C6: no text is empty or only guessed (fuzzy)."""
    untold = [
        text
        for text, message in catalogue(language).items()
        if message.fuzzy or not all(forms(message.string))
    ]
    assert untold == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_blanks_are_the_same_in_every_language(language: str) -> None:
    """C6: a translation fills in the same names as the text it translates."""
    wrong = [
        text
        for text, message in catalogue(language).items()
        for told in forms(message.string)
        if set(BLANK.findall(told)) - set(BLANK.findall(" ".join(forms(text))))
        or set(BLANK.findall(forms(text)[-1])) - set(BLANK.findall(told)) - {"num"}
    ]
    assert wrong == []
