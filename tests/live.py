"""The real server in a process of its own, which tests may end politely or not."""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
import time
import urllib.request
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
START_SECONDS = 30.0
STOP_SECONDS = 5.0


class ServerFailedError(RuntimeError):
    """The server ended, or said nothing in time; the message holds what it wrote."""


class LiveServer:
    """``samspill demo`` on loopback, with its journal in ``folder``.

    The port is chosen at the first start and kept, so that a server that was killed and started
    again is found by the phones that knew it. ``scenario`` and ``format_name`` are what it plays.
    """

    def __init__(
        self,
        folder: Path,
        *,
        scenario: str = "emma",
        format_name: str = "demo",
        teams: int = 1,
        environ: dict[str, str] | None = None,
    ) -> None:
        self.folder = folder
        self.address = ""
        self.pin = ""
        self.join = ""
        self.facilitator = ""
        self.projector = ""
        self.exercise = ""
        self._port = 0
        self._plays = ["--scenario", scenario, "--format", format_name, "--teams", str(teams)]
        self._environ = {**os.environ, "PYTHONUNBUFFERED": "1", **(environ or {})}
        self._process: subprocess.Popen[str] | None = None

    @property
    def log(self) -> str:
        """What it has complained of so far."""
        return (self.folder / "server.err").read_text(encoding="utf-8")

    @property
    def pid(self) -> int:
        """The process that serves now."""
        assert self._process is not None, "the server is not running"
        return self._process.pid

    def start(self) -> float:
        """Start it and wait until it answers; in how many seconds. Raises ServerFailedError."""
        self.folder.mkdir(parents=True, exist_ok=True)
        began = time.monotonic()
        command = [sys.executable, "-m", "webapp", "demo", "--json", "--no-browser"]
        where = ["--port", str(self._port), "--data", str(self.folder / "data")]
        with (self.folder / "server.err").open("a") as complaints:
            self._process = subprocess.Popen(
                [*command, *where, *self._plays],
                cwd=ROOT,
                env=self._environ,
                stdout=subprocess.PIPE,
                stderr=complaints,
                stdin=subprocess.DEVNULL,
                text=True,
                start_new_session=True,
            )
        self._listen_to(self._first_line())
        with urllib.request.urlopen(f"{self.address}/health", timeout=START_SECONDS) as answer:
            answer.read()
        return time.monotonic() - began

    def kill(self) -> None:
        """``kill -9``, with whatever it has started: no chance to tidy up."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """Ask it to stop as Ctrl-C does, and end it if it will not."""
        if self._process is None:
            return
        self._process.send_signal(signal.SIGINT)
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(STOP_SECONDS)
        self._end(signal.SIGKILL)

    def _end(self, with_signal: signal.Signals) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        with suppress(ProcessLookupError):
            os.killpg(process.pid, with_signal)
        process.wait()
        if process.stdout is not None:
            process.stdout.close()

    def _first_line(self) -> str:
        process = self._process
        assert process is not None
        assert process.stdout is not None
        ready, _, _ = select.select([process.stdout], [], [], START_SECONDS)
        line = process.stdout.readline() if ready else ""
        if not line:
            self._end(signal.SIGKILL)
            raise ServerFailedError(f"the server did not start:\n{self.log}")
        return line

    def _listen_to(self, line: str) -> None:
        told = json.loads(line)
        self.address = told["address"]
        self.pin = told["pin"]
        self.join = told["join"]
        self.facilitator = told["facilitator"]
        self.projector = told["projector"]
        self.exercise = told["exercise"]
        self._port = int(self.address.rpartition(":")[2])
