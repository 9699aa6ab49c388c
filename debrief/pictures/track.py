"""The track under the replay's slider: where something was handed over, said, decided, or bare.

Places are shares of the width, so that the track lies under the slider at any width. Its table is
that of the moments.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from xml.sax.saxutils import escape

from debrief.pictures.svg import tag
from debrief.replay import SORTS, Replay, Sort, Step, bare_stretches, place_at

LANE, TOP, SIGN = 20, 10, 16
BAND, BANDS = 8, 3
"""Stretches without a name lie over one another, this many at most side by side."""
HEIGHT = TOP + LANE * (len(SORTS) - 2) + BAND * BANDS + 18
LABELS = ("title", "described")
"""Words that the track asks for. ``described`` may hold {steps} and a number for each sort."""


def track(replay: Replay, steps: Sequence[Step], labels: Mapping[str, str]) -> str:
    """The SVG for ``steps``. ``labels`` holds :data:`LABELS` translated."""
    counts: dict[str, int] = {sort: sum(sort in step.sorts for step in steps) for sort in SORTS}
    described = labels["described"].format_map({"steps": len(steps), **counts})
    head = tag("title", escape(labels["title"]), id="track-title")
    head += tag("desc", escape(described), id="track-desc")
    return tag(
        "svg",
        head + _hatch() + "".join((*_phases(steps), *_bare(replay, steps), *_signs(steps))),
        xmlns="http://www.w3.org/2000/svg",
        width="100%",
        height=HEIGHT,
        overflow="visible",
        role="img",
        aria_labelledby="track-title track-desc",
        class_="picture-track",
    )


def sign(sort: Sort) -> str:
    """The mark of one sort alone, for a legend; what it means stands beside it."""
    inside = (
        tag("rect", x=1, y=3, width=14, height=10, fill="url(#track-hatch)", stroke="currentColor")
        if sort == "gap"
        else _shape(sort, SIGN / 2, SIGN / 2)
    )
    return tag("svg", inside, width=SIGN, height=SIGN, aria_hidden="true", class_="track-sign")


def _share(place: int, steps: Sequence[Step]) -> str:
    return f"{100 * place / max(len(steps) - 1, 1):.2f}%"


def _phases(steps: Sequence[Step]) -> Iterator[str]:
    for place, step in enumerate(steps):
        if step.begins:
            x = _share(place, steps)
            yield tag(
                "line",
                x1=x,
                x2=x,
                y1=0,
                y2=HEIGHT,
                stroke="currentColor",
                stroke_opacity=0.4,
                stroke_dasharray="2 4",
            )


def _middle(sort: Sort) -> float:
    """How far down the signs of a sort stand; below the bands there is more room."""
    row = SORTS.index(sort)
    return TOP + LANE * row + (BAND * BANDS - LANE / 2 if row > SORTS.index("gap") else 0)


def _bare(replay: Replay, steps: Sequence[Step]) -> Iterator[str]:
    """From where nobody was named until somebody was; those at the same time under each other."""
    free = [-1] * BANDS
    for gap in sorted(replay.record.once(bare_stretches), key=lambda each: each.start_at):
        starts, ends = place_at(steps, gap.start_at), place_at(steps, gap.end_at)
        row = next((row for row, until in enumerate(free) if until <= starts), BANDS - 1)
        free[row] = max(free[row], ends)
        y = TOP + LANE - BAND + row * BAND
        width = 100 * max(ends - starts, 0) / max(len(steps) - 1, 1)
        yield tag("rect", x=_share(starts, steps), y=y, width=f"{width:.2f}%", height=BAND - 2,
                  fill="url(#track-hatch)", stroke="currentColor", class_="track-bare")  # fmt: skip


def _signs(steps: Sequence[Step]) -> Iterator[str]:
    for place, step in enumerate(steps):
        for sort in step.sorts:
            if sort != "gap":
                y = _middle(sort)
                inside = _shape(sort, 0, 0)
                yield tag("svg", inside, x=_share(place, steps), y=y, overflow="visible")


def _shape(sort: Sort, x: float, y: float) -> str:
    """An arrowhead, a ring or a square: told apart without colour."""
    if sort == "voice":
        return tag("circle", cx=x, cy=y, r=5, fill="#ffffff", stroke="currentColor",
                   stroke_width=2.5, class_="track-voice")  # fmt: skip
    paths = {"handover": "m-5 -6l11 6l-11 6z", "decision": "m-5 -5h10v10h-10z"}
    return tag("path", d=f"M{x:g} {y:g}{paths[sort]}", fill="currentColor", class_=f"track-{sort}")


def _hatch() -> str:
    lines = tag("path", d="M0 6 6 0", stroke="currentColor", stroke_width=1.5, fill="none")
    return tag("defs", tag("pattern", lines, id="track-hatch", width=6, height=6,
                           patternUnits="userSpaceOnUse"))  # fmt: skip
