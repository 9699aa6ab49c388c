"""Writing SVG: escaped, labelled for screen readers, styled by class with colours to fall back on.

Presentation attributes stand in for the page's style sheet where there is none; a class overrides
them: ``sector-<sector>`` the outline, ``ground-<sector>`` and ``hatch-<sector>`` the pattern.
Nothing uses the style attribute, which the content security policy forbids.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

SECTOR_COLOURS: Mapping[str, tuple[str, str]] = {
    "education": ("#dbe9f6", "#0b4f8a"),
    "health": ("#d9f0e4", "#0c5b3a"),
    "welfare": ("#fbe6d4", "#8a3f06"),
    "specialist": ("#e9e1f5", "#4b2a86"),
    "state": ("#e6e6e6", "#333333"),
    "family": ("#fff3c9", "#6b5200"),
    "leadership": ("#f8dfe6", "#8a1538"),
}
"""Fill and ink of a sector where the page's own tokens are missing."""

SECTOR_PATTERNS: Mapping[str, str] = {
    "education": "M0 8 8 0",
    "health": "M0 4H8",
    "welfare": "M4 0V8",
    "specialist": "M0 0 8 8M0 8 8 0",
    "state": "M4 3V5M3 4H5",
    "family": "M0 0 8 8",
    "leadership": "M0 4H8M4 0V8",
}
"""The hatch that tells a sector without colour."""


@dataclass(frozen=True)
class Picture:
    """An SVG and the table that says the same.

    ``head`` names the columns; each row has as many cells. Where a row rests on entries,
    ``seqs`` holds them, row by row.
    """

    svg: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    seqs: tuple[tuple[int, ...], ...]


def tag(name: str, inside: str = "", **attributes: object) -> str:
    """One element. ``class_`` is class; underscores in names become hyphens; None is left out."""
    written = "".join(
        f" {key.rstrip('_').replace('_', '-')}={quoteattr(_plain(value))}"
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{written}>{inside}</{name}>" if inside else f"<{name}{written}/>"


def text(words: str, x: float, y: float, **attributes: object) -> str:
    """Words at a place."""
    return tag("text", escape(words), x=x, y=y, **attributes)


def picture(
    name: str, title: str, described: str, size: tuple[int, int], inside: Iterable[str]
) -> str:
    """A whole SVG with its title and description. ``name`` makes its ids unique on a page."""
    width, height = size
    head = tag("title", escape(title), id=f"{name}-title")
    head += tag("desc", escape(described), id=f"{name}-desc")
    return tag(
        "svg",
        head + "".join(inside),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {width} {height}",
        role="img",
        aria_labelledby=f"{name}-title {name}-desc",
        class_=f"picture picture-{name}",
        font_family="inherit",
        preserveAspectRatio="xMidYMid meet",
    )


def patterns(name: str, sectors: Iterable[str]) -> str:
    """Definitions of the sectors' hatches."""
    made = "".join(
        tag(
            "pattern",
            tag("rect", width=8, height=8, class_=f"ground-{each}", fill=SECTOR_COLOURS[each][0])
            + tag(
                "path",
                d=SECTOR_PATTERNS[each],
                fill="none",
                stroke=SECTOR_COLOURS[each][1],
                stroke_width=1,
                stroke_opacity=0.45,
                class_=f"hatch-{each}",
            ),
            id=f"{name}-{each}",
            width=8,
            height=8,
            patternUnits="userSpaceOnUse",
        )
        for each in sectors
    )
    return tag("defs", made) if made else ""


def _plain(value: object) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def wrapped(words: str, width: int, most: int = 2) -> list[str]:
    """Words in lines of at most ``width`` letters where they can be; ``most`` lines, then cut."""
    lines = [""]
    for word in words.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return lines if len(lines) <= most else [*lines[: most - 1], f"{lines[most - 1]} …"]
