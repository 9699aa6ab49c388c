"""Leave from child and parents: what an author may write, and what the checks say of the rest."""

from __future__ import annotations

import pytest

from scenarios.plan import plan_for
from tests.scenarios.workshop import Workshop

GOOD = """
consents:
  - id: C1
    giver: parent
    scene: host
    facts: [F1, F3]
    seats: [barnevern]
    answer: limited
    allows: [F1]
    after: 1wd
    trust: 20
    age: A16-health
    text: Det om SFO kan dere si. Resten tar vi selv.
    refusal: Nei, ikke nå.
"""


def _with(bench: Workshop, consents: str) -> Workshop:
    path = bench.folder / "story.yaml"
    path.write_text(path.read_text(encoding="utf-8") + consents, encoding="utf-8")
    return bench


def _codes(bench: Workshop) -> set[str]:
    """Codes of the findings that are not about missing translations."""
    return {each.code for each in bench.findings() if not each.code.startswith("overlay.")}


def test_a_consent_is_read_and_stands_in_the_plan_of_its_scene(bench: Workshop) -> None:
    """It is loaded without a finding, and a format that plays its scene has it by id."""
    scenario = _with(bench, GOOD).load().scenario()
    assert _codes(bench) == set()
    consent = plan_for(scenario, "45").consents["C1"]
    assert (consent.giver, consent.answer, consent.allows) == ("parent", "limited", ["F1"])
    assert consent.after is not None
    assert consent.after.working


def test_a_scenario_without_consents_is_as_before(bench: Workshop) -> None:
    """The key may be left out; nothing is asked of anybody then."""
    assert plan_for(bench.load().scenario(), "45").consents == {}


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("facts: [F1, F3]", "facts: [F1, F30]", "reference.unknown"),
        ("seats: [barnevern]", "seats: [barnevernet]", "reference.unknown"),
        ("allows: [F1]", "allows: [F9]", "consent.allows"),
        ("allows: [F1]", "allows: [F1, F3]", "consent.allows"),
        ("answer: limited", "answer: full", "consent.allows"),
        ("facts: [F1, F3]", "facts: [F1, F3, F5]", "consent.fact-rule"),
        ("scene: host", "scene: host\n    about: plan", "consent.facts"),
        ("A16-health", "A17-health", "consent.age-unknown"),
        ("giver: parent", "giver: child", "consent.age"),
        ("    answer", "    id2: C1\n    answer", "schema.unknown-field"),
    ],
)
def test_what_a_consent_can_not_mean_is_told(
    bench: Workshop, old: str, new: str, code: str
) -> None:
    """Ids that point nowhere, leave that covers nothing, and the wrong one asked at that age."""
    assert code in _codes(_with(bench, GOOD.replace(old, new, 1)))


def test_from_the_age_of_the_law_the_child_is_the_one_who_is_asked(bench: Workshop) -> None:
    """At 16 a young person decides on health alone (domain.md 0.1 no 6): a parent's row is told."""
    bench.edit("scenario.yaml", "age: 9", "age: 16")
    _with(bench, GOOD)
    findings = [each for each in bench.findings() if each.code == "consent.age"]
    assert len(findings) == 1
    assert "pbrl § 4-3: from 16" in findings[0].wrong


def test_an_inject_can_take_a_consent_back_and_no_other(bench: Workshop) -> None:
    """``withdraws`` names consents of the scenario."""
    _with(bench, GOOD)
    bench.edit("story.yaml", "  - id: I6\n", "  - id: I6\n    withdraws: [C1]\n")
    assert _codes(bench) == set()
    bench.edit("story.yaml", "withdraws: [C1]", "withdraws: [C2]")
    assert "reference.unknown" in _codes(bench)


def test_a_need_that_only_leave_can_open_is_no_fault(bench: Workshop) -> None:
    """A card somebody needs may have no basis but the one they have to ask for."""
    bench.edit(
        "story.yaml",
        "{seat: helsesykepleier, scene: host, within: 7wd}\n    question:\n      ask: Hva er nytt",
        "{seat: barnevern, scene: host, within: 7wd}\n    question:\n      ask: Hva er nytt",
    )
    assert "fact.need-without-basis" in _codes(bench)
    full = GOOD.replace("answer: limited\n    allows: [F1]", "answer: full")
    assert "fact.need-without-basis" not in _codes(_with(bench, full))
