"""The result on one page: her line, three moments, one count, the five R's in words, a question."""

from __future__ import annotations

from collections.abc import Iterator

from debrief.documents.model import Document, Heading, Paragraph, Part, Row, Table
from webapp.documents.eyes import ROOM, Reading, seqs
from webapp.documents.frame import moment, played
from webapp.gjennomgang import five_r
from webapp.gjennomgang.five_r import IndicatorView, LevelView, RView
from webapp.gjennomgang.minute import Minute, minute
from webapp.regions.say import _


def one_page(reading: Reading) -> Document:
    """The page that a team takes home."""
    record = reading.record
    found = minute(record, ROOM)
    return Document(
        _("Resultat på én side"),
        reading.lang,
        moment(record),
        (
            Paragraph(played(record)),
            *_her_line(found),
            *_moments(found),
            *_five_r(reading),
            Heading(_("Et spørsmål å begynne med")),
            Paragraph(found.question, strong=True),
            Paragraph(_("Tall i klammer er rader i loggen. Øvelse, aldri råd om ekte barn.")),
        ),
    )


def _her_line(found: Minute) -> Iterator[Part]:
    yield Heading(_("%(name)s, da vi begynte og da vi sluttet", name=found.child))
    if found.changes:
        rows = tuple(Row((each.before, each.after)) for each in found.changes)
        yield Table(_("Det som endret seg"), (_("Da vi begynte"), _("Da vi sluttet")), (1, 1), rows)
    if found.still:
        label = _("Som før:") if found.changes else _("Det var som før:")
        yield Paragraph(f"{label} {' '.join(found.still)}")


def _moments(found: Minute) -> Iterator[Part]:
    yield Heading(_("Tre øyeblikk og ett tall"))
    for each in found.moments:
        yield Heading(each.title, 2)
        yield Paragraph(each.text, seqs(each.evidence))
    if found.count:
        yield Paragraph(found.count, seqs(found.count_evidence), strong=True)


def _five_r(reading: Reading) -> Iterator[Part]:
    rows = five_r.rows(reading.record, ROOM, reading.lang)
    levels = [level.name for level in rows[0].levels]
    yield Heading(_("De fem R-ene"))
    yield Table(
        _("Tre ord på hver rad, og hvor mange observasjoner de bygger på (n)"),
        (_("R"), *levels),
        (2, 2, 2, 3),
        tuple(Row((row.name, *(_word(row, level) for level in row.levels))) for row in rows),
    )


def _word(row: RView, level: LevelView) -> str:
    """A word with what it rests on."""
    if level.mark == "none":
        return level.word
    behind: list[IndicatorView] = [each for each in row.indicators if each.level == level.name]
    return f"{level.word} (n = {sum(each.n for each in behind)})"
