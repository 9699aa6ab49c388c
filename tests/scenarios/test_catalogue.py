"""The role catalogue: 51 roles in three languages, standing on rows of the rule pack."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from scenarios.catalogue import catalogue, catalogue_findings, read_roles
from scenarios.check import check_house
from scenarios.dated import Dated
from scenarios.loader import library, load
from scenarios.rule_pack import rule_pack
from scenarios.schema import Language

LANGUAGES: tuple[Language, ...] = ("nb", "nn", "en")
ALL = [f"R{number:02}" for number in range(1, 52)]
FAULTY = """roles:
  - id: R08
    name: Lærer
    sector: education
    mandate: Ser barnet.
    laws: [oppll § 10-6, oppll § 99-9]
    deadlines: [school-tell-head, no-such]
    hands_over_to: [R77]
    can: [a, b, c]
    cannot: [d, e]
"""


def test_the_houses_own_files_are_clean() -> None:
    """Roles, rules and indicators follow their models and have every text in three languages."""
    assert [str(finding) for finding in check_house()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_fifty_one_roles_are_there(language: Language) -> None:
    """domain.md 2: R01 to R51, each with three things one can and two one cannot."""
    roles = catalogue(language)
    assert sorted(roles) == ALL
    assert {len(role.can) for role in roles.values()} == {3}
    assert {len(role.cannot) for role in roles.values()} == {2}


def test_no_role_speaks_of_two_things_in_the_same_words() -> None:
    """What one can do is said once, and nothing stands on both sides."""
    for language in LANGUAGES:
        for role in catalogue(language).values():
            said = [*role.can, *role.cannot]
            assert len(set(said)) == len(said), (language, role.id)


def test_each_language_says_it_in_its_own_words() -> None:
    """A mandate in nynorsk or English is never the bokmål one left standing."""
    nb = catalogue("nb")
    for language in ("nn", "en"):
        left = [key for key, role in catalogue(language).items() if role.mandate == nb[key].mandate]
        assert left == [], language


def test_every_role_of_the_library_is_in_the_catalogue() -> None:
    """No seat is a role that nobody can read about."""
    for slug in library():
        used = {role for seat in load(slug).scenario().seats for role in seat.roles}
        assert used <= set(catalogue()), slug


def test_what_a_role_names_holds_on_the_day_each_scenario_starts() -> None:
    """L04: every deadline and basis of every role is in force then, and some law if it has any."""
    rows = {row.id: row for row in read_roles().value("nb").roles}
    for slug in library():
        story = load(slug).scenario()
        pack = rule_pack(story.rule_pack, "nb", story.story_start.date())
        for role in catalogue("nb", pack.on).values():
            assert [limit.id for limit in role.deadlines] == rows[role.id].deadlines, slug
            assert set(role.shares) <= set(pack.sharing), (slug, role.id)
            assert bool(role.laws) == bool(rows[role.id].laws), (slug, role.id)


def test_the_law_of_the_day_is_the_one_shown() -> None:
    """The GP's regulation is the old one in 2025 and the new one from 2026."""
    before = {law.ref for law in catalogue("nb", date(2025, 12, 31))["R18"].laws}
    after = {law.ref for law in catalogue("nb", date(2026, 1, 1))["R18"].laws}
    assert "fastlegeforskr. 2012-842" in before - after
    assert "fastlegeforskr. 2025-2405 § 26" in after - before


def test_a_role_that_names_what_is_not_there_is_a_finding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A misspelt law, deadline or role is told at its own line."""
    (tmp_path / "nb.yaml").write_text(FAULTY, encoding="utf-8")
    monkeypatch.setattr("scenarios.catalogue.read_roles", lambda: read_roles(tmp_path))
    told = [
        (each.path, each.line) for each in catalogue_findings() if each.code == "role.reference"
    ]
    assert told == [
        ("roles.R08.laws.1", 6),
        ("roles.R08.deadlines.1", 7),
        ("roles.R08.hands_over_to.0", 8),
    ]


@pytest.mark.parametrize(
    ("mark", "is_requirement"), [*zip("VGLSPU", [1, 1, 0, 0, 0, 0], strict=True)]
)
def test_only_law_and_guidance_are_requirements(mark: str, is_requirement: int) -> None:
    """Local practice, sources, proposals and doubts are this drill's own defaults."""
    row = Dated.model_validate({"mark": mark, "valid_from": "2024-01-01", "read": "2026-01-01"})
    assert row.is_requirement is bool(is_requirement)
