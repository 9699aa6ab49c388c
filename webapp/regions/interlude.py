"""'Hvem har hva i ventetiden?': one list for the room before a jump."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from simulator.play.clock import Clock
from simulator.play.interlude import Holds
from simulator.play.passes import Handovers
from simulator.play.solo import leads_alone
from simulator.play.tasks import Tasks
from webapp.regions.sight import Sight


@dataclass(frozen=True, slots=True)
class Held:
    """One line: a thing and who has it; ``who`` is empty where nobody does.

    ``field`` and ``id`` are what the owner's own form sends.
    """

    text: str
    who: tuple[str, ...]
    field: str
    id: str
    mine: bool
    confirmed: bool


@dataclass(frozen=True, slots=True)
class InterludeView:
    """The list, and whether this seat has said yes to its own lines."""

    on: bool
    next_scene: str
    lines: tuple[Held, ...]
    confirmed: bool
    may_claim: bool
    alone: bool
    """Whether the seat's person plays alone, and goes on when ready."""

    @property
    def mine(self) -> tuple[Held, ...]:
        """The seat's own lines."""
        return tuple(line for line in self.lines if line.mine)

    @property
    def my_fields(self) -> str:
        """The seat's own lines as a form sends them."""
        return urlencode([(f"{line.field}[]", line.id) for line in self.mine])

    @property
    def empty(self) -> int:
        """How many lines have nobody."""
        return sum(not line.who for line in self.lines)


def interlude(sight: Sight) -> InterludeView:
    """The list as it stands."""
    clock = sight.state[Clock]
    following = clock.leg + 1
    legs = sight.plan.legs
    return InterludeView(
        on=clock.phase == "interlude",
        next_scene=legs[following].scene.title if following < len(legs) else "",
        lines=(*_tasks(sight), *_handovers(sight)),
        confirmed=sight.seat in sight.state[Holds].confirmed,
        may_claim=sight.offers("claim"),
        alone=leads_alone(sight.plan, sight.seat),
    )


def _tasks(sight: Sight) -> tuple[Held, ...]:
    holds = sight.state[Holds].tasks
    return tuple(
        Held(
            text=sight.plan.tasks[task].text,
            who=tuple(sight.seat_name(seat) for seat in stand.owners),
            field="tasks",
            id=task,
            mine=sight.seat in stand.owners,
            confirmed=bool(stand.owners) and set(stand.owners) <= set(holds.get(task, [])),
        )
        for task, stand in sight.state[Tasks].stands.items()
        if stand.live and task in sight.plan.tasks
    )


def _handovers(sight: Sight) -> tuple[Held, ...]:
    holds = sight.state[Holds].handovers
    return tuple(
        Held(
            text=sight.words(passed.request),
            who=(sight.seat_name(passed.responsible),),
            field="handovers",
            id=passed.id,
            mine=passed.responsible == sight.seat,
            confirmed=passed.responsible in holds.get(passed.id, []),
        )
        for passed in sight.state[Handovers].passes.values()
        if passed.open
    )
