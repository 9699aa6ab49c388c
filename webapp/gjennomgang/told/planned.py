"""Sentences of Planen: goals, measures, their dates and evaluations, and who leads."""

from __future__ import annotations

from collections.abc import Mapping

from webapp.gjennomgang.told.blanks import Sayer, Told
from webapp.regions.say import _


def _measure(t: Told) -> str:
    if not getattr(t.event, "owner", ""):
        return _("%(seat)s skrev et tiltak i planen, uten at noen svarer for det.", **t.words)
    return _("%(seat)s skrev et tiltak i planen. Ansvarlig: %(owner)s.", **t.words)


def _evaluated(t: Told) -> str:
    return {
        "keep": _("%(seat)s så på et tiltak i planen: det fortsetter.", **t.words),
        "change": _("%(seat)s så på et tiltak i planen: det endres.", **t.words),
    }.get(t.raw("verdict"), _("%(seat)s så på et tiltak i planen: det avsluttes.", **t.words))


SAYS: Mapping[str, Sayer] = {
    "goal.set_down": lambda t: _("%(seat)s skrev et mål i planen.", **t.words),
    "measure.set_down": _measure,
    "measure.reminded": lambda t: _(
        "Et tiltak i planen skulle snart ses på. Påminnelse til %(to)s.", **t.words
    ),
    "measure.evaluated": _evaluated,
    "plan.led": lambda t: _("%(seat)s tok hovedansvaret for planen.", **t.words),
}
