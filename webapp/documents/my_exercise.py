"""Min øvelse: what one seat did and held, for the one who held it and for nobody else (B3)."""

from __future__ import annotations

from collections.abc import Iterator

from debrief.documents.model import Bullets, Document, Heading, Paragraph, Part, Row, Table
from simulator.play.hotwash import Hotwash
from simulator.play.tasks import Tasks
from webapp.documents.eyes import Reading, seqs
from webapp.documents.frame import moment, played
from webapp.gjennomgang import handovers, responses, timeline
from webapp.gjennomgang.eyes import Eyes
from webapp.regions.say import _


def my_exercise(reading: Reading, eyes: Eyes) -> Document:
    """One's own side of an exercise. ``eyes`` are a participant's, with a seat."""
    record = reading.record
    title = _("Min øvelse: %(role)s", role=record.plan.seats[eyes.seat].name)
    parts = (
        Paragraph(played(record)),
        Paragraph(_("Bare du kan hente denne siden. Den måler deg ikke mot noen.")),
        *_held(reading, eyes),
        *_handovers(reading, eyes),
        *_answers(reading, eyes),
        *_did(reading, eyes),
        *_said(reading, eyes),
        Heading(_("Til ettertanke")),
        Bullets(
            (
                _("Hvem vil du ringe før neste gang det haster?"),
                _("Hva visste du som en annen trengte å vite?"),
                _("Hva vil du gjøre likt, og hva annerledes?"),
            )
        ),
        Paragraph(record.plan.scenario.disclaimer.strip()),
    )
    return Document(title, reading.lang, moment(record), parts)


def _held(reading: Reading, eyes: Eyes) -> Iterator[Part]:
    tasks = reading.record.plan.tasks
    owned = reading.record.state[Tasks].owned_by(eyes.seat)
    held = tuple(tasks[task].text for task in owned if task in tasks)
    yield Heading(_("Dette svarte jeg for da øvelsen var slutt"))
    yield Bullets(held) if held else Paragraph(_("Ingenting sto på deg da øvelsen var slutt."))


def _handovers(reading: Reading, eyes: Eyes) -> Iterator[Part]:
    record = reading.record
    name = record.plan.seats[eyes.seat].name
    own = [each for each in handovers.views(record, eyes) if name in (each.sender, each.receiver)]
    if own:
        yield Heading(_("Overleveringer jeg var med på"))
        yield Table(
            _("Hver overlevering, og hvor langt den kom"),
            (_("Fra"), _("Til"), _("Hva"), _("Hvordan det gikk")),
            (2, 2, 3, 3),
            tuple(
                Row((each.sender, each.receiver, each.text, each.standing), seqs(each.evidence))
                for each in own
            ),
        )


def _answers(reading: Reading, eyes: Eyes) -> Iterator[Part]:
    for own in responses.own_times(reading.record, eyes):
        yield Heading(_("Det som ventet på meg"))
        yield Table(
            _("Tid i historien, fra det kom til det var gjort"),
            (_("Hva"), _("Kom"), _("Frist"), _("Gjort"), _("Hvordan det gikk")),
            (4, 2, 2, 2, 3),
            tuple(
                Row((each.text, each.came, each.due, each.done, each.standing), seqs(each.evidence))
                for each in own.times
            ),
        )


def _did(reading: Reading, eyes: Eyes) -> Iterator[Part]:
    """What the seat itself did, as its timeline tells it."""
    record = reading.record
    rows = tuple(
        Row((stretch.at, line.text), (line.seq,))
        for chapter in timeline.chapters(record, eyes)
        for stretch in chapter.stretches
        for line in stretch.lines
        if (entry := record.entry(line.seq)) and entry.actor.seat == eyes.seat
    )
    if rows:
        yield Heading(_("Det jeg gjorde"))
        yield Table(_("I rekkefølge"), (_("Når"), _("Hva")), (2, 6), rows)


def _said(reading: Reading, eyes: Eyes) -> Iterator[Part]:
    given = reading.record.state[Hotwash].given
    for each in given:
        if each.participant == eyes.participant:
            yield Heading(_("Mitt førsteinntrykk"))
            said = (
                (_("Gikk bra"), each.well),
                (_("Var vanskelig"), each.hard),
                (_("Overrasket"), each.surprise),
            )
            yield Bullets(tuple(f"{title}: {text}" for title, text in said if text.strip()))
