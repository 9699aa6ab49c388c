"""ISBAR-B: the twelve fields of a full handover (domain.md 4.8), asked for where a format names it.

A field counts as filled by its choice or by something being said; what is said is for people.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from scenarios.plan import Plan
from simulator.play.facts import Basis
from simulator.play.kernel import Refusal, State, Words
from simulator.play.roster import Roster
from simulator.play.voice import check_own

When = Literal["1h", "4h", "1wd", "2wd", "3wd", "1w", "2w"]
"""By when, as the screens offer it (story time)."""
Coordinating = Literal["", "nobody", "asked", "named", "unknown"]
"""How it stands with a coordinator and koordinerende enhet; '' if nobody said."""

ACTION = "isbar"
"""What a format names to have the full form."""
FIELDS = (
    "identify",
    "situation",
    "background",
    "assessment",
    "request",
    "view",
    "basis",
    "meanwhile",
    "contact",
    "strengths",
    "coordinator",
    "evaluation",
)
"""In the order in which they are told; ``request`` is every handover's own."""


@dataclass(frozen=True, slots=True)
class Isbar:
    """What was said in the full form. ``meanwhile`` and ``contact`` are seats, ``listening`` one
    of the sender's own; ``contact_by`` and ``evaluation`` say by when."""

    identify: Words = ""
    situation: Words = ""
    background: Words = ""
    assessment: Words = ""
    view: Words = ""
    listening: str = ""
    basis: Basis = ""
    meanwhile: str = ""
    contact: str = ""
    contact_by: When | None = None
    strengths: Words = ""
    coordinator: Coordinating = ""
    evaluation: When | None = None


def asked_in(plan: Plan) -> tuple[str, ...]:
    """The fields that a format asks for: all twelve, or none."""
    return FIELDS if ACTION in plan.format.actions else ()


def filled(asked: tuple[str, ...], said: Isbar | None, request: str) -> tuple[str, ...]:
    """Those of the fields asked for that something was said in."""
    if said is None:
        return ()
    held: Mapping[str, object] = {
        **{name: getattr(said, name) for name in FIELDS if name != "request"},
        "request": request,
        "view": said.view.strip() or said.listening,
        "contact": said.contact and said.contact_by,
    }
    return tuple(name for name in asked if str(held[name] or "").strip())


def check(state: State, seat: str, said: Isbar | None) -> Refusal | None:
    """Refuse seats that are not there, and words the sender has not heard."""
    if said is None:
        return None
    if not {said.meanwhile, said.contact} - {""} <= {*state[Roster].chairs}:
        return Refusal("no_such_seat")
    return check_own(state, seat, said.listening)
