"""What each kind of event is about: which of the five R's it belongs to, one or more.

Given by what a kind is about, never by how well it was done: time, place, meetings, mandate, money
and the clock are *rammer*; the shared picture, the goals and looking back are *retning*; who
answers, does or holds is *roller*; law, leave, records and agreed ways are *regler*; trust, voice,
continuity and safety are *relasjoner*. Nothing is summed over the R's.
"""

from __future__ import annotations

from collections.abc import Mapping

from scenarios.schema import R

KINDS: Mapping[R, frozenset[str]] = {
    "rammer": frozenset(
        {
            "play.started", "play.ended", "leg.started", "leg.held", "leg.ended",
            "interlude.started", "clock.paused", "clock.resumed", "clock.paced", "clock.extended",
            "inject.held", "inject.released", "inject.skipped", "inject.added", "item.late",
            "meeting.called", "meeting.replied", "meeting.opened", "meeting.closed",
            "measure.reminded", "handover.reminded", "letter.reminded", "level.stalled",
            "escalation.raised", "escalation.answered", "release.given", "decision.made",
            "samordning.raised", "samordning.settled", "control.checked", "expectation.lapsed",
            "pact.written",
        }
    ),
    "retning": frozenset(
        {
            "inject.triggered", "inject.delivered", "item.seen", "fact.shared", "question.asked",
            "question.answered", "wonder.noted", "worry.rated", "handover.offered",
            "handover.queried", "handover.read_back_given", "meeting.decided", "goal.set_down",
            "measure.set_down", "measure.evaluated", "level.changed", "level.stalled",
            "probe.opened", "probe.closed", "probe.answered", "debrief.opened", "pact.written",
        }
    ),
    "roller": frozenset(
        {
            "inject.not_taken", "answer.given", "interlude.confirmed", "act.withdrawn",
            "task.opened", "task.closed", "task.claimed", "task.joined", "task.given",
            "task.declined", "task.released", "task.finished",
            "baton.taken", "baton.offered", "baton.declined", "baton.released",
            "handover.offered", "handover.taken_over", "handover.queried", "handover.declined",
            "handover.started", "handover.reminded", "agreement.said", "agreement.confirmed",
            "agreement.denied", "meeting.pen_taken", "meeting.decided", "measure.set_down",
            "plan.led", "referral.sent", "referral.answered", "samordning.raised",
            "samordning.settled", "coordinator.needed", "coordinator.appointed",
            "coordinator.accepted", "coordinator.declined", "expectation.opened",
            "expectation.met", "expectation.lapsed", "probe.answered", "pact.written",
        }
    ),
    "regler": frozenset(
        {
            "fact.shared", "consent.asked", "consent.answered", "consent.withdrawn",
            "agreement.said", "agreement.confirmed", "agreement.denied", "meeting.pen_taken",
            "notification.sent", "notification.answered", "referral.sent", "referral.answered",
            "letter.reminded", "decision.made", "coordinator.needed", "coordinator.appointed",
            "control.checked", "pact.written", "pact.signed", "pact.reopened",
        }
    ),
    "relasjoner": frozenset(
        {
            "voice.sought", "voice.heard", "voice.told", "consent.asked", "consent.answered",
            "consent.withdrawn", "handover.told", "coordinator.family_told", "situation.moved",
            "cooperation.talked", "cooperation.disagreed", "cooperation.answered",
            "cooperation.repaired", "pact.written", "pact.signed",
        }
    ),
}  # fmt: skip
"""The kinds of each R. Every kind that a timeline can hold stands under one R at least."""


def r_of(kind: str) -> tuple[R, ...]:
    """The R's of a kind, in their order; KeyError for a kind that no timeline holds."""
    found = tuple(r for r, kinds in KINDS.items() if kind in kinds)
    if not found:
        raise KeyError(f"no R for {kind!r}")
    return found
