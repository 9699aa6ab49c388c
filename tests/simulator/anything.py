"""Acts nobody would think of: any command of any seat, filled with what the story knows."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from random import Random
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from simulator.play.facts import Facts
from simulator.play.inbox import Inbox
from simulator.play.kernel import Command, Entry, State

WORDS = ("", "Vi ringer i morgen.", " ", "Ja 👍", "a" * 2_000)
SEATS_IN = frozenset({"to", "who", "seat", "owner", "receiver", "onward", "scribe", "invited"})
MOST = 12
"""How many of the latest names of a sort are tried."""
LEFT_OUT = 0.4
"""How often a field that has a default is left to it."""


class Anything:
    """Bodies of commands, right and wrong, as ``random`` has it."""

    def __init__(
        self, state: State, seat: str, random: Random, names: Mapping[str, Sequence[str]]
    ) -> None:
        self._random = random
        self._seats = list(state.plan.seats)
        self._known = list(state[Facts].of(seat)) or list(state.plan.facts)
        self._items = [item.id for item in state[Inbox].of(seat)]
        self._seq = state.seq
        self._pools = {
            **{name: list(dict.fromkeys(seen))[-MOST:] for name, seen in names.items()},
            "task": list(state.plan.tasks),
            "item": self._items,
            "facts": self._known,
            "fact": self._known,
            **dict.fromkeys(SEATS_IN, self._seats),
        }

    def body(self, kind: type[Command]) -> dict[str, Any]:
        """Something to fill the command with; mostly well formed, seldom sensible."""
        hints = get_type_hints(kind)
        return {
            field.name: self._value(field.name, hints[field.name])
            for field in dataclasses.fields(kind)  # type: ignore[arg-type]
            if not (_has_default(field) and self._random.random() < LEFT_OUT)
        }

    def _value(self, name: str, kind: object) -> object:
        origin, inner = get_origin(kind), get_args(kind)
        if origin in (Union, UnionType):
            return self._value(name, self._random.choice(inner))
        if origin is Literal:
            return self._random.choice(inner)
        if origin in (tuple, list):
            return [self._value(name, inner[0]) for _ in range(self._random.randrange(4))]
        if origin in (dict, Mapping):
            return {self._word(name): self._value(name, inner[1]) for _ in range(2)}
        if dataclasses.is_dataclass(kind):
            return self.body(kind)  # type: ignore[arg-type]
        if kind is bool:
            return self._random.random() < 0.5
        if kind is int:
            return self._random.choice((-1, 0, 1, 2, 3, 45, self._seq))
        return None if kind is type(None) else self._word(name)

    def _word(self, name: str) -> str:
        pool = self._pools.get(name)
        if pool and self._random.random() < 0.9:
            return self._random.choice(pool)
        return self._random.choice(WORDS)


def names_in(entry: Entry) -> Iterator[tuple[str, str]]:
    """Every short string in an event with its field: ids of letters, goals, meetings, what else."""
    for name, value in vars(entry.event).items():
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, str) and 0 < len(each) < 40:
                yield name, each


def _has_default(field: dataclasses.Field[Any]) -> bool:
    missing = dataclasses.MISSING
    return field.default is not missing or field.default_factory is not missing
