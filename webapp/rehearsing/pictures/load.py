"""What comes to each seat over time: a small picture a seat."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from debrief.pictures.svg import Picture, picture, tag, text, wrapped
from facilitator.rehearsal.spread import Spread
from facilitator.rehearsal.tally import Tally
from scenarios.plan import Plan
from webapp.rehearsing.pictures.keys import (
    INK,
    SEA,
    SOFT,
    WARM,
    WIDTH,
    Words,
    clock,
    legend,
    percent,
)

CELL, CELL_HEIGHT, IN_A_ROW = 310, 150, 3
TALL = CELL_HEIGHT - 70


@dataclass(frozen=True, slots=True)
class _Scale:
    """What all the small pictures share: ten minutes' width, an item's height, the budget."""

    wide: float
    high: float
    budget: int


def load(plan: Plan, tally: Tally, seats: Sequence[str], words: Words) -> Picture:
    """Items that came to each seat in each ten minutes: a small picture a seat.

    ``words`` holds title, described, seat, scripted, all, budget, idle, over and minutes, which
    may hold {first} and {last}.
    """
    bins = max((len(list(tally.load("items", seat))) for seat in seats), default=1)
    means = {
        seat: [_per_run(tally.load(kind, seat), tally.runs) for kind in ("scripted", "items")]
        for seat in seats
    }
    budget = plan.format.load.per_10_min
    most = max([budget, *(each for both in means.values() for each in both[1])]) + 0.5
    scale = _Scale((CELL - 20) / max(bins, 1), TALL / most, budget)
    rows = -(-len(seats) // IN_A_ROW)
    height = rows * CELL_HEIGHT + 40
    inside: list[str] = []
    for place, seat in enumerate(seats):
        x, y = place % IN_A_ROW * (CELL + 15), place // IN_A_ROW * CELL_HEIGHT
        inside += _seat(plan.seats[seat].name, means[seat], scale, x, y)
    inside += legend(
        [("bar", words["scripted"]), ("light", words["all"]), ("budget", words["budget"])],
        height - 16,
    )
    spans = [words["minutes"].format(first=10 * n, last=10 * n + 10) for n in range(bins)]
    cells = tuple(_load_cells(plan, tally, seat, means[seat], bins) for seat in seats)
    drawn = picture("load", words["title"], words["described"], (WIDTH, height), inside)
    head = (words["seat"], *spans, words["idle"], words["over"])
    return Picture(drawn, head, cells, tuple(() for _ in cells))


def _per_run(windows: Iterator[Spread], runs: int) -> list[float]:
    return [each.total / max(runs, 1) for each in windows]


def _load_cells(
    plan: Plan, tally: Tally, seat: str, means: Sequence[Sequence[float]], bins: int
) -> tuple[str, ...]:
    scripted, items = ([*each, *[0.0] * (bins - len(each))] for each in means)
    idle, crowd = tally.spread("idle", seat), tally.spread("crowd", seat)
    pairs = zip(scripted, items, strict=True)
    return (
        plan.seats[seat].name,
        *(f"{ours:.1f} / {every:.1f}" for ours, every in pairs),
        clock(idle.median),
        percent(crowd.above(0), crowd.n),
    )


def _seat(
    name: str, means: Sequence[Sequence[float]], scale: _Scale, x: int, y: int
) -> Iterator[str]:
    base = y + CELL_HEIGHT - 34
    yield text(wrapped(name, 38, most=1)[0], x, y + 20, class_="name", font_size=14, fill=INK)
    for number, (ours, every) in enumerate(zip(*means, strict=True)):
        left = x + number * scale.wide
        for value, kind, fill in ((every, "light", SOFT), (ours, "bar", SEA)):
            high = value * scale.high
            yield tag("rect", x=left, y=base - high, width=scale.wide - 4, height=high,
                      class_=kind, fill=fill)  # fmt: skip
        yield text(str(number * 10), left, base + 16, class_="axis", font_size=12, fill=INK)
    yield tag("path", d=f"M{x} {base}h{CELL - 20}", class_="base", stroke=INK, stroke_width=1)
    line = base - scale.budget * scale.high
    yield tag("path", d=f"M{x} {line:.1f}h{CELL - 20}", class_="budget", stroke=WARM,
              stroke_width=2, stroke_dasharray="6 4")  # fmt: skip
