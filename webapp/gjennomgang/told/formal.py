"""Sentences of letters, decisions, levels and samordning."""

from __future__ import annotations

from collections.abc import Mapping

from webapp.gjennomgang.told.blanks import Sayer, Told
from webapp.regions.say import _


def _notification(t: Told) -> str:
    return {
        "investigates": _("%(seat)s begynte å undersøke meldingen.", **t.words),
        "dismissed": _("%(seat)s la meldingen bort.", **t.words),
    }.get(t.raw("outcome"), _("%(seat)s trengte å vite mer om meldingen.", **t.words))


def _referral(t: Told) -> str:
    if t.raw("outcome") == "accepted":
        return _("%(seat)s tok imot henvisningen.", **t.words)
    if t.raw("outcome") == "more":
        return _("%(seat)s trengte å vite mer om henvisningen.", **t.words)
    if getattr(t.event, "forward", False):
        return _("%(seat)s sa nei til henvisningen, og viste en vei videre.", **t.words)
    return _("%(seat)s sa nei til henvisningen. Ingen vei videre ble nevnt.", **t.words)


def _decided(t: Told) -> str:
    if getattr(t.event, "mandate", False):
        return _("%(seat)s bestemte noe.", **t.words)
    return _("%(seat)s bestemte noe som rollen ikke har mandat til.", **t.words)


def _level(t: Told) -> str:
    return _("%(seat)s bestemte at dette er på nivå %(level)s.", **t.words)


def _reminded(t: Told) -> str:
    if t.raw("clock") == "feedback":
        return _("Den som meldte, hadde ikke fått svar. Påminnelse til %(to)s.", **t.words)
    return _("Et brev lå fortsatt ubesvart. Påminnelse til %(to)s.", **t.words)


SAYS: Mapping[str, Sayer] = {
    "notification.sent": lambda t: _(
        "%(sender)s sendte en bekymringsmelding til %(to)s.", **t.words
    ),
    "notification.answered": _notification,
    "referral.sent": lambda t: _("%(sender)s henviste til %(to)s.", **t.words),
    "referral.answered": _referral,
    "letter.reminded": _reminded,
    "decision.made": _decided,
    "level.changed": _level,
    "level.stalled": lambda t: _(
        "Uroen hadde ligget på nivå 0 i to uker. Påminnelse til %(to)s.", **t.words
    ),
    "samordning.raised": lambda t: _("%(seat)s ba %(to)s bestemme hvem som samordner.", **t.words),
    "samordning.settled": lambda t: _("%(seat)s bestemte at %(who)s samordner.", **t.words),
}
