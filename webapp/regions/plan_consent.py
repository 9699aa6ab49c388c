"""Whether the family has said yes to the plan, in words. No view decides what follows from it."""

from __future__ import annotations

from simulator.play.consent import Consents, Request
from webapp.regions import leave
from webapp.regions.care_plan import reads
from webapp.regions.say import _
from webapp.regions.sight import Sight


def consent_words(sight: Sight) -> tuple[str, ...]:
    """Where the consent to the plan stands: the newest answer of child and of parents.

    Told to who takes part in the plan, or asked.
    """
    newest: dict[str, Request] = {}
    for each in sight.state[Consents].requests.values():
        if each.asked.about == "plan" and (reads(sight) or each.asked.seat == sight.seat):
            newest[each.asked.giver] = each
    if newest:
        return tuple(leave.stand(sight, each) for each in newest.values())
    if reads(sight):
        return (_("Ingen har spurt om samtykke til planen."),)
    return (_("Det vet de som er med i planen."),)
