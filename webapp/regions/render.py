"""Regions: named parts of a page, rendered from what one audience may see (decision 27).

A region is one whole element, ``data-region`` its name, ``data-mark`` a digest of what is in it.
It never holds a form. Whoever has a mark can be told in one answer what has changed since.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from flask import current_app
from markupsafe import Markup

from webapp.regions.care_plan import care_plan
from webapp.regions.child import child
from webapp.regions.coach import advice
from webapp.regions.discussion import discussion, turn
from webapp.regions.handover import handover
from webapp.regions.inbox import inbox
from webapp.regions.individual_plan import individual_plan
from webapp.regions.interlude import interlude
from webapp.regions.item import standing
from webapp.regions.meeting import meeting
from webapp.regions.minutes import minutes
from webapp.regions.moment import moment
from webapp.regions.my_case import my_case
from webapp.regions.relay_log import relay_log
from webapp.regions.role import role
from webapp.regions.say import in_markup, in_markup_many, speaking
from webapp.regions.sight import Sight
from webapp.regions.team import team
from webapp.regions.undo import undo

MARK = 10
ABOUT = "~"
"""Parts a region's name from the thing it is about: ``item~inject.I1@bup``."""


@dataclass(frozen=True, slots=True)
class Part:
    """One region as it stands. ``html`` is the whole element."""

    name: str
    mark: str
    html: str


@dataclass(frozen=True, slots=True)
class Region:
    """How a region is made: a view from a sight, and the template that shows it as ``view``."""

    view: Callable[[Sight, str], Any]
    template: str


def _alone(view: Callable[[Sight], Any]) -> Callable[[Sight, str], Any]:
    return lambda sight, _about: view(sight)


SEAT: Mapping[str, Region] = {
    "moment": Region(_alone(moment), "desk/_moment.html"),
    "time": Region(_alone(moment), "desk/_time.html"),
    "interlude": Region(_alone(interlude), "desk/_interlude.html"),
    "inbox": Region(_alone(inbox), "desk/_inbox.html"),
    "count": Region(_alone(inbox), "desk/_count.html"),
    "child": Region(_alone(child), "desk/_child.html"),
    "team": Region(_alone(team), "desk/_team.html"),
    "role": Region(_alone(role), "desk/_role.html"),
    "undo": Region(_alone(undo), "desk/_undo.html"),
    "item": Region(standing, "desk/_standing.html"),
    "coach": Region(advice, "desk/_coach.html"),
    "handover": Region(handover, "desk/_handover.html"),
    "meeting": Region(meeting, "desk/_meeting.html"),
    "discussion": Region(_alone(discussion), "desk/_discussion.html"),
    "turn": Region(_alone(turn), "desk/_turn.html"),
    "plan": Region(_alone(care_plan), "desk/plan/_plan.html"),
    "plan-ip": Region(_alone(individual_plan), "desk/plan/_ip.html"),
    "plan-log": Region(_alone(relay_log), "desk/plan/_log.html"),
    "plan-minutes": Region(_alone(minutes), "desk/plan/_minutes.html"),
    "plan-mine": Region(_alone(my_case), "desk/plan/_mine.html"),
}
"""What pages of a seat are made of."""
DESK = ("time", "moment", "interlude", "undo", "count", "inbox", "child", "team", "role")
"""What every push to a seat carries, as far as it changed."""


def render(sight: Sight, names: Iterable[str], known: Mapping[str, Region] = SEAT) -> list[Part]:
    """The named regions as ``sight`` has them; names nobody knows are left out."""
    found = []
    with speaking():
        for name in names:
            kind, _tilde, about = name.partition(ABOUT)
            if kind in known:
                found.append(part(name, known[kind].template, known[kind].view(sight, about)))
    return found


def part(name: str, template: str, view: object) -> Part:
    """One region: ``view`` shown by ``template``."""
    # Straight from the environment: a push has no request whose context could be mixed in.
    made = current_app.jinja_env.get_template(template)
    inner = made.render(view=view, _=in_markup, gettext=in_markup, ngettext=in_markup_many)
    mark = hashlib.sha256(inner.encode()).hexdigest()[:MARK]
    html = Markup('<div class="region" data-region="{}" data-mark="{}">{}</div>').format(
        name,
        mark,
        # A template of ours has escaped it.
        Markup(inner),  # noqa: S704
    )
    return Part(name, mark, str(html))
