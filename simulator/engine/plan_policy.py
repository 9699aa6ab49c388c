"""How a seat's policy acts in Planen: begins what it was given, evaluates when reminded."""

from __future__ import annotations

from scenarios.behaviour.traits import Traits
from simulator.engine.chance import draw
from simulator.engine.stimuli import willing
from simulator.play.care_plan import EvaluateMeasure, SetMeasure
from simulator.play.inbox import SeeItem, item_id
from simulator.play.kernel import Command, State
from simulator.play.planned import CarePlan, Effect, Measure
from simulator.play.voice import Voices

EFFECTS: tuple[Effect, ...] = ("better", "same", "worse")


def begin(state: State, traits: Traits, seat: str, measure: str) -> list[Command]:
    """Say that a measure of one's own is under way."""
    found = state[CarePlan].measures.get(measure)
    if found is None or found.owner != seat or found.stage != "planned":
        return []
    yes = willing(state, seat, f"begin:{measure}", traits.follows_through)
    return [SetMeasure(measure=measure, state="under_way")] if yes else []


def evaluate(state: State, traits: Traits, seat: str, name: str) -> list[Command]:
    """Evaluate a measure when its date draws near."""
    measure, _, number = name.rpartition(":")
    found = state[CarePlan].measures.get(measure)
    if found is None or not found.awaits(int(number)):
        return []
    if not willing(state, seat, f"evaluate:{name}", traits.evaluates):
        return []
    seen = SeeItem(item_id(seat, "measure", f"{measure}-{number}"))
    return [seen, verdict(state, seat, found)]


def verdict(state: State, seat: str, measure: Measure) -> EvaluateMeasure:
    """A plain judgement, linked to what the seat has itself heard, if it has heard anything."""
    times = len(measure.evaluations)
    effect = EFFECTS[draw(state, seat, f"effect:{measure.id}:{times}", len(EFFECTS))]
    heard = [
        each.id for each in state[Voices].listenings.values() if each.seat == seat and each.voice
    ]
    rests = heard[-1] if heard else ""
    if effect == "better":
        return EvaluateMeasure(measure.id, effect, "keep", listening=rests, by="2w")
    return EvaluateMeasure(measure.id, effect, "change", listening=rests, by="1w")
