"""Individuell plan: Planen by the fields of the regulation, each with its source and mark."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from scenarios.rule_pack import PlanField, rule_pack, rule_packs
from scenarios.schema import Language
from simulator.play.minutes import Meetings
from simulator.play.planned import NO_DATE, CarePlan
from simulator.play.voice import Voices
from webapp.i18n import language
from webapp.regions import storytime, words
from webapp.regions.care_plan import PlanView, care_plan, named
from webapp.regions.plan_consent import consent_words
from webapp.regions.say import _, _l
from webapp.regions.sight import Sight


@dataclass(frozen=True, slots=True)
class Field:
    """One field: what the regulation asks for, what stands in the plan, and where that is from.
    ``lines`` is empty where nothing stands yet."""

    text: str
    lines: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class IndividualPlan:
    """The view. ``fields`` is empty for who does not take part in the plan."""

    child: str
    takes_part: bool
    lead: str
    consent: tuple[str, ...]
    fields: tuple[Field, ...]


def individual_plan(sight: Sight) -> IndividualPlan:
    """Planen as an individuell plan."""
    view = care_plan(sight)
    rows = _rows(sight) if view.takes_part else []
    return IndividualPlan(
        view.child,
        view.takes_part,
        view.lead,
        consent_words(sight),
        tuple(
            Field(
                row.text,
                tuple(_FILLS[row.id](sight, view)) if row.id in _FILLS else (),
                f"{', '.join(row.laws)}; {_read(row)}",
            )
            for row in rows
        ),
    )


def _read(row: PlanField) -> str:
    """How sure the source is, and when it was read."""
    return f"{words.source_mark(row.mark)}, {storytime.with_year(row.read)}"


def _rows(sight: Sight) -> list[PlanField]:
    pack = sight.plan.scenario.rule_pack
    if pack not in rule_packs():
        return []
    spoken: Language = _SPOKEN.get(language(), "nb")
    return rule_pack(pack, spoken, sight.moment.date()).plan_fields


def _needs(_sight: Sight, view: PlanView) -> Iterator[str]:
    for goal in view.goals:
        yield goal.words
        if goal.resources:
            yield _("Ressurser: %(text)s", text=goal.resources)


def _participants(_sight: Sight, view: PlanView) -> Iterator[str]:
    yield from (view.child, view.actors)


def _coordinator(_sight: Sight, view: PlanView) -> Iterator[str]:
    if view.coordinator:
        yield view.coordinator


def _lead(_sight: Sight, view: PlanView) -> Iterator[str]:
    if view.lead:
        yield view.lead


def _contributions(_sight: Sight, view: PlanView) -> Iterator[str]:
    for goal in view.goals:
        for each in goal.measures:
            if each.live and each.family:
                yield _("%(child)s og familien: %(text)s", child=view.child, text=each.family)
            if each.live and each.owner:
                who = f"{each.owner}, {each.helpers}" if each.helpers else each.owner
                yield f"{who}: {each.text}"


def _measures(_sight: Sight, view: PlanView) -> Iterator[str]:
    for goal in view.goals:
        for each in goal.measures:
            owner = each.owner or _("ingen ansvarlig")
            yield f"{each.text} ({owner}, {each.stage})"


def _how(_sight: Sight, view: PlanView) -> Iterator[str]:
    for goal in view.goals:
        for each in goal.measures:
            if each.live:
                yield from (part for part in (each.how, each.expected) if part)


def _period(sight: Sight, _view: PlanView) -> Iterator[str]:
    plan = sight.state[CarePlan]
    if not plan.goals:
        return
    first = min(goal.set_story for goal in plan.goals.values())
    yield _("Fra %(day)s", day=storytime.with_year(sight.moment_at(first)))
    for each in plan.measures.values():
        if each.live and each.due_story != NO_DATE:
            day = storytime.with_year(sight.moment_at(each.due_story))
            yield _("Ses på igjen %(day)s: %(text)s", day=day, text=sight.words(each.text))


def _consent(sight: Sight, _view: PlanView) -> Iterator[str]:
    yield from consent_words(sight)


def _cooperation(sight: Sight, _view: PlanView) -> Iterator[str]:
    plan = sight.state[CarePlan]
    helpers = dict.fromkeys(seat for each in plan.measures.values() for seat in each.helpers)
    if helpers:
        yield named(sight, helpers)


def _participation(sight: Sight, view: PlanView) -> Iterator[str]:
    plan, voices = sight.state[CarePlan], sight.state[Voices]
    resting = [voices.listenings.get(goal.listening) for goal in plan.goals.values()]
    heard = sum(each is not None and each.speaker == "child" for each in resting)
    yield _(
        "%(heard)s av %(all)s mål bygger på det %(child)s selv har sagt.",
        heard=heard,
        all=len(plan.goals),
        child=view.child,
    )
    for each in dict.fromkeys(goal.listening for goal in plan.goals.values()):
        found = voices.listenings.get(each)
        if found is not None and found.speaker == "child":
            who = sight.seat_name(found.seat)
            yield f"{who}: {_(_FORMS[found.form])}, {_(_PLACES[found.place])}"
    if any(
        each.family and each.opened_at is not None for each in sight.state[Meetings].held.values()
    ):
        yield _("Familien har hatt en stol i møte.")


_FILLS: dict[str, Callable[[Sight, PlanView], Iterator[str]]] = {
    "needs": _needs,
    "participants": _participants,
    "coordinator": _coordinator,
    "lead": _lead,
    "contributions": _contributions,
    "measures": _measures,
    "how": _how,
    "period": _period,
    "consent": _consent,
    "cooperation": _cooperation,
    "participation": _participation,
}
_SPOKEN: dict[str, Language] = {"nb": "nb", "nn": "nn", "en": "en"}
_FORMS = {
    "talk": _l("en prat"),
    "drawing": _l("tegning"),
    "text": _l("meldinger"),
    "together": _l("gjøre noe sammen"),
    "silence": _l("bare være der"),
}
_PLACES = {
    "her_choice": _l("der de selv vil"),
    "school": _l("på skolen"),
    "home": _l("hjemme"),
    "office": _l("på kontoret"),
    "phone": _l("på telefon"),
    "outdoors": _l("ute, på tur"),
}
