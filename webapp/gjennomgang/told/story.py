"""Sentences of the story, the clock and what the drill expected."""

from __future__ import annotations

from collections.abc import Mapping

from scenarios.schema import Expected
from simulator.play.situation import cause_of
from webapp.gjennomgang.naming import inside, listed
from webapp.gjennomgang.stages import name_of
from webapp.gjennomgang.told.blanks import Sayer, Told
from webapp.regions.say import _


def _delivered(t: Told) -> str:
    inject = t.plan.injects.get(t.raw("inject"))
    if inject is None:
        return _("%(to)s fikk noe nytt.", to=t.words["to"])
    about = {"to": t.words["to"], "sender": inject.sender}
    if inject.channel == "observation":
        # What one sees comes from nobody: its heading says what there was to see.
        return _("%(to)s la merke til noe: %(sender)s", **about)
    return _("%(to)s fikk en henvendelse fra: %(sender)s", **about)


def _not_taken(t: Told) -> str:
    inject = t.plan.injects.get(t.raw("inject"))
    sender = inject.sender if inject else ""
    return {
        "condition": _("Det ble ikke nødvendig: %(sender)s", sender=sender),
        "load": _("Øvelsen lot det ligge, fordi det var nok fra før: %(sender)s", sender=sender),
        "held": _("Øvingslederen holdt det tilbake: %(sender)s", sender=sender),
    }.get(t.raw("why"), _("Det kom ikke: %(sender)s", sender=sender))


def _expected(t: Told) -> str:
    if t.words["seat"]:
        return _("Forventet av %(seat)s: %(expected)s", **t.words)
    return _("Forventet: %(expected)s", **t.words)


def _lapsed(t: Told) -> str:
    """What was not done: to the seat itself and whoever leads. Others learn between whom."""
    expected = t.plan.expected[t.raw("expected")][1]
    if t.raw("how") == "late" and not (t.eyes.leads or t.eyes.seat == expected.seat):
        return _missed_between(t, expected)
    return {
        "late": _("Ikke gjort innen fristen: %(expected)s", **t.words),
        "postponed": _("Utsatt av øvelsen selv: %(expected)s", **t.words),
    }.get(t.raw("how"), _("Øvelsen sluttet før fristen: %(expected)s", **t.words))


def _missed_between(t: Told, expected: Expected) -> str:
    to = [seat for seat in expected.to if seat in t.plan.seats and seat != expected.seat]
    if not to:
        return _("Noe som var ventet, kom ikke innen fristen.")
    pair = (t.plan.seats[seat].name for seat in (expected.seat, to[0]))
    return _(
        "Noe som var ventet mellom %(pair)s, kom ikke innen fristen.",
        pair=listed(inside(name) for name in pair),
    )


def _moved(t: Told) -> str:
    cause = cause_of(t.plan, t.raw("on"), getattr(t.event, "values", {}))
    return cause or _("Det som skjedde, gjorde noe med hvordan %(child)s har det.", **t.words)


def _opened(t: Told) -> str:
    stage = str(getattr(t.event, "stage", ""))
    return _("Gjennomgangen: %(phase)s", phase=name_of(stage, t.child))


SAYS: Mapping[str, Sayer] = {
    "play.started": lambda _t: _("Øvelsen begynte."),
    "play.ended": lambda _t: _("Spillet var over."),
    "leg.started": lambda t: _("Scenen begynte: %(scene)s", **t.words),
    "leg.held": lambda _t: _("Fortellingen sto stille litt, så ingen ble avbrutt."),
    "leg.ended": lambda t: _("Scenen var over: %(scene)s", **t.words),
    "interlude.started": lambda _t: _("Hvem har hva i ventetiden? Ett minutt til å si det."),
    "interlude.confirmed": lambda t: _(
        "%(who_acts)s bekreftet hva de har i ventetiden.", **t.words
    ),
    "clock.paused": lambda _t: _("Pause i øvelsen."),
    "clock.resumed": lambda _t: _("Øvelsen gikk videre."),
    "clock.paced": lambda _t: _("Øvingslederen endret tempoet."),
    "clock.extended": lambda _t: _("Øvingslederen ga mer tid."),
    "inject.triggered": lambda t: _("Klar til å sendes: %(inject)s", **t.words),
    "inject.delivered": _delivered,
    "inject.not_taken": _not_taken,
    "inject.held": lambda t: _("Øvingslederen holdt tilbake: %(inject)s", **t.words),
    "inject.released": lambda t: _("Øvingslederen sendte: %(inject)s", **t.words),
    "inject.skipped": lambda t: _("Øvingslederen tok ut: %(inject)s", **t.words),
    "inject.added": lambda t: _("Øvingslederen skrev til %(to)s.", **t.words),
    "expectation.opened": _expected,
    "expectation.met": lambda t: _("Gjort: %(expected)s", **t.words),
    "expectation.lapsed": _lapsed,
    "probe.opened": lambda _t: _("Spørsmål underveis, hver for seg."),
    "probe.closed": lambda _t: _("Spørsmålene ble lukket, og øvelsen gikk videre."),
    "probe.answered": lambda _t: _("Et svar på spørsmålene kom inn."),
    "situation.moved": _moved,
    "debrief.opened": _opened,
}
