"""The handover network: who to whom, thick for many cards, broken for a loop left open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import cos, hypot, pi, sin

from debrief.handover_row import HandoverRow
from debrief.handovers import handover_rows
from debrief.pictures.svg import SECTOR_COLOURS, Picture, patterns, picture, tag, text, wrapped
from debrief.record import Record

SIZE = (720, 640)
CENTRE = (360.0, 320.0)
RADIUS = (262.0, 236.0)
NODE, FONT = 50.0, 20
CROWD = 9
"""From more seats than this, everything is drawn smaller."""
LABELS = (
    "title", "described", "from", "to", "cards", "loop", "closed", "open", "not_sent",
    "handovers", "nobody",
)  # fmt: skip
"""Words that the picture asks for. ``described`` may hold {handovers}, {open} and {not_sent}."""


@dataclass(frozen=True, slots=True)
class Edge:
    """All handovers from one seat to another. ``cards`` passed in all; ``missing``: never sent."""

    sender: str
    receiver: str
    sent: int
    closed: int
    missing: int
    cards: int
    seqs: tuple[int, ...]

    @property
    def open(self) -> bool:
        """Whether any loop was left open, or never begun."""
        return self.closed < self.sent + self.missing


def edges(record: Record) -> tuple[Edge, ...]:
    """The network's edges, in the order in which the first handover of each came."""
    found: dict[tuple[str, str], list[HandoverRow]] = {}
    for row in record.once(handover_rows):
        if row.offered or row.due:
            found.setdefault((row.sender, row.receiver), []).append(row)
    return tuple(_edge(pair, rows) for pair, rows in found.items())


def _edge(pair: tuple[str, str], rows: list[HandoverRow]) -> Edge:
    return Edge(
        *pair,
        sent=sum(row.offered for row in rows),
        closed=sum(row.has("told") for row in rows),
        missing=sum(not row.offered for row in rows),
        cards=sum(len(row.facts) for row in rows),
        seqs=tuple(sorted({seq for row in rows for seq in row.seqs})),
    )


def network(record: Record, labels: Mapping[str, str], name: str = "network") -> Picture:
    """The network of a journal, with its table. ``labels`` holds :data:`LABELS` translated."""
    drawn = edges(record)
    places = _places(record, drawn)
    sectors = dict.fromkeys(record.plan.seats[seat].sector for seat in places)
    inside = [patterns(name, sectors), _arrow(name)]
    small = 0.7 if len(places) > CROWD else 1.0
    inside += [_line(edge, places, name, NODE * small) for edge in drawn]
    inside += [_node(record, seat, place, name, small) for seat, place in places.items()]
    if not drawn:
        inside.append(text(labels["nobody"], *CENTRE, text_anchor="middle", font_size=24))
    counts = {
        "handovers": sum(edge.sent for edge in drawn),
        "open": sum(edge.sent - edge.closed for edge in drawn),
        "not_sent": sum(edge.missing for edge in drawn),
    }
    described = labels["described"].format_map(counts)
    return Picture(
        picture(name, labels["title"], described, SIZE, inside),
        tuple(labels[each] for each in ("from", "to", "handovers", "cards", "loop")),
        tuple(_cells(record, edge, labels) for edge in drawn),
        tuple(edge.seqs for edge in drawn),
    )


def _cells(record: Record, edge: Edge, labels: Mapping[str, str]) -> tuple[str, ...]:
    seats = record.plan.seats
    loop = labels["open" if edge.open else "closed"] if edge.sent else labels["not_sent"]
    names = (seats[edge.sender].name, seats[edge.receiver].name)
    return (*names, str(edge.sent), str(edge.cards), loop)


def _places(record: Record, drawn: tuple[Edge, ...]) -> dict[str, tuple[float, float]]:
    """The seats that hand anything over, round an ellipse, services of one sector side by side."""
    part = {seat for edge in drawn for seat in (edge.sender, edge.receiver)}
    order = {sector: number for number, sector in enumerate(SECTOR_COLOURS)}
    seats = [seat for seat in record.plan.seats if seat in part]
    seats.sort(key=lambda seat: order[record.plan.seats[seat].sector])
    turn = 2 * pi / max(len(seats), 1)
    return {
        seat: (
            CENTRE[0] + RADIUS[0] * sin(number * turn),
            CENTRE[1] - RADIUS[1] * cos(number * turn),
        )
        for number, seat in enumerate(seats)
    }


def _arrow(name: str) -> str:
    head = tag("path", d="M0 0 10 5 0 10z", fill="currentColor", class_="edge-head")
    return tag(
        "defs",
        tag(
            "marker",
            head,
            id=f"{name}-arrow",
            viewBox="0 0 10 10",
            refX=9,
            refY=5,
            markerWidth=14,
            markerHeight=14,
            markerUnits="userSpaceOnUse",
            orient="auto",
        ),
    )


def _line(edge: Edge, places: Mapping[str, tuple[float, float]], name: str, radius: float) -> str:
    """A bowed line, so that one each way stay apart; the number of cards stands on it."""
    (x1, y1), (x2, y2) = places[edge.sender], places[edge.receiver]
    apart = hypot(x2 - x1, y2 - y1) or 1.0
    ux, uy = (x2 - x1) / apart, (y2 - y1) / apart
    bow = 26.0
    mx, my = (x1 + x2) / 2 - uy * bow, (y1 + y2) / 2 + ux * bow
    sx, sy = _towards((x1, y1), (mx, my), radius)
    ex, ey = _towards((x2, y2), (mx, my), radius)
    drawn = tag(
        "path",
        d=f"M{sx:.1f} {sy:.1f}Q{mx:.1f} {my:.1f} {ex:.1f} {ey:.1f}",
        fill="none",
        stroke="currentColor",
        stroke_width=min(2 + 1.5 * edge.cards, 14),
        stroke_dasharray="12 9" if edge.open else None,
        marker_end=f"url(#{name}-arrow)",
        class_="edge edge-open" if edge.open else "edge edge-closed",
    )
    bx, by = (sx + 2 * mx + ex) / 4, (sy + 2 * my + ey) / 4
    badge = tag(
        "circle", cx=bx, cy=by, r=16, fill="#ffffff", stroke="currentColor", class_="edge-badge"
    )
    number = text(
        str(edge.cards),
        bx,
        by + 7,
        text_anchor="middle",
        font_size=20,
        fill="#1a1a1a",
        class_="edge-cards",
    )
    return drawn + badge + number


def _towards(
    start: tuple[float, float], end: tuple[float, float], radius: float
) -> tuple[float, float]:
    """The point where a line leaves the node at ``start`` for ``end``."""
    apart = hypot(end[0] - start[0], end[1] - start[1]) or 1.0
    share = (radius + 4) / apart
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def _node(record: Record, seat: str, place: tuple[float, float], name: str, small: float) -> str:
    sector = record.plan.seats[seat].sector
    x, y = place
    circle = tag(
        "circle",
        cx=x,
        cy=y,
        r=NODE * small,
        fill=f"url(#{name}-{sector})",
        stroke=SECTOR_COLOURS[sector][1],
        stroke_width=3,
        class_=f"node sector-{sector}",
    )
    size = FONT * max(small, 0.85)
    lines = wrapped(record.plan.seats[seat].name, 14, most=3)
    top = y + size / 3 - size * 0.55 * (len(lines) - 1)
    words = "".join(
        text(
            line,
            x,
            top + size * 1.1 * number,
            text_anchor="middle",
            font_size=size,
            font_weight=600,
            fill="#1a1a1a",
            stroke="#ffffff",
            stroke_width=5,
            paint_order="stroke",
            class_="node-label",
        )
        for number, line in enumerate(lines)
    )
    return circle + words
