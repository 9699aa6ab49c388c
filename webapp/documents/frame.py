"""The frame of a report: what was played, when in the story, by how many, and how."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime

from debrief.documents.model import Bullets, Heading, Paragraph, Part, Row, Table
from debrief.record import Record
from simulator.play.calendar import calendar_of
from simulator.play.coach import is_coached
from simulator.play.roster import SeatTaken
from webapp.gjennomgang import when
from webapp.regions.say import _, ngettext

MINUTE_MS = 60_000


def moment(record: Record) -> datetime:
    """The story's date and hour where the journal ends: the date of every document."""
    return calendar_of(record.plan.scenario).moment(record.state.story_ms)


def played(record: Record) -> str:
    """Scenario, format, story dates and team on one line."""
    plan = record.plan
    return " · ".join((plan.scenario.title, plan.format.title, _dates(record), _team(record)))


def frame(record: Record) -> Iterator[Part]:
    """What the exercise was, and who took part."""
    plan = record.plan
    yield Heading(_("Rammen"))
    yield Paragraph(plan.scenario.summary.strip())
    yield Bullets(
        (
            _("Scenario: %(title)s, utgave %(version)s", **_scenario(record)),
            _("Format: %(title)s", title=plan.format.title),
            _("Tid i historien: %(dates)s", dates=_dates(record)),
            _team(record),
        )
    )
    yield from _people(record)


def _scenario(record: Record) -> dict[str, str]:
    scenario = record.plan.scenario
    return {"title": scenario.title, "version": scenario.version}


def _team(record: Record) -> str:
    return _("Lag %(n)s", n=record.formed.number if record.formed else 1)


def _dates(record: Record) -> str:
    calendar = calendar_of(record.plan.scenario)
    start = record.legs[0].start_story if record.legs else 0
    first, last = when.date(calendar.moment(start)), when.date(moment(record))
    return first if first == last else _("%(first)s til %(last)s", first=first, last=last)


def _people(record: Record) -> Iterator[Part]:
    """How many of each service. Never who."""
    counted = services(record)
    if not counted:
        yield Paragraph(_("Ingen mennesker spilte. Systemet spilte alle rollene."))
        return
    yield Table(
        _("Hvem som spilte, etter tjeneste"),
        (_("Tjeneste"), _("Antall mennesker")),
        (3, 1),
        tuple(Row((service, number)) for service, number in counted.items()),
    )


def services(record: Record) -> dict[str, int]:
    """People by service, in the team's order. Whoever changed seats counts in each service."""
    sat = {(record.plan.seats[event.seat].service, event.participant) for _entry, event in
           record.of(SeatTaken)}  # fmt: skip
    found = Counter(service for service, _who in sat)
    order = dict.fromkeys(seat.service for seat in record.plan.seats.values())
    return {service: found[service] for service in order if found[service]}


def course(record: Record) -> Iterator[Part]:
    """How it was played."""
    minutes = round(record.end_at / MINUTE_MS)
    yield Heading(_("Slik ble det spilt"))
    lines = [
        ngettext("Spilletid: %(num)s minutt", "Spilletid: %(num)s minutter", minutes),
        _("Øvelsen er spilt med råd. Det rådene har rørt, er ikke med i tallene.")
        if is_coached(record.state)
        else _("Uten råd underveis"),
    ]
    simulated = len(set(record.plan.seats) - record.people)
    if record.people and simulated:
        lines.append(
            ngettext("Systemet spilte %(num)s rolle.", "Systemet spilte %(num)s roller.", simulated)
        )
    yield Bullets(tuple(lines))
    calendar = calendar_of(record.plan.scenario)
    yield Table(
        _("Scenene"),
        (_("Scene"), _("Begynte i historien")),
        (2, 1),
        tuple(
            Row((run.leg.scene.title, when.short(calendar.moment(run.start_story))), (run.seq,))
            for run in record.legs
        ),
    )
