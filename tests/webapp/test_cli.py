"""The command line: what it says, and with which exit code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT
from webapp.__main__ import VERBS

Run = Callable[..., subprocess.CompletedProcess[str]]
BROKEN = ROOT / "tests" / "scenarios" / "broken.yaml"


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run ``samspill`` with its data in a folder of the test's."""

    def samspill(*arguments: object) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "webapp", *map(str, arguments)],
            cwd=ROOT,
            env=os.environ | {"SAMSPILL_DATA": str(tmp_path)},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    return samspill


def test_every_verb_has_its_help(run: Run) -> None:
    """The list names every verb, and each verb explains itself."""
    listed = run("--help")
    assert listed.returncode == 0
    for verb in VERBS:
        assert f"\n  {verb} " in listed.stdout
        told = run(verb, "--help")
        assert told.returncode == 0
        assert told.stdout.startswith(f"usage: samspill {verb}")


def test_an_unknown_verb_is_answered_with_those_there_are(run: Run) -> None:
    """Exit 2 and the list."""
    done = run("dance")
    assert done.returncode == 2
    assert "rehearse" in done.stderr


def test_check_tells_clean_from_faulty_from_unreadable(run: Run, tmp_path: Path) -> None:
    """Exit 0, 1 and 2, and each finding with its place."""
    assert run("check", "small").returncode == 0
    faulty = tmp_path / "faulty.yaml"
    faulty.write_text("samspill: 1\nslug: x\n", encoding="utf-8")
    found = run("check", faulty)
    assert found.returncode == 1
    assert f"{faulty}:" in found.stdout
    told = run("check", faulty, "--json")
    findings = json.loads(told.stdout)["findings"]
    assert {"file", "line", "path", "wrong", "remedy", "code"} == set(findings[0])
    assert run("check", tmp_path / "none.yaml").returncode == 2


def test_accounts_are_made_and_listed(run: Run) -> None:
    """``user add`` prints a link; ``list`` shows who has no password yet."""
    made = run("user", "add", "ny@example.no", "--admin")
    assert made.returncode == 0
    assert "/first#" in made.stdout
    assert run("user", "add", "NY@example.no").returncode == 1
    assert run("user", "reset", "ingen@example.no").returncode == 1
    assert "ny@example.no  admin  (no password yet)" in run("user", "list").stdout


def test_the_doctor_names_what_is_missing(run: Run) -> None:
    """Each line says ok or what to do."""
    told = run("doctor")
    lines = told.stdout.splitlines()
    assert len(lines) >= 6
    assert all(line.startswith(("ok  ", "FIX ")) for line in lines)
    assert told.returncode == (1 if any(line.startswith("FIX") for line in lines) else 0)


def test_rehearsals_are_told_line_by_line_and_then_as_a_whole(run: Run) -> None:
    """Lines in the order of the runs, the distribution with what to change last; in words too."""
    done = run("rehearse", "small", "--runs", 3, "--seed", 5, "--jobs", 2, "--json")
    assert (done.returncode, done.stderr) == (0, "")
    *lines, last = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(line["run"], line["seed"]) for line in lines] == [(1, 5), (2, 6), (3, 7)]
    assert list(last) == ["distribution", "findings"]
    assert last["distribution"]["events"]["n"] == 3
    silent = run("rehearse", "small", "--runs", 10, "--players", "silent", "--language", "nn")
    assert "five_r.roller.index" in silent.stdout
    assert "• Ingen gjorde " in silent.stdout
    assert "  → Sjå om rolla har det ho treng" in silent.stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--players", "perfect"], "typical"),
        (["--manned", "nobody"], "rektor"),
        (["--seat", "rektor"], "SEAT=PROFILE"),
        (["--format", "7"], "45"),
        (["--runs", "0"], "--runs"),
    ],
)
def test_what_cannot_be_rehearsed_is_said(run: Run, words: list[str], said: str) -> None:
    """Exit 2 and what there is instead."""
    done = run("rehearse", "small", *words)
    assert done.returncode == 2
    assert said in done.stderr


def test_export_writes_a_journal_for_other_tools(run: Run, tmp_path: Path) -> None:
    """Exit 0 with the file, the same bytes each time; 2 where there is nothing to take."""
    journal = ROOT / "tests" / "replays" / "emma-90.jsonl"
    made = []
    for nth in range(2):
        out = tmp_path / f"{nth}.xes"
        assert run("export", journal, "--format", "xes", "--out", out).returncode == 0
        made.append(out.read_bytes())
    assert made[0] == made[1]
    assert made[0].startswith(b"<?xml")
    assert run("export", journal, "--format", "csv").stdout.startswith("\ufeffseq;")
    nowhere = run("export", "no-such-exercise", "--format", "csv")
    assert nowhere.returncode == 2
    assert "There is no exercise" in nowhere.stderr
    assert run("export", tmp_path / "none.jsonl", "--format", "csv").returncode == 2
