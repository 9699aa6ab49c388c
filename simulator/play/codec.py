"""Between the wire and the rooms: commands, events and journal lines as plain JSON values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from simulator.play.kernel import Actor, Command, Entry, Event

T = TypeVar("T", Command, Event)

JOURNAL_VERSION = 1
"""Version of the line format of a journal file (docs/journal.md)."""


class WireError(ValueError):
    """A line or message that is not of its form; the text says which part and why."""


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:  # noqa: ANN401 - a class; its hash is its identity
    return TypeAdapter(kind)


def plain(value: Any) -> Any:  # noqa: ANN401 - any JSON-able value
    """A dataclass, tuple or mapping as JSON values."""
    if is_dataclass(value) and not isinstance(value, type):
        return {each.name: plain(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, (list, tuple)):
        return [plain(each) for each in value]
    if isinstance(value, dict):
        return {str(key): plain(each) for key, each in value.items()}
    return value


def read(kinds: Mapping[str, type[T]], kind: str, body: object) -> T:
    """The command or event of ``kind`` with ``body``; unknown kinds and fields are refused."""
    found: Any = kinds.get(kind)
    if found is None:
        raise WireError(f"unknown kind {kind!r}")
    try:
        made: T = _adapter(found).validate_python(body)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(part) for part in first["loc"]) or "body"
        raise WireError(f"{kind}: {where}: {first['msg']}") from error
    return made


def line_of(entry: Entry) -> dict[str, Any]:
    """A journal line: what a file, an export and the database row hold."""
    return {
        "seq": entry.seq,
        "at_ms": entry.at_ms,
        "story_ms": entry.story_ms,
        "recorded_at": entry.recorded_at,
        "kind": entry.kind,
        "version": entry.version,
        "actor": str(entry.actor),
        "command_id": entry.command_id,
        "caused_by": entry.caused_by,
        "body": plain(entry.event),
    }


def entry_of(line: dict[str, Any], events: dict[str, type[Event]]) -> Entry:
    """Read a journal line back. Raises :class:`WireError` naming what is wrong."""
    try:
        return Entry(
            seq=int(line["seq"]),
            at_ms=int(line["at_ms"]),
            story_ms=int(line["story_ms"]),
            recorded_at=int(line.get("recorded_at") or 0),
            version=int(line.get("version", 1)),
            actor=Actor.parse(str(line["actor"])),
            command_id=line.get("command_id"),
            caused_by=line.get("caused_by"),
            event=read(events, str(line["kind"]), line["body"]),
        )
    except (KeyError, TypeError) as error:
        raise WireError(f"a journal line lacks or garbles {error}") from error
