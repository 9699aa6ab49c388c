"""Files that are no scenarios are refused quickly and in words.

Time is this process's own, so that a busy machine does not decide the result.
"""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from scenarios.check import check_loaded
from scenarios.loader import load

SECONDS = 2.0

BOMB = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12)
)

UNREADABLE: dict[str, tuple[bytes, str]] = {
    "billion laughs": (BOMB.encode(), "file.alias"),
    "one alias": (b"a: &x 1\nb: *x\n", "file.alias"),
    "tag": (b"a: !!python/object/apply:os.system [ls]\n", "file.tag"),
    "10 MB": (b"title: x\n" * 1_200_000, "file.too-big"),
    "many values": (b"a: [" + b"1,\n" * 300_000 + b"]", "file.too-big"),
    "long line": (b"[" * 900_000, "file.too-big"),
    "many keys": (b"".join(b"k%d: 1\n" % n for n in range(60_000)), "file.too-big"),
    "deep brackets": (b"[\n" * 400_000, "file.depth"),
    "deep lists": (b"- " * 9_000, "file.depth"),
    "zeros": (b"\0" * 900_000, "file.binary"),
    "picture": (b"\xff\xd8\xff\xe0" + bytes(range(256)) * 3_000, "file.binary"),
    "utf-16": ("samspill: 1\n".encode("utf-16"), "file.binary"),
    "latin-1": ("title: på\n".encode("latin-1"), "file.binary"),
    "control character": (b"title: a\x07b\n", "file.yaml"),
    "half a character": (b'title: "\\ud800"\n', "file.yaml"),
    "empty": (b"", "file.empty"),
    "comments alone": (b"#\n" * 450_000, "file.empty"),
    "a list": (b"- a\n- b\n", "file.shape"),
    "two documents": (b"a: 1\n---\nb: 2\n", "file.yaml"),
    "a tab": (b"a:\n\tb: 1\n", "file.yaml"),
    "a key twice": (b"a: 1\nb: 2\na: 3\n", "file.twice"),
    "a list as key": (b"? [a, b]\n: 1\n", "file.yaml"),
    "percent signs": (b"%\n" * 450_000, "file.yaml"),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_is_no_scenario_is_refused_in_time(tmp_path: Path, name: str) -> None:
    """One finding, with a remedy, well under two seconds."""
    data, code = UNREADABLE[name]
    file = tmp_path / "scenario.yaml"
    file.write_bytes(data)
    began = time.process_time()
    findings = load(tmp_path).findings
    assert time.process_time() - began < SECONDS
    assert [finding.code for finding in findings] == [code]
    assert findings[0].unreadable
    assert findings[0].remedy
    assert len(str(findings[0])) < 500


def test_random_bytes_are_refused_in_time(tmp_path: Path) -> None:
    """Whatever the bytes are, nothing raises."""
    for size in (10, 1_000, 900_000):
        (tmp_path / "scenario.yaml").write_bytes(os.urandom(size))
        began = time.process_time()
        assert load(tmp_path).findings
        assert time.process_time() - began < SECONDS


@pytest.mark.parametrize(
    "text",
    [
        "a: " + "x\n  " * 200_000,
        "x" * 9_000 + ": 1",
        "".join(f"key-{n}: 1\n" for n in range(12_000)),
        "injects:\n" + "  - {id: I1, bogus: 1}\n" * 5_000,
        "title: " + "a" * 19_000 + "@",
    ],
    ids=["one long text", "one long key", "unknown keys", "faulty items", "almost an address"],
)
def test_a_file_full_of_faults_costs_no_more(tmp_path: Path, text: str) -> None:
    """A readable file that is no scenario ends in a bounded number of findings, in time."""
    (tmp_path / "scenario.yaml").write_text(text)
    began = time.process_time()
    findings = check_loaded(load(tmp_path))
    assert time.process_time() - began < SECONDS
    assert 1 <= len(findings) <= 200


def test_a_refusal_names_the_line(tmp_path: Path) -> None:
    """The line is the author's own, counted from 1."""
    (tmp_path / "scenario.yaml").write_text("samspill: 1\nslug: x\ntitle: {\n")
    told = str(load(tmp_path).findings[0])
    assert told.startswith(f"{tmp_path}/scenario.yaml:4: file: this is not valid YAML")


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    """Only plain files are opened."""
    os.mkfifo(tmp_path / "scenario.yaml")
    assert load(tmp_path).findings[0].code == "file.missing"
