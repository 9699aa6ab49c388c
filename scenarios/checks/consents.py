"""Answers of child and parents that cover nothing, or that were not theirs to give."""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.checks.case import Case, suggest
from scenarios.family import Consent
from scenarios.finding import Finding, NotPlayableError
from scenarios.rule_pack import Age, rule_pack, rule_packs


def check(case: Case) -> Iterator[Finding]:
    """Every consent covers something it can open, and is given by the one whose it is."""
    story = case.scenario
    rules = {fact.id: fact.rule for fact in story.facts}
    ages = _ages(case) if story.consents else {}
    for consent in story.consents:
        yield from _content(case, consent)
        for at, fact in enumerate(consent.facts):
            if rules.get(fact) in ("free", "never"):
                yield case.at(
                    ("consents", consent.id, "facts", at),
                    f"no leave opens '{fact}': its rule is '{rules[fact]}'",
                    "take it out, or choose another rule for it",
                    "consent.fact-rule",
                )
        yield from _age(case, consent, ages)


def _content(case: Case, consent: Consent) -> Iterator[Finding]:
    here = ("consents", consent.id)
    if (consent.about == "share") != bool(consent.facts):
        yield case.at(
            here,
            "a leave to share names the cards it covers, any other names none",
            "name at least one card under 'facts', or none if 'about' is not share",
            "consent.facts",
        )
    limited = consent.answer == "limited"
    within = set(consent.allows) < set(consent.facts)
    if limited != bool(consent.allows) or (limited and not within):
        yield case.at(
            (*here, "allows"),
            "does not name some of the cards that a limited yes lets go",
            "name some, not all, of its 'facts' if the answer is limited; else leave it out",
            "consent.allows",
        )


def _ages(case: Case) -> dict[str, Age]:
    """The ages that hold on the story's first day; none if the pack can't be read (told elsewhere).

    Ages and their laws: scenarios/rules, after domain.md 0.1.
    """
    story = case.scenario
    if story.rule_pack not in rule_packs():
        return {}
    try:
        pack = rule_pack(story.rule_pack, "nb", story.story_start.date())
    except NotPlayableError:
        return {}
    return {row.id: row for row in pack.ages}


def _age(case: Case, consent: Consent, ages: dict[str, Age]) -> Iterator[Finding]:
    if consent.age is None or not ages:
        return
    here = ("consents", consent.id)
    row = ages.get(consent.age)
    if row is None:
        yield case.at(
            (*here, "age"),
            f"the rule pack has no age '{consent.age}' on the story's first day",
            suggest(consent.age, ages),
            "consent.age-unknown",
        )
        return
    old_enough = case.scenario.child.age >= row.age
    if old_enough != (consent.giver == "child"):
        who = "the child decides this" if old_enough else "the parents are asked for this"
        yield case.at(
            (*here, "giver"),
            f"{who} at {case.scenario.child.age} ({', '.join(row.laws)}: from {row.age})",
            f"let 'giver' be {'child' if old_enough else 'parent'}, or name another age",
            "consent.age",
        )
