"""Førsteinntrykk: what people wrote on their cards right after play, in nobody's name or order."""

from __future__ import annotations

from collections.abc import Iterator

from debrief.documents.model import Bullets, Document, Heading, Paragraph, Part, Row, Table
from webapp.documents.eyes import TEAM, Reading
from webapp.documents.frame import moment, played
from webapp.gjennomgang.reactions import Reactions, reactions
from webapp.regions.say import _, ngettext


def first_impressions(reading: Reading) -> Document:
    """The cards under their three headings, to read."""
    found = reactions(reading.record.state, TEAM)
    parts = [Paragraph(played(reading.record)), *_about(found), *_lists(found)]
    return _document(reading, parts)


def impressions_sheet(reading: Reading) -> Document:
    """The same cards, a row each, to sort."""
    found = reactions(reading.record.state, TEAM)
    rows = tuple(Row((title, text)) for title, texts in _columns(found) for text in texts)
    table = Table(_("Førsteinntrykk"), (_("Om hva"), _("Hva noen skrev")), (20, 80), rows)
    return _document(reading, [table])


def _document(reading: Reading, parts: list[Part]) -> Document:
    return Document(_("Førsteinntrykk"), reading.lang, moment(reading.record), tuple(parts))


def _about(found: Reactions) -> Iterator[Part]:
    given = ngettext("%(num)s har svart.", "%(num)s har svart.", found.given)
    yield Paragraph(f"{given} {_('Uten navn, og ikke i den rekkefølgen de kom.')}")
    if found.few:
        yield Paragraph(_("Dere er få. Da kan noen kjennes igjen på ordene, også uten navn."))


def _lists(found: Reactions) -> Iterator[Part]:
    for title, texts in _columns(found):
        yield Heading(title)
        yield Bullets(texts) if texts else Paragraph(_("Ingen har skrevet noe her."))


def _columns(found: Reactions) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return (
        (_("Gikk bra"), found.well),
        (_("Var vanskelig"), found.hard),
        (_("Overrasket"), found.surprise),
    )
