"""Which steps before play a browser has been through; kept in its own session."""

from __future__ import annotations

from flask import session

STEPS = ("role", "brief", "practice")


def done(exercise_id: str) -> list[str]:
    """The steps this browser has been through in this exercise."""
    found = session.get(_key(exercise_id), [])
    return [each for each in STEPS if each in found]


def tick(exercise_id: str, step: str) -> None:
    """A step is done."""
    session[_key(exercise_id)] = sorted({*done(exercise_id), step})


def ready(exercise_id: str) -> bool:
    """Whether the person has heard what there is to hear before playing."""
    return {"role", "brief"} <= set(done(exercise_id))


def _key(exercise_id: str) -> str:
    return f"before:{exercise_id}"
