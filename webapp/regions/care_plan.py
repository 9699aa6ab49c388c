"""Planen: goals with the words they stand on, measures, how they went; only for who takes part."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from simulator.play.baton import Baton
from simulator.play.planned import NO_DATE, CarePlan, Goal, Measure, MeasureEvaluated, takes_part
from simulator.play.voice import Listening, Voices
from webapp.regions import storytime
from webapp.regions.say import _, _l
from webapp.regions.sight import Sight


@dataclass(frozen=True, slots=True)
class Rests:
    """Whose words something stands on, and who heard them. ``text`` is '' for who did not."""

    who: str
    heard_by: str
    text: str


@dataclass(frozen=True, slots=True)
class EvaluationView:
    """One evaluation in words."""

    who: str
    effect: str
    verdict: str
    line: str
    rests: Rests | None
    in_time: bool


@dataclass(frozen=True, slots=True)
class MeasureView:
    """One measure. ``until`` is '' where no date is set; ``stage`` is in words."""

    id: str
    text: str
    owner: str
    helpers: str
    expected: str
    how: str
    family: str
    until: str
    room: storytime.Room
    late: bool
    stage: str
    live: bool
    may_begin: bool
    evaluations: tuple[EvaluationView, ...]


@dataclass(frozen=True, slots=True)
class GoalView:
    """One goal with its measures."""

    id: str
    words: str
    resources: str
    set_by: str
    rests: Rests | None
    measures: tuple[MeasureView, ...]


@dataclass(frozen=True, slots=True)
class PlanView:
    """The plan as one seat may see it. ``goals`` is empty for who does not take part;
    ``goal_count`` and ``measure_count`` tell everybody how much there is."""

    child: str
    takes_part: bool
    lead: str
    i_lead: bool
    coordinator: str
    actors: str
    goals: tuple[GoalView, ...]
    goal_count: int
    measure_count: int
    may_plan: bool
    may_evaluate: bool


def care_plan(sight: Sight) -> PlanView:
    """Planen as the seat may see it."""
    plan = sight.state[CarePlan]
    inside = reads(sight)
    return PlanView(
        child=sight.child,
        takes_part=inside,
        lead=sight.seat_name(plan.lead),
        i_lead=bool(plan.lead) and plan.lead == sight.seat,
        coordinator=sight.seat_name(sight.state[Baton].holder),
        actors=named(sight, plan.actors()),
        goals=tuple(goal_view(sight, each) for each in plan.goals.values()) if inside else (),
        goal_count=len(plan.goals),
        measure_count=len(plan.measures),
        may_plan=sight.offers("plan"),
        may_evaluate=sight.offers("evaluate"),
    )


def reads(sight: Sight) -> bool:
    """Whether the audience may read the plan's words: who leads the drill, and who takes part."""
    return not sight.seat or takes_part(sight.state, sight.seat)


def named(sight: Sight, seats: Iterable[str]) -> str:
    """Seats by name, in one line."""
    return ", ".join(sight.seat_name(seat) for seat in seats)


def goal_view(sight: Sight, goal: Goal) -> GoalView:
    """A goal and what is done about it."""
    return GoalView(
        id=goal.id,
        words=sight.words(goal.words),
        resources=sight.words(goal.resources),
        set_by=named(sight, dict.fromkeys(goal.seats)),
        rests=rests(sight, goal.listening),
        measures=tuple(measure_view(sight, each) for each in sight.state[CarePlan].of(goal.id)),
    )


def measure_view(sight: Sight, found: Measure) -> MeasureView:
    """A measure in words."""
    dated = found.live and found.due_story != NO_DATE
    left = storytime.room(sight, 0, found.due_story, late=found.late) if dated else ""
    mine = bool(sight.seat) and found.owner == sight.seat
    return MeasureView(
        id=found.id,
        text=sight.words(found.text),
        owner=sight.seat_name(found.owner),
        helpers=named(sight, found.helpers),
        expected=sight.words(found.expected),
        how=sight.words(found.how),
        family=sight.words(found.family),
        until=storytime.until(sight, found.due_story) if dated else "",
        room=left if left in ("now", "past") else "",
        late=found.late,
        stage=_(_STAGES[found.stage]),
        live=found.live,
        may_begin=mine and found.stage == "planned",
        evaluations=tuple(_evaluation(sight, each) for each in found.evaluations),
    )


def rests(sight: Sight, listening: str) -> Rests | None:
    """Whose words something stands on; the words themselves only for the seat that heard them."""
    heard = sight.state[Voices].listenings.get(listening)
    if heard is None:
        return None
    who = sight.child if heard.speaker == "child" else _("foreldrene")
    return Rests(who, sight.seat_name(heard.seat), words_of(sight, heard))


def words_of(sight: Sight, heard: Listening) -> str:
    """What was said, for the seat that heard it; '' for others, and while she has not answered."""
    if sight.seat not in ("", heard.seat) or heard.voice is None:
        return ""
    voice = sight.plan.voices.get(heard.voice)
    return voice.text if voice else heard.text or sight.plan.scenario.situation.silence


def _evaluation(sight: Sight, done: MeasureEvaluated) -> EvaluationView:
    return EvaluationView(
        sight.seat_name(done.seat),
        effect(done.effect),
        verdict(done.verdict),
        sight.words(done.line),
        rests(sight, done.listening),
        done.in_time,
    )


def effect(code: str) -> str:
    """How it went, in words."""
    return _(EFFECTS[code])


def verdict(code: str) -> str:
    """What becomes of it, in words."""
    return _(VERDICTS[code])


EFFECTS = {"better": _l("bedre"), "same": _l("som før"), "worse": _l("verre")}
VERDICTS = {"keep": _l("fortsetter"), "change": _l("endres"), "stop": _l("avsluttes")}
_STAGES = {
    "planned": _l("planlagt"),
    "under_way": _l("i gang"),
    "evaluated": _l("evaluert, ingen ny dato"),
    "stopped": _l("avsluttet"),
}
