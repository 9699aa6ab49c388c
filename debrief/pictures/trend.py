"""One indicator from exercise to exercise, as dots on a line; the table says the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from debrief.pictures.svg import Picture, picture, tag, text

WIDTH, HEIGHT = 480, 180
LEFT, RIGHT, TOP, BOTTOM = 48, 24, 20, 44


@dataclass(frozen=True, slots=True)
class Dot:
    """One exercise: when in words, over how many observations, and 0–1 (None: too few)."""

    when: str
    n: int
    value: float | None


def trend(dots: Sequence[Dot], labels: Mapping[str, str]) -> Picture:
    """The picture. ``labels``: title, described, when, value, n, too_few, least, most."""
    places = [(_x(index, len(dots)), dot) for index, dot in enumerate(dots)]
    inside = [*_frame(labels), *_line(places), *(_dot(x, dot) for x, dot in places)]
    inside += [
        text(dot.when, x, HEIGHT - 14, text_anchor="middle", font_size=12, class_="trend-when")
        for x, dot in places
    ]
    svg = picture("trend", labels["title"], labels["described"], (WIDTH, HEIGHT), inside)
    head = (labels["when"], labels["value"], labels["n"])
    rows = tuple((dot.when, _value(dot, labels), str(dot.n)) for dot in dots)
    return Picture(svg, head, rows, tuple(() for _ in dots))


def _x(index: int, of: int) -> float:
    return LEFT + (WIDTH - LEFT - RIGHT) * (index + 1) / (of + 1)


def _y(value: float) -> float:
    return TOP + (HEIGHT - TOP - BOTTOM) * (1 - value)


def _frame(labels: Mapping[str, str]) -> list[str]:
    ends = ((0.0, labels["least"]), (1.0, labels["most"]))
    return [
        part
        for value, words in ends
        for part in (
            tag("path", d=f"M{LEFT} {_y(value):.1f}H{WIDTH - RIGHT}", stroke="#8a8a8a"),
            text(words, LEFT - 8, _y(value) + 4, text_anchor="end", font_size=12),
        )
    ]


def _line(places: Sequence[tuple[float, Dot]]) -> list[str]:
    known = [f"{x:.1f} {_y(dot.value):.1f}" for x, dot in places if dot.value is not None]
    if len(known) < 2:
        return []
    return [tag("path", d="M" + "L".join(known), fill="none", stroke="#1f4e5f", stroke_width=2)]


def _dot(x: float, dot: Dot) -> str:
    """A filled dot; an open one at the foot where there is too little to go by."""
    if dot.value is None:
        return tag("circle", cx=x, cy=_y(0), r=6, fill="#ffffff", stroke="#1f4e5f", stroke_width=2)
    return tag("circle", cx=x, cy=_y(dot.value), r=6, fill="#1f4e5f")


def _value(dot: Dot, labels: Mapping[str, str]) -> str:
    return labels["too_few"] if dot.value is None else f"{dot.value:.2f}".replace(".", ",")
