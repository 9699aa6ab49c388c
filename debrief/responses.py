"""Responses: delivered, seen, first adequate act; against the role's own deadline."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import median
from typing import Literal

from debrief.coached import coached_expectations
from debrief.record import Record
from scenarios.schema import Expected, Inject
from simulator.play.answers import AnswerGiven
from simulator.play.calendar import calendar_of
from simulator.play.expectations import (
    Expectation,
    ExpectationLapsed,
    ExpectationMet,
    ExpectationOpened,
    Expectations,
)
from simulator.play.facts import FactsShared
from simulator.play.inbox import ItemSeen
from simulator.play.kernel import Entry, Event

MOST_WAITING = 2
"""A response is measured while no more than this waits on its seat (mechanics 2)."""
NEVER = 2.0
"""The ratio of a response that never came: where RA3 gives nothing any more."""

Standing = Literal["in_time", "late", "missed", "postponed", "going_on", "coached"]
"""``postponed``: a jump passed over it while it was still protected; ``going_on``: play ended
first; ``coached``: the seat asked for advice about it. These three count nowhere."""
NOT_DUE = ("postponed", "going_on", "coached")


@dataclass(frozen=True, slots=True)
class ResponseRow:
    """One expected action that became due. Story times in ms, ratios of the deadline.

    ``ratio`` is time to the adequate act ÷ deadline, at most 2, and 2 where none came; None where
    it is not measured: not due, or more than two things waited on the seat (``crowded``).
    ``act`` is the seq of the adequate act, 0 if there was none.
    """

    expected: str
    seat: str
    inject: str
    kind: str
    severity: int
    gate: bool
    opened: int
    delivered_at: int
    delivered_story: int
    due_story: int
    seen: int
    seen_at: int | None
    act: int
    acted_at: int | None
    acted_story: int | None
    closing: int
    """Seq of expectation.met or expectation.lapsed, 0 if neither."""
    standing: Standing
    crowded: bool
    ratio: float | None
    sound: bool = True
    """Whether the act passed no card on without a basis, and was no empty answer; else it earns
    nothing."""

    @property
    def done(self) -> bool:
        """Whether an adequate act came that earns something."""
        return self.act > 0 and self.sound

    @property
    def due(self) -> bool:
        """Whether it was due: not passed over by the drill, cut off by its end, or coached."""
        return self.standing in ("in_time", "late", "missed")

    @property
    def measured(self) -> bool:
        """Whether its time counts."""
        return self.ratio is not None

    @property
    def score(self) -> float:
        """1 in time, falling to 0 at twice the deadline; 0 if it never came or earns nothing."""
        if not self.sound:
            return 0.0
        if self.standing == "in_time":
            return 1.0
        return max(0.0, NEVER - self.ratio) if self.act and self.ratio is not None else 0.0

    @property
    def seqs(self) -> tuple[int, ...]:
        """The entries that show it."""
        return tuple(seq for seq in (self.opened, self.closing) if seq)


@dataclass(frozen=True, slots=True)
class ResponseSummary:
    """Responses in two figures."""

    n: int
    median_ratio: float | None


def response_rows(record: Record) -> tuple[ResponseRow, ...]:
    """Every expected action that became due, in the order in which they did."""
    ends: dict[str, tuple[Entry, ExpectationMet | ExpectationLapsed]] = {}
    for entry, lapsed in record.of(ExpectationLapsed):
        ends[lapsed.expected] = (entry, lapsed)
    for entry, met in record.of(ExpectationMet):
        if met.act not in record.withdrawn:
            ends[met.expected] = (entry, met)
    seen = {event.item: entry for entry, event in record.of(ItemSeen)}
    due = record.state[Expectations].due
    return tuple(
        _row(record, due[event.expected], entry, ends.get(event.expected), seen)
        for entry, event in record.of(ExpectationOpened)
    )


def missed(record: Record, *acts: str) -> tuple[ResponseRow, ...]:
    """Expected actions of these kinds that were due and never came, or earn nothing; no gates."""
    rows = record.once(response_rows)
    return tuple(
        row for row in rows if row.kind in acts and not row.gate and row.due and not row.done
    )


def summarize(record: Record) -> ResponseSummary:
    """How many responses were measured, and the middle one's share of its deadline."""
    ratios = [row.ratio for row in record.once(response_rows) if row.ratio is not None]
    return ResponseSummary(len(ratios), median(ratios) if ratios else None)


def _row(
    record: Record,
    due: Expectation,
    opened: Entry,
    end: tuple[Entry, ExpectationMet | ExpectationLapsed] | None,
    seen: Mapping[str, Entry],
) -> ResponseRow:
    inject, expected = record.plan.expected[due.expected]
    act = _act(record, end)
    look = seen.get(due.item)
    standing = "coached" if due.expected in record.once(coached_expectations) else _standing(end)
    crowded = record.waiting.get(due.expected, 0) > MOST_WAITING
    ratio = None
    if standing not in NOT_DUE and not crowded:
        ratio = _ratio(record, expected, opened, due.due_story, act) if act else NEVER
    return ResponseRow(
        expected=due.expected,
        seat=due.seat,
        inject=inject.id,
        kind=expected.act,
        severity=expected.severity,
        gate=expected.gate,
        opened=opened.seq,
        delivered_at=opened.at_ms,
        delivered_story=opened.story_ms,
        due_story=due.due_story,
        seen=look.seq if look else 0,
        seen_at=look.at_ms if look else None,
        act=act.seq if act else 0,
        acted_at=act.at_ms if act else None,
        acted_story=act.story_ms if act else None,
        closing=end[0].seq if end else 0,
        standing=standing,
        crowded=crowded,
        ratio=ratio,
        sound=act is None or is_sound(act.event),
    )


def is_sound(event: Event) -> bool:
    """Whether an act passed no card on without a basis, and is no answer without a word in it."""
    if isinstance(event, AnswerGiven):
        return any(each.isalnum() for each in event.text)
    return is_lawful(event)


def is_lawful(event: Event) -> bool:
    """Whether an act passed no card on without a basis (mechanics 3: too much counts as well)."""
    return not isinstance(event, FactsShared) or all(basis for _, _, basis in event.computed)


def _act(
    record: Record, end: tuple[Entry, ExpectationMet | ExpectationLapsed] | None
) -> Entry | None:
    """The adequate act, if one came."""
    if end is None or not isinstance(end[1], ExpectationMet):
        return None
    return record.entry(end[1].act) or end[0]


_LAPSED: Mapping[str, Standing] = {
    "late": "missed",
    "postponed": "postponed",
    "scene": "going_on",
}
"""What a lapse came to. ``scene``: play was over before the deadline."""


def _standing(end: tuple[Entry, ExpectationMet | ExpectationLapsed] | None) -> Standing:
    if end is None:
        return "going_on"
    event = end[1]
    if isinstance(event, ExpectationLapsed):
        return _LAPSED[event.how]
    return "in_time" if event.in_time else "late"


def _ratio(record: Record, expected: Expected, opened: Entry, due_story: int, act: Entry) -> float:
    """Story time used ÷ story time given; working time where the deadline counts it."""
    spans = (act.story_ms, due_story)
    if expected.within.working:
        calendar = calendar_of(record.plan.scenario)
        start = calendar.moment(opened.story_ms)
        used, given = (calendar.work_between(start, calendar.moment(end)) for end in spans)
    else:
        used, given = (end - opened.story_ms for end in spans)
    return min(max(used, 0) / given, NEVER) if given > 0 else 1.0


@dataclass(frozen=True, slots=True)
class Gate:
    """A safety act: held, not held, or not asked for (``standing`` None). In no index."""

    expected: Expected
    inject: Inject
    row: ResponseRow | None

    @property
    def held(self) -> bool | None:
        """Whether it was done; None where it never became due or was passed over."""
        if self.row is None or self.row.standing in NOT_DUE:
            return None
        return self.row.act > 0


def gates(record: Record) -> tuple[Gate, ...]:
    """Every safety act that the format's scenario marks."""
    rows = {row.expected: row for row in record.once(response_rows)}
    return tuple(
        Gate(expected, inject, rows.get(expected.id))
        for inject, expected in record.plan.expected.values()
        if expected.gate
    )
