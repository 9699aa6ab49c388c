"""The pages on measures and JSON name what is there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from debrief import first_minute
from debrief.measures import MEASURES
from debrief.summary import full
from scenarios.indicators import indicators
from tests.debrief.builder import small
from tests.debrief.played import played

ROOT = Path(__file__).resolve().parents[2]


def _page(name: str) -> str:
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


def test_every_indicator_stands_on_the_page_with_its_level() -> None:
    """The table has a row for each, with the level and direction that the file gives it."""
    rows = re.findall(r"^\| (R[A-Z]\d) \| (\w+) \| (\w+) \|", _page("measures.md"), re.MULTILINE)
    told = {each: (level, better) for each, level, better in rows}
    assert list(told) == list(MEASURES)
    for each in indicators().values():
        assert told[each.id] == (each.level, "high" if each.higher_is_better else "low")


def test_every_sentence_of_the_first_minute_stands_on_the_page() -> None:
    """Whoever translates finds each code."""
    source = Path(str(first_minute.__file__)).read_text(encoding="utf-8")
    codes = set(re.findall(r'"((?:held|gap|change|count|question)\.\w+)"', source))
    assert codes
    page = _page("measures.md")
    assert {code for code in codes if f"`{code}`" not in page} == set()


def test_every_key_of_the_json_stands_on_the_page() -> None:
    """No key without a word on what it is."""
    page = _page("json.md")
    keys = _keys(full(small(), played("typical", 1)))
    assert {key for key in keys if not re.search(rf"`{key}(\[\])?`", page)} == set()


def _keys(value: Any) -> set[str]:  # noqa: ANN401 - any JSON value
    if isinstance(value, dict):
        return set(value).union(*(_keys(each) for each in value.values()))
    if isinstance(value, list):
        return set().union(*(_keys(each) for each in value))
    return set()
