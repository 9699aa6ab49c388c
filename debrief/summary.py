"""One journal in figures: the line of a rehearsal, and the whole debrief as JSON.

The shapes are published in docs/json.md and stable.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from statistics import median, quantiles
from typing import Any

from debrief import clarity, handovers, probe_rows, responses
from debrief.figure import Figure
from debrief.five_r import Row, five_r
from debrief.lists import lists
from debrief.record import Record
from scenarios.duration import DAY
from scenarios.plan import Plan
from simulator.play.kernel import Entry
from simulator.play.situation import Child

RIGHTS = ("school", "health", "protection", "development")
DIGITS = 6
NOT_FIGURES = frozenset({"run", "seed", "evidence"})


def summary(
    plan: Plan, entries: Sequence[Entry], *, run: int | None = None, players: str | None = None
) -> dict[str, Any]:
    """One rehearsal line of a journal.

    ``run`` is the team's number and ``players`` who the journal says played, unless given.
    """
    return _line(Record(plan, entries), run, players)


def full(plan: Plan, entries: Sequence[Entry]) -> dict[str, Any]:
    """The debrief of a journal: the rehearsal line and the four lists."""
    record = Record(plan, entries)
    return {**_line(record, None, None), **lists(record)}


def to_json(value: object) -> str:
    """Canonical JSON: keys in their published order, no spaces, floats to six places."""
    return json.dumps(rounded(value), ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def rounded(value: object) -> Any:  # noqa: ANN401 - any JSON value
    """``value`` with every float rounded, and tuples as lists."""
    if isinstance(value, float):
        return round(value, DIGITS)
    if isinstance(value, Mapping):
        return {str(key): rounded(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [rounded(each) for each in value]
    return value


def distribution(lines: Iterable[Mapping[str, Any]]) -> dict[str, dict[str, float | None]]:
    """Per numeric figure of rehearsal lines: n, min, quartiles and max over what is not null.

    The keys are paths (``situation.rights.school``, ``five_r.roller.index``,
    ``five_r.roller.RO3``), in the order in which a line has them.
    """
    found: dict[str, list[float]] = {}
    for line in lines:
        for path, value in numbers(line):
            values = found.setdefault(path, [])
            values += [] if value is None else [value]
    return {path: spread(values) for path, values in found.items()}


def players_of(record: Record) -> str:
    """Who played: ``people``, or the profile of most seats with those that differ named."""
    formed = record.formed
    if formed is None:
        return "nobody"
    if record.people and not formed.protected:
        return "people"
    profiles = {seat: formed.profiles.get(seat, "typical") for seat in record.plan.seats}
    most = Counter(profiles.values()).most_common(1)[0][0]
    others = [f"{seat}={name}" for seat, name in profiles.items() if name != most]
    return ",".join([most, *others])


# -- parts of a line -------------------------------------------------------------------------------


def _line(record: Record, run: int | None, players: str | None) -> dict[str, Any]:
    formed = record.formed
    number = formed.number if formed else 1
    given = handovers.summarize(record)
    answered = responses.summarize(record)
    return {
        "run": number if run is None else run,
        "seed": formed.seed if formed else None,
        "players": players_of(record) if players is None else players,
        "events": len(record.entries),
        "story_days": _story_days(record),
        "real_s": record.end_at / 1000,
        "situation": _situation(record),
        "five_r": {name: _five_r(row) for name, row in record.once(five_r).items()},
        "handovers": {
            "expected": given.expected,
            "offered": given.offered,
            "accepted": given.accepted,
            "closed": given.closed,
            "content": given.content,
            "loop": given.loop,
        },
        "response": {"n": answered.n, "median_ratio": answered.median_ratio},
        "clarity": {
            "agreement": probe_rows.agreement(record),
            "unowned_share": clarity.unowned_share(record),
        },
    }


def _story_days(record: Record) -> int:
    """Whole days from the first scene's start to where the story got."""
    if not record.legs:
        return 0
    return max(record.state.story_ms - record.legs[0].start_story, 0) // DAY


def _situation(record: Record) -> dict[str, Any]:
    values = record.state[Child].values
    return {
        "trust": values.get("trust"),
        "load": values.get("load"),
        "rights": {right: values.get(right) for right in RIGHTS},
    }


def _five_r(row: Row) -> dict[str, Any]:
    return {"index": row.index, "indicators": [_indicator(each) for each in row.figures]}


def _indicator(figure: Figure) -> dict[str, Any]:
    return {
        "id": figure.id,
        "value": figure.value,
        "n": figure.n,
        "evidence": list(figure.evidence),
    }


# -- over many lines -------------------------------------------------------------------------------


def numbers(line: Mapping[str, Any]) -> Iterable[tuple[str, float | None]]:
    """Every figure of a rehearsal line by its path, null where it has no ground."""
    return _numbers("", line)


def _numbers(path: str, value: object) -> Iterable[tuple[str, float | None]]:
    """Every number (or null) under ``path``, an indicator's value under its id."""
    if isinstance(value, Mapping):
        if {"id", "value"} <= value.keys():
            parent = path.removesuffix(".indicators")
            yield from _numbers(f"{parent}.{value['id']}", value["value"])
            return
        for key, each in value.items():
            if key not in NOT_FIGURES:
                yield from _numbers(f"{path}.{key}" if path else str(key), each)
    elif isinstance(value, list):
        for each in value:
            yield from _numbers(path, each)
    elif value is None or (isinstance(value, int | float) and not isinstance(value, bool)):
        yield path, value


def spread(values: Sequence[float]) -> dict[str, float | None]:
    """n, min, quartiles and max of ``values``; all but n null if there are none."""
    if not values:
        return {"n": 0, **dict.fromkeys(("min", "q1", "median", "q3", "max"))}
    low, high = min(values), max(values)
    first, third = low, high
    if len(values) > 1:
        first, _, third = quantiles(values, n=4, method="inclusive")
    return {
        "n": len(values),
        "min": low,
        "q1": first,
        "median": median(values),
        "q3": third,
        "max": high,
    }
