"""The 37 indicators: one function each, record in, figure out.

All are automatic but four: RL4, RL6 and RL7 come from people, RL8 is the child's trust. These stand
beside the others, in no index.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from debrief.coached import without_coach
from debrief.discussed import without_clock
from debrief.figure import Figure
from debrief.measures import (
    arenas,
    baton,
    care_plan,
    consent,
    contradictions,
    decisions,
    dialogue,
    dissent,
    escalation,
    expectations,
    facts,
    family,
    handover,
    leaders,
    load,
    meetings,
    people,
    probes,
    script,
    tasks,
    tested,
    trust,
    voice,
)
from debrief.record import Record

MEASURES: Mapping[str, Callable[[Record], Figure]] = {
    "RA1": decisions.mandate,
    "RA2": meetings.frame,
    "RA3": expectations.response_times,
    "RA4": load.realistic,
    "RA5": arenas.economy,
    "RA6": tested.robust,
    "RA7": escalation.frame,
    "RE1": probes.goals,
    "RE2": care_plan.childs_goals,
    "RE3": care_plan.line_of_sight,
    "RE4": care_plan.looked_back,
    "RE5": probes.shared_picture,
    "RE6": contradictions.held_together,
    "RE7": script.early_enough,
    "RO1": tasks.one_owner,
    "RO2": baton.continuity,
    "RO3": handover.closed_loop,
    "RO4": tasks.unowned,
    "RO5": tasks.overlap,
    "RO6": probes.duties,
    "RO7": leaders.at_own_level,
    "RO8": family.not_coordinating,
    "RG1": facts.lawful_sharing,
    "RG2": consent.quality,
    "RG3": expectations.duty_to_report,
    "RG4": tested.own_rules,
    "RG5": decisions.complete,
    "RG6": dissent.handled,
    "RG7": meetings.minutes,
    "RL1": voice.continuity,
    "RL2": handover.warm,
    "RL3": voice.chain,
    "RL4": people.team_safety,
    "RL5": dialogue.balance,
    "RL6": people.repair,
    "RL7": people.undring_depth,
    "RL8": trust.trust,
}
"""Every indicator by id, in the order in which they are told."""


def measure(record: Record) -> dict[str, Figure]:
    """Every one of them of one journal, by id."""
    figures = (of(record) for of in MEASURES.values())
    grounded = (without_clock(record, without_coach(record, figure)) for figure in figures)
    return {figure.id: figure for figure in grounded}
