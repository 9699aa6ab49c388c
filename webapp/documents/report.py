"""Evalueringsrapport: for leaders and internkontroll. Services and what was between them, no names.

What a report of an exercise has (DSB, veileder i planlegging, gjennomføring og evaluering av
øvelser): frame, course, findings, limits, sources. What it may not have: a person, a rank, a sum
(domain.md 4.10, 6.3).
"""

from __future__ import annotations

from collections.abc import Iterator

from debrief.documents.model import Bullets, Document, Heading, Paragraph, Part
from debrief.record import Record
from webapp.documents.eyes import Reading
from webapp.documents.findings import answers, beyond, five_rs, passes, roles
from webapp.documents.frame import course, frame, moment
from webapp.documents.plan import improvement
from webapp.regions.say import _


def report(reading: Reading) -> Document:
    """The whole report."""
    record = reading.record
    return Document(
        _("Evalueringsrapport: %(title)s", title=record.plan.scenario.title),
        reading.lang,
        moment(record),
        (
            Paragraph(
                _(
                    "Rapporten viser hva som skjedde mellom tjenestene i en øvelse. Den nevner "
                    "ingen personer. Tall i klammer er rader i loggen."
                )
            ),
            *frame(record),
            *course(record),
            *passes(record),
            *answers(record),
            *roles(record),
            *beyond(record),
            *five_rs(reading),
            *improvement(reading),
            *_limits(record),
            *_sources(record),
        ),
    )


def _limits(record: Record) -> Iterator[Part]:
    """What the figures cannot carry (domain.md 4.10 and 6)."""
    yield Heading(_("Det rapporten ikke kan si"))
    yield Bullets(
        (
            record.plan.scenario.disclaimer.strip(),
            _("Det er få hendelser og én historie. Tallene gjelder denne øvelsen og ikke mer."),
            _(
                "Roller som systemet spilte, følger foreslåtte tall. De sier ingenting om ekte "
                "tjenester."
            ),
            _("Det som ble sagt høyt i rommet, er bare med der noen førte det inn."),
            _("Hvor godt noe er sagt, leser ikke tallene. Det må folk vurdere."),
            _("Under fem observasjoner vises ikke noe forholdstall."),
            _(
                "Måltallene kan ikke legges sammen, og de rangerer verken lag, kommuner eller "
                "personer. Sammenlikn et lag bare med sin egen forrige øvelse."
            ),
            _("Trygghet står for seg selv. Annet kan ikke veie den opp."),
            _(
                "Rapporten er til læring for laget. Den skal ikke brukes til å vurdere ansatte, "
                "i lønn, ansettelse eller disiplin, eller til tilsyn."
            ),
            _("Laget kan være uenig i et tall. Da skal uenigheten stå sammen med tallet."),
        )
    )


def _sources(record: Record) -> Iterator[Part]:
    """What the report rests on."""
    scenario, formed = record.plan.scenario, record.formed
    yield Heading(_("Kilder"))
    found = [
        _("Loggen fra øvelsen, med %(n)s rader i alt", n=len(record.entries)),
        _("Reglene som gjaldt i spillet: %(pack)s", pack=scenario.rule_pack),
    ]
    if formed:
        found += [
            _("Scenariets avtrykk: %(digest)s", digest=formed.digest),
            _("Motor %(engine)s, målinger %(measures)s",
              engine=formed.engine, measures=formed.measures),
        ]  # fmt: skip
    found += [
        _("%(text)s (lest %(day)s, merket %(mark)s)",
          text=each.text.rstrip("."), day=each.read.isoformat(), mark=each.mark)
        for each in scenario.sources
    ]  # fmt: skip
    yield Bullets(tuple(found))
    if scenario.sources:
        yield Paragraph(
            _(
                "Merkene: V lest i lov, G nasjonal veiledning, L én kommunes praksis, S sagt i en "
                "kilde, P forslag, U usikkert."
            )
        )
