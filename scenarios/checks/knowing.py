"""Facts that nobody can come to know where they are needed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scenarios.checks.case import Case
from scenarios.finding import Finding
from scenarios.plan import Plan
from scenarios.schema import Consent, Fact


def check(case: Case) -> Iterator[Finding]:
    """Senders of handovers, and seats of expected actions, can come to know what they pass on."""
    for fact in case.scenario.facts:
        yield from _rule(case, fact, _opened(case.scenario.consents))
    for plan in case.plans.values():
        for name, fact in plan.facts.items():
            if _enters(plan, fact) is None:
                yield case.at(
                    ("formats", plan.name, "facts"),
                    f"nobody in this format can come to know '{name}'",
                    f"add an inject or a voice that tells it, or take '{name}' out",
                    "fact.never-enters",
                )
        yield from _handovers(case, plan)
        yield from _acts(case, plan)


def _opened(consents: Iterable[Consent]) -> set[tuple[str, str]]:
    """(fact, seat) that somebody who asks may get leave for; seat '' is any."""
    return {
        (fact, seat)
        for consent in consents
        if consent.answer != "refused"
        for fact in (consent.allows or consent.facts)
        for seat in (consent.seats or [""])
    }


def _rule(case: Case, fact: Fact, opened: set[tuple[str, str]]) -> Iterator[Finding]:
    for at, need in enumerate(fact.needed):
        if need.seat in fact.known_by or fact.rule == "free":
            continue
        if {(fact.id, need.seat), (fact.id, "")} & opened:
            continue
        if not any(need.seat in reach.seats for reach in fact.reach):
            yield case.at(
                ("facts", fact.id, "needed", at),
                f"'{need.seat}' needs it, but no basis under 'reach' lets it go there",
                "add the basis on which it may reach that seat, a consent that covers it, or take "
                "the need out",
                "fact.need-without-basis",
            )
    if fact.rule == "never" and fact.needed:
        yield case.at(
            ("facts", fact.id, "rule"),
            "may never be passed on, but somebody needs it",
            "take the needs out, or choose another rule",
            "fact.never-needed",
        )


def _handovers(case: Case, plan: Plan) -> Iterator[Finding]:
    for handover in plan.handovers.values():
        scene = handover.scene
        missing = [
            name
            for name in handover.needs
            if name in plan.facts and not _can_know(plan, handover.sender, plan.facts[name], scene)
        ]
        if missing:
            yield case.at(
                ("handovers", handover.id, "needs"),
                f"'{handover.sender}' can never come to know {', '.join(missing)} in format "
                f"'{plan.name}'",
                "give the sender an inject, a voice or a colleague that tells it first, or take "
                "it out of 'needs'",
                "handover.unknowable",
            )


def _acts(case: Case, plan: Plan) -> Iterator[Finding]:
    for inject, act in plan.expected.values():
        missing = [
            name
            for name in act.facts
            if name in plan.facts and not _can_know(plan, act.seat, plan.facts[name], inject.scene)
        ]
        if missing:
            yield case.at(
                ("injects", inject.id, "expects", act.id, "facts"),
                f"'{act.seat}' can never come to know {', '.join(missing)} in format '{plan.name}'",
                "let an inject, a voice or a colleague tell it to that seat first, or take it out",
                "expected.unknowable",
            )


def _can_know(plan: Plan, seat: str, fact: Fact, scene: str) -> bool:
    """True if the seat may have the fact by the end of ``scene``: told, or lawfully passed on."""
    leg = plan.leg_of.get(scene)
    latest = leg.index if leg else len(plan.legs)
    own = _enters(plan, fact, seat)
    if own is not None and own <= latest:
        return True
    somewhere = _enters(plan, fact)
    return somewhere is not None and somewhere <= latest and _may_reach(plan, seat, fact)


def _may_reach(plan: Plan, seat: str, fact: Fact) -> bool:
    return (
        fact.rule == "free"
        or any(seat in reach.seats for reach in fact.reach)
        or bool({(fact.id, seat), (fact.id, "")} & _opened(plan.consents.values()))
        or any(seat in act.to and fact.id in act.facts for _, act in plan.expected.values())
        or any(
            seat == handover.receiver and fact.id in handover.needs
            for handover in plan.handovers.values()
        )
    )


def _enters(plan: Plan, fact: Fact, seat: str | None = None) -> int | None:
    """Index of the leg in which the fact first reaches ``seat`` (any seat if None)."""
    legs: list[int] = []
    if (seat in fact.known_by) if seat else fact.known_by:
        legs.append(0)
    for inject in plan.injects.values():
        if fact.id in inject.facts and (seat is None or seat in inject.to):
            legs += [plan.leg_of[inject.scene].index] if inject.scene in plan.leg_of else []
    for voice in plan.voices.values():
        if fact.id in voice.facts and (seat is None or not voice.seats or seat in voice.seats):
            legs.append(plan.leg_of[voice.scene].index)
    return min(legs, default=None)
