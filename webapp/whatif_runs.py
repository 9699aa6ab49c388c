"""What-if runs: a subprocess each, how far it has come, and what came out, for as long as the
server runs. Journals and results are never stored; the files it reads go when it ends."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import BoundedSemaphore, Lock
from typing import Any, Literal

from simulator.journal.file import write_journal
from simulator.play.codec import plain
from simulator.play.kernel import Entry
from simulator.whatif import Step

PAIRS = 20
MOST_KEPT = 64
"""Runs remembered; the one asked for longest ago goes first."""
AT_ONCE = 2
"""Runs under way at the same time, over all exercises; others wait their turn."""

HOME = Path(__file__).parents[1]
"""Where ``python -m webapp`` finds this very code."""

Key = tuple[str, int, str]
"""Team, entry, alternative: what came before an entry never changes."""
State = Literal["running", "done", "failed"]


@dataclass
class Run:
    """One run. ``done`` counts its pairs; ``told`` is what ``samspill whatif --json`` printed."""

    done: int = 0
    state: State = "running"
    told: dict[str, Any] | None = None


@dataclass(frozen=True)
class Task:
    """What a run is to try."""

    document: dict[str, Any]
    entries: Sequence[Entry]
    seq: int
    steps: Sequence[Step]
    again: Step | None


@dataclass
class Runs:
    """Runs by what they try: the same question is played once."""

    begin: Callable[..., object]
    """Starts a function with its arguments beside the requests."""
    _kept: OrderedDict[Key, Run] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)
    _turns: BoundedSemaphore = field(default_factory=lambda: BoundedSemaphore(AT_ONCE))

    def of(self, key: Key) -> Run | None:
        """The run, if it has been asked for."""
        return self._kept.get(key)

    def start(self, key: Key, task: Task) -> Run:
        """Begin the run, or give the one there is; a failed one is tried anew."""
        with self._lock:
            found = self._kept.get(key)
            if found is not None and found.state != "failed":
                return found
            run = self._kept[key] = Run()
            self._kept.move_to_end(key)
            while len(self._kept) > MOST_KEPT:
                self._kept.popitem(last=False)
        self.begin(self._play, run, task)
        return run

    def _play(self, run: Run, task: Task) -> None:
        with self._turns:
            try:
                run.told = _played(run, task)
            finally:
                run.state = "done" if run.told else "failed"


def _played(run: Run, task: Task) -> dict[str, Any] | None:
    with TemporaryDirectory(prefix="samspill-whatif-") as folder:
        command = _command(Path(folder), task)
        # Our own verb on files of ours; nothing in it comes from a form but ids we made.
        with subprocess.Popen(  # noqa: S603
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=HOME
        ) as process:
            assert process.stdout is not None  # noqa: S101 - both are pipes
            assert process.stderr is not None  # noqa: S101
            for line in process.stderr:
                done, slash, _of = line.partition("/")
                run.done = int(done) if slash and done.isdecimal() else run.done
            told = process.stdout.read()
        return json.loads(told) if process.returncode == 0 else None


def _command(folder: Path, task: Task) -> list[str]:
    """The command line, its files written to ``folder``."""
    journal, instead, again = folder / "journal.jsonl", folder / "instead.json", folder / "again"
    write_journal(journal, task.document, task.entries)
    instead.write_text(json.dumps([_plain(step) for step in task.steps]), "utf-8")
    command = [sys.executable, "-m", "webapp", "whatif", str(journal), "--at", str(task.seq)]
    command += ["--instead", str(instead) if task.steps else "none", "--runs", str(PAIRS)]
    if task.again is not None:
        again.write_text(json.dumps(_plain(task.again)), "utf-8")
        command += ["--again", str(again)]
    return [*command, "--json", "--progress"]


def _plain(step: Step) -> dict[str, Any]:
    """The form of COMMAND.json (docs/json.md)."""
    return {
        "actor": str(step.actor),
        "kind": step.command.KIND,
        "body": plain(step.command),
        "after_s": step.at_ms // 1000,
    }
