"""Møte: called by a seat, or scripted as a scene; one scribe, cards on the table, decisions.

Only a scripted meeting scene stops the story clock (decisions 4).
"""

from __future__ import annotations

from collections.abc import Sequence

from scenarios.duration import parse
from simulator.play.calendar import calendar_of
from simulator.play.facts import check_cards, check_seats, shared_event
from simulator.play.inbox import close, item_id, put
from simulator.play.isbar import When
from simulator.play.kernel import Actor, Command, Entry, Event, Refusal, Room, State, Words, wire
from simulator.play.minutes import (
    NOT_AGAIN,
    Ground,
    Meeting,
    MeetingCalled,
    MeetingClosed,
    MeetingDecided,
    MeetingOpened,
    MeetingReplied,
    Meetings,
    PenTaken,
    Sort,
    Use,
)
from simulator.play.regret import by_seat, dropping
from simulator.play.roster import Roster, seat_of
from simulator.play.tasks import Tasks, claimed
from simulator.play.voice import check_listening, rests_on


@wire("meeting.call")
class CallMeeting(Command):
    """Call a meeting: who, why, how long (minutes of story), a seat for the family.

    Who calls it leads it. ``agenda`` is what is to be settled, ``grounds`` why it is a group;
    ``unnamed`` keeps the child's name out of it, as long as nobody puts a card on the table.
    """

    seats: tuple[str, ...]
    why: Words
    minutes: int = 30
    family: bool = False
    item: str = ""
    sort: Sort = ""
    agenda: Words = ""
    grounds: tuple[Ground, ...] = ()
    unnamed: bool = False


@wire("meeting.reply")
class ReplyMeeting(Command):
    """Come, or not."""

    meeting: str
    comes: bool


@wire("meeting.open")
class OpenMeeting(Command):
    """Begin a meeting you called, with those who said yes."""

    meeting: str


@wire("meeting.scribe")
class TakePen(Command):
    """Your phone writes who, what, until when."""

    meeting: str


@wire("meeting.table")
class TableFacts(Command):
    """Put cards on the table: all present know them."""

    meeting: str
    facts: tuple[str, ...]


@wire("meeting.decide")
class Decide(Command):
    """Write a decision: what, one owner, until when; whose words it rests on."""

    meeting: str
    text: Words
    owner: str = ""
    by: When | None = None
    decision: str = ""
    """Id of the scenario's decision it settles, if one is on the agenda."""
    task: str = ""
    listening: str = ""
    """The listening (voice) it rests on, if any."""


@wire("meeting.close")
class CloseMeeting(Command):
    """End the meeting; its minutes stand. ``use``: was it of use to the child, as those who were
    there see it; ``again``: when they meet about it again."""

    meeting: str
    use: Use = ""
    again: When | None = None


def in_meeting(state: State, by: Actor, meeting: str) -> tuple[str, Meeting] | Refusal:
    """The acting seat and the open meeting it sits in, or why not."""
    seat = seat_of(state, by)
    if isinstance(seat, Refusal):
        return seat
    found = state[Meetings].held.get(meeting)
    if found is None or found.opened_at is None or found.closed_at is not None:
        return Refusal("no_such_meeting")
    return (seat, found) if seat in found.present else Refusal("not_in_the_meeting")


def _call(state: State, by: Actor, command: CallMeeting) -> Sequence[Event] | Refusal:
    seat = seat_of(state, by)
    if isinstance(seat, Refusal):
        return seat
    wrong = check_seats(state, seat, command.seats)
    if wrong:
        return wrong
    if not command.why.strip():
        return Refusal("why_missing")
    number = state[Meetings].counts.get(seat, 0) + 1
    minutes = min(max(command.minutes, 5), 180)
    return [
        MeetingCalled(
            f"{seat}-{number}",
            seat,
            command.seats,
            command.why,
            minutes,
            command.family,
            command.item,
            command.sort,
            command.agenda,
            command.grounds if command.sort == "group" else (),
            command.unnamed and command.sort == "consult",
        )
    ]


def _reply(state: State, by: Actor, command: ReplyMeeting) -> Sequence[Event] | Refusal:
    seat = seat_of(state, by)
    if isinstance(seat, Refusal):
        return seat
    found = state[Meetings].held.get(command.meeting)
    if found is None or seat not in found.asked or found.opened_at is not None:
        return Refusal("no_such_meeting")
    if seat in found.comes:
        return Refusal("already_answered")
    return [MeetingReplied(found.id, seat, command.comes)]


def _open(state: State, by: Actor, command: OpenMeeting) -> Sequence[Event] | Refusal:
    seat = seat_of(state, by)
    if isinstance(seat, Refusal):
        return seat
    found = state[Meetings].held.get(command.meeting)
    if found is None or found.called_by != seat or found.opened_at is not None:
        return Refusal("no_such_meeting")
    coming = [each for each in found.asked if found.comes.get(each)]
    if not coming:
        return Refusal("nobody_comes_yet")
    return [MeetingOpened(found.id, (seat, *coming), found.family), PenTaken(found.id, seat)]


def _pen(state: State, by: Actor, command: TakePen) -> Sequence[Event] | Refusal:
    sitting = in_meeting(state, by, command.meeting)
    if isinstance(sitting, Refusal):
        return sitting
    seat, found = sitting
    return Refusal("already_yours") if found.scribe == seat else [PenTaken(found.id, seat)]


def _table(state: State, by: Actor, command: TableFacts) -> Sequence[Event] | Refusal:
    sitting = in_meeting(state, by, command.meeting)
    if isinstance(sitting, Refusal):
        return sitting
    seat, found = sitting
    wrong = check_cards(state, seat, command.facts)
    if wrong or not command.facts:
        return wrong or Refusal("nothing_to_send")
    others = [each for each in found.present if each != seat]
    return [shared_event(state, seat, others, command.facts, line=found.id, way="meeting")]


def _decide(state: State, by: Actor, command: Decide) -> Sequence[Event] | Refusal:
    sitting = in_meeting(state, by, command.meeting)
    if isinstance(sitting, Refusal):
        return sitting
    seat, found = sitting
    if found.scribe != seat:
        return Refusal("not_the_scribe")
    if not command.text.strip():
        return Refusal("nothing_to_send")
    if command.owner and command.owner not in state[Roster].chairs:
        return Refusal("no_such_seat")
    wrong = check_listening(state, command.listening)
    if wrong:
        return wrong
    decided = MeetingDecided(
        found.id,
        len(found.decisions) + 1,
        seat,
        command.text,
        command.owner,
        command.by or "",
        command.decision,
        command.task,
        command.listening,
    )
    stand = state[Tasks].stands.get(command.task)
    if not (stand and stand.live and command.owner in found.present):
        return [decided]
    before = tuple(each for each in stand.owners if each != command.owner)
    return [decided, claimed(state, command.task, command.owner, before, "meeting")]


def _close(state: State, by: Actor, command: CloseMeeting) -> Sequence[Event] | Refusal:
    sitting = in_meeting(state, by, command.meeting)
    if isinstance(sitting, Refusal):
        return sitting
    seat, found = sitting
    if found.scene:
        return Refusal("the_scene_ends_it")
    if found.called_by != seat:
        return Refusal("not_the_caller")
    again = NOT_AGAIN
    if command.again:
        again = calendar_of(state.plan.scenario).due(state.story_ms, parse(command.again))
    return [MeetingClosed(found.id, command.use, again)]


def _on_called(state: State, entry: Entry, event: MeetingCalled) -> None:
    meetings = state[Meetings]
    meetings.counts[event.seat] = meetings.counts.get(event.seat, 0) + 1
    meetings.held[event.meeting] = Meeting(
        event.meeting,
        "",
        event.seat,
        event.why,
        event.minutes,
        event.family,
        event.seats,
        entry.seq,
        sort=event.sort,
        agenda=event.agenda,
        grounds=event.grounds,
        unnamed=event.unnamed,
    )
    for seat in event.seats:
        put(state, entry, seat, "meeting", event.meeting, sender=event.seat, waits=True)
    if event.item:
        close(state, entry, event.item)


def _on_replied(state: State, entry: Entry, event: MeetingReplied) -> None:
    found = state[Meetings].held[event.meeting]
    found.comes[event.seat] = event.comes
    close(state, entry, item_id(event.seat, "meeting", event.meeting))
    ref = f"meeting-{'yes' if event.comes else 'no'}-{event.meeting}-{event.seat}"
    put(state, entry, found.called_by, "notice", ref, sender=event.seat)


def _on_opened(state: State, entry: Entry, event: MeetingOpened) -> None:
    held = state[Meetings].held
    if event.meeting not in held:
        scene = state.plan.scenes[event.scene]
        held[event.meeting] = Meeting(
            event.meeting, event.scene, "", scene.title, 60, event.family, event.present, entry.seq
        )
    found = held[event.meeting]
    found.present, found.opened_at = event.present, entry.at_ms
    for seat in found.asked:
        close(state, entry, item_id(seat, "meeting", event.meeting))


def _on_pen(state: State, _entry: Entry, event: PenTaken) -> None:
    state[Meetings].held[event.meeting].scribe = event.seat


def _on_decided(state: State, entry: Entry, event: MeetingDecided) -> None:
    ref = f"{event.meeting}:{event.number}"
    rests_on(state, entry, event.listening, "decision", ref, event.seat)
    found = state[Meetings].held[event.meeting]
    found.decisions.append(event)
    if event.by:
        calendar = calendar_of(state.plan.scenario)
        found.dues[event.number] = calendar.due(entry.story_ms, parse(event.by))


def _on_closed(state: State, entry: Entry, event: MeetingClosed) -> None:
    found = state[Meetings].held[event.meeting]
    found.closed_at, found.use, found.again_story = entry.at_ms, event.use, event.again_story


ROOM = Room(
    "meetings",
    rules={
        CallMeeting: _call,
        ReplyMeeting: _reply,
        OpenMeeting: _open,
        TakePen: _pen,
        TableFacts: _table,
        Decide: _decide,
        CloseMeeting: _close,
    },
    folds={
        MeetingCalled: _on_called,
        MeetingReplied: _on_replied,
        MeetingOpened: _on_opened,
        PenTaken: _on_pen,
        MeetingDecided: _on_decided,
        MeetingClosed: _on_closed,
    },
    regrets={MeetingCalled: by_seat},
    forget=dropping(lambda state: state[Meetings].held),
)
