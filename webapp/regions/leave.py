"""Leave from child and parents as a seat may see it: what it asked, what they said, what ended."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.play.consent import Consents, Request
from simulator.play.facts import Facts
from simulator.play.family import Family
from simulator.play.grants import ConsentAnswered
from webapp.regions.say import _, _l
from webapp.regions.sight import Sight

LASTS = ("once", "weeks", "months", "until_taken_back")
ABOUTS = ("share", "coordinator", "plan", "meeting")


@dataclass(frozen=True, slots=True)
class Leave:
    """One request of the seat's own. ``words`` are theirs, '' if they said nothing."""

    request: str
    who: str
    about: str
    cards: tuple[str, ...]
    to: str
    stand: str
    words: str
    open: bool


def leaves(sight: Sight) -> tuple[Leave, ...]:
    """What the seat has asked leave for, the newest first."""
    requests = sight.state[Consents].requests.values()
    mine = [each for each in requests if each.asked.seat == sight.seat]
    return tuple(_leave(sight, each) for each in reversed(mine))


def giver(sight: Sight, code: str) -> str:
    """The child by name, or the parents."""
    return sight.child if code == "child" else _("Foreldrene")


def whom(sight: Sight, code: str) -> str:
    """As :func:`giver`, inside a sentence."""
    return sight.child if code == "child" else _("foreldrene")


def lasting(code: str) -> str:
    """How long leave is asked for."""
    return _(_LASTS[code])


def about(code: str) -> str:
    """What leave is asked for."""
    return _(_ABOUTS[code])


def said(sight: Sight, answer: ConsentAnswered) -> str:
    """An answer in a sentence. Silence is an answer, and not a yes."""
    return _(_ANSWERS[answer.answer], who=giver(sight, answer.giver))


def words_of(sight: Sight, answer: ConsentAnswered) -> str:
    """Their own words: those of whoever plays them, else the scenario's."""
    row = sight.plan.consents.get(answer.consent)
    if answer.text or row is None:
        return answer.text
    if answer.answer == "refused" and row.answer != "refused":
        return row.refusal or ""
    return row.text


def quoted(text: str) -> str:
    """Somebody's own words, in the quotes of the language; '' for none."""
    return _("«%(text)s»", text=text) if text else ""


def _leave(sight: Sight, request: Request) -> Leave:
    asked, answer = request.asked, request.answer
    facts = sight.plan.facts
    return Leave(
        asked.request,
        giver(sight, asked.giver),
        about(asked.about),
        tuple(facts[fact].text for fact in asked.facts if fact in facts),
        ", ".join(sight.seat_name(seat) for seat in asked.to),
        stand(sight, request),
        quoted(words_of(sight, answer)) if answer else "",
        answer is None,
    )


def stand(sight: Sight, request: Request) -> str:
    """How a request stands, in words: whom one waits for, what was said, whether it holds."""
    asked, answer = request.asked, request.answer
    if request.withdrawn is not None:
        return _("Trukket tilbake. Det gjelder ikke lenger.")
    if answer is not None:
        return " ".join(part for part in (said(sight, answer), _scope(sight, answer)) if part)
    if f"request:{asked.request}" in sight.state[Family].thinking:
        return _("%(who)s vil tenke på det.", who=giver(sight, asked.giver))
    return _("Du venter på svar fra %(who)s.", who=whom(sight, asked.giver))


def _scope(sight: Sight, answer: ConsentAnswered) -> str:
    """Which cards may go to whom, where it is not all."""
    if answer.answer != "limited" or not answer.facts:
        return ""
    facts = sight.plan.facts
    texts = " ".join(quoted(facts[fact].text) for fact in answer.facts if fact in facts)
    to = ", ".join(sight.seat_name(seat) for seat in answer.to)
    return _("Det gjelder: %(texts)s Til: %(to)s.", texts=texts, to=to)


def answered(sight: Sight, name: str) -> str:
    """The notice to whoever asked."""
    found = sight.state[Consents].requests.get(name)
    if found is None or found.answer is None:
        return ""
    answer = found.answer
    parts = said(sight, answer), quoted(words_of(sight, answer)), _scope(sight, answer)
    return " ".join(part for part in parts if part)


def withdrawn(sight: Sight, name: str) -> str:
    """The notice to whoever holds a card of it, with the cards that seat holds and no other."""
    told = sight.state[Consents].told
    if not name.isdecimal() or not 1 <= int(name) <= len(told):
        return ""
    event = told[int(name) - 1]
    own, facts = sight.state[Facts].of(sight.seat), sight.plan.facts
    texts = " ".join(quoted(facts[fact].text) for fact in event.facts if fact in own)
    line = _("%(who)s har trukket tilbake samtykket.", who=giver(sight, event.giver))
    rest = _("Det skal ikke lenger deles på samtykke: %(texts)s", texts=texts) if texts else ""
    return " ".join(part for part in (line, quoted(event.text), rest) if part)


def whose(sight: Sight, ref: str) -> str:
    """Who a notice about leave is from; '' if it is about something else."""
    slice_ = sight.state[Consents]
    if ref.startswith("consent-answered-"):
        found = slice_.requests.get(ref.removeprefix("consent-answered-"))
        return giver(sight, found.asked.giver) if found else ""
    number = ref.removeprefix("consent-withdrawn-")
    if number != ref and number.isdecimal() and 1 <= int(number) <= len(slice_.told):
        return giver(sight, slice_.told[int(number) - 1].giver)
    return ""


_ANSWERS = {
    "full": _l("%(who)s sier ja til det du spurte om."),
    "limited": _l("%(who)s sier ja til noe av det."),
    "refused": _l("%(who)s sier nei. Det er et svar."),
    "silent": _l("%(who)s svarer ikke. Det er også et svar, men ikke et ja."),
}
_LASTS = {
    "once": _l("bare denne gangen"),
    "weeks": _l("noen uker"),
    "months": _l("noen måneder"),
    "until_taken_back": _l("til de sier noe annet"),
}
_ABOUTS = {
    "share": _l("å dele opplysninger"),
    "coordinator": _l("en barnekoordinator"),
    "plan": _l("en plan"),
    "meeting": _l("et møte uten dem"),
}
