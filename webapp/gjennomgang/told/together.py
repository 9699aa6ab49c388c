"""Sentences of what goes on between seats: tasks, coordination, handovers, meetings."""

from __future__ import annotations

from collections.abc import Mapping

from webapp.gjennomgang.told.blanks import Sayer, Told
from webapp.regions.say import _


def _offered(t: Told) -> str:
    if t.raw("way") == "spoken":
        return _("%(sender)s overleverte muntlig til %(receiver)s.", **t.words)
    return _("%(sender)s sendte en overlevering til %(receiver)s.", **t.words)


def _read_back(t: Told) -> str:
    return _("%(who_acts)s sa hva som gjøres først, og når.", **t.words)


def _declined(t: Told) -> str:
    if t.words["alternative"]:
        return _("%(who_acts)s sa nei til overleveringen, og foreslo noe annet.", **t.words)
    return _("%(who_acts)s sa nei til overleveringen.", **t.words)


def _replied(t: Told) -> str:
    if getattr(t.event, "comes", False):
        return _("%(seat)s sa ja til å komme på møtet.", **t.words)
    return _("%(seat)s kunne ikke komme på møtet.", **t.words)


def _meeting(t: Told) -> str:
    if t.words["present"]:
        return _("Møtet begynte, med %(present)s.", **t.words)
    return _("Møtet begynte.")


def _decided(t: Told) -> str:
    if t.words["decision"]:
        told = _("Avgjort i møtet: %(decision)s", **t.words)
    else:
        told = _("Noe ble avgjort i møtet.")
    return _(
        "%(told)s Ansvarlig: %(owner)s", told=_stop(told), owner=t.words["owner"] or _("ingen")
    )


def _stop(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."


def _answered(t: Told) -> str:
    return {
        "decides": _("%(who_acts)s bestemte hvem som tar det.", **t.words),
        "releases": _("%(who_acts)s ga tid eller penger til det.", **t.words),
        "backs": _("%(who_acts)s støttet det som ble løftet.", **t.words),
    }.get(t.raw("verdict"), _("%(who_acts)s sendte saken tilbake.", **t.words))


def _baton_taken(t: Told) -> str:
    return _("%(seat)s koordinerer for %(child)s fra nå.", **t.words)


SAYS: Mapping[str, Sayer] = {
    "task.opened": lambda t: _("Noen må ha ansvaret for dette: %(task)s", **t.words),
    "task.closed": lambda t: _("Ikke lenger en oppgave: %(task)s", **t.words),
    "task.claimed": lambda t: _("%(seat)s tok ansvaret for: %(task)s", **t.words),
    "task.joined": lambda t: _("%(seat)s er med på: %(task)s", **t.words),
    "task.given": lambda t: _("%(seat)s ba %(to)s ta: %(task)s", **t.words),
    "task.declined": lambda t: _("%(seat)s sa nei til: %(task)s", **t.words),
    "task.released": lambda t: _("%(seat)s slapp: %(task)s", **t.words),
    "task.finished": lambda t: _("%(seat)s ble ferdig med: %(task)s", **t.words),
    "baton.taken": _baton_taken,
    "baton.offered": lambda t: _("%(seat)s ba %(to)s koordinere for %(child)s.", **t.words),
    "baton.declined": lambda t: _("%(seat)s sa nei til å koordinere.", **t.words),
    "baton.released": lambda t: _("%(seat)s sluttet å koordinere.", **t.words),
    "handover.offered": _offered,
    "handover.taken_over": lambda t: _("%(seat)s overtok.", **t.words),
    "handover.queried": lambda t: _("%(who_acts)s spurte før overtakelsen.", **t.words),
    "handover.declined": _declined,
    "handover.read_back_given": _read_back,
    "handover.started": lambda _t: _("Det som ble overlevert, er i gang."),
    "handover.told": lambda _t: _("Barn og familie fikk beskjed om overleveringen."),
    "handover.reminded": lambda t: _(
        "En overlevering lå fortsatt. Påminnelse til %(to)s.", **t.words
    ),
    "agreement.said": lambda t: _("%(seat)s noterte noe avtalt muntlig med %(who)s.", **t.words),
    "agreement.confirmed": lambda t: _("%(who_acts)s bekreftet det som var avtalt.", **t.words),
    "agreement.denied": lambda t: _("%(who_acts)s så det ikke slik.", **t.words),
    "meeting.called": lambda t: _("%(seat)s kalte inn til møte: %(seats)s", **t.words),
    "meeting.replied": _replied,
    "meeting.opened": _meeting,
    "meeting.pen_taken": lambda t: _("%(seat)s skrev referat.", **t.words),
    "meeting.decided": _decided,
    "meeting.closed": lambda _t: _("Møtet var over."),
    "escalation.raised": lambda t: _("%(seat)s løftet noe til %(to)s.", **t.words),
    "escalation.answered": _answered,
}
