"""Mitt kart on paper: whom I ask for what, with a line for who it is where I work."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from debrief.documents.model import (
    Bullets,
    Document,
    Heading,
    Language,
    Paragraph,
    Part,
    Row,
    Table,
)
from webapp.regions.my_map import MyMap, Neighbour
from webapp.regions.say import _

LINE = "_" * 40
"""Where a name is written by hand."""


def paper_map(found: MyMap, lang: Language, at: datetime, disclaimer: str) -> Document:
    """The map of one seat; ``at`` is the story's date, ``disclaimer`` the scenario's."""
    parts = (
        Paragraph(_("Hvem jeg spør om hva, og hva jeg svarer for selv.")),
        *_me(found),
        *_needs(found),
        *_seats(_("Dem jeg hadde med å gjøre"), found.met),
        *_seats(_("Andre jeg kan spørre"), found.others),
        Paragraph(_("Samspill lagrer ikke navn eller numre. Linjene fyller du ut for hånd.")),
        Paragraph(disclaimer.strip()),
    )
    return Document(f"{_('Mitt kart')}: {found.name}", lang, at, parts)


def _me(found: MyMap) -> Iterator[Part]:
    yield Heading(found.name)
    yield Paragraph(found.mandate)
    yield from _list(_("Jeg kan"), found.can)
    yield from _list(_("Jeg kan ikke"), found.cannot)
    yield from _list(_("Dette svarte jeg for da øvelsen var slutt"), found.holds)


def _needs(found: MyMap) -> Iterator[Part]:
    if found.needs:
        either = _(" eller ")
        yield Heading(_("Trenger jeg noen til å …"))
        yield Table(
            _("Hvem som kan hjelpe med hva"),
            (_("Hva"), _("Hvem")),
            (1, 1),
            tuple(Row((need.text, either.join(need.who))) for need in found.needs),
        )


def _seats(title: str, seats: tuple[Neighbour, ...]) -> Iterator[Part]:
    if seats:
        yield Heading(title)
    for each in seats:
        yield Heading(f"{each.name} ({each.service})", 2)
        yield from _short(_("Spør om"), each.ask)
        yield from _short(_("Ikke be om"), each.not_for)
        yield from _short(_("Svarte for"), each.holds)
        yield from _short(_("I øvelsen"), each.did)
        yield Paragraph(f"{_('Hos oss:')} {LINE}")


def _list(title: str, lines: tuple[str, ...]) -> Iterator[Part]:
    if lines:
        yield Heading(title, 2)
        yield Bullets(lines)


def _short(title: str, lines: tuple[str, ...]) -> Iterator[Part]:
    if lines:
        yield Paragraph(title, strong=True)
        yield Bullets(lines)
