"""Selvrapport: what people themselves say of clarity, cooperation and safety, before and after.

Nobody can be told from the journal: the event holds neither seat nor participant, and is given by
:data:`simulator.play.kernel.ANONYMOUS`. That somebody answers once is kept with the person, outside
the journal.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from scenarios.survey import LEAST, MOST, items
from simulator.play.clock import Clock
from simulator.play.kernel import (
    ANONYMOUS,
    Actor,
    Command,
    Entry,
    Event,
    Refusal,
    Room,
    State,
    wire,
)

When = Literal["before", "after"]


@wire("survey.answer")
class AnswerSurvey(Command):
    """One person's answers: item → 1 (disagrees) to 4 (agrees); what is skipped is left out."""

    when: When
    answers: Mapping[str, int]


@wire("survey.answered")
class SurveyAnswered(Event):
    """Somebody answered."""

    when: When
    answers: dict[str, int]


@dataclass
class Survey:
    """What has been answered, in the order given."""

    given: list[SurveyAnswered] = field(default_factory=list)


def _answer(state: State, by: Actor, command: AnswerSurvey) -> Sequence[Event] | Refusal:
    if by != ANONYMOUS:
        return Refusal("not_your_part")
    phase = state[Clock].phase
    if command.when == "before" and phase != "lobby":
        return Refusal("survey_is_closed")
    if command.when == "after" and phase != "over":
        return Refusal("play_goes_on")
    known = {item.id for item in items()}
    answers = {item: step for item, step in command.answers.items() if item in known}
    if not answers or len(answers) != len(command.answers):
        return Refusal("nothing_to_send")
    if any(not LEAST <= step <= MOST for step in answers.values()):
        return Refusal("nothing_to_send")
    return [SurveyAnswered(command.when, answers)]


def _on_answered(state: State, _entry: Entry, event: SurveyAnswered) -> None:
    state[Survey].given.append(event)


ROOM = Room("survey", rules={AnswerSurvey: _answer}, folds={SurveyAnswered: _on_answered})
