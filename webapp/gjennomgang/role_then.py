"""What one role had at a moment: what it knew and from whom, what it held, what waited."""

from __future__ import annotations

from dataclasses import dataclass

from webapp.gjennomgang.through import Through
from webapp.regions.cards import Card
from webapp.regions.duties import coordination, duties
from webapp.regions.inbox import Line as Item
from webapp.regions.inbox import inbox
from webapp.regions.role import Owned, Waited, role
from webapp.regions.say import _
from webapp.regions.sight import Sight


@dataclass(frozen=True, slots=True)
class RoleThen:
    """``cards`` the newest first, ``fresh`` those of them that came just then.

    ``in_full`` says whether ``waiting``, ``new`` and ``waited`` are told; else they are empty.
    """

    name: str
    cards: tuple[Card, ...]
    fresh: frozenset[str]
    owned: tuple[Owned, ...]
    waiting: tuple[Item, ...]
    new: tuple[Item, ...]
    waited: tuple[Waited, ...]
    in_full: bool


def role_then(through: Through, sight: Sight, fresh: frozenset[str]) -> RoleThen:
    """The seat's side of the moment, as far as who looks may see it."""
    view, items, full = role(sight), inbox(sight), through.in_full
    return RoleThen(
        name=view.name,
        cards=tuple(reversed(view.cards)),
        fresh=fresh,
        owned=view.owned if full else _seen_by_all(sight),
        waiting=(*items.waiting, *items.going) if full else (),
        new=items.new if full else (),
        waited=view.waited if full else (),
        in_full=full,
    )


def _seen_by_all(sight: Sight) -> tuple[Owned, ...]:
    """What the team's page says that a seat holds; nothing that was written to it."""
    found = [Owned(duty.text, "") for duty in duties(sight) if duty.mine == "owner"]
    if coordination(sight).mine == "holder":
        found.insert(0, Owned(_("Å koordinere for %(child)s", child=sight.child), ""))
    return tuple(found)
