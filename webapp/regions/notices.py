"""What a notice in the inbox says. Its ref names what happened and to what."""

from __future__ import annotations

from collections.abc import Callable

from simulator.play.cooperation import Cooperation
from simulator.play.coordinator import Coordinators
from simulator.play.escalation import Escalations, MatterAnswered
from simulator.play.inbox import Item
from simulator.play.pact import Pact
from simulator.play.passes import Handovers
from simulator.play.planned import CarePlan
from simulator.play.release import Releases
from simulator.play.spoken import Agreements
from webapp.regions import care_plan, leave, letters, relay_log, words
from webapp.regions import handover as handovers
from webapp.regions.leading import amount
from webapp.regions.say import _
from webapp.regions.sight import Sight


def told(sight: Sight, item: Item) -> str:
    """The notice in a sentence or two."""
    for start, say in _SAYS.items():
        if item.ref.startswith(start):
            return say(sight, item.ref.removeprefix(start))
    return ""


def _task_declined(sight: Sight, task: str) -> str:
    found = sight.plan.tasks.get(task)
    return _("Sier nei til oppgaven: %(task)s", task=found.text if found else "")


def _baton_declined(sight: Sight, _rest: str) -> str:
    return _("Sier nei til å koordinere for %(child)s.", child=sight.child)


def _agreed(sight: Sight, agreement: str) -> str:
    found = sight.state[Agreements].spoken.get(agreement)
    line = sight.words(found.said.line) if found else ""
    return _("Stemmer, det er avtalt. %(line)s", line=line).strip()


def _not_agreed(_sight: Sight, _agreement: str) -> str:
    return _("Ser det ikke slik. Ta det opp igjen, gjerne ansikt til ansikt.")


def _comes(_sight: Sight, _rest: str) -> str:
    return _("Kommer på møtet.")


def _stays_away(_sight: Sight, _rest: str) -> str:
    return _("Kommer ikke på møtet.")


def _queried(sight: Sight, rest: str) -> str:
    handover, _dash, number = rest.rpartition("-")
    passed = sight.state[Handovers].passes.get(handover)
    if passed is None or not number.isdecimal() or int(number) > len(passed.queries):
        return _("Spør om overleveringen.")
    return _("Spør før overtakelsen: %(text)s", text=sight.words(passed.queries[int(number) - 1]))


def _declined(sight: Sight, handover: str) -> str:
    passed = sight.state[Handovers].passes.get(handover)
    instead = handovers.alternative(sight, passed) if passed else ""
    if not instead:
        return _("Sier nei til overleveringen. Du har fortsatt ansvaret.")
    return _(
        "Sier nei til overleveringen, og foreslår: %(instead)s. Du har fortsatt ansvaret.",
        instead=instead.rstrip("."),
    )


def _started(_sight: Sight, _handover: str) -> str:
    return _("Er i gang med det du overleverte.")


def _answered(sight: Sight, escalation: str) -> str:
    found = sight.state[Escalations].raised.get(escalation)
    answer = found.answer if found else None
    return verdict(sight, answer) if answer else _("Har svart på det du løftet.")


def _given(sight: Sight, measure: str) -> str:
    found = sight.state[CarePlan].measures.get(measure)
    if found is None:
        return _("Planen er endret.")
    if found.owner == sight.seat:
        return _("I planen står du som ansvarlig for: %(text)s", text=sight.words(found.text))
    return _("I planen står du som med på: %(text)s", text=sight.words(found.text))


def _evaluated(sight: Sight, rest: str) -> str:
    measure, _dash, number = rest.rpartition("-")
    found = sight.state[CarePlan].measures.get(measure)
    if found is None or not number.isdecimal() or int(number) > len(found.evaluations):
        return _("Et tiltak i planen er evaluert.")
    done = found.evaluations[int(number) - 1]
    how = f"{care_plan.effect(done.effect)}, {care_plan.verdict(done.verdict)}"
    return _("Evaluert: %(text)s (%(how)s).", text=sight.words(found.text), how=how)


def _not_evaluated(sight: Sight, measure: str) -> str:
    found = sight.state[CarePlan].measures.get(measure)
    text = sight.words(found.text) if found else ""
    return _("Fristen er passert for å evaluere: %(text)s", text=text)


def _led(_sight: Sight, _rest: str) -> str:
    return _("Har tatt hovedansvaret for planen etter deg.")


def verdict(sight: Sight, answer: MatterAnswered) -> str:
    """A leader's answer in words."""
    said = {
        "decides": _("Bestemmer at %(seat)s tar det.", seat=sight.seat_name(answer.seat)),
        "releases": _("Gir tid eller penger til det."),
        "backs": _("Støtter deg i det du gjør."),
        "returns": _("Sender det tilbake til dere."),
    }[answer.verdict]
    return f"{said} {sight.words(answer.text)}".strip()


def _leave_answered(sight: Sight, request: str) -> str:
    return leave.answered(sight, request)


def _leave_withdrawn(sight: Sight, number: str) -> str:
    return leave.withdrawn(sight, number)


def _family_noted(sight: Sight, number: str) -> str:
    found = relay_log.noted(sight, number)
    if found is None or not care_plan.reads(sight):
        return _("Har skrevet i stafettloggen.")
    return relay_log.in_words(sight, found)


def _is_coordinator(sight: Sight, _number: str) -> str:
    return _("Har sagt ja til å koordinere for %(child)s.", child=sight.child)


def _will_not_coordinate(sight: Sight, number: str) -> str:
    found = sight.state[Coordinators].appointments
    why = found[int(number) - 1].why if int(number) <= len(found) else ""
    return _("Sier nei til å være koordinator: %(why)s", why=sight.words(why))


def _freed(sight: Sight, release: str) -> str:
    found = sight.state[Releases].given.get(release)
    if found is None:
        return ""
    text = sight.words(found.given.text)
    return _("Har frigjort %(what)s: %(text)s", what=amount(found.given), text=text)


def _reopened(sight: Sight, version: str) -> str:
    found = [each.reopened for each in sight.state[Pact].versions if each.reopened]
    why = next((each.why for each in found if str(each.version) == version), "")
    return _("Har åpnet avtalen igjen: %(why)s", why=sight.words(why))


def _stance(sight: Sight, name: str) -> str:
    found = sight.state[Cooperation].disagreements.get(name)
    if found is None or found.answer is None:
        return ""
    return f"{words.stance(found.answer.stance)}. {sight.words(found.answer.text)}"


def _repaired(sight: Sight, name: str) -> str:
    found = sight.state[Cooperation].disagreements.get(name)
    text = found.repair.text if found and found.repair else ""
    return _("Har tatt det opp igjen: %(text)s", text=sight.words(text))


_SAYS: dict[str, Callable[[Sight, str], str]] = {
    "task-declined-": _task_declined,
    "baton-declined": _baton_declined,
    "agreement-confirmed-": _agreed,
    "agreement-denied-": _not_agreed,
    "meeting-yes-": _comes,
    "meeting-no-": _stays_away,
    "handover-queried-": _queried,
    "handover-declined-": _declined,
    "handover-started-": _started,
    "escalation-answered-": _answered,
    "consent-answered-": _leave_answered,
    "consent-withdrawn-": _leave_withdrawn,
    "family-noted-": _family_noted,
    "measure-given-": _given,
    "measure-evaluated-": _evaluated,
    "measure-late-": _not_evaluated,
    "plan-led": _led,
    "letter-more-": letters.more,
    "letter-answered-": letters.answered,
    "decision-": letters.decided,
    "coordinator-accepted-": _is_coordinator,
    "coordinator-declined-": _will_not_coordinate,
    "release-": _freed,
    "pact-reopened-": _reopened,
    "disagreement-answered-": _stance,
    "disagreement-repaired-": _repaired,
}
