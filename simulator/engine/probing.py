"""How a simulated seat answers the private questions of a probe: at once, by what it knows."""

from __future__ import annotations

from scenarios.behaviour.traits import Traits
from scenarios.schema import ProbeQuestion
from simulator.engine.chance import chance, draw
from simulator.play.baton import Baton
from simulator.play.kernel import State
from simulator.play.probes import AnswerProbe

GOALS = 3


def answer(state: State, traits: Traits, seat: str, probe: str) -> AnswerProbe | None:
    """The seat's answers, or None if it does not answer."""
    if not chance(state, seat, f"probe:{probe}", traits.candid):
        return None
    questions = state.plan.probes[probe].questions
    return AnswerProbe(
        probe,
        {each.id: _one(state, traits, seat, f"{probe}:{each.id}", each) for each in questions},
    )


def _one(
    state: State, traits: Traits, seat: str, cause: str, question: ProbeQuestion
) -> tuple[str, ...]:
    of_roles = question.kind in ("holder", "owner")
    share = traits.knows_roles if of_roles else traits.aims
    knows = chance(state, seat, f"knows:{cause}", share)
    if question.kind == "holder":
        if knows:
            return (state[Baton].holder,)
        others = list(state.plan.seats)
        return (others[draw(state, seat, f"guess:{cause}", len(others))],)
    if question.kind == "owner":
        others = list(state.plan.seats)
        guess = others[draw(state, seat, f"guess:{cause}", len(others))]
        return (question.seat or "",) if knows else (guess,)
    if question.kind == "choice":
        choice = draw(state, seat, f"guess:{cause}", max(len(question.options), 1))
        return (str(question.answer if knows and question.answer is not None else choice),)
    return _goals(state, traits, seat, cause, len(question.options))


def _goals(state: State, traits: Traits, seat: str, cause: str, options: int) -> tuple[str, ...]:
    """Up to three goals; those who share the picture lean to the first options."""
    order = sorted(
        range(options),
        key=lambda each: (
            each
            if chance(state, seat, f"lean:{cause}:{each}", traits.aims)
            else draw(state, seat, f"goal:{cause}:{each}", options * 2)
        ),
    )
    return tuple(str(each) for each in sorted(order[:GOALS]))
