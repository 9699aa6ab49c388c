"""The swimlanes: a lane a seat over play time, with what came, what was done, what was passed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from debrief.handovers import handover_rows
from debrief.pictures.svg import SECTOR_COLOURS, Picture, patterns, picture, tag, text, wrapped
from debrief.record import Record
from debrief.turns import acts
from scenarios.duration import MINUTE
from simulator.play.script import InjectDelivered

LEFT, RIGHT, TOP, LANE, WIDTH = 190, 26, 64, 58, 1200
NEAR_END = 260
"""Where a scene's title would run out of the picture, it ends at the edge instead."""
LABELS = (
    "title", "described", "time", "seat", "what", "item", "act", "handover", "minutes",
    "handovers",
)  # fmt: skip
"""Words that the picture asks for. ``described`` may hold {seats}, {marks} and {minutes};
``handover`` may hold {receiver}, ``minutes`` holds {minute}; ``item``, ``act`` and ``handovers``
stand in the legend."""

Kind = Literal["item", "act", "handover"]


@dataclass(frozen=True, slots=True)
class Mark:
    """Something in a seat's lane at a play time; ``to`` and ``until_ms`` for a handover."""

    seq: int
    at_ms: int
    seat: str
    kind: Kind
    to: str = ""
    until_ms: int = 0
    open: bool = False


def marks(record: Record) -> tuple[Mark, ...]:
    """Everything the lanes show, in order: injects that came, acts, handovers to their receiver."""
    found = [
        Mark(entry.seq, entry.at_ms, seat, "item")
        for entry, event in record.of(InjectDelivered)
        for seat in event.to
    ]
    found += [Mark(entry.seq, entry.at_ms, entry.actor.seat, "act") for entry in acts(record)]
    for row in record.once(handover_rows):
        offered = row.step("offered")
        if offered:
            taken = row.step("taken_over")
            until = taken.at_ms if taken else record.end_at
            found.append(
                Mark(
                    offered.seq,
                    offered.at_ms,
                    row.sender,
                    "handover",
                    row.receiver,
                    until,
                    not taken,
                )
            )
    return tuple(sorted(found, key=lambda mark: (mark.seq, mark.kind, mark.seat)))


def swimlane(record: Record, labels: Mapping[str, str], name: str = "swimlane") -> Picture:
    """The lanes of a journal, with their table. ``labels`` holds :data:`LABELS` translated."""
    drawn = marks(record)
    seats = [seat for seat in record.plan.seats if any(seat in (m.seat, m.to) for m in drawn)]
    height = TOP + LANE * max(len(seats), 1) + 56
    sectors = dict.fromkeys(record.plan.seats[seat].sector for seat in seats)
    inside = [patterns(name, sectors), *_scenes(record, height)]
    inside += [_lane(record, seat, number, name) for number, seat in enumerate(seats)]
    inside += [_mark(record, mark, seats) for mark in drawn]
    inside += _legend(labels, height - 18)
    counts = {"seats": len(seats), "marks": len(drawn), "minutes": record.end_at // MINUTE}
    described = labels["described"].format_map(counts)
    return Picture(
        picture(name, labels["title"], described, (WIDTH, height), inside),
        tuple(labels[each] for each in ("time", "seat", "what")),
        tuple(_cells(record, mark, labels) for mark in drawn),
        tuple((mark.seq,) for mark in drawn),
    )


def _cells(record: Record, mark: Mark, labels: Mapping[str, str]) -> tuple[str, ...]:
    seats = record.plan.seats
    minute = labels["minutes"].format(minute=mark.at_ms // MINUTE)
    what = labels[mark.kind]
    if mark.kind == "handover":
        what = what.format(receiver=seats[mark.to].name)
    return minute, seats[mark.seat].name, what


def _x(record: Record, at_ms: int) -> float:
    return LEFT + (WIDTH - LEFT - RIGHT) * at_ms / max(record.end_at, 1)


def _y(seats: list[str], seat: str) -> float:
    return TOP + LANE * seats.index(seat) + LANE / 2


def _scenes(record: Record, height: int) -> Iterator[str]:
    """Where each scene begins: its title over a line, alternately high and low."""
    for number, run in enumerate(record.legs):
        x = _x(record, run.start_at)
        yield tag(
            "line",
            x1=x,
            y1=TOP - 8,
            x2=x,
            y2=height - 50,
            stroke="currentColor",
            stroke_opacity=0.35,
            stroke_dasharray="2 6",
            class_="scene-line",
        )
        near_end = x > WIDTH - NEAR_END
        yield text(
            wrapped(run.leg.scene.title, 30)[0],
            WIDTH - 4 if near_end else x + 4,
            24 + 24 * (number % 2),
            text_anchor="end" if near_end else None,
            font_size=17,
            fill="currentColor",
            class_="scene",
        )


def _lane(record: Record, seat: str, number: int, name: str) -> str:
    sector = record.plan.seats[seat].sector
    top = TOP + LANE * number
    badge = tag(
        "rect",
        x=4,
        y=top + 9,
        width=14,
        height=LANE - 18,
        fill=f"url(#{name}-{sector})",
        stroke=SECTOR_COLOURS[sector][1],
        class_=f"lane-badge sector-{sector}",
    )
    line = tag(
        "line",
        x1=LEFT,
        y1=top + LANE / 2,
        x2=WIDTH - RIGHT,
        y2=top + LANE / 2,
        stroke="currentColor",
        stroke_opacity=0.3,
        class_="lane-line",
    )
    lines = wrapped(record.plan.seats[seat].name, 18)
    start = top + LANE / 2 + 6 - 10 * (len(lines) - 1)
    words = "".join(
        text(each, 26, start + 20 * at, font_size=18, fill="currentColor", class_="lane-label")
        for at, each in enumerate(lines)
    )
    return badge + line + words


def _mark(record: Record, mark: Mark, seats: list[str]) -> str:
    x, y = _x(record, mark.at_ms), _y(seats, mark.seat)
    if mark.kind == "item":
        return _circle(x, y)
    if mark.kind == "act":
        return _square(x, y)
    ends = (_x(record, mark.until_ms), _y(seats, mark.to))
    return _passed((x, y), ends, is_open=mark.open)


def _circle(x: float, y: float) -> str:
    return tag(
        "circle",
        cx=x,
        cy=y,
        r=8,
        fill="#ffffff",
        stroke="currentColor",
        stroke_width=2.5,
        class_="mark mark-item",
    )


def _square(x: float, y: float) -> str:
    return tag(
        "rect",
        x=x - 6,
        y=y - 6,
        width=12,
        height=12,
        fill="currentColor",
        class_="mark mark-act",
    )


def _passed(start: tuple[float, float], end: tuple[float, float], *, is_open: bool) -> str:
    """A handover: a line to its receiver; broken and without a head while nobody took it over."""
    (x1, y1), (x2, y2) = start, end
    line = tag(
        "path",
        d=f"M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}",
        fill="none",
        stroke="currentColor",
        stroke_width=3,
        stroke_dasharray="8 6" if is_open else None,
        class_="mark mark-handover mark-open" if is_open else "mark mark-handover",
    )
    head = tag(
        "path",
        d=f"M{x2:.1f} {y2 - 9:.1f}l9 9l-9 9l-9 -9z",
        fill="#ffffff",
        stroke="currentColor",
        stroke_width=2.5,
        class_="mark mark-end",
    )
    return line if is_open else line + head


def _legend(labels: Mapping[str, str], y: float) -> Iterator[str]:
    signs = {
        "item": _circle(LEFT, y),
        "act": _square(LEFT + 260, y),
        "handovers": _passed((LEFT + 505, y), (LEFT + 535, y), is_open=False),
    }
    for number, (name, sign) in enumerate(signs.items()):
        yield sign
        at = LEFT + 18 + 260 * number + (12 if name == "handovers" else 0)
        yield text(labels[name], at, y + 6, font_size=17, fill="currentColor", class_="legend")
