"""Child and parents played by the system, the øvingsleder or a person; and the voice chain."""

from __future__ import annotations

import pytest

from simulator.play.consent import AskConsent, Consents
from simulator.play.facts import ShareFacts
from simulator.play.family import (
    AcceptFamily,
    AnswerConsent,
    Family,
    KeepSilent,
    LeaveFamily,
    PlayFamily,
    Speak,
    TakeTime,
    WithdrawConsent,
    open_listenings,
    open_requests,
)
from simulator.play.kernel import FACILITATOR, Actor, Command
from simulator.play.meetings import CallMeeting, Decide, OpenMeeting, ReplyMeeting, TakePen
from simulator.play.steering import EndPlay, Pause
from simulator.play.voice import Chain, SeekVoice, TellBack, Voices, chain
from tests.simulator.builder import Room
from tests.simulator.leave import story

MINUTE = 60_000
ALL = ("kontaktlaerer", "rektor", "helsesykepleier", "barnevern")
WHO = "p-guest"
"""A participant who plays no service."""
GUEST = Actor.parse(f"family:{WHO}")


@pytest.fixture
def room() -> Room:
    """All four seats manned, one minute into play."""
    return Room(manned=ALL, story=story()).start().at(MINUTE)


def by_guest(room: Room) -> Room:
    """Let the guest play the child, with a yes of their own."""
    room.do(FACILITATOR, PlayFamily("child", "person", WHO))
    room.do(GUEST, AcceptFamily("child"))
    return room


def heard(room: Room) -> Chain:
    """The chain of the first listening."""
    return chain(room.state, next(iter(room.state[Voices].listenings.values())))


def test_the_system_answers_at_once_unless_somebody_plays(room: Room) -> None:
    """By default a listening is answered in the same instant, by the scenario's voices."""
    room.seat("helsesykepleier", SeekVoice("child"))
    assert room.state[Voices].listenings["helsesykepleier-1"].voice == "V1"


def test_nobody_plays_the_child_unasked(room: Room) -> None:
    """To be asked changes nothing; a tap of one's own does, and only by the one who was asked."""
    room.do(FACILITATOR, PlayFamily("child", "person", WHO))
    assert not room.state[Family].by_people("child")
    other = Actor("family", participant="p-other")
    assert room.do(other, AcceptFamily("child")).code == "nobody_asked_you"
    assert room.do(FACILITATOR, AcceptFamily("child")).code == "not_your_part"
    room.do(GUEST, AcceptFamily("child"))
    assert room.state[Family].parts_of(WHO) == ["child"]
    room.do(GUEST, LeaveFamily("child"))
    assert room.state[Family].parts["child"].player == "system"


def test_one_may_say_no_to_it(room: Room) -> None:
    """A no ends the question; the part is played by whoever played it."""
    room.do(FACILITATOR, PlayFamily("child", "leader"))
    room.do(FACILITATOR, PlayFamily("child", "person", WHO))
    room.do(GUEST, LeaveFamily("child"))
    part = room.state[Family].parts["child"]
    assert (part.player, part.invited) == ("leader", "")


def test_whoever_plays_a_service_does_not_play_the_child_too(room: Room) -> None:
    """Nobody sits at both ends of the same talk."""
    refused = room.do(FACILITATOR, PlayFamily("child", "person", "p-rektor"))
    assert refused.code == "has_a_role"


def test_a_person_answers_in_a_voice_of_the_scenario_and_its_cards_come_along(room: Room) -> None:
    """Nothing is answered before they do; the chosen voice carries what it carries."""
    by_guest(room).seat("helsesykepleier", SeekVoice("child", "outdoors", "together"))
    assert [each.id for each in open_listenings(room.state, "child")] == ["helsesykepleier-1"]
    assert room.do(GUEST, Speak("helsesykepleier-1", "V9")).code == "no_such_voice"
    assert room.do(GUEST, Speak("helsesykepleier-1", "V1")).code is None
    assert heard(room).voice == "told"
    assert room.do(GUEST, Speak("helsesykepleier-1", "V1")).code == "already_answered"


def test_own_words_silence_and_no_are_answers(room: Room) -> None:
    """Each is kept as what it is; none of them is a failure of whoever listened."""
    by_guest(room)
    for number, answer in enumerate(
        [
            Speak("helsesykepleier-1", text="Jeg vil ikke ha flere møter."),
            KeepSilent("helsesykepleier-2"),
            KeepSilent("helsesykepleier-3", refused=True),
        ],
        start=1,
    ):
        room.seat("helsesykepleier", SeekVoice("child"))
        assert room.do(GUEST, answer).code is None, number
    said = [chain(room.state, each).voice for each in room.state[Voices].listenings.values()]
    assert said == ["told", "silent", "refused"]


def test_unanswered_for_three_minutes_the_story_answers(room: Room) -> None:
    """Nobody waits for ever on somebody who plays; who asks for time gets as long again."""
    by_guest(room).seat("helsesykepleier", SeekVoice("child"))
    room.at(3 * MINUTE)
    room.do(GUEST, TakeTime(listening="helsesykepleier-1"))
    room.at(5 * MINUTE)
    assert heard(room).voice == "waits"
    room.at(6 * MINUTE + 1)
    assert heard(room).voice == "told"
    assert room.state[Voices].listenings["helsesykepleier-1"].voice == "V1"


def test_the_leader_can_answer_for_the_parents(room: Room) -> None:
    """A yes to some of it, in words of one's own; and it can be taken back."""
    room.do(FACILITATOR, PlayFamily("parent", "leader"))
    room.seat("kontaktlaerer", AskConsent("parent", "share", ("F2",), ("barnevern", "rektor")))
    (request,) = open_requests(room.state, "parent")
    name = request.asked.request
    assert room.do(FACILITATOR, AnswerConsent(name, "limited")).code == "which_cards"
    assert room.do(FACILITATOR, AnswerConsent(name, "limited", ("F1",))).code == "not_asked_for"
    answer = AnswerConsent(name, "limited", ("F2",), ("barnevern",), "Bare til dem.")
    assert room.do(FACILITATOR, answer).code is None
    assert room.state[Consents].requests[name].stands
    assert room.do(FACILITATOR, WithdrawConsent(name, "Ikke nå lenger.")).code is None
    assert room.do(FACILITATOR, WithdrawConsent(name)).code == "nothing_to_take_back"


def test_silence_is_not_a_yes(room: Room) -> None:
    """A request that is met with silence opens nothing."""
    room.do(FACILITATOR, PlayFamily("parent", "leader"))
    room.seat("kontaktlaerer", AskConsent("parent", "share", ("F2",), ("barnevern",)))
    room.do(FACILITATOR, AnswerConsent("kontaktlaerer-1", "silent"))
    assert not room.state[Consents].requests["kontaktlaerer-1"].stands


@pytest.mark.parametrize(
    ("actor", "command", "code"),
    [
        (GUEST, Speak("helsesykepleier-1", "V1"), "not_your_part"),
        (GUEST, ShareFacts(("rektor",), ("F4",)), "not_your_part"),
        (FACILITATOR, Speak("nobody-1", "V1"), "no_such_listening"),
        (FACILITATOR, TakeTime(request="nobody-1"), "no_such_request"),
        (FACILITATOR, Speak("helsesykepleier-1"), "already_answered"),
        (FACILITATOR, PlayFamily("child", "person"), "who_plays_it"),
        (GUEST, LeaveFamily("child"), "not_your_part"),
    ],
)
def test_what_is_not_theirs_is_refused(
    room: Room, actor: Actor, command: Command, code: str
) -> None:
    """Who plays child or parents says what they say, and does nothing else."""
    room.seat("helsesykepleier", SeekVoice("child"))
    assert room.do(actor, command).code == code


def test_nothing_is_said_while_play_stands_still(room: Room) -> None:
    """Neither in a pause nor when it is over."""
    by_guest(room).seat("helsesykepleier", SeekVoice("child"))
    room.steer(Pause())
    assert room.do(GUEST, KeepSilent("helsesykepleier-1")).code == "paused"
    room.steer(EndPlay())
    assert room.do(GUEST, KeepSilent("helsesykepleier-1")).code == "play_is_over"


def test_the_chain_goes_from_the_place_to_what_came_of_it(room: Room) -> None:
    """Space, voice, audience, influence, and that she was told (domain.md 4.6)."""
    room.seat("helsesykepleier", SeekVoice("child", "outdoors", "drawing"))
    assert heard(room) == Chain("outdoors", "drawing", "told", (), (), told=False)
    room.seat("helsesykepleier", CallMeeting(("rektor",), "Plassen på SFO", 20))
    room.seat("rektor", ReplyMeeting("helsesykepleier-1", comes=True))
    room.seat("helsesykepleier", OpenMeeting("helsesykepleier-1"))
    room.seat("helsesykepleier", TakePen("helsesykepleier-1"))
    decide = Decide("helsesykepleier-1", "Vi spør henne", listening="helsesykepleier-1")
    room.seat("helsesykepleier", decide)
    room.seat("helsesykepleier", TellBack("helsesykepleier-1", "Vi spør deg først."))
    now = heard(room)
    assert now.audience == ("helsesykepleier",)
    assert [(each.kind, each.ref) for each in now.influence] == [
        ("decision", "helsesykepleier-1:1")
    ]
    assert now.told
    assert room.state[Voices].listenings["helsesykepleier-1"].told == "Vi spør deg først."
