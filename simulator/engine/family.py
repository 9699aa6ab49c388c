"""Child and parents as the scenario has them: what they answer, at once, after a while, or when
people who play them say nothing.

Nobody waits for ever: where a person plays child or parents and nothing is answered within three
minutes of play, the story answers. Silence counts as an answer only when somebody chose it.
"""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.duration import MINUTE
from simulator.engine.child import answer
from simulator.engine.emission import Emission
from simulator.play.calendar import calendar_of
from simulator.play.consent import (
    ConsentAsked,
    Consents,
    answer_of,
    answered,
    row_for,
    withdrawn_by_story,
)
from simulator.play.family import Family, FamilyWaited
from simulator.play.kernel import Entry, State
from simulator.play.matters import Matter, MatterMoved, MatterPlanned, Matters
from simulator.play.script import InjectDelivered
from simulator.play.voice import Voices, VoiceSought

TO_ANSWER_MS = 3 * MINUTE
"""Play time that people have to answer for child or parents, once more if they ask for time."""


def react(state: State, entry: Entry) -> Iterator[Emission]:
    """What child and parents answer, or begin to think about, because of ``entry``."""
    event = entry.event
    if isinstance(event, VoiceSought):
        if state[Family].by_people(event.speaker):
            yield _wait(entry, f"listening:{event.listening}")
        else:
            yield Emission(answer(state, event), caused_by=entry.seq)
    elif isinstance(event, ConsentAsked):
        yield _asked(state, entry, event)
    elif isinstance(event, FamilyWaited):
        yield from _more_time(state, entry, event)
    elif isinstance(event, InjectDelivered):
        for name in state.plan.injects[event.inject].withdraws:
            consent = state.plan.consents.get(name)
            if consent is not None and name not in state[Consents].taken_back:
                yield Emission(withdrawn_by_story(state, consent), caused_by=entry.seq)


def _wait(entry: Entry, ref: str) -> Emission:
    planned = MatterPlanned("family", ref, due_at=entry.at_ms + TO_ANSWER_MS)
    return Emission(planned, caused_by=entry.seq)


def _asked(state: State, entry: Entry, event: ConsentAsked) -> Emission:
    ref = f"request:{event.request}"
    if state[Family].by_people(event.giver):
        return _wait(entry, ref)
    row = row_for(state, event)
    if row is not None and row.after is not None:
        due = calendar_of(state.plan.scenario).due(entry.story_ms, row.after)
        return Emission(MatterPlanned("family", ref, due_story=due), caused_by=entry.seq)
    request = state[Consents].requests[event.request]
    return Emission(answered(request, answer_of(state, event)), caused_by=entry.seq)


def _more_time(state: State, entry: Entry, event: FamilyWaited) -> Iterator[Emission]:
    ref = f"listening:{event.listening}" if event.listening else f"request:{event.request}"
    matter = state[Matters].find("family", ref)
    until = entry.at_ms + TO_ANSWER_MS
    if matter is not None and matter.not_before < until:
        yield Emission(MatterMoved(matter.id, until), caused_by=entry.seq)


def fire(state: State, matter: Matter) -> Iterator[Emission]:
    """The time to think is over: the story answers, if nobody has."""
    kind, _, name = matter.ref.partition(":")
    if kind == "listening":
        heard = state[Voices].listenings.get(name)
        if heard is not None and heard.voice is None:
            sought = VoiceSought(heard.id, heard.seat, heard.speaker, heard.place, heard.form)
            yield Emission(answer(state, sought), caused_by=matter.id)
        return
    request = state[Consents].requests.get(name)
    if request is not None and request.answer is None:
        verdict = answer_of(state, request.asked)
        yield Emission(answered(request, verdict), caused_by=matter.id)
