"""One writer at a time in this process (decision 11).

SQLite would make a second greenlet wait for the file while the first, waiting for nothing, cannot
run; and what ``Conduct`` has folded is shared by all who ask.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import RLock
from typing import Any

from simulator.conduct import Conduct
from simulator.journal.store_contract import ExerciseRow, JournalStore, Receipt
from simulator.play.kernel import Actor, Command, State


class LockedConduct(Conduct):
    """``Conduct`` behind one lock. Greenlets and threads may call it as they like."""

    def __init__(self, store: JournalStore, wall: Callable[[], int]) -> None:
        super().__init__(store, wall)
        self.lock = RLock()

    def create(self, *args: Any, **options: Any) -> ExerciseRow:
        """See :meth:`Conduct.create`."""
        with self.lock:
            return super().create(*args, **options)

    def handle(self, team_id: str, actor: Actor, command: Command, command_id: str) -> Receipt:
        """See :meth:`Conduct.handle`."""
        with self.lock:
            return super().handle(team_id, actor, command, command_id)

    def settle(self, team_id: str) -> bool:
        """See :meth:`Conduct.settle`."""
        with self.lock:
            return super().settle(team_id)

    def steer(self, exercise_id: str, actor: Actor, command: Command, command_id: str) -> Receipt:
        """See :meth:`Conduct.steer`."""
        with self.lock:
            return super().steer(exercise_id, actor, command, command_id)

    def tick(self, exercise_id: str) -> set[str]:
        """See :meth:`Conduct.tick`."""
        with self.lock:
            return super().tick(exercise_id)

    def state(self, team_id: str) -> State:
        """See :meth:`Conduct.state`."""
        with self.lock:
            return super().state(team_id)

    def next_step_at(self, exercise_id: str) -> int | None:
        """See :meth:`Conduct.next_step_at`."""
        with self.lock:
            return super().next_step_at(exercise_id)

    def clock(self, exercise_id: str) -> State:
        """See :meth:`Conduct.clock`."""
        with self.lock:
            return super().clock(exercise_id)
