"""What a report found: handovers, response times, who had what, and the five R's, as tables."""

from __future__ import annotations

from collections.abc import Iterator

from debrief.documents.model import Bullets, Heading, Paragraph, Part, Row, Table
from debrief.obstacles import obstacles
from debrief.record import Record
from webapp.documents.eyes import ROOM, Reading, seqs
from webapp.gjennomgang import clarity, five_r, handovers, responses
from webapp.gjennomgang.clarity import QuestionView, TaskView
from webapp.gjennomgang.five_r import IndicatorView, RView
from webapp.gjennomgang.handovers import HandoverView
from webapp.gjennomgang.responses import PairView
from webapp.gjennomgang.sentences import sentence
from webapp.regions.say import _


def passes(record: Record) -> Iterator[Part]:
    """The handovers, one by one."""
    totals = handovers.totals(record)
    yield Heading(_("Overleveringene"))
    yield Paragraph(
        _(
            "Sendt: %(n)s. Overtatt: %(m)s. Fulgt helt fram: %(k)s. Ble aldri sendt: %(l)s.",
            n=totals.sent,
            m=totals.taken_over,
            k=totals.told,
            l=totals.never_sent,
        )
    )
    found = handovers.views(record, ROOM)
    if not found:
        yield Paragraph(_("Ingen overleveringer ble sendt eller ventet i denne øvelsen."))
        return
    yield Table(
        _("En for en"),
        (_("Fra"), _("Til"), _("Hva"), _("Hvor langt"), _("Steg")),
        (3, 3, 5, 4, 5),
        tuple(_pass(each) for each in found),
    )


def _pass(each: HandoverView) -> Row:
    steps = "; ".join(f"{step.name} {step.at}" for step in each.steps if step.at)
    cells = (each.sender, each.receiver, each.text or "–", each.standing, steps or "–")
    return Row(cells, seqs(each.evidence))


def answers(record: Record) -> Iterator[Part]:
    """Response times between services: always a pair, never a seat alone."""
    yield Heading(_("Svar i tide"))
    yield Paragraph(
        _("Det som var forventet mellom to tjenester, og hvor mye av det som kom i tide.")
    )
    yield Table(
        _("Par for par, uansett hvem av de to det gjaldt"),
        (
            _("Mellom"),
            _("I tide"),
            _("Kom senere"),
            _("Kom ikke"),
            _("Brukt av fristen"),
            _("Det som spilte inn"),
        ),
        (6, 2, 2, 2, 2, 6),
        tuple(_pair(each) for each in responses.pairs(record, ROOM)),
    )
    yield Paragraph(_("Brukt av fristen: det midterste svaret, fra fem svar av. 1 er på fristen."))


def _pair(each: PairView) -> Row:
    reasons = "; ".join(each.reasons) or "–"
    cells = (each.name, each.in_time, each.late, each.missed, each.ratio or "–", reasons)
    return Row(cells, seqs(each.evidence))


def roles(record: Record) -> Iterator[Part]:
    """Who had what, where the empty places are; and what people answered on the way."""
    yield Heading(_("Hvem hadde hva"))
    yield Table(
        _("Oppgavene gjennom scener og ventetid"),
        (_("Oppgave"), _("Tomme plasser"), _("Av"), _("Der ingen hadde den")),
        (6, 2, 1, 6),
        tuple(_task(each) for each in clarity.tasks(record, ROOM)),
    )
    questions = clarity.questions(record, ROOM)
    if questions:
        yield Table(
            _("Spørsmålene underveis"),
            (_("Spørsmål"), _("Svarte"), _("Av"), _("Svarene")),
            (6, 2, 1, 6),
            tuple(_question(each) for each in questions),
        )


def _task(each: TaskView) -> Row:
    empty = [cell for cell in each.cells if cell.kind == "none"]
    places = "; ".join(cell.where for cell in empty) or "–"
    rests = (*seqs(each.evidence), *(seq for cell in empty for seq in seqs(cell.evidence)))
    return Row((each.text, each.empty, len(each.cells), places), rests)


def _question(each: QuestionView) -> Row:
    found = ". ".join(filter(None, (each.alike.rstrip("."), each.right)))
    return Row((each.ask, each.answered, each.asked, found), seqs(each.evidence))


def beyond(record: Record) -> Iterator[Part]:
    """What the team could not decide, told apart from how it played; nothing if nothing was so."""
    found = obstacles(record)
    if not found:
        return
    yield Heading(_("Det laget ikke kunne avgjøre"))
    yield Paragraph(_("Dette gjelder rammene rundt tjenestene, og ikke hvordan laget spilte."))
    for each in found:
        yield Paragraph(sentence(record.plan, each), each.seqs)


def five_rs(reading: Reading) -> Iterator[Part]:
    """Each R: three words, its figures with n and evidence, and how each is worked out."""
    yield Heading(_("De fem R-ene"))
    yield Paragraph(
        _("Tre ord på hver rad. Ingen sum og ingen plassering: Radene måler ulike ting.")
    )
    for row in five_r.rows(reading.record, ROOM, reading.lang):
        yield from _r(row)
    gates = five_r.gate_views(reading.record, ROOM)
    if gates:
        yield Table(
            _("Trygghet som ikke kan vente"),
            (_("Hva"), _("Hvordan det gikk")),
            (4, 1),
            tuple(Row((each.text, each.word), seqs(each.evidence)) for each in gates),
        )


def _r(row: RView) -> Iterator[Part]:
    yield Heading(f"{row.name}: {row.asks}", 2)
    yield Bullets(tuple(f"{level.name}: {level.word}" for level in row.levels))
    if row.indicators:
        yield Table(
            _("Tallene bak «%(r)s»", r=row.name),
            (_("Måltall"), _("Verdi"), "n", _("Antall")),
            (5, 3, 1, 6),
            tuple(_indicator(each) for each in row.indicators),
        )
        yield Paragraph(_("Slik regnes det"), strong=True)
        yield Bullets(tuple(f"{each.id} {each.name}: {each.formula}" for each in row.indicators))


def _indicator(each: IndicatorView) -> Row:
    value = each.ratio or _("for lite grunnlag")
    return Row((f"{each.id} {each.name}", value, each.n, ". ".join(each.counts)),
               seqs(each.evidence))  # fmt: skip
