"""What the pictures share: sizes, colours, how figures are written, and the legend."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from debrief.pictures.svg import tag, text

WIDTH = 960
LABEL = 250
"""Room for names at the left."""
ROW = 46
SEA, SOFT, INK, WARM = "#0f5f68", "#8fc4c4", "#14272b", "#8a4b00"
Words = Mapping[str, str]


def clock(seconds: int) -> str:
    """Real time as minutes:seconds."""
    return f"{seconds // 60}:{seconds % 60:02}"


def percent(part: int, whole: int) -> str:
    """A share in whole percent."""
    return f"{part * 100 // whole if whole else 0} %"


def legend(entries: Sequence[tuple[str, str]], y: int) -> Iterator[str]:
    """What the marks mean: kinds of marks, each with its words, in a row at ``y``."""
    x = 0
    for kind, words in entries:
        yield _key(kind, x, y)
        yield text(words, x + 30, y + 4, class_="legend", font_size=14, fill=INK)
        x += 60 + 8 * len(words)


def _key(kind: str, x: int, y: int) -> str:
    if kind == "tick":
        return tag("path", d=f"M{x + 12} {y - 9}v18", class_=kind, stroke=WARM, stroke_width=3)
    if kind == "budget":
        return tag("path", d=f"M{x} {y}h24", class_=kind, stroke=WARM, stroke_width=2,
                   stroke_dasharray="6 4")  # fmt: skip
    fill = {"plan": "none", "held": "url(#scenes-hatch)", "bar": SEA, "light": SOFT}[kind]
    return tag("rect", x=x, y=y - 7, width=24, height=14, class_=kind, fill=fill,
               stroke=INK if kind == "plan" else SEA)  # fmt: skip
