"""Sentences of what a seat does with what it knows: see, answer, ask, share, wonder, listen."""

from __future__ import annotations

from collections.abc import Mapping

from webapp.gjennomgang.told.blanks import Sayer, Told
from webapp.regions.say import _, ngettext
from webapp.regions.things import thing


def _things(t: Told) -> str:
    return thing(t.raw("item_kind"))


def _seen(t: Told) -> str:
    return _("%(seat)s åpnet %(thing)s.", seat=t.words["seat"] or t.who, thing=_things(t))


def _late(t: Told) -> str:
    return _("Fristen gikk ut for %(thing)s hos %(seat)s.", thing=_things(t), seat=t.words["seat"])


def _shared(t: Told) -> str:
    cards = t.many("facts") if t.words["facts"] else 0
    number = ngettext("%(num)s opplysning", "%(num)s opplysninger", cards)
    about = {"sender": t.words["sender"], "to": t.words["to"], "cards": number}
    if not cards:
        return _("%(sender)s sendte en melding til %(to)s.", **about)
    return {
        "spoken": _("%(sender)s fortalte %(to)s om %(cards)s, muntlig.", **about),
        "meeting": _("%(sender)s la fram %(cards)s i møtet for %(to)s.", **about),
    }.get(t.raw("way"), _("%(sender)s delte %(cards)s med %(to)s.", **about))


def _regretted(t: Told) -> str:
    if not t.raw("seat"):
        return _("Noe i stafettloggen ble angret, før noen hadde sett det.")
    return _("%(seat)s angret noe, før noen hadde sett det.", **t.words)


def _worry(t: Told) -> str:
    if "value" in t.row.about:
        return _("%(who_acts)s vurderte egen uro til %(value)s av 5.", **t.words)
    return _("En rolle vurderte egen uro. Svaret er privat.")


def _sought(t: Told) -> str:
    if t.raw("speaker") == "child":
        return _("%(seat)s spurte %(child)s og lyttet.", **t.words)
    return _("%(seat)s spurte foreldrene og lyttet.", **t.words)


def _heard(t: Told) -> str:
    speaker = t.child if t.raw("speaker") == "child" else _("Foreldrene")
    if getattr(t.event, "refused", False):
        return _("%(speaker)s ville ikke snakke om det da. Det er også et svar.", speaker=speaker)
    if not t.raw("voice") and not t.raw("text"):
        return _("%(speaker)s sa ikke noe da. Det er også et svar.", speaker=speaker)
    if getattr(t.event, "again", ()):
        return _("%(speaker)s fortalte %(seat)s det samme på nytt.", speaker=speaker, **_seat(t))
    return _("%(speaker)s fortalte %(seat)s noe.", speaker=speaker, **_seat(t))


def _seat(t: Told) -> dict[str, str]:
    return {"seat": t.words["seat"]}


def _told(t: Told) -> str:
    return _("%(seat)s fortalte tilbake hva som kom ut av det.", **t.words)


SAYS: Mapping[str, Sayer] = {
    "item.seen": _seen,
    "item.late": _late,
    "fact.shared": _shared,
    "answer.given": lambda t: _("%(seat)s svarte.", **t.words),
    "question.asked": lambda t: _("%(sender)s spurte %(to)s.", **t.words),
    "question.answered": lambda t: _("%(seat)s svarte på spørsmålet.", **t.words),
    "wonder.noted": lambda t: _("%(seat)s noterte en undring.", **t.words),
    "worry.rated": _worry,
    "voice.sought": _sought,
    "voice.heard": _heard,
    "voice.told": _told,
    "act.withdrawn": _regretted,
}
