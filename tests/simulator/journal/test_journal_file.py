"""Journal files: what is written is read, and no damage goes unseen."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import accumulate
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.journal.file import (
    JournalError,
    JournalFile,
    journal_lines,
    read_journal,
    write_journal,
)
from simulator.journal.order import first_difference
from simulator.play import clock
from simulator.play.kernel import Actor, Entry, Event
from tests.simulator.journal.samples import DOCUMENT, EVENTS, FORMED, entry, played

INT = st.integers(0, 2**53)
NAME = st.from_regex(r"[a-zæøå0-9-]{1,12}", fullmatch=True)
ACTOR = st.one_of(
    st.sampled_from([Actor("engine"), Actor("clock"), Actor("facilitator")]),
    st.builds(Actor, st.just("colleague"), NAME),
    st.builds(Actor, st.just("seat"), NAME, NAME),
)
HAPPENED: st.SearchStrategy[Event] = st.one_of(
    st.builds(clock.LegStarted, INT),
    st.builds(clock.ClockExtended, INT),
    st.builds(clock.AutopilotSet, st.booleans()),
    st.just(clock.ClockPaused()),
)
PLAIN = st.recursive(
    st.none() | st.booleans() | INT | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
OBJECT = st.dictionaries(st.text(), PLAIN, max_size=4)
DOCUMENTS = st.fixed_dictionaries({"source": OBJECT, "overlays": OBJECT})


@st.composite
def journals(draw: st.DrawFn, at_least: int = 1) -> list[Entry]:
    """A journal of any length, times and words."""
    formed = replace(FORMED, scenario=draw(st.text()), profiles=draw(st.dictionaries(NAME, NAME)))
    events = [formed, *draw(st.lists(HAPPENED, min_size=at_least - 1, max_size=8))]
    steps = draw(st.lists(INT, min_size=len(events), max_size=len(events)))
    return [
        Entry(
            seq=seq,
            at_ms=at_ms,
            story_ms=draw(INT),
            actor=draw(ACTOR),
            event=event,
            caused_by=draw(st.none() | INT),
            command_id=draw(st.none() | st.text()),
            recorded_at=draw(INT),
        )
        for seq, (at_ms, event) in enumerate(zip(accumulate(steps), events, strict=True), 1)
    ]


def read_back(lines: list[bytes]) -> JournalFile:
    """Read these bytes from a file."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.jsonl"
        path.write_bytes(b"".join(lines))
        return read_journal(path, EVENTS)


def seq_of_damage(lines: list[bytes], entries: list[Entry]) -> int | None:
    """Where the damage is seen: in an error, or as a difference; None if it is not."""
    try:
        found = read_back(lines)
    except JournalError as error:
        return error.seq
    return first_difference(entries, found.entries)


def refused(tmp_path: Path, lines: list[bytes]) -> JournalError:
    """The error that these lines meet."""
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"".join(lines))
    with pytest.raises(JournalError) as caught:
        read_journal(path, EVENTS)
    assert caught.value.file == str(path)
    assert str(caught.value).startswith(f"{path}:{caught.value.line}: ")
    assert caught.value.remedy
    return caught.value


@given(DOCUMENTS, journals())
def test_what_is_written_is_read(document: dict[str, Any], entries: list[Entry]) -> None:
    """Any journal comes back as it was, and written again gives the same bytes."""
    lines = list(journal_lines(document, entries))
    found = read_back(lines)
    assert found == JournalFile(document, entries)
    assert list(journal_lines(found.document, found.entries)) == lines
    assert len(lines) == len(entries)
    assert all(line.endswith(b"\n") and line.count(b"\n") == 1 for line in lines)


@given(journals(at_least=2), st.data())
def test_a_dropped_line_is_seen(entries: list[Entry], data: st.DataObject) -> None:
    """Whichever line is missing, its seq is named."""
    lines = list(journal_lines(DOCUMENT, entries))
    at = data.draw(st.integers(0, len(lines) - 1))
    assert seq_of_damage(lines[:at] + lines[at + 1 :], entries) == at + 1


@given(journals(), st.data())
def test_a_doubled_line_is_seen(entries: list[Entry], data: st.DataObject) -> None:
    """A line that stands twice, there or later, is named by its seq or by where it stands."""
    lines = list(journal_lines(DOCUMENT, entries))
    at = data.draw(st.integers(0, len(lines) - 1))
    to = data.draw(st.integers(at + 1, len(lines)))
    assert seq_of_damage([*lines[:to], lines[at], *lines[to:]], entries) == at + 1


@given(journals(), st.data())
def test_an_altered_line_is_seen(entries: list[Entry], data: st.DataObject) -> None:
    """A changed value, whichever, is an error or a difference at its own line's seq."""
    lines = list(journal_lines(DOCUMENT, entries))
    at = data.draw(st.integers(0, len(lines) - 1))
    values = json.loads(lines[at])
    key = data.draw(st.sampled_from(sorted(set(values) - {"recorded_at", "scenario"})))
    values[key] = data.draw(PLAIN.filter(lambda value: value != values[key]))
    altered = json.dumps(values).encode() + b"\n"
    seen = seq_of_damage([*lines[:at], altered, *lines[at + 1 :]], entries)
    # A seq that jumps ahead is told as the one that is missing; a time that jumps ahead is seen
    # here as a difference, or at the next line as a fall.
    assert seen is not None
    assert at + 1 <= seen <= at + 2 or (key == "seq" and seen == values["seq"])


@given(journals(), st.data())
def test_a_line_of_anything_else_is_seen(entries: list[Entry], data: st.DataObject) -> None:
    """Whatever bytes stand in a line's place, it is noticed there, and in words."""
    lines = list(journal_lines(DOCUMENT, entries))
    at = data.draw(st.integers(0, len(lines) - 1))
    garbage = data.draw(st.binary(max_size=40)).replace(b"\n", b"")
    assert seq_of_damage([*lines[:at], garbage + b"\n", *lines[at + 1 :]], entries) == at + 1


def test_a_file_is_written_byte_for_byte(tmp_path: Path) -> None:
    """The form is pinned: sorted keys, no spaces, UTF-8, the scenario in the first line only."""
    path = tmp_path / "a.jsonl"
    write_journal(path, DOCUMENT, [entry(1, 0, FORMED), entry(2, 20)])
    first, second = path.read_bytes().splitlines(keepends=True)
    assert json.loads(first)["scenario"] == DOCUMENT
    assert "Bjørkelia".encode() in first
    assert second == (
        b'{"actor":"engine","at_ms":20,"body":{"more_ms":2},"caused_by":1,"command_id":"c2",'
        b'"kind":"clock.extended","recorded_at":1790000000020,"seq":2,"story_ms":1200,"version":1}\n'
    )


def test_a_gap_says_which_seq_is_missing(tmp_path: Path) -> None:
    """The line where it shows, the seq that is not there."""
    lines = list(journal_lines(DOCUMENT, played(6)))
    error = refused(tmp_path, lines[:2] + lines[4:])
    assert (error.line, error.seq) == (3, 3)
    assert error.wrong == "seq 3 is missing: 5 comes in its place"


def test_a_doubled_seq_is_named(tmp_path: Path) -> None:
    """The line where it stands again, and which it is."""
    lines = list(journal_lines(DOCUMENT, played(4)))
    error = refused(tmp_path, [*lines[:3], lines[1], *lines[3:]])
    assert (error.line, error.seq) == (4, 2)
    assert "seq 2 stands twice" in error.wrong


def test_time_that_falls_is_named(tmp_path: Path) -> None:
    """Play time never goes back."""
    lines = [*journal_lines(DOCUMENT, [*played(3), entry(4, 29)])]
    error = refused(tmp_path, lines)
    assert (error.line, error.seq) == (4, 4)
    assert error.wrong == "at_ms falls from 30 to 29 at seq 4"


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"kind": "dragon.appeared"}, "unknown kind 'dragon.appeared'"),
        ({"body": {"more_ms": "long"}}, "clock.extended: more_ms"),
        ({"body": {"more_ms": 1, "also": 2}}, "also"),
        ({"at_ms": 20.5}, "at_ms"),
        ({"at_ms": True}, "at_ms"),
        ({"actor": None}, "actor"),
        ({"mood": "fine"}, "mood"),
        ({"scenario": DOCUMENT}, "the first line, and no other"),
        ({"version": 99}, "of version 99"),
    ],
)
def test_a_line_of_the_wrong_form_says_which_part(
    tmp_path: Path, change: dict[str, Any], word: str
) -> None:
    """Unknown kinds, fields and versions, and values of another type, are named."""
    lines = list(journal_lines(DOCUMENT, played(3)))
    lines[1] = json.dumps({**json.loads(lines[1]), **change}).encode() + b"\n"
    error = refused(tmp_path, lines)
    assert (error.line, error.seq) == (2, 2)
    assert word in error.wrong


@pytest.mark.parametrize(
    ("lines", "line", "word"),
    [
        ([], 0, "empty"),
        ([b"\n"], 1, "JSON"),
        ([b"\x00\xff\xfe" * 1000], 1, "JSON"),
        ([b"[" * 100_000], 1, "JSON"),
        ([b'{"seq": ' + b"9" * 10_000 + b"}\n"], 1, ""),
        ([b"null\n"], 1, "object"),
    ],
)
def test_what_is_no_journal_is_refused(
    tmp_path: Path, lines: list[bytes], line: int, word: str
) -> None:
    """Emptiness, binary rubbish and deep nests end in words."""
    error = refused(tmp_path, lines)
    assert error.line == line
    assert word in error.wrong


def test_a_journal_without_its_scenario_is_refused(tmp_path: Path) -> None:
    """The first line holds the whole scenario document, of its own form."""
    lines = list(journal_lines(DOCUMENT, played(2)))
    first = json.loads(lines[0])
    del first["scenario"]
    error = refused(tmp_path, [json.dumps(first).encode() + b"\n", lines[1]])
    assert (error.line, error.seq) == (1, 1)
    assert "holds the scenario" in error.wrong
    first["scenario"] = {"source": {}}
    error = refused(tmp_path, [json.dumps(first).encode() + b"\n", lines[1]])
    assert "scenario.overlays" in error.wrong


def test_a_missing_file_is_refused_in_words(tmp_path: Path) -> None:
    """The same kind of error as for what is inside."""
    with pytest.raises(JournalError, match="cannot be read"):
        read_journal(tmp_path / "none.jsonl", EVENTS)


def test_only_a_whole_journal_is_written(tmp_path: Path) -> None:
    """A journal that does not begin at its beginning is a mistake of the caller's."""
    with pytest.raises(ValueError, match=r"begins with team\.formed"):
        write_journal(tmp_path / "a.jsonl", DOCUMENT, played(3)[1:])


def test_journals_differ_by_seq_and_never_by_wall_stamps() -> None:
    """The first differing seq, also where one is longer; wall stamps do not count."""
    one = played(4)
    assert first_difference(one, one) is None
    later = [replace(each, recorded_at=1) for each in one]
    assert first_difference(one, later) is None
    assert first_difference(one, one[:3]) == 4
    assert first_difference([], one) == 1
    assert first_difference(one, [*one[:2], entry(3, 31), one[3]]) == 3
