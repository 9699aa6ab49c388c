"""Sentences of leading and cooperation: coordinator, release, control, the agreement, the talk."""

from __future__ import annotations

from collections.abc import Mapping

from webapp.gjennomgang.told.blanks import Sayer, Told
from webapp.regions.leading import POINT_WORDS, VERDICTS
from webapp.regions.say import _


def _appointed(t: Told) -> str:
    if t.raw("family") == "yes":
        return _("%(seat)s navnga %(to)s som koordinator. Familien hadde sagt ja.", **t.words)
    if t.raw("family") == "no":
        return _("%(seat)s navnga %(to)s som koordinator. Familien hadde sagt nei.", **t.words)
    return _("%(seat)s navnga %(to)s som koordinator før familien hadde svart.", **t.words)


def _given(t: Told) -> str:
    about = {"seat": t.words["seat"], "to": t.words["to"] or t.words["task"]}
    return {
        "time": _("%(seat)s frigjorde tid til %(to)s.", **about),
        "money": _("%(seat)s ga penger til %(to)s.", **about),
    }.get(t.raw("what"), _("%(seat)s ga myndighet til %(to)s.", **about))


def _checked(t: Told) -> str:
    point, verdict = POINT_WORDS.get(t.raw("point"), ""), VERDICTS.get(t.raw("verdict"), "")
    return _("Internkontroll: %(point)s: %(verdict)s", point=_(point), verdict=_(verdict))


def _answered(t: Told) -> str:
    return {
        "changes": _("%(who_acts)s ville gjøre det annerledes.", **t.words),
        "keeps": _("%(who_acts)s holdt på sitt, og sa hvorfor.", **t.words),
    }.get(t.raw("stance"), _("%(who_acts)s ville snakke om det.", **t.words))


SAYS: Mapping[str, Sayer] = {
    "coordinator.needed": lambda t: _(
        "%(seat)s meldte behov for koordinator til %(to)s.", **t.words
    ),
    "coordinator.appointed": _appointed,
    "coordinator.accepted": lambda t: _(
        "%(seat)s sa ja til å være koordinator for %(child)s.", **t.words
    ),
    "coordinator.declined": lambda t: _("%(seat)s sa nei til å være koordinator.", **t.words),
    "coordinator.family_told": lambda _t: _("Familien fikk vite hvem som koordinerer."),
    "release.given": _given,
    "control.checked": _checked,
    "pact.written": lambda t: _("%(seat)s skrev avtalen for alle.", **t.words),
    "pact.signed": lambda t: _("%(seat)s signerte avtalen.", **t.words),
    "pact.reopened": lambda t: _("%(seat)s åpnet avtalen igjen.", **t.words),
    "cooperation.talked": lambda t: _("%(seat)s og %(to)s snakket om samarbeidet.", **t.words),
    "cooperation.disagreed": lambda t: _("%(seat)s sa til %(to)s: jeg er uenig.", **t.words),
    "cooperation.answered": _answered,
    "cooperation.repaired": lambda t: _("%(seat)s tok det opp igjen.", **t.words),
}
