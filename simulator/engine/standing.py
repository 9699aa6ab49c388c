"""Standing: what a colleague finds waiting when it takes a seat that somebody has left.

Stimuli come with entries; this reads the same wishes from State, as things stand. Each counts
from when it arose and is drawn by the same key, so what nobody touched meanwhile comes as it would
have come. What is already done, the policy leaves alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from simulator.engine.formal_stimuli import ANSWERED_BY, TAKES_MS
from simulator.engine.stimuli import SOONEST_MS, USUAL_MS
from simulator.play.clock import Clock, is_playing, leg_ends_at, leg_of, play_at, scene_id
from simulator.play.consent import Consents
from simulator.play.cooperation import Cooperation
from simulator.play.coordinator import Coordinators
from simulator.play.expectations import Expectations
from simulator.play.facts import Facts
from simulator.play.inbox import Inbox, Item
from simulator.play.interlude import Holds
from simulator.play.kernel import State
from simulator.play.letters import Letter, Letters
from simulator.play.minutes import Meeting, Meetings
from simulator.play.passes import Handovers, Pass
from simulator.play.planned import CarePlan
from simulator.play.roster import ke_of
from simulator.play.tasks import Tasks
from simulator.play.voice import Voices


class Open(NamedTuple):
    """Something that makes a seat want to act: the intention, since when (play ms), and how many
    real ms it has from then."""

    what: str
    since: int
    limit: int


ASKED_BY_ITEM: Mapping[str, tuple[tuple[str, int], ...]] = {
    "question": (("reply:{ref}", USUAL_MS),),
    "agreement": (("confirm:{ref}", SOONEST_MS),),
    "baton": (("coordinate:{sender}", USUAL_MS),),
    "escalation": (("verdict:{ref}", USUAL_MS),),
    "task": (("accept:{ref}", USUAL_MS),),
    "meeting": (("come:{ref}", SOONEST_MS * 2),),
    "pact": (("sign:{ref}", USUAL_MS),),
    "disagreement": (("stance:{ref}", USUAL_MS),),
    "need": (("askfamily:", USUAL_MS),),
    "appointment": (("post:{sender}", USUAL_MS),),
    "first_meeting": (("tellwho:", USUAL_MS), ("meetfamily:", USUAL_MS * 2)),
    "release_time": (("freetime:{sender}", USUAL_MS),),
}
"""(intention, real ms it has) by the kind of an item that waits."""


def standing(state: State, seat: str) -> Iterator[Open]:
    """What stands open for ``seat``, in the order in which rooms hold it; nothing between plays."""
    if not is_playing(state):
        return
    for item in state[Inbox].of(seat):
        yield from _of_item(state, item)
    for expected in state[Expectations].open_of(seat):
        limit = _until(state, expected.opened_at, expected.due_story)
        yield Open(f"expected:{expected.expected}", expected.opened_at, limit)
    yield from _work(state, seat)
    yield from _handovers(state, seat)
    yield from _words(state, seat)
    yield from _leave_not_given(state, seat)
    for meeting in state[Meetings].held.values():
        yield from _meeting(state, seat, meeting)
    yield from _scene(state, seat)
    yield from _leading(state, seat)


def _until(state: State, since: int, due_story: int) -> int:
    """Real ms that a seat had from ``since`` until ``due_story``, or the scene's end if sooner."""
    ends = (play_at(state, due_story), leg_ends_at(state), since + USUAL_MS * 6)
    return max(min(each for each in ends if each is not None) - since, SOONEST_MS)


def _of_item(state: State, item: Item) -> Iterator[Open]:
    """What one thing in the inbox asks for."""
    since = item.delivered_at
    if item.kind in ("inject", "share") and item.seen_at is None:
        yield Open(f"see:{item.id}", since, SOONEST_MS if item.kind == "inject" else USUAL_MS)
    if item.kind == "reminder" and item.ref.startswith("level-"):
        yield Open(f"unstall:{item.ref.removeprefix('level-')}", since, TAKES_MS)
    if not item.open:
        return
    if item.kind in ANSWERED_BY:
        if not _waits_for_more(state, state[Letters].sent[item.ref]):
            yield Open(f"{ANSWERED_BY[item.kind]}:{item.ref}", since, TAKES_MS)
    elif item.kind == "measure":
        measure, _, number = item.ref.rpartition("-")
        limit = _until(state, since, state[CarePlan].measures[measure].due_story)
        yield Open(f"evaluate:{measure}:{number}", since, limit)
    else:
        for what, limit in ASKED_BY_ITEM.get(item.kind, ()):
            yield Open(what.format(ref=item.ref, sender=item.sender), since, limit)


def _has_written(state: State, letter: Letter) -> bool:
    """Whether the sender of a letter has shared anything with its receiver since."""
    return any(
        each.sender == letter.sender and letter.to in each.to and each.seq > letter.seq
        for each in state[Facts].shares.values()
    )


def _waits_for_more(state: State, letter: Letter) -> bool:
    return bool(letter.asked) and not _has_written(state, letter)


def _work(state: State, seat: str) -> Iterator[Open]:
    """Tasks without an owner, measures to begin, letters it was asked more about."""
    for task, stand in state[Tasks].stands.items():
        fit = [each for each in state.plan.tasks[task].fit if each in state.plan.seats]
        if seat in fit and stand.live and not stand.owners:
            yield Open(f"claim:{task}", stand.opened_at, USUAL_MS * (fit.index(seat) + 1))
    for measure in state[CarePlan].measures.values():
        if measure.owner == seat and measure.stage == "planned":
            yield Open(f"begin:{measure.id}", measure.said_at, USUAL_MS)
    for letter in state[Letters].sent.values():
        if letter.sender == seat and letter.open and _waits_for_more(state, letter):
            yield Open(f"more:{letter.id}", state.at_ms, TAKES_MS // 2)


def _handovers(state: State, seat: str) -> Iterator[Open]:
    """The next step of every handover it receives, and those the scene expects it to make."""
    for each in state[Handovers].passes.values():
        if each.receiver == seat and each.open:
            yield from _next_step(state, each)
        if each.sender == seat:
            yield from _sent(state, each)
    leg = leg_of(state)
    for wanted in state.plan.handovers.values():
        here = leg is not None and wanted.scene == leg.scene.id
        if wanted.sender == seat and here and wanted.after not in state.plan.injects:
            yield Open(f"handover:{wanted.id}", state[Clock].leg_started_at, USUAL_MS * 2)


def _sent(state: State, passed: Pass) -> Iterator[Open]:
    """What its sender may still do about a handover: raise it if stuck, bring the two together."""
    turned_down = passed.step == "declined" and not passed.alternative
    if turned_down or (passed.reminded and passed.step in ("offered", "seen")):
        yield Open(f"stuck:{passed.id}", passed.times.get(passed.step, state.at_ms), USUAL_MS)
    if "meet" in state.plan.format.actions:
        yield Open(f"warm:{passed.id}", passed.times.get("offered", state.at_ms), USUAL_MS)


def _next_step(state: State, passed: Pass) -> Iterator[Open]:
    since = passed.times.get(passed.step, state.at_ms)
    match passed.step:
        case "offered" | "seen" if passed.way == "written":
            offered = passed.times.get("offered", since)
            limit = _until(state, offered, passed.due_story)
            yield Open(f"takeover:{passed.id}", offered, limit)
        case "taken_over":
            yield Open(f"readback:{passed.id}", since, USUAL_MS)
        case "read_back" if passed.first_due is not None:
            limit = _until(state, since, passed.first_due)
            yield Open(f"start:{passed.id}", since, limit)
        case "started":
            yield Open(f"tell:{passed.id}", since, USUAL_MS)


def _words(state: State, seat: str) -> Iterator[Open]:
    """What the child said and was not answered; cards learned that others need and do not have."""
    for heard in state[Voices].listenings.values():
        if heard.seat == seat and heard.voice and heard.told_at is None:
            yield Open(f"tellback:{heard.id}", heard.at_ms, USUAL_MS * 2)
    learned = {
        fact: how.at_ms for fact, how in state[Facts].of(seat).items() if how.source != "before"
    }
    for request in state[Consents].requests.values():
        if request.asked.seat == seat and request.answer and request.answered_at is not None:
            leave = request.answer.facts if request.answer.answer in ("full", "limited") else ()
            learned |= dict.fromkeys(leave, request.answered_at)
    for fact, since in learned.items():
        needed = state.plan.facts[fact].needed if fact in state.plan.facts else ()
        for need in needed:
            known = need.seat in state.plan.seats and state[Facts].knows(need.seat, [fact])
            if need.seat != seat and need.seat in state.plan.seats and not known:
                yield Open(f"inform:{fact}:{need.seat}", since, USUAL_MS * 3)


def _leave_not_given(state: State, seat: str) -> Iterator[Open]:
    """Cards it asked leave for and did not get, or not all of it."""
    for request in state[Consents].requests.values():
        mine = request.asked.seat == seat and request.asked.about == "share"
        answer = request.answer.answer if request.answer else "full"
        if mine and answer != "full" and request.answered_at is not None:
            yield Open(f"press:{request.asked.request}", request.answered_at, USUAL_MS)


def _meeting(state: State, seat: str, held: Meeting) -> Iterator[Open]:
    """A called meeting to open, an open one to bring cards to, to write in and to close."""
    if held.closed_at is not None:
        return
    if held.opened_at is None:
        if held.called_by == seat and len(held.comes) == len(held.asked):
            yield Open(f"open:{held.id}", state.at_ms, USUAL_MS // 2)
        return
    if seat in held.present:
        yield Open(f"table:{held.id}", held.opened_at, USUAL_MS)
    if seat != (held.called_by or held.present[0]):
        return
    scene = state.plan.scenes.get(held.scene)
    decisions = [decision.id for decision in scene.decisions] if scene else ["1"]
    for place, decision in enumerate(decisions):
        yield Open(f"minute:{held.id}:{decision}", held.opened_at, USUAL_MS * (place + 2))
    if not held.scene:
        yield Open(f"close:{held.id}", held.opened_at, USUAL_MS * 4)


def _scene(state: State, seat: str) -> Iterator[Open]:
    """What it holds while others wait for the next scene."""
    if state[Clock].phase == "interlude" and seat not in state[Holds].confirmed:
        yield Open(f"hold:{scene_id(state)}", state[Clock].phase_started_at, USUAL_MS // 2)


def _leading(state: State, seat: str) -> Iterator[Open]:
    """A disagreement to mend, a coordinator to appoint."""
    for each in state[Cooperation].disagreements.values():
        if each.said.seat == seat and each.answer is not None and each.repair is None:
            yield Open(f"mend:{each.said.disagreement}", state.at_ms, USUAL_MS * 2)
    if seat != ke_of(state):
        return
    for each_made in state[Coordinators].appointments:
        if each_made.step == "declined":
            yield Open(f"appoint:{each_made.appointed.to}", state.at_ms, USUAL_MS * 2)
    for request in state[Consents].requests.values():
        about = request.asked.about == "coordinator" and request.asked.seat == seat
        if about and request.answered_at is not None:
            yield Open(f"appoint:{request.asked.request}", request.answered_at, USUAL_MS)
