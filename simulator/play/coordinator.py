"""Barnekoordinator: a need reported to KE, the family's yes, an appointment, a seat that accepts.

Each step has its time in the rule pack (mark P: no law sets one). Only koordinerende enhet
appoints. It asks the family by the ``consent`` room; a missing yes is never refused, and the
appointment says how the family stood. Not the same as koordineringsansvar (``baton``), which
follows when the seat accepts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from simulator.play.baton import Baton, BatonTaken
from simulator.play.consent import Consents, Request
from simulator.play.inbox import close, item_id, put
from simulator.play.kernel import Actor, Command, Entry, Event, Refusal, Room, State, Words, wire
from simulator.play.law import due_for
from simulator.play.minutes import MeetingOpened
from simulator.play.regret import by_seat, dropping
from simulator.play.roster import Roster, ke_of, seat_of
from simulator.play.voice import VoiceSought

Title = Literal["barnekoordinator", "koordinator"]
"""Barnekoordinator: the family's right on conditions (hol § 7-2 a, until 18). Koordinator: for
anybody with long-term, compound needs (hol § 7-2)."""
Leave = Literal["not_asked", "asked", "yes", "no"]
"""How the family stood when somebody was appointed."""


@wire("coordinator.need")
class ReportNeed(Command):
    """Report the need to KE: what you see. The notice itself needs nobody's leave (D11)."""

    text: Words
    acute: bool = False
    item: str = ""


@wire("coordinator.appoint")
class AppointCoordinator(Command):
    """KE names a seat: as what, whether only for the time being, and why that one."""

    to: str
    title: Title
    interim: bool = False
    text: Words = ""


@wire("coordinator.accept")
class AcceptPost(Command):
    """Be the coordinator, as named."""


@wire("coordinator.decline")
class DeclinePost(Command):
    """Say no to being it, and why or who else."""

    text: Words


@wire("coordinator.tell_family")
class TellAppointed(Command):
    """The family has been told who it is and how to reach them."""


@wire("coordinator.needed")
class CoordinatorNeeded(Event):
    """A need reached KE. ``basis`` is the row of the rule pack that lets it be reported."""

    need: str
    seat: str
    to: str
    text: str
    acute: bool
    due_story: int | None
    item: str = ""
    basis: str = "D11"


@wire("coordinator.appointed")
class CoordinatorAppointed(Event):
    """KE named a seat; ``family`` is how the family stood just then."""

    seat: str
    to: str
    title: Title
    interim: bool
    text: str
    family: Leave
    due_story: int | None


@wire("coordinator.accepted")
class CoordinatorAccepted(Event):
    """The named seat is the coordinator. A leader owes time, the coordinator a first meeting."""

    seat: str
    leader: str
    time_due: int | None
    meet_due: int | None


@wire("coordinator.declined")
class CoordinatorDeclined(Event):
    """The named seat said no."""

    seat: str
    text: str


@wire("coordinator.family_told")
class FamilyTold(Event):
    """The family knows who it is."""

    seat: str


@dataclass
class Appointment:
    """One appointment. Story times are None until that step is taken."""

    appointed: CoordinatorAppointed
    story_ms: int
    seq: int
    step: Literal["asked", "accepted", "declined", "replaced"] = "asked"
    accepted: CoordinatorAccepted | None = None
    answered_story: int | None = None
    why: str = ""
    told_story: int | None = None
    met_story: int | None = None


@dataclass
class Reported:
    """One report of a need."""

    needed: CoordinatorNeeded
    story_ms: int
    seq: int


@dataclass
class Coordinators:
    """Needs by id, and appointments, in the order they came."""

    needs: dict[str, Reported] = field(default_factory=dict)
    appointments: list[Appointment] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)

    @property
    def offered(self) -> Appointment | None:
        """The appointment that waits for its seat's answer."""
        return next((each for each in self.appointments if each.step == "asked"), None)

    @property
    def current(self) -> Appointment | None:
        """The coordinator there is."""
        return next((each for each in self.appointments if each.step == "accepted"), None)


def asked_by_ke(state: State) -> Request | None:
    """What KE asked child or parents about a coordinator: a yes that stands, else the last."""
    mine = [
        each
        for each in state[Consents].requests.values()
        if (each.asked.seat, each.asked.about) == (ke_of(state), "coordinator")
    ]
    return next((each for each in mine if each.stands), mine[-1] if mine else None)


def leave_of(state: State) -> Leave:
    """How the family stands now, as KE knows it. What was taken back is no."""
    request = asked_by_ke(state)
    if request is None:
        return "not_asked"
    if request.answer is None:
        return "asked"
    return "yes" if request.stands else "no"


def _as_ke(state: State, by: Actor) -> str | Refusal:
    seat = seat_of(state, by)
    return Refusal("only_ke") if not isinstance(seat, Refusal) and seat != ke_of(state) else seat


def _need(state: State, by: Actor, command: ReportNeed) -> Sequence[Event] | Refusal:
    seat, to = seat_of(state, by), ke_of(state)
    if isinstance(seat, Refusal):
        return seat
    if not to:
        return Refusal("no_ke")
    if not command.text.strip():
        return Refusal("nothing_to_send")
    due = due_for(state, "coordinator-need", to, acute=command.acute)
    need = f"{seat}-{state[Coordinators].counts.get(seat, 0) + 1}"
    return [CoordinatorNeeded(need, seat, to, command.text, command.acute, due, command.item)]


def _appoint(state: State, by: Actor, command: AppointCoordinator) -> Sequence[Event] | Refusal:
    seat = _as_ke(state, by)
    if isinstance(seat, Refusal):
        return seat
    if command.to not in state[Roster].chairs:
        return Refusal("no_such_seat")
    coordinators = state[Coordinators]
    if coordinators.offered is not None:
        return Refusal("waits_for_an_answer")
    now = coordinators.current
    if now and (now.appointed.to, now.appointed.interim) == (command.to, command.interim):
        return Refusal("is_coordinator")
    due = due_for(state, "coordinator-named", command.to)
    appointed = CoordinatorAppointed(
        seat,
        command.to,
        command.title,
        command.interim,
        command.text,
        leave_of(state),
        due,
    )
    return [appointed, *(_accepted(state, seat) if command.to == seat else ())]


def _accepted(state: State, seat: str) -> list[Event]:
    """The seat is it from now, and holds the coordinating responsibility."""
    leader = state.plan.seats[seat].leader or ""
    leader = leader if leader in state[Roster].chairs else ""
    made: list[Event] = [
        CoordinatorAccepted(
            seat,
            leader,
            due_for(state, "coordinator-time", leader) if leader else None,
            due_for(state, "coordinator-family", seat),
        )
    ]
    holder = state[Baton].holder
    return made if holder == seat else [*made, BatonTaken(seat, holder)]


def _asked_of(state: State, by: Actor) -> str | Refusal:
    seat = seat_of(state, by)
    if isinstance(seat, Refusal):
        return seat
    offered = state[Coordinators].offered
    return seat if offered and offered.appointed.to == seat else Refusal("nobody_asked_you")


def _accept(state: State, by: Actor, _command: AcceptPost) -> Sequence[Event] | Refusal:
    seat = _asked_of(state, by)
    return seat if isinstance(seat, Refusal) else _accepted(state, seat)


def _decline(state: State, by: Actor, command: DeclinePost) -> Sequence[Event] | Refusal:
    seat = _asked_of(state, by)
    if isinstance(seat, Refusal):
        return seat
    if not command.text.strip():
        return Refusal("why_missing")
    return [CoordinatorDeclined(seat, command.text)]


def _tell(state: State, by: Actor, _command: TellAppointed) -> Sequence[Event] | Refusal:
    seat = seat_of(state, by)
    if isinstance(seat, Refusal):
        return seat
    now = state[Coordinators].current
    if now is None or seat not in (now.appointed.to, now.appointed.seat):
        return Refusal("not_yours")
    return Refusal("already_told") if now.told_story is not None else [FamilyTold(seat)]


def _on_needed(state: State, entry: Entry, event: CoordinatorNeeded) -> None:
    coordinators = state[Coordinators]
    coordinators.counts[event.seat] = coordinators.counts.get(event.seat, 0) + 1
    coordinators.needs[event.need] = Reported(event, entry.story_ms, entry.seq)
    put(
        state, entry, event.to, "need", event.need, sender=event.seat, waits=True, acute=event.acute
    )
    if event.item:
        close(state, entry, event.item)


def _on_appointed(state: State, entry: Entry, event: CoordinatorAppointed) -> None:
    coordinators = state[Coordinators]
    coordinators.appointments.append(Appointment(event, entry.story_ms, entry.seq))
    for each in _met_by(coordinators, event):
        close(state, entry, item_id(event.seat, "need", each))
    if event.to != event.seat:
        number = str(len(coordinators.appointments))
        put(state, entry, event.to, "appointment", number, sender=event.seat, waits=True)


def _met_by(coordinators: Coordinators, event: CoordinatorAppointed) -> list[str]:
    """The needs that an appointment answers; one for the time being answers the acute ones."""
    needs = coordinators.needs.items()
    return [need for need, each in needs if each.needed.acute or not event.interim]


def _on_accepted(state: State, entry: Entry, event: CoordinatorAccepted) -> None:
    coordinators = state[Coordinators]
    before, now = coordinators.current, coordinators.offered
    if now is None:
        return
    if before is not None:
        before.step = "replaced"
        close(state, entry, _meeting_item(coordinators, before))
    now.step, now.accepted, now.answered_story = "accepted", event, entry.story_ms
    number = str(coordinators.appointments.index(now) + 1)
    close(state, entry, item_id(event.seat, "appointment", number))
    put(state, entry, event.seat, "first_meeting", number, waits=True)
    if event.leader:
        owes = "release" in state.plan.format.actions
        put(state, entry, event.leader, "release_time", number, sender=event.seat, waits=owes)
    _spread(state, entry, now, f"coordinator-accepted-{number}")


def _meeting_item(coordinators: Coordinators, of: Appointment) -> str:
    number = coordinators.appointments.index(of) + 1
    return item_id(of.appointed.to, "first_meeting", str(number))


def _spread(state: State, entry: Entry, of: Appointment, ref: str) -> None:
    """KE and whoever reported a need are told."""
    needs = state[Coordinators].needs.values()
    told = dict.fromkeys((of.appointed.seat, *(each.needed.seat for each in needs)))
    for seat in told:
        if seat != of.appointed.to:
            put(state, entry, seat, "notice", ref, sender=of.appointed.to)


def _on_declined(state: State, entry: Entry, event: CoordinatorDeclined) -> None:
    coordinators = state[Coordinators]
    found = coordinators.offered
    if found is None:
        return
    found.step, found.answered_story, found.why = "declined", entry.story_ms, event.text
    number = str(coordinators.appointments.index(found) + 1)
    close(state, entry, item_id(event.seat, "appointment", number))
    ke = found.appointed.seat
    put(state, entry, ke, "notice", f"coordinator-declined-{number}", sender=event.seat)
    for need in _met_by(coordinators, found.appointed):
        asker = coordinators.needs[need].needed
        put(state, entry, ke, "need", need, sender=asker.seat, waits=True, acute=asker.acute)


def _on_told(state: State, entry: Entry, _event: FamilyTold) -> None:
    now = state[Coordinators].current
    if now is not None:
        now.told_story = entry.story_ms


def _met(state: State, entry: Entry, seats: Sequence[str]) -> None:
    coordinators = state[Coordinators]
    now = coordinators.current
    if now is not None and now.met_story is None and now.appointed.to in seats:
        now.met_story = entry.story_ms
        close(state, entry, _meeting_item(coordinators, now))


def _on_meeting(state: State, entry: Entry, event: MeetingOpened) -> None:
    if event.family:
        _met(state, entry, event.present)


def _on_sought(state: State, entry: Entry, event: VoiceSought) -> None:
    _met(state, entry, (event.seat,))


ROOM = Room(
    "coordinator",
    rules={
        ReportNeed: _need,
        AppointCoordinator: _appoint,
        AcceptPost: _accept,
        DeclinePost: _decline,
        TellAppointed: _tell,
    },
    folds={
        CoordinatorNeeded: _on_needed,
        CoordinatorAppointed: _on_appointed,
        CoordinatorAccepted: _on_accepted,
        CoordinatorDeclined: _on_declined,
        FamilyTold: _on_told,
        MeetingOpened: _on_meeting,
        VoiceSought: _on_sought,
    },
    regrets={CoordinatorNeeded: by_seat},
    forget=dropping(lambda state: state[Coordinators].needs),
)
