"""The timeline: journal entries as rows for people, as one audience may see them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from debrief.record import Record
from debrief.said import SEATS, Blank
from simulator.play.calendar import calendar_of
from simulator.play.consent import ConsentAsked
from simulator.play.grants import ConsentAnswered, ConsentWithdrawn
from simulator.play.kernel import Entry, Event
from simulator.play.rooms import EVENTS

Audience = str
"""``facilitator``, ``team`` (all, once the talk has begun), or a seat's id (what it could see)."""

_APART = frozenset(
    {"matter", "board", "care", "coach", "family", "hotwash", "rating", "seat", "survey", "writing"}
)
"""Families of kinds that are no part of what happened in the story."""
HIDDEN = frozenset(
    kind
    for kind in EVENTS
    if kind.partition(".")[0] in _APART or kind in ("clock.autopilot_set", "team.formed")
)
"""Never shown: the engine's own bookkeeping, and what belongs to a person alone."""

SHOWN = tuple(kind for kind in EVENTS if kind not in HIDDEN)
"""Kinds that a timeline can hold; the code of a row is ``timeline.<kind>``."""

PUBLIC = frozenset({"play", "leg", "interlude", "task", "baton", "probe", "clock", "pact"})
"""Families of kinds that every seat sees as they happen. How the child has it is not among them:
a seat knows what she has said to it."""
NOT_FOR_SEATS = frozenset({"expectation"})
"""What only the gjennomgang shows: what was expected of whom."""
NOT_FOR_ROOM = frozenset({"cooperation"})
"""For those concerned alone, also in the gjennomgang: nobody is blamed before the room."""
LED = frozenset({"inject.triggered", "inject.held", "inject.released"})
"""Shown to the facilitator alone."""
OWN = frozenset({"probe.answered", "worry.rated", "item.seen", "item.late"})
"""Shown to the seat itself; in the gjennomgang that it happened, not what."""

REFERENCES = (
    "handover",
    "question",
    "agreement",
    "meeting",
    "escalation",
    "listening",
    "notification",
    "referral",
    "samordning",
    "disagreement",
)
"""Fields that name something which seats share; who was part of it sees what comes of it."""
_OPENS = frozenset(
    {
        "handover.offered", "question.asked", "agreement.said", "meeting.called",
        "meeting.opened", "escalation.raised", "voice.sought", "notification.sent",
        "referral.sent", "samordning.raised", "cooperation.disagreed",
    }
)  # fmt: skip

TOLD = frozenset(
    {
        *SEATS, *REFERENCES, "task", "tasks", "facts", "inject", "expected", "probe", "decision",
        "step", "way", "how", "verdict", "text", "line", "request", "first_act", "alternative",
        "why", "voice", "speaker", "place", "form", "on", "headline", "value", "choice", "outcome",
        "tried", "interest", "level", "clock",
        "named", "agreed", "point", "evidence", "stance", "what", "family", "rammer", "retning",
        "roller", "regler", "relasjoner",
    }
)  # fmt: skip
"""Fields of an event that a row tells; participants are never among them."""
_PRIVATE = frozenset({"answers", "value", "choice"})


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One entry as people read it. ``at_ms`` is play time, ``moment`` the story's date and hour.

    ``seat`` is who acted, '' for the story and the clock. ``code`` names the sentence and
    ``about`` fills it (:mod:`debrief.said`). ``cause`` is the seq that explains it, if shown.
    """

    seq: int
    at_ms: int
    moment: datetime
    seat: str
    kind: str
    code: str
    about: Mapping[str, Blank]
    cause: int | None
    withdrawn: bool


def timeline(record: Record, audience: Audience = "team") -> tuple[TimelineRow, ...]:
    """The rows that ``audience`` may see, in order. KeyError for a seat that does not exist."""
    if audience not in ("facilitator", "team") and audience not in record.plan.seats:
        raise KeyError(f"no audience {audience!r}")
    made = record.once(_made)
    if audience not in made:
        made[audience] = tuple(_rows(record, audience))
    return made[audience]


def _made(_record: Record) -> dict[Audience, tuple[TimelineRow, ...]]:
    """Timelines of a record, each made once: every moment of a replay asks for them."""
    return {}


def row_at(record: Record, seq: int, audience: Audience = "team") -> TimelineRow | None:
    """The row of one entry, or None if the audience may not see it."""
    return next((row for row in timeline(record, audience) if row.seq == seq), None)


def row_of(record: Record, entry: Entry, audience: Audience = "team") -> TimelineRow | None:
    """The row of an entry that is not the record's, but of a fork of it; None if not to be seen."""
    if entry.kind in HIDDEN or not _may_see(record, entry, _involved(entry, {}), audience):
        return None
    return _row(record, entry, audience, None)


def _rows(record: Record, audience: Audience) -> Iterator[TimelineRow]:
    part: dict[tuple[str, str], set[str]] = {}
    shown: set[int] = set()
    for entry in record.entries:
        seats = _involved(entry, part)
        if entry.kind in HIDDEN or not _may_see(record, entry, seats, audience):
            continue
        shown.add(entry.seq)
        cause = entry.caused_by if entry.caused_by in shown else None
        yield _row(record, entry, audience, cause)


def _row(record: Record, entry: Entry, audience: Audience, cause: int | None) -> TimelineRow:
    return TimelineRow(
        seq=entry.seq,
        at_ms=entry.at_ms,
        moment=calendar_of(record.plan.scenario).moment(entry.story_ms),
        seat=entry.actor.seat,
        kind=entry.kind,
        code=f"timeline.{entry.kind}",
        about=_about(record, entry, audience),
        cause=cause,
        withdrawn=entry.seq in record.withdrawn,
    )


def _involved(entry: Entry, part: dict[tuple[str, str], set[str]]) -> set[str]:
    """Seats that take part in what an entry tells, by its own fields or by what it refers to."""
    if isinstance(entry.event, ConsentAsked | ConsentAnswered | ConsentWithdrawn):
        return _of_leave(entry.event, part)
    seats = {entry.actor.seat} | {
        seat for name in SEATS for seat in _many(getattr(entry.event, name, ()))
    }
    for name in REFERENCES:
        reference = getattr(entry.event, name, "")
        if reference and isinstance(reference, str):
            if entry.kind in _OPENS:
                part.setdefault((name, reference), set()).update(seats)
            seats = seats | part.get((name, reference), set())
    return seats - {""}


def _of_leave(
    event: ConsentAsked | ConsentAnswered | ConsentWithdrawn,
    part: dict[tuple[str, str], set[str]],
) -> set[str]:
    """Who knows of leave: whoever asked, and whoever was told that it ended; not the receivers."""
    if isinstance(event, ConsentWithdrawn):
        return set(event.told)
    if isinstance(event, ConsentAsked):
        part["consent", event.request] = {event.seat}
    return part.get(("consent", event.request), set())


def _may_see(record: Record, entry: Entry, seats: set[str], audience: Audience) -> bool:
    family = entry.kind.partition(".")[0]
    if audience == "facilitator":
        return True
    if audience == "team":
        return not (entry.kind in LED or entry.kind == "item.late" or family in NOT_FOR_ROOM)
    if family in NOT_FOR_SEATS:
        return False
    if entry.kind in OWN:
        return audience in seats
    inject = record.plan.injects.get(getattr(entry.event, "inject", ""))
    if inject is not None and inject.headline and entry.kind == "inject.delivered":
        return True
    return family in PUBLIC or audience in seats


def _about(record: Record, entry: Entry, audience: Audience) -> dict[str, Blank]:
    event: Event = entry.event
    private = entry.kind in OWN and audience != entry.actor.seat
    about: dict[str, Blank] = {
        name: value
        for name in event.__dataclass_fields__  # type: ignore[attr-defined]
        if name in TOLD and not (private and name in _PRIVATE)
        if isinstance(value := getattr(event, name), str | int | tuple) and value not in ("", ())
    }
    if entry.kind == "expectation.lapsed" or (
        entry.kind == "expectation.opened" and audience != "facilitator"
    ):
        about.pop("seat", None)
    if entry.kind.startswith("consent."):
        about.pop("request", None)
    if entry.kind == "handover.offered" and "expected" in about:
        about["expected_handover"] = about.pop("expected")
    about |= _item(getattr(event, "item", ""))
    leg = getattr(event, "leg", None)
    if leg is not None:
        about["scene"] = record.plan.legs[leg].scene.id
    return about


def _item(item: str) -> dict[str, Blank]:
    """What an inbox item shows: its kind, and the inject if it is one."""
    kind, _, rest = item.partition(".")
    ref = rest.rpartition("@")[0]
    if not ref:
        return {}
    return {"item_kind": kind, "inject": ref} if kind == "inject" else {"item_kind": kind}


def _many(value: object) -> tuple[str, ...]:
    if isinstance(value, tuple):
        return tuple(each for each in value if isinstance(each, str))
    return (value,) if isinstance(value, str) else ()
