"""Sentences of leave asked for, answered and taken back."""

from __future__ import annotations

from collections.abc import Mapping

from webapp.gjennomgang.told.blanks import Sayer, Told
from webapp.regions.say import _


def _giver(t: Told) -> str:
    return t.child if getattr(t.event, "giver", "") == "child" else _("foreldrene")


def _asked(t: Told) -> str:
    return _("%(seat)s spurte %(giver)s om samtykke.", seat=t.words["seat"], giver=_giver(t))


def _answered(t: Told) -> str:
    giver = _giver(t)
    return {
        "full": _("%(giver)s sa ja til det som ble spurt om.", giver=giver),
        "limited": _("%(giver)s sa ja til noe av det.", giver=giver),
        "refused": _("%(giver)s sa nei. Det er et svar.", giver=giver),
    }.get(
        getattr(t.event, "answer", ""),
        _("%(giver)s svarte ikke. Det er også et svar.", giver=giver),
    )


def _withdrawn(t: Told) -> str:
    return _("%(giver)s trakk samtykket tilbake. De som har opplysningene, fikk vite det.",
             giver=_giver(t))  # fmt: skip


SAYS: Mapping[str, Sayer] = {
    "consent.asked": _asked,
    "consent.answered": _answered,
    "consent.withdrawn": _withdrawn,
}
