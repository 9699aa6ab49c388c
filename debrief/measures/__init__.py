"""The automatic indicators: one function each, record in, figure out."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from debrief.coached import without_coach
from debrief.figure import Figure
from debrief.measures import (
    baton,
    dialogue,
    escalation,
    expectations,
    facts,
    handover,
    meetings,
    probes,
    script,
    tasks,
    voice,
)
from debrief.record import Record

MEASURES: Mapping[str, Callable[[Record], Figure]] = {
    "RA2": meetings.frame,
    "RA3": expectations.response_times,
    "RA7": escalation.frame,
    "RE1": probes.goals,
    "RE5": probes.shared_picture,
    "RE7": script.early_enough,
    "RO1": tasks.one_owner,
    "RO2": baton.continuity,
    "RO3": handover.closed_loop,
    "RO4": tasks.unowned,
    "RO5": tasks.overlap,
    "RO6": probes.duties,
    "RG1": facts.lawful_sharing,
    "RG3": expectations.duty_to_report,
    "RG7": meetings.minutes,
    "RL1": voice.continuity,
    "RL2": handover.warm,
    "RL3": voice.chain,
    "RL5": dialogue.balance,
}
"""Every automatic indicator by id, in the order in which they are told."""


def measure(record: Record) -> dict[str, Figure]:
    """Every automatic indicator of one journal, by id."""
    return {indicator: without_coach(record, of(record)) for indicator, of in MEASURES.items()}
