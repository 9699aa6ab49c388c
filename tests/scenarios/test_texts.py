"""Overlays hold every text and nothing else, whatever the models are."""

from __future__ import annotations

import copy

from scenarios.loader import library, load
from scenarios.schema import Scenario
from scenarios.texts import Leaf, Listed, Mapped, Row, Shape, each_text, shape_of, translate

SHAPE = shape_of(Scenario)


def _overlay(shape: Shape, source: object) -> object:
    """An overlay for ``source`` made by the rules of the language, each text marked with «»."""
    if isinstance(shape, Leaf):
        return f"«{source}»"
    if isinstance(shape, Mapped):
        assert isinstance(source, dict)
        return {key: _overlay(shape.item, value) for key, value in source.items()}
    if isinstance(shape, Listed):
        assert isinstance(source, list)
        if isinstance(shape.item, Row) and shape.item.keyed:
            return {row["id"]: _overlay(shape.item, row) for row in source}
        return [_overlay(shape.item, value) for value in source]
    assert isinstance(source, dict)
    if shape.single:
        return _overlay(Leaf(), source[shape.single])
    return {
        key: _overlay(below, source[key])
        for key, below in shape.fields.items()
        if source.get(key) is not None
    }


def test_a_whole_overlay_changes_every_text_and_nothing_else() -> None:
    """Marking every text by an overlay leaves the structure as it was, with no report."""
    source = load("small").document["source"]
    reports: list[object] = []
    before = copy.deepcopy(source)
    done = translate(SHAPE, source, _overlay(SHAPE, source), lambda *told: reports.append(told))
    assert reports == []
    assert source == before
    texts = dict(each_text(SHAPE, source))
    assert dict(each_text(SHAPE, done)) == {path: f"«{text}»" for path, text in texts.items()}
    assert len(texts) > 150


def test_an_empty_overlay_lacks_every_text() -> None:
    """The counts of what is missing add up to all the texts there are."""
    source = load("small").document["source"]
    missing: list[int] = []
    done = translate(SHAPE, source, {}, lambda _path, _kind, count: missing.append(int(count)))
    assert done == source
    assert sum(missing) == len(list(each_text(SHAPE, source)))


def test_fields_are_found_by_their_type() -> None:
    """Optional, listed, nested and mapped texts are texts; ids and times are not."""
    inject = SHAPE.fields["injects"]
    assert isinstance(inject, Listed)
    assert isinstance(inject.item, Row)
    assert set(inject.item.fields) == {"sender", "text", "summary", "headline", "expects"}
    assert "when" not in inject.item.fields
    assert "version" not in SHAPE.fields


def test_every_language_of_the_library_is_whole() -> None:
    """C6: each scenario of the house has every text in bokmål, nynorsk and English."""
    for slug in library():
        loaded = load(slug)
        assert loaded.languages == ["nb", "nn", "en"], slug
        assert [finding for finding in loaded.findings if "overlay" in finding.code] == [], slug
