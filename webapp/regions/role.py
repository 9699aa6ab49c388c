"""Min rolle: the card, what I know and from whom, what I own, whom I wait for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from simulator.play.answers import Answers
from simulator.play.baton import Baton
from simulator.play.coordinator import Coordinators
from simulator.play.decisions import Decisions
from simulator.play.escalation import Escalations
from simulator.play.inbox import Inbox, item_id
from simulator.play.letters import Letters
from simulator.play.minutes import Meetings
from simulator.play.passes import Handovers
from simulator.play.planned import NO_DATE, CarePlan
from simulator.play.spoken import Agreements
from simulator.play.tasks import Tasks
from webapp.regions import leave, letters, storytime, words
from webapp.regions.cards import Card, known
from webapp.regions.cooperation import CooperationView, cooperation
from webapp.regions.coordinator import TITLES
from webapp.regions.handover import steps
from webapp.regions.leading import LeadingView, leading
from webapp.regions.leading import waited as waited_in_leading
from webapp.regions.say import _
from webapp.regions.sight import Sight


@dataclass(frozen=True, slots=True)
class Owned:
    """Something the seat answers for. ``item`` opens it, '' if nothing does."""

    text: str
    note: str
    item: str = ""


@dataclass(frozen=True, slots=True)
class Waited:
    """Somebody the seat waits for, and for what."""

    who: str
    what: str
    note: str = ""
    handover: str = ""


@dataclass(frozen=True, slots=True)
class RoleView:
    """Everything on the fourth place of the desk."""

    name: str
    service: str
    sector: str
    sector_name: str
    mandate: str
    can: tuple[str, ...]
    cannot: tuple[str, ...]
    cards: tuple[Card, ...]
    owned: tuple[Owned, ...]
    waited: tuple[Waited, ...]
    leading: LeadingView
    cooperation: CooperationView


def role(sight: Sight) -> RoleView:
    """The seat's own page."""
    seat = sight.plan.seats[sight.seat]
    return RoleView(
        name=seat.name,
        service=seat.service,
        sector=seat.sector,
        sector_name=words.sector(seat.sector),
        mandate=seat.card.mandate,
        can=tuple(seat.card.can),
        cannot=tuple(seat.card.cannot),
        cards=known(sight),
        owned=tuple(_owned(sight)),
        waited=tuple(_waited(sight)),
        leading=leading(sight),
        cooperation=cooperation(sight),
    )


def _owned(sight: Sight) -> Iterator[Owned]:
    if sight.state[Baton].holder == sight.seat:
        yield Owned(_("Å koordinere for %(child)s", child=sight.child), "")
    post = sight.state[Coordinators].current
    if post is not None and post.appointed.to == sight.seat:
        yield Owned(_("Å være %(title)s", title=_(TITLES[post.appointed.title])), "")
    for task in sight.state[Tasks].owned_by(sight.seat):
        if task in sight.plan.tasks:
            yield Owned(sight.plan.tasks[task].text, "")
    yield from _measures(sight)
    yield from _decided(sight)
    for passed in sight.state[Handovers].passes.values():
        if passed.responsible != sight.seat or not passed.open:
            continue
        if passed.sender == sight.seat:
            receiver = sight.seat_name(passed.receiver)
            note = _("overlevert til %(seat)s, men ikke overtatt: du er ansvarlig", seat=receiver)
            yield Owned(sight.words(passed.request), note)
        else:
            note = _("overtatt fra %(seat)s", seat=sight.seat_name(passed.sender))
            yield Owned(
                sight.words(passed.request), note, item_id(sight.seat, "handover", passed.id)
            )


def _measures(sight: Sight) -> Iterator[Owned]:
    """The plan, if the seat leads it, and its own measures."""
    plan = sight.state[CarePlan]
    if plan.lead == sight.seat:
        yield Owned(_("Hovedansvar for planen"), "")
    for each in plan.measures.values():
        if each.live and each.owner == sight.seat:
            dated = each.due_story != NO_DATE
            note = storytime.until(sight, each.due_story) if dated else _("ingen dato")
            yield Owned(
                sight.words(each.text), _("tiltak i planen, evalueres %(until)s", until=note)
            )


def _evaluations(sight: Sight) -> Iterator[Waited]:
    """Evaluations that wait on others, for who leads the plan or set the measure."""
    plan = sight.state[CarePlan]
    for item in sight.state[Inbox].items.values():
        measure = plan.measures.get(item.ref.rpartition("-")[0])
        if item.kind != "measure" or not item.open or measure is None or item.seat == sight.seat:
            continue
        if sight.seat in (plan.lead, measure.seat):
            note = _("fristen er passert") if item.late else ""
            what = _("å evaluere: %(text)s", text=sight.words(measure.text))
            yield Waited(sight.seat_name(item.seat), what, note)


def _decided(sight: Sight) -> Iterator[Owned]:
    for each in sight.state[Decisions].made.values():
        if each.made.owner == sight.seat:
            due = each.made.due_story
            yield Owned(
                sight.words(each.made.text), "" if due is None else storytime.until(sight, due)
            )


def _waited(sight: Sight) -> Iterator[Waited]:
    seat, state = sight.seat, sight.state
    for question in state[Answers].questions.values():
        if question.sender == seat and question.answer is None:
            yield Waited(
                sight.seat_name(question.to), _("svar: %(text)s", text=sight.words(question.text))
            )
    for passed in state[Handovers].passes.values():
        if passed.sender == seat and passed.open:
            done = [step.name for step in steps(passed) if step.state == "done"][-1]
            until = storytime.until(sight, passed.due_story)
            note = f"{done} · {until}" if passed.step in ("offered", "seen") else done
            yield Waited(
                sight.seat_name(passed.receiver), sight.words(passed.request), note, passed.id
            )
    for spoken in state[Agreements].spoken.values():
        if spoken.said.seat == seat and spoken.state == "said":
            yield Waited(sight.seat_name(spoken.said.who), _("å si om avtalen stemmer"))
    yield from _asked(sight)


def _asked(sight: Sight) -> Iterator[Waited]:
    seat, state = sight.seat, sight.state
    for raised in state[Escalations].raised.values():
        if raised.raised.seat == seat and raised.answer is None:
            yield Waited(sight.seat_name(raised.raised.to), sight.words(raised.raised.text))
    for letter in state[Letters].sent.values():
        if letter.sender == seat and letter.open:
            until = storytime.until(sight, letter.next_due)
            what = f"{letters.kind(letter.kind)}: {sight.words(letter.text)}".removesuffix(": ")
            yield Waited(sight.seat_name(letter.to), what, until)
    for meeting in state[Meetings].held.values():
        if meeting.called_by == seat and meeting.opened_at is None:
            silent = [each for each in meeting.asked if each not in meeting.comes]
            for each in silent:
                yield Waited(sight.seat_name(each), _("svar på møteinnkallingen"))
    yield from (
        Waited(each.who, _("svar om samtykke")) for each in leave.leaves(sight) if each.open
    )
    yield from _offered(sight)
    yield from _evaluations(sight)
    yield from (Waited(who, what) for who, what in waited_in_leading(sight))


def _offered(sight: Sight) -> Iterator[Waited]:
    seat, state = sight.seat, sight.state
    baton = state[Baton]
    if baton.asked and baton.asked_by == seat:
        what = _("å si om de koordinerer for %(child)s", child=sight.child)
        yield Waited(sight.seat_name(baton.asked), what)
    for task, stand in state[Tasks].stands.items():
        for to, by in stand.asked.items():
            if by == seat and stand.live and task in sight.plan.tasks:
                yield Waited(sight.seat_name(to), sight.plan.tasks[task].text)
