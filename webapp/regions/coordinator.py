"""Who is barnekoordinator, and how far the way there has come: each step, whom it waits for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from simulator.play.coordinator import (
    Appointment,
    Coordinators,
    asked_by_ke,
    leave_of,
)
from simulator.play.inbox import item_id
from simulator.play.kernel import State
from simulator.play.matters import Matters
from simulator.play.release import Releases
from simulator.play.roster import ke_of
from webapp.regions import storytime
from webapp.regions.say import _, _l
from webapp.regions.sight import Sight

TITLES = {"barnekoordinator": _l("barnekoordinator"), "koordinator": _l("koordinator")}


@dataclass(frozen=True, slots=True)
class Step:
    """One step. ``note`` says when it was done, or whom it waits for and until when."""

    name: str
    done: bool
    note: str


@dataclass(frozen=True, slots=True)
class CoordinatorView:
    """What a seat may see of it. ``steps`` are for those concerned; ``mine`` is asked, holder,
    ke or ''."""

    offered: bool
    holder: str = ""
    title: str = ""
    interim: bool = False
    asked: str = ""
    mine: str = ""
    told: bool = False
    steps: tuple[Step, ...] = ()


def coordinator(sight: Sight) -> CoordinatorView:
    """How it stands, as a seat of the team sees it."""
    if not sight.offers("coordinator"):
        return CoordinatorView(offered=False)
    coordinators = sight.state[Coordinators]
    now, asked = coordinators.current, coordinators.offered
    return CoordinatorView(
        offered=True,
        holder=sight.seat_name(now.appointed.to) if now else "",
        title=_(TITLES[now.appointed.title]) if now else "",
        interim=bool(now and now.appointed.interim),
        asked=sight.seat_name(asked.appointed.to) if asked else "",
        mine=_mine(sight, now, asked),
        told=bool(now and now.told_story is not None),
        steps=steps(sight),
    )


def _mine(sight: Sight, now: Appointment | None, asked: Appointment | None) -> str:
    if asked and asked.appointed.to == sight.seat:
        return "asked"
    if now and now.appointed.to == sight.seat:
        return "holder"
    return "ke" if sight.seat and sight.seat == ke_of(sight.state) else ""


def newest(state: State) -> Appointment | None:
    """The appointment that counts: the one under way, else the one that stands."""
    return state[Coordinators].offered or state[Coordinators].current


def concerned(sight: Sight) -> bool:
    """Whether the seat has a part in it: KE, who reported, who is named, and that seat's leader."""
    coordinators, last = sight.state[Coordinators], newest(sight.state)
    seats = {ke_of(sight.state), *(each.needed.seat for each in coordinators.needs.values())}
    if last is not None:
        seats |= {last.appointed.to, sight.plan.seats[last.appointed.to].leader or ""}
    return bool(sight.seat) and sight.seat in seats


def steps(sight: Sight) -> tuple[Step, ...]:
    """The way from need to first meeting (T26), for those concerned; nothing before it began."""
    found = sight.state[Coordinators]
    begun = found.needs or found.appointments or leave_of(sight.state) != "not_asked"
    return tuple(_steps(sight)) if begun and concerned(sight) else ()


def _steps(sight: Sight) -> Iterator[Step]:
    ke, last = ke_of(sight.state), newest(sight.state)
    needs = list(sight.state[Coordinators].needs.values())
    if needs:
        yield _step(sight, _("Behovet er meldt til koordinerende enhet"), needs[0].story_ms)
    if sight.seat == ke or (last and last.step == "accepted" and last.appointed.to == sight.seat):
        yield _family(sight, ke)
    named = last.story_ms if last else None
    due = next((_due(sight, ke, "need", each.needed.need) for each in needs), None)
    yield _step(sight, _("En koordinator er navngitt"), named, ke, due)
    if last is not None:
        yield from _after_naming(sight, last)


def _family(sight: Sight, ke: str) -> Step:
    """Only for KE and the coordinator: what the family said is theirs to know."""
    leave = leave_of(sight.state)
    if leave == "not_asked":
        return _step(sight, _("Familien er spurt"), None, ke)
    request = asked_by_ke(sight.state)
    if request is None or leave == "asked":
        return Step(_("Familien har svart"), done=False, note=_("venter på familien"))
    said = _("Familien har sagt ja") if leave == "yes" else _("Familien har sagt nei")
    return Step(said, done=True, note="")


def _after_naming(sight: Sight, last: Appointment) -> Iterator[Step]:
    to = last.appointed.to
    number = str(sight.state[Coordinators].appointments.index(last) + 1)
    name = _("%(seat)s har sagt ja", seat=sight.seat_name(to))
    yield _step(sight, name, last.answered_story, to, _due(sight, to, "appointment", number))
    if last.accepted is None:
        return
    leader = last.accepted.leader
    if leader and sight.offers("release"):
        due = _due(sight, leader, "release_time", number)
        yield _step(sight, _("Leder har frigjort tid"), _freed(sight, last), leader, due)
    yield _step(sight, _("Familien vet hvem det er"), last.told_story, to)
    due = _due(sight, to, "first_meeting", number)
    yield _step(sight, _("Det første møtet med familien"), last.met_story, to, due)


def _freed(sight: Sight, last: Appointment) -> int | None:
    """Story ms at which time was first freed for the coordinator, once it was named."""
    for each in sight.state[Releases].given.values():
        given = each.given
        if (given.to, given.what) == (last.appointed.to, "time") and each.seq > last.seq:
            return each.story_ms
    return None


def _due(sight: Sight, seat: str, kind: str, ref: str) -> int | None:
    """Until when the item waits, as its pending deadline has it."""
    matter = sight.state[Matters].find("late", f"item:{item_id(seat, kind, ref)}")
    return matter.due_story if matter else None


def _step(
    sight: Sight, name: str, done: int | None, waits_for: str = "", due: int | None = None
) -> Step:
    if done is not None:
        return Step(name, done=True, note=storytime.since(sight, done))
    who = _("venter på deg") if waits_for == sight.seat else ""
    who = who or _("venter på %(seat)s", seat=sight.seat_name(waits_for))
    note = who if due is None else f"{who}, {storytime.until(sight, due)}"
    return Step(name, done=False, note=note)
