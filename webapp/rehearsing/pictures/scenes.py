"""Real time of each scene, beside what was planned for it."""

from __future__ import annotations

from collections.abc import Iterator

from debrief.pictures.svg import Picture, picture, tag, text, wrapped
from facilitator.rehearsal.spread import Spread
from facilitator.rehearsal.tally import Tally
from scenarios.duration import SECOND
from scenarios.plan import Plan
from webapp.rehearsing.pictures.keys import (
    INK,
    LABEL,
    ROW,
    SEA,
    WARM,
    WIDTH,
    Words,
    clock,
    legend,
    percent,
)


def scenes(plan: Plan, tally: Tally, words: Words) -> Picture:
    """Real time of each scene: planned, as it usually was with its hold, and when it was long.

    ``words`` holds title, described, scene, planned, median, long, hold and often.
    """
    rows = [
        (leg.scene.title, leg.lasts_ms // SECOND, tally.spread("scene", leg.scene.id),
         tally.spread("hold", leg.scene.id))
        for leg in plan.legs
    ]  # fmt: skip
    most = max([*(row[1] for row in rows), *(row[2].at(90) for row in rows), 1])
    scale = (WIDTH - LABEL - 120) / most
    height = ROW * len(rows) + 60
    inside = [_hatch("scenes")]
    for place, (title, planned, real, held) in enumerate(rows):
        inside += _scene(title, planned, real, held, scale, place * ROW + 10)
    inside += legend(
        [("plan", words["planned"]), ("bar", words["median"]), ("held", words["hold"]),
         ("tick", words["long"])],
        height - 22,
    )  # fmt: skip
    cells = tuple(
        (
            title,
            clock(planned),
            clock(real.median),
            clock(real.at(90)),
            clock(held.median),
            percent(held.above(0), held.n),
        )
        for title, planned, real, held in rows
    )
    head = tuple(words[each] for each in ("scene", "planned", "median", "long", "hold", "often"))
    drawn = picture("scenes", words["title"], words["described"], (WIDTH, height), inside)
    return Picture(drawn, head, cells, tuple(() for _ in cells))


def _scene(
    title: str, planned: int, real: Spread, held: Spread, scale: float, y: int
) -> Iterator[str]:
    lines = wrapped(title, 30)
    for number, line in enumerate(lines):
        yield text(line, 0, y + (18 if len(lines) > 1 else 22) + number * 16 - 4, class_="name",
                   font_size=14, fill=INK)  # fmt: skip
    usual, hold = real.median * scale, min(held.median, real.median) * scale
    yield tag("rect", x=LABEL, y=y + 6, width=max(usual - hold, 0), height=18, class_="bar",
              fill=SEA)  # fmt: skip
    if hold:
        yield tag("rect", x=LABEL + usual - hold, y=y + 6, width=hold, height=18, class_="held",
                  fill="url(#scenes-hatch)", stroke=SEA)  # fmt: skip
    yield tag("rect", x=LABEL, y=y + 2, width=planned * scale, height=26, class_="plan",
              fill="none", stroke=INK, stroke_width=1.5)  # fmt: skip
    late = LABEL + real.at(90) * scale
    yield tag("path", d=f"M{late:.1f} {y}v30", class_="tick", stroke=WARM, stroke_width=3)
    end = max(late, LABEL + planned * scale)
    yield text(clock(real.median), end + 10, y + 20, class_="figure", font_size=14, fill=INK)


def _hatch(name: str) -> str:
    lines = tag("path", d="M0 6 6 0", stroke=SEA, stroke_width=1.5, class_="hatch")
    made = tag("pattern", lines, id=f"{name}-hatch", width=6, height=6,
               patternUnits="userSpaceOnUse")  # fmt: skip
    return tag("defs", made)
