"""The last phase's plan: what is proposed, what has been decided, and whether the last one held."""

from __future__ import annotations

from dataclasses import dataclass

from debrief.obstacles import obstacles
from debrief.proposals import Proposal, improvements, strengths
from debrief.said import Said
from facilitator.improvement.row import Row
from facilitator.improvement.rules import is_full
from webapp.gjennomgang.eyes import Evidence
from webapp.gjennomgang.opened import Opened
from webapp.gjennomgang.outcomes import played_wall
from webapp.gjennomgang.sentences import sentence
from webapp.improvement import words
from webapp.improvement.open import plan
from webapp.improvement.shown import Shown, shown


@dataclass(frozen=True, slots=True)
class Proposed:
    """Something proposed, in words. ``taken`` is whether it stands in the plan already."""

    code: str
    text: str
    evidence: tuple[Evidence, ...]
    level: str = ""
    owner: str = ""
    taken: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """A row of an earlier exercise: did it hold? ``answer`` is what this team has said."""

    row: Shown
    answer: str


@dataclass(frozen=True, slots=True)
class Decided:
    """All that the last phase shows of the plan. Proposals are for whoever leads alone."""

    strengths: tuple[Proposed, ...]
    improvements: tuple[Proposed, ...]
    obstacles: tuple[Proposed, ...]
    rows: tuple[Shown, ...]
    asked: tuple[Asked, ...]
    answers: tuple[tuple[str, str], ...]
    full: bool


def decided(opened: Opened) -> Decided:
    """The plan of the opened team."""
    rows = plan().rows(opened.eyes.exercise_id, opened.eyes.number)
    leads = opened.eyes.leads and opened.numbers
    codes = {row.code for row in rows}
    better = improvements(opened.record) if leads else ()
    return Decided(
        tuple(_proposed(opened, each) for each in (strengths(opened.record) if leads else ())),
        tuple(_proposed(opened, each, codes) for each in better),
        tuple(_told(opened, each) for each in (obstacles(opened.record) if opened.numbers else ())),
        shown(plan(), rows),
        _asked(opened),
        tuple(words.answers().items()),
        is_full(rows),
    )


def to_verify(opened: Opened) -> list[Row]:
    """Rows of earlier exercises that named this scenario as the one to show whether they held."""
    slug, ended = opened.record.plan.scenario.slug, played_wall(opened)
    return [
        row
        for row in plan().rows()
        if row.verify == slug
        and row.exercise_id != opened.eyes.exercise_id
        and row.made_wall <= ended
        and row.status != "dropped"
    ]


def _asked(opened: Opened) -> tuple[Asked, ...]:
    rows, known = to_verify(opened), plan().verdicts()
    here = (opened.eyes.exercise_id, opened.eyes.number)
    said = words.answers()

    def answer(row_id: str) -> str:
        own = [v for v in known.get(row_id, ()) if (v.exercise_id, v.team_number) == here]
        return said[own[0].answer] if own else ""

    return tuple(Asked(each, answer(each.id)) for each in shown(plan(), rows))


def _proposed(opened: Opened, each: Proposal, taken: set[str] | None = None) -> Proposed:
    told = _told(opened, each.said)
    return Proposed(
        told.code,
        told.text,
        told.evidence,
        words.levels()[each.level],
        owner_of(opened, each),
        told.code in (taken or ()),
    )


def owner_of(opened: Opened, each: Proposal) -> str:
    """The service that could see to it; '' where the team has to find one."""
    return opened.record.plan.seats[each.owner].service if each.owner else ""


def _told(opened: Opened, said: Said) -> Proposed:
    return Proposed(said.code, sentence(opened.record.plan, said), opened.eyes.evidence(said.seqs))
