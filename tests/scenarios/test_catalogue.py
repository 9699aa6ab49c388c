"""The role catalogue and the rule packs: dated, marked, in three languages."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from scenarios.catalogue import catalogue, read_roles
from scenarios.check import check_house
from scenarios.dated import Dated
from scenarios.loader import library, load
from scenarios.rule_pack import read_rules, rule_pack, rule_packs

ROLE = """roles:
  - id: R08
    name: Lærer
    mandate: Ser barnet.
    laws:
      - {ref: lov § 1, mark: V, valid_from: 2020-01-01, valid_to: 2024-07-31, read: 2026-07-02}
      - {ref: lov § 2, mark: V, valid_from: 2024-08-01, read: 2026-07-02}
    deadlines:
      - {id: d, text: Si fra, trigger: Uro, clock: hours, amount: 8h, mark: P,
         valid_from: 2024-08-01, read: 2026-07-02}
    can: [a, b, c]
    cannot: [d, e]
"""


def test_the_houses_own_files_are_clean() -> None:
    """Roles, rules and indicators follow their models and have every text in three languages."""
    assert [str(finding) for finding in check_house()] == []


def test_every_role_of_the_library_is_in_the_catalogue() -> None:
    """In each language, with the same ids."""
    ids = set(catalogue("nb"))
    assert ids == set(catalogue("nn")) == set(catalogue("en"))
    for slug in library():
        used = {role for seat in load(slug).scenario().seats for role in seat.roles}
        assert used <= ids, slug


def test_every_basis_a_role_names_is_in_the_rule_pack() -> None:
    """On the day each scenario starts, in each language."""
    for slug in library():
        story = load(slug).scenario()
        day = story.story_start.date()
        for language in ("nb", "nn", "en"):
            pack = rule_pack(story.rule_pack, language, day)
            codes = {code for role in catalogue(language, day).values() for code in role.shares}
            assert codes <= set(pack.sharing), slug
            assert [age.age for age in pack.ages] == sorted(age.age for age in pack.ages)


def test_no_two_rows_of_a_rule_hold_on_the_same_day() -> None:
    """A changed rule has dates that do not overlap."""
    for name in rule_packs():
        rows = read_rules(name).value("nb").sharing
        for row in rows:
            for other in rows:
                if row is not other and row.code == other.code:
                    assert not row.holds(other.valid_from), f"{row.id} {other.id}"


def test_a_clock_that_is_law_names_the_law_and_others_say_that_they_are_not() -> None:
    """C1: only what is read in law or guidance can be shown as a requirement."""
    for name in rule_packs():
        rules = read_rules(name).value("nb")
        for row in rules.clocks:
            assert row.is_requirement == bool(row.laws), row.id
        assert all(row.is_requirement and row.laws for row in rules.mandates)
        assert [row.level for row in rules.levels] == [0, 1, 2, 3]


def test_who_takes_a_letter_and_by_when() -> None:
    """One week for a report (bvl § 2-1), ten working days for a referral (pbrl § 2-2 a)."""
    pack = rule_pack("no-2026", "nb", date(2025, 10, 20))
    review, feedback = (
        pack.clock("notification", ["R32"], ends=ends) for ends in ("answer", "feedback")
    )
    assert review is not None
    assert feedback is not None
    assert (str(review.within), str(feedback.within)) == ("1w", "3w")
    assert not pack.binds("notification", ["R08", "R10"])
    assessed = pack.clock("referral", ["R37", "R36"])
    assert assessed is not None
    assert (str(assessed.within), assessed.laws) == ("10wd", ["pbrl § 2-2 a"])
    settled = pack.clock("samordning", ["R48"], acute=True)
    assert settled is not None
    assert settled.mark == "P"


def test_rows_are_chosen_by_the_day(tmp_path: Path) -> None:
    """The law that holds on the day is the one that is shown."""
    (tmp_path / "nb.yaml").write_text(ROLE, encoding="utf-8")
    role = read_roles(tmp_path).value("nb").roles[0]
    assert [law.ref for law in role.on(date(2024, 7, 31)).laws] == ["lov § 1"]
    assert [law.ref for law in role.on(date(2024, 8, 1)).laws] == ["lov § 2"]
    assert [law.ref for law in role.on(None).laws] == ["lov § 1", "lov § 2"]
    assert role.on(date(2024, 7, 31)).deadlines == []


@pytest.mark.parametrize("key", ["mark: P,", "read: 2026-07-02}\n    can"])
def test_a_duty_without_mark_or_date_is_a_finding(tmp_path: Path, key: str) -> None:
    """A deadline says how sure it is and when it was read, at its own line."""
    written = ROLE.replace(key, key.replace("mark: P,", "").replace("read: 2026-07-02", ""))
    (tmp_path / "nb.yaml").write_text(written, encoding="utf-8")
    findings = read_roles(tmp_path).findings
    assert [finding.path.split(".")[:4] for finding in findings] == [
        ["roles", "R08", "deadlines", "d"]
    ]
    assert findings[0].line == 9
    assert findings[0].wrong == "is missing"


@pytest.mark.parametrize(
    ("mark", "is_requirement"), [*zip("VGLSPU", [1, 1, 0, 0, 0, 0], strict=True)]
)
def test_only_law_and_guidance_are_requirements(mark: str, is_requirement: int) -> None:
    """Local practice, sources, proposals and doubts are this drill's own defaults."""
    row = Dated.model_validate({"mark": mark, "valid_from": "2024-01-01", "read": "2026-01-01"})
    assert row.is_requirement is bool(is_requirement)
