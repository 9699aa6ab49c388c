"""How the index of each R spread over the runs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from debrief.pictures.svg import Picture, picture, tag, text
from facilitator.rehearsal.spread import Spread
from facilitator.rehearsal.tally import Tally
from webapp.rehearsing.pictures.keys import INK, LABEL, ROW, SEA, SOFT, WIDTH, Words


def indices(tally: Tally, names: Mapping[str, str], words: Words) -> Picture:
    """How each R spread over the runs, from 0 to 100. ``names`` holds the R's in order.

    ``words`` holds title, described, r, low, median, high, runs and none.
    """
    height = ROW * len(names) + 34
    scale = (WIDTH - LABEL - 80) / 1_000
    inside = list(_axis(height, scale))
    cells = []
    for place, (r, name) in enumerate(names.items()):
        seen, y = tally.spread("index", r), place * ROW + 10
        inside.append(text(name, 0, y + 20, class_="name", font_size=15, fill=INK))
        if seen.n:
            inside += _box(seen, scale, y)
        else:
            inside.append(text(words["none"], LABEL, y + 20, class_="legend", font_size=14))
        figures = [f"{seen.at(p) / 10:.0f}" if seen.n else "–" for p in (10, 50, 90)]
        cells.append((name, *figures, str(seen.n)))
    drawn = picture("indices", words["title"], words["described"], (WIDTH, height), inside)
    head = tuple(words[each] for each in ("r", "low", "median", "high", "runs"))
    return Picture(drawn, head, tuple(cells), tuple(() for _ in cells))


def _axis(height: int, scale: float) -> Iterator[str]:
    for mark in range(0, 101, 25):
        x = LABEL + mark * 10 * scale
        yield tag("path", d=f"M{x:.1f} 4v{height - 30}", class_="grid", stroke="#d3dcdb")
        yield text(str(mark), x, height - 8, class_="axis", font_size=13, fill=INK,
                   text_anchor="middle")  # fmt: skip


def _box(seen: Spread, scale: float, y: int) -> Iterator[str]:
    at = [LABEL + value * scale for value in (seen.least, seen.at(25), seen.at(75), seen.most)]
    middle = LABEL + seen.median * scale
    yield tag("path", d=f"M{at[0]:.1f} {y + 15}H{at[3]:.1f}", class_="range", stroke=SEA,
              stroke_width=2)  # fmt: skip
    yield tag("rect", x=at[1], y=y + 4, width=max(at[2] - at[1], 2), height=22, class_="light",
              fill=SOFT, stroke=SEA)  # fmt: skip
    yield tag("path", d=f"M{middle:.1f} {y}v30", class_="middle", stroke=INK, stroke_width=4)
    yield text(str(round(seen.median / 10)), at[3] + 12, y + 20, class_="figure", font_size=14,
               fill=INK)  # fmt: skip
