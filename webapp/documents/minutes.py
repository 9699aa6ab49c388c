"""Referat: what a diskusjonsøvelse talked about, agreed on and left open, and the next steps.

The short form that DSB asks of a discussion (oppsummeringsnotat). Roles, never people; what the
one who wrote has written stands as it is.
"""

from __future__ import annotations

from collections.abc import Iterator

from debrief.documents.model import Bullets, Document, Heading, Paragraph, Part, Row, Table
from debrief.record import LegRun, Record
from scenarios.schema import Inject
from simulator.play.calendar import calendar_of
from simulator.play.minutes import Meeting, MeetingDecided, Meetings
from simulator.play.script import InjectAdded, InjectDelivered
from webapp.documents.eyes import Reading
from webapp.documents.frame import frame, moment
from webapp.documents.plan import improvement
from webapp.gjennomgang import when
from webapp.regions.say import _

HEAVY = 2
"""Content class from which paper has the short version of a text."""


def minutes(reading: Reading) -> Document:
    """The minutes of one team's discussion."""
    record = reading.record
    return Document(
        _("Referat fra diskusjonsøvelse"),
        reading.lang,
        moment(record),
        (
            *frame(record),
            *_talked_of(record),
            *_agreed(record),
            *_open(record),
            *improvement(reading),
            Paragraph(_("Tall i klammer er rader i loggen. Øvelse, aldri råd om ekte barn.")),
        ),
    )


# -- what was talked about -------------------------------------------------------------------------


def _talked_of(record: Record) -> Iterator[Part]:
    yield Heading(_("Det dere snakket om"))
    for run in record.legs:
        yield Heading(run.leg.scene.title, 2)
        yield Paragraph(run.leg.scene.told, (run.seq,))
        came = tuple(_inputs(record, run))
        if came:
            yield Paragraph(_("Dette kom på bordet:"), strong=True)
            yield Bullets(came)
        asked = tuple(_asked(record, run))
        if asked:
            yield Paragraph(_("Spørsmål:"), strong=True)
            yield Bullets(asked)


def _inputs(record: Record, run: LegRun) -> Iterator[str]:
    """What lay on the table in a scene: the scenario's, then the facilitator's own."""
    for _entry, given in record.of(InjectDelivered):
        inject = record.plan.injects[given.inject]
        if inject.scene == run.leg.scene.id:
            yield f"{inject.sender}: {_text(inject)}"
    for entry, added in record.of(InjectAdded):
        if run.seq < entry.seq and (not run.over or entry.seq < run.end_seq):
            yield f"{added.sender or _('Øvingslederen')}: {added.text}"


def _text(inject: Inject) -> str:
    """Paper travels: of what is heavy it has the short version."""
    short = inject.summary if inject.content_class >= HEAVY else None
    return (short or inject.text).strip()


def _asked(record: Record, run: LegRun) -> Iterator[str]:
    """The scenario's own questions for a scene."""
    for probe in record.plan.talked_of.values():
        if probe.scene == run.leg.scene.id:
            yield from (each.ask for each in probe.questions)


# -- what was agreed, and what was not -------------------------------------------------------------


def _meetings(record: Record) -> Iterator[tuple[LegRun, Meeting]]:
    held = record.state[Meetings].held
    for run in record.legs:
        if run.leg.scene.id in held:
            yield run, held[run.leg.scene.id]


def _agreed(record: Record) -> Iterator[Part]:
    """Who, what and until when, scene by scene."""
    written = {(e.meeting, e.number): entry.seq for entry, e in record.of(MeetingDecided)}
    rows = tuple(
        Row(
            (run.leg.scene.title, each.text, _who(record, each), _by(record, meeting, each)),
            (written[meeting.id, each.number],),
        )
        for run, meeting in _meetings(record)
        for each in meeting.decisions
    )
    yield Heading(_("Det dere ble enige om"))
    if rows:
        head = (_("Scene"), _("Hva"), _("Hvem"), _("Til når"))
        yield Table(_("Det dere ble enige om"), head, (3, 6, 3, 3), rows)
    else:
        yield Paragraph(_("Ingenting ble skrevet ned."))


def _who(record: Record, decided: MeetingDecided) -> str:
    seat = record.plan.seats.get(decided.owner)
    return seat.name if seat else _("ingen ennå")


def _by(record: Record, meeting: Meeting, decided: MeetingDecided) -> str:
    due = meeting.dues.get(decided.number)
    if due is None:
        return _("ingen dato")
    return when.date(calendar_of(record.plan.scenario).moment(due))


def _open(record: Record) -> Iterator[Part]:
    """Points without a decision, and decisions without somebody or a date."""
    left = tuple(_left(record))
    yield Heading(_("Det som står åpent"))
    if left:
        yield Bullets(left)
    else:
        yield Paragraph(_("Alt på agendaen ble avgjort, med én ansvarlig og en dato."))


def _left(record: Record) -> Iterator[str]:
    for run, meeting in _meetings(record):
        settled = {each.decision for each in meeting.decisions}
        for point in run.leg.scene.decisions:
            if point.id not in settled:
                yield _("Ikke avgjort: %(what)s", what=point.text)
        for each in meeting.decisions:
            if not each.owner:
                yield _("Ingen er ansvarlig: %(what)s", what=each.text)
            elif not each.by:
                yield _("Uten dato: %(what)s", what=each.text)
