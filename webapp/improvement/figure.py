"""A row's indicator over the organisation's own exercises: a picture, and the table of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from markupsafe import Markup

from debrief.pictures.trend import Dot, trend
from facilitator.improvement.row import Row
from facilitator.improvement.store import ImprovementStore
from facilitator.improvement.trend import trend as points
from scenarios.indicators import indicators
from webapp.i18n import language
from webapp.improvement.shown import on
from webapp.regions.say import _


@dataclass(frozen=True, slots=True)
class Figure:
    """What the page shows. ``higher`` is whether more is better."""

    name: str
    svg: Markup
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    higher: bool


def figure(store: ImprovementStore, row: Row) -> Figure | None:
    """How the row's indicator has gone; None if it has none, or nothing has been counted."""
    known = indicators().get(row.indicator)
    found = points(store.outcomes(row.slug, row.format, row.indicator)) if known else ()
    if known is None or not found:
        return None
    name = known.name.get(language(), known.name["nb"])  # type: ignore[call-overload]
    dots = [
        Dot(on(datetime.fromtimestamp(each.played_wall / 1000, UTC).date()), each.n, each.value)
        for each in found
    ]
    made = trend(dots, _labels(name, len(dots)))
    # Escaped where it is written, in debrief.pictures.svg.
    return Figure(name, Markup(made.svg), made.head, made.rows, known.higher_is_better)  # noqa: S704


def _labels(name: str, exercises: int) -> dict[str, str]:
    return {
        "title": name,
        "described": _(
            "%(name)s i %(n)s av deres egne øvelser. Tabellen under sier det samme.",
            name=name,
            n=exercises,
        ),
        "when": _("Når"),
        "value": _("Verdi fra 0 til 1"),
        "n": _("Observasjoner"),
        "too_few": _("for lite grunnlag"),
        "least": "0",
        "most": "1",
    }
