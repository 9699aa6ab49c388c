"""A form that was refused without a script to say so: the reason, and every word still there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields

from simulator.play.rooms import COMMANDS

FREE_TEXT = "Words"
"""How a command says that a field is somebody's own words."""
NOT_AGAIN = frozenset({"csrf_token", "command_id"})
"""What the next try has anew."""


@dataclass(frozen=True, slots=True)
class Kept:
    """One field as it was sent. ``is_text`` if somebody wrote it."""

    name: str
    value: str
    is_text: bool


def kept(form: Mapping[str, list[str]]) -> list[Kept]:
    """Every field of a form, in its order."""
    kind = next(iter(form.get("kind", [])), "")
    written = set(_texts(kind))
    return [
        Kept(name, value, name in written)
        for name, values in form.items()
        if name not in NOT_AGAIN
        for value in values
        if value != ""
    ]


def _texts(kind: str) -> Iterator[str]:
    command = COMMANDS.get(kind)
    if command is None:
        return
    for each in fields(command):  # type: ignore[arg-type]
        if each.type == FREE_TEXT:
            yield f"body.{each.name}"
