"""Who gets what over the sockets: rooms are named here alone, never by a client (D7)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Audience:
    """Those who see the same."""

    room: str


def seat(team_id: str, seat_id: str) -> Audience:
    """Everybody who plays one seat of one team."""
    return Audience(f"team:{team_id}:seat:{seat_id}")


def watchers(team_id: str) -> Audience:
    """Participants of one team who have no seat."""
    return Audience(f"team:{team_id}:watchers")


def console(exercise_id: str) -> Audience:
    """Whoever leads the exercise."""
    return Audience(f"exercise:{exercise_id}:console")


def projector(exercise_id: str) -> Audience:
    """The screens in the room."""
    return Audience(f"exercise:{exercise_id}:projector")


def lobby(exercise_id: str) -> Audience:
    """Those who wait to come in."""
    return Audience(f"exercise:{exercise_id}:lobby")


def person(participant_id: str) -> Audience:
    """One participant, on all their tabs."""
    return Audience(f"person:{participant_id}")


def rehearsal(rehearsal_id: str) -> Audience:
    """Whoever asked for a rehearsal and looks at how far it is."""
    return Audience(f"rehearsal:{rehearsal_id}")
