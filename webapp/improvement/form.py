"""A row of the plan as a form: what can be chosen, what was written, what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import cast

from facilitator.improvement.row import Level, Row, Status
from facilitator.improvement.rules import faults, named_in
from scenarios.cast import Seat
from scenarios.loader import library
from webapp.i18n import language
from webapp.improvement import words
from webapp.regions.library import cards, loaded
from webapp.regions.say import _
from webapp.runtime import Runtime
from webapp.security import realdata

WRITTEN = ("finding", "measure", "reason")


@dataclass(frozen=True, slots=True)
class Choices:
    """What a form lets one choose among. ``scenarios`` are slug and title."""

    owners: tuple[str, ...]
    scenarios: tuple[tuple[str, str], ...]
    levels: Mapping[str, str]
    statuses: Mapping[str, str]

    @property
    def owner_options(self) -> tuple[tuple[str, str], ...]:
        """The owners as a list to choose from."""
        return tuple((each, each) for each in self.owners)


def choices(row: Row) -> Choices:
    """The roles and services of the row's scenario, and the scenarios that can be played."""
    found = {card.slug: card.title for card in cards(language())}
    if row.slug in library():
        found.setdefault(row.slug, _worded(row.slug)[0])
    general = (_("Ledelsen i kommunen"), _("Tjenestene sammen"))
    seats = _worded(row.slug)[1] if row.slug in library() else ()
    owners = [each for seat in seats for each in (seat.service, seat.name)]
    own = [row.owner] if row.owner else []
    return Choices(
        tuple(dict.fromkeys([*own, *owners, *general])),
        tuple(found.items()),
        words.levels(),
        words.statuses(),
    )


def _worded(slug: str) -> tuple[str, tuple[Seat, ...]]:
    """The title and seats of a scenario, in the reader's language where it has it."""
    each = loaded(slug)
    lang = language() if language() in each.languages else each.languages[0]
    scenario = each.scenario(lang)
    return scenario.title, tuple(scenario.seats)


def filled(row: Row, form: Mapping[str, str]) -> Row:
    """The row as the form has it; a field that the form lacks stays as it was."""

    def said(name: str) -> str:
        return " ".join(form.get(name, getattr(row, name)).split())

    return replace(
        row,
        finding=said("finding"),
        measure=said("measure"),
        level=cast(Level, said("level")),
        owner=said("owner"),
        due=said("due"),
        verify=said("verify"),
        status=cast(Status, said("status")),
        reason=said("reason") if said("status") == "dropped" else "",
    )


def wrong(row: Row, offered: Choices, names: Iterable[str]) -> dict[str, str]:
    """What is wrong with a row, by field, in words. ``names`` are of those who took part."""
    slugs = [slug for slug, _title in offered.scenarios]
    codes: dict[str, str] = {**faults(row, offered.owners, slugs)}
    known = tuple(names)
    for field in WRITTEN:
        text = getattr(row, field)
        found = realdata.found_in(text)
        if found:
            codes[field] = found
        elif named_in(text, known):
            codes[field] = "person"
    said = words.faults()
    return {field: said[code] for field, code in codes.items()}


def names_in(here: Runtime, exercise_id: str) -> list[str]:
    """The names that participants of an exercise gave, while it is kept."""
    return [each.name for each in here.room.participants(exercise_id) if each.name]
