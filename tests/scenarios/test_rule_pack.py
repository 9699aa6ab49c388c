"""The rule packs: dated rows of law, time limits, bases for sharing and ages."""

from __future__ import annotations

from datetime import date
from itertools import combinations
from pathlib import Path

import pytest

from scenarios.dated import Dated
from scenarios.loader import library, load
from scenarios.rule_pack import read_rules, rule_pack, rule_pack_findings, rule_packs

DAY = date(2026, 11, 1)
PACK = """id: no-1
title: Regler
valid_from: 2024-08-01
laws:
  - {id: a, ref: lov § 1, text: Si fra., mark: V, valid_from: 2024-08-01, read: 2026-07-02}
deadlines:
  - {id: d, text: Si fra, trigger: Uro, clock: hours, laws: [lov § 2], mark: P,
     valid_from: 2024-08-01, read: 2026-07-02}
sharing: []
"""


@pytest.mark.parametrize(
    ("row", "mark", "amount"),
    [
        ("notification-review", "V", "1w"),
        ("report-investigate", "V", "90d"),
        ("notification-feedback", "V", "3w"),
        ("notification-feedback-end", "V", "3w"),
        ("referral-assess", "V", "10wd"),
        ("bup-start", "V", "65wd"),
        ("emergency-care-lapse", "V", "6w"),
        ("emergency-own-lapse", "V", "2w"),
        ("emergency-check", "V", "48h"),
        ("school-appeal", "V", "1w"),
        ("school-absence-follow", "V", None),
        ("school-absence-call", "L", "3wd"),
        ("school-plan", "U", "5wd"),
        ("level-zero", "L", "14d"),
        ("coordinator-decision", "P", "10wd"),
        ("coordinator-interim", "P", "2wd"),
        ("samordning-settle", "P", "2wd"),
        ("acute-visit", "V", "2wd"),
    ],
)
def test_the_clocks_run_as_the_sources_say(row: str, mark: str, amount: str | None) -> None:
    """domain.md 0.1 and 2: each number with how sure we are of it."""
    limit = rule_pack("no-2026", "nb", DAY).deadlines[row]
    assert (limit.mark, str(limit.amount) if limit.amount else None) == (mark, amount)


def test_a_time_limit_read_in_the_law_says_which() -> None:
    """Nothing is told as law without the section it stands in."""
    limits = rule_pack("no-2026", "nb", DAY).deadlines.values()
    assert [row.id for row in limits if row.mark == "V" and not row.laws] == []


def test_a_clock_that_is_law_names_the_law_and_others_say_that_they_are_not() -> None:
    """C1: only what is read in law or guidance can be shown as a requirement."""
    for name in rule_packs():
        rules = read_rules(name).value("nb")
        for row in rules.clocks:
            assert row.is_requirement == bool(row.laws), row.id
        assert all(row.is_requirement and row.laws for row in rules.mandates)
        assert [row.level for row in rules.levels] == [0, 1, 2, 3]


def test_a_clock_and_the_time_limit_of_the_same_name_say_the_same() -> None:
    """What the engine counts is what people can read, with the same mark."""
    for name in rule_packs():
        rules = read_rules(name).value("nb")
        told = {row.id: (str(row.amount), row.mark) for row in rules.deadlines}
        shared = [row for row in rules.clocks if row.id in told]
        assert shared
        assert {row.id: (str(row.within), row.mark) for row in shared} == {
            row.id: told[row.id] for row in shared
        }


def test_a_clock_runs_as_long_as_the_time_limit_it_is_named_for() -> None:
    """What is shown and what runs out are the same number with the same mark."""
    pack = rule_pack("no-2026", "nb", date(2025, 10, 20))
    shown = [(row, pack.deadlines[row.id]) for row in pack.clocks if row.id in pack.deadlines]
    assert len(shown) >= 6
    for clock, limit in shown:
        assert (clock.within, clock.mark) == (limit.amount, limit.mark), clock.id
        assert not clock.laws or clock.laws == limit.laws


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


def test_the_young_decide_from_the_ages_of_the_law() -> None:
    """C6: 12, 15 and 16, each with its section."""
    ages = {(row.age, ref) for row in rule_pack("no-2026", "nb", DAY).ages for ref in row.laws}
    assert {
        (12, "pbrl § 3-4"),
        (15, "oppll § 24-5"),
        (15, "bvl § 12-3"),
        (15, "bvl § 6-1"),
        (16, "pbrl § 4-3"),
    } <= ages


def test_no_two_rows_of_a_rule_hold_on_the_same_day() -> None:
    """A changed rule has dates that do not overlap."""
    for name in rule_packs():
        rules = read_rules(name).value("nb")
        named: list[tuple[str, Dated]] = [
            *((row.code, row) for row in rules.sharing),
            *((row.ref, row) for row in rules.laws),
        ]
        for (one, first), (other, second) in combinations(named, 2):
            if one == other:
                starts = max(first.valid_from, second.valid_from)
                assert not (first.holds(starts) and second.holds(starts)), one


def test_every_duty_a_scenario_cites_exists_on_its_story_date() -> None:
    """A basis in a story, or a reach, is one of the pack's that holds when the story is told."""
    duties = {"duty": {"D1"}, "health": {"D6"}, "task": {"D4", "D5"}, "danger": {"D4", "D7"}}
    duties |= {"parents": {"D9"}}
    for slug in library():
        story = load(slug).scenario()
        held = rule_pack(story.rule_pack, "nb", story.story_start.date()).sharing
        cited = {str(act.basis) for inject in story.injects for act in inject.expects}
        cited |= {str(reach.basis) for fact in story.facts for reach in fact.reach}
        for basis in cited & set(duties):
            assert duties[basis] & set(held), (slug, basis)


def test_a_deadline_on_a_law_the_pack_lacks_is_a_finding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A reference that leads nowhere is told at its own line."""
    (tmp_path / "no-1.yaml").write_text(PACK, encoding="utf-8")
    found = read_rules("no-1", tmp_path)
    monkeypatch.setattr("scenarios.rule_pack.read_rules", lambda _pack: found)
    told = [each for each in rule_pack_findings("no-1") if each.code == "rules.law-unknown"]
    assert [(each.path, each.line) for each in told] == [("deadlines.d.laws.0", 7)]


@pytest.mark.parametrize("key", ["mark: P,", "read: 2026-07-02}\nsharing"])
def test_a_duty_without_mark_or_date_is_a_finding(tmp_path: Path, key: str) -> None:
    """A deadline says how sure it is and when it was read, at its own line."""
    short = key.replace("mark: P,", "").replace("read: 2026-07-02", "")
    (tmp_path / "no-1.yaml").write_text(PACK.replace(key, short), encoding="utf-8")
    findings = read_rules("no-1", tmp_path).findings
    assert [finding.path.split(".")[:2] for finding in findings] == [["deadlines", "d"]]
    assert findings[0].wrong == "is missing"
