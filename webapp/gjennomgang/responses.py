"""Response times: between services as pairs with their reasons; a seat's own for itself alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from debrief.figure import SHOWN_FROM
from debrief.record import Record
from debrief.responses import ResponseRow, response_rows
from simulator.play.calendar import calendar_of
from webapp.gjennomgang import when
from webapp.gjennomgang.eyes import Evidence, Eyes
from webapp.gjennomgang.five_r import decimal
from webapp.gjennomgang.naming import inside, listed, sentence_case
from webapp.regions.say import _


@dataclass(frozen=True, slots=True)
class PairView:
    """What was expected between two seats, whichever way; of the rest, towards the family."""

    name: str
    in_time: int
    late: int
    missed: int
    reasons: tuple[str, ...]
    ratio: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class OwnTime:
    """One expected act of a seat, with its times in story words."""

    text: str
    came: str
    seen: str
    due: str
    done: str
    standing: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class SeatTimes:
    """A seat's own times: for the seat itself and for whoever leads."""

    name: str
    times: tuple[OwnTime, ...]


def pairs(record: Record, eyes: Eyes) -> tuple[PairView, ...]:
    """Every interface on which something was expected, the busiest first."""
    found: dict[tuple[str, ...], list[ResponseRow]] = {}
    for row in record.once(response_rows):
        found.setdefault(_interface(record, row), []).append(row)
    named = [_pair(record, eyes, ends, rows) for ends, rows in found.items()]
    return tuple(sorted(named, key=lambda pair: (-len(pair.evidence), pair.name)))


def _interface(record: Record, row: ResponseRow) -> tuple[str, ...]:
    """The two ends, in the team's own order; () where the act was not for another seat."""
    _inject, expected = record.plan.expected[row.expected]
    to = [seat for seat in expected.to if seat in record.plan.seats and seat != row.seat]
    if not to:
        return ()
    order = list(record.plan.seats)
    return tuple(sorted((row.seat, to[0]), key=order.index))


def _pair(record: Record, eyes: Eyes, ends: tuple[str, ...], rows: list[ResponseRow]) -> PairView:
    standing = Counter(row.standing for row in rows)
    measured = [row.ratio for row in rows if row.ratio is not None]
    return PairView(
        name=_named(record, ends) if ends else _rest(record),
        in_time=standing["in_time"],
        late=standing["late"],
        missed=standing["missed"],
        reasons=tuple(_reasons(rows)),
        ratio=decimal(median(measured)) if len(measured) >= SHOWN_FROM else "",
        evidence=eyes.evidence(seq for row in rows for seq in row.seqs),
    )


def _named(record: Record, ends: tuple[str, ...]) -> str:
    return sentence_case(listed(inside(record.plan.seats[seat].name) for seat in ends))


def _rest(record: Record) -> str:
    child = record.plan.scenario.child.name
    return _("Tjenestene og %(child)s, familien eller andre", child=child)


def _reasons(rows: Iterable[ResponseRow]) -> Iterable[str]:
    said = Counter[str]()
    for row in rows:
        if row.standing == "postponed":
            said[_("utsatt av øvelsen selv")] += 1
        elif row.standing == "going_on":
            said[_("øvelsen sluttet før fristen")] += 1
        elif row.standing == "coached":
            said[_("spilt med råd, telles ikke")] += 1
        elif row.crowded:
            said[_("mer enn to ting ventet samtidig, tiden er ikke regnet med")] += 1
        elif row.standing == "missed" and not row.seen:
            said[_("ble ikke åpnet")] += 1
    return (f"{number} {reason}" for reason, number in said.items())


def own_times(record: Record, eyes: Eyes) -> tuple[SeatTimes, ...]:
    """The eyes' own seat; every seat for whoever leads; none on the room's screen."""
    seats = tuple(record.plan.seats) if eyes.leads else (eyes.seat,)
    if eyes.is_screen:
        return ()
    found = (_seat_times(record, eyes, seat) for seat in seats if seat in record.plan.seats)
    return tuple(each for each in found if each.times)


def _seat_times(record: Record, eyes: Eyes, seat: str) -> SeatTimes:
    rows = [row for row in record.once(response_rows) if row.seat == seat]
    return SeatTimes(record.plan.seats[seat].name, tuple(_own(record, eyes, row) for row in rows))


def _own(record: Record, eyes: Eyes, row: ResponseRow) -> OwnTime:
    calendar = calendar_of(record.plan.scenario)
    seen = record.entry(row.seen)
    return OwnTime(
        text=record.plan.expected[row.expected][1].text,
        came=when.short(calendar.moment(row.delivered_story)),
        seen=when.short(calendar.moment(seen.story_ms)) if seen else "",
        due=when.short(calendar.moment(row.due_story)),
        done="" if row.acted_story is None else when.short(calendar.moment(row.acted_story)),
        standing=standing_words(row.standing),
        evidence=eyes.evidence(row.seqs),
    )


def standing_words(standing: str) -> str:
    """How a response came out."""
    return {
        "in_time": _("i tide"),
        "late": _("kom senere"),
        "missed": _("kom ikke"),
        "postponed": _("utsatt av øvelsen"),
        "going_on": _("øvelsen sluttet først"),
        "coached": _("spilt med råd, telles ikke"),
    }[standing]
