"""What the running server is made of, handed to every request: no globals."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Any, cast

from flask import current_app

from scenarios.loader import Loaded
from scenarios.schema import Scenario
from simulator.journal.store_contract import JournalStore
from webapp import clock
from webapp.conducting import LockedConduct
from webapp.config import Config
from webapp.members.store import AccountStore
from webapp.presence import Presence
from webapp.store import RoomStore

EXTENSION = "samspill"


@dataclass
class Runtime:
    """The parts that views, sockets, ticker and command line share."""

    config: Config
    store: JournalStore
    conduct: LockedConduct
    room: RoomStore
    accounts: AccountStore
    socketio: Any
    """Flask-SocketIO's server; it ships no types."""
    wall: Callable[[], int] = clock.wall
    presence: Presence = field(default_factory=Presence)

    def loaded(self, exercise_id: str) -> Loaded:
        """The scenario an exercise plays, in all its languages. KeyError if there is none."""
        return self.conduct.loaded(self.store.exercise(exercise_id).digest)

    def scenario(self, exercise_id: str, lang: str) -> Scenario:
        """The scenario in ``lang``, or in bokmål if it is not written in it."""
        loaded = self.loaded(exercise_id)
        return loaded.scenario(lang) if lang in loaded.languages else loaded.scenario()

    @property
    def lock(self) -> AbstractContextManager[bool]:
        """For several acts that must not be parted; see :class:`LockedConduct`."""
        return self.conduct.lock

    @property
    def secrets(self) -> tuple[str, ...]:
        """The secret that signs, and those that still open."""
        return (self.config.secret_key, *self.config.secret_key_fallbacks)


def runtime() -> Runtime:
    """The runtime of the application that serves this request."""
    return cast(Runtime, current_app.extensions[EXTENSION])
