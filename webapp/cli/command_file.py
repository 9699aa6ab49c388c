"""COMMAND.json: what ``samspill whatif`` does instead (docs/json.md)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NoReturn

from simulator.play.codec import WireError, read
from simulator.play.kernel import Actor
from simulator.play.rooms import COMMANDS
from simulator.whatif import Step

KEYS = frozenset({"actor", "kind", "body", "after_s"})
REMEDY = "docs/json.md shows the form."
WHO = ("seat", "facilitator", "family")


class CommandFileError(Exception):
    """A command file that cannot be used: where, what is wrong, what to do."""

    def __init__(self, file: str, line: int, wrong: str, remedy: str = REMEDY) -> None:
        super().__init__(f"{file}:{line}: {wrong}. {remedy}")


def steps_of(path: Path) -> list[Step]:
    """The file's commands, their ``at_ms`` counted from the chosen moment.

    Raises :class:`CommandFileError`.
    """
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CommandFileError(
            str(path), 0, f"the file cannot be read ({error})", "Check its name and rights."
        ) from error
    try:
        found = json.loads(text)
    except json.JSONDecodeError as error:
        raise CommandFileError(str(path), error.lineno, f"not JSON: {error.msg}") from error
    reader = _Reader(str(path), text)
    return [reader.step(each) for each in (found if isinstance(found, list) else [found])]


class _Reader:
    def __init__(self, file: str, text: str) -> None:
        self._file = file
        self._lines = text.splitlines()

    def _refuse(self, wrong: str, near: str = "", remedy: str = REMEDY) -> NoReturn:
        """Tell it at the first line where ``near`` stands."""
        lines = enumerate(self._lines, 1)
        line = next((number for number, each in lines if f'"{near}"' in each), 1)
        raise CommandFileError(self._file, line, wrong, remedy)

    def step(self, found: object) -> Step:
        if not isinstance(found, Mapping):
            self._refuse("a command is an object with actor, kind and body")
        for key in found:
            if key not in KEYS:
                self._refuse(f"{key!r} is not part of a command", str(key))
        actor, kind, body = found.get("actor"), found.get("kind"), found.get("body", {})
        after = found.get("after_s", 0)
        if not isinstance(actor, str) or Actor.parse(actor).kind not in WHO:
            self._refuse(f"actor: {actor!r} is nobody; write for example seat:ke", "actor")
        if not isinstance(after, int) or isinstance(after, bool):
            self._refuse("after_s: whole seconds of play are needed", "after_s")
        return Step(after * 1000, Actor.parse(actor), self._command(kind, body))

    def _command(self, kind: object, body: Any) -> Any:  # noqa: ANN401 - JSON in, a command out
        if kind not in COMMANDS:
            self._refuse(
                f"kind: there is no command {kind!r}", "kind", "docs/actions.md lists them."
            )
        try:
            return read(COMMANDS, str(kind), body)
        except WireError as error:
            parts = str(error).split(": ")
            near = parts[1].split(".")[0] if len(parts) > 1 else "body"
            self._refuse(str(error), near)
