"""``samspill whatif``: what it tells, and how it answers what it cannot use."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from debrief.pairs import ASKED
from scenarios.loader import load
from simulator.journal.file import write_journal
from simulator.rehearse import Rehearsal, rehearse
from simulator.whatif import act_at
from webapp.cli.whatif import ONLY_SIMULATED, run


@pytest.fixture(scope="module")
def played() -> Rehearsal:
    """An exercise with two people in it."""
    return rehearse(load("small"), "45", seed=3, manned=["rektor", "barnevern"], protected=False)


@pytest.fixture
def journal(played: Rehearsal, tmp_path: Path) -> Path:
    """Its journal as a file."""
    path = tmp_path / "journal.jsonl"
    write_journal(path, played.document, played.entries)
    return path


def _act(played: Rehearsal, kind: str) -> int:
    acts = (entry for entry in played.entries if act_at(played.entries, entry.seq))
    return next(entry.seq for entry in acts if entry.kind == kind)


def _command(folder: Path, text: str) -> Path:
    path = folder / "command.json"
    path.write_text(text, "utf-8")
    return path


def test_an_act_left_out_is_told_in_words_and_as_json(
    played: Rehearsal, journal: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Both say that it is a simulation, what first differed, and every figure with its spread."""
    asked = [str(journal), "--at", str(_act(played, "fact.shared")), "--instead", "none"]
    assert run([*asked, "--runs", "3"]) == 0
    words = capsys.readouterr().out
    assert ONLY_SIMULATED in words
    assert "fact.shared" in words
    assert run([*asked, "--runs", "3", "--seed", "9", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["pairs"], told["seed"], told["refused"]) == (3, 9, 0)
    assert tuple(told["figures"]) == ASKED
    assert told["first_different"]["without"][0]["kind"] == "fact.shared"
    assert all(not each["actor"].count("p-") for each in told["first_different"]["without"])


def test_another_command_takes_the_acts_place(
    played: Rehearsal, journal: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What the file says is done instead, by the seat that it names."""
    command = _command(
        tmp_path,
        '{"actor": "seat:rektor", "kind": "question.ask", '
        '"body": {"to": "barnevern", "text": "Hva gjør vi først?"}}',
    )
    at = str(_act(played, "fact.shared"))
    assert run([str(journal), "--at", at, "--instead", str(command), "--runs", "1", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["first_different"]["changed"][0]["kind"] == "question.asked"
    assert told["first_different"]["changed"][0]["actor"] == "seat:rektor"


@pytest.mark.parametrize(
    ("text", "line", "wrong"),
    [
        ('{"actor": "seat:rektor",\n"kind": }', 2, "not JSON"),
        ('{"actor": "seat:rektor",\n"kind": "task.dance"}', 2, "no command 'task.dance'"),
        ('{"kind": "task.claim",\n"actor": "bup"}', 2, "'bup' is nobody"),
        ('{"actor": "seat:bup", "kind": "task.claim",\n"body": {"task": 3}}', 2, "task.claim"),
        ('{"actor": "seat:bup",\n"when": 3}', 2, "'when' is not part"),
        ('{"actor": "seat:bup", "kind": "task.claim",\n"after_s": "2"}', 2, "after_s"),
        ("[3]", 1, "a command is an object"),
    ],
)
def test_a_faulty_command_file_is_told_with_its_line(
    text: str,
    line: int,
    wrong: str,
    journal: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """File, line, what is wrong and what to do; exit 2."""
    path = _command(tmp_path, text)
    assert run([str(journal), "--at", "40", "--instead", str(path)]) == 2
    complaint = capsys.readouterr().err
    assert complaint.startswith(f"{path}:{line}: ")
    assert wrong in complaint
    assert "docs/" in complaint


def test_what_the_rules_refuse_ends_with_one(
    played: Rehearsal, journal: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The code of the refusal and what to do; exit 1."""
    path = _command(tmp_path, '{"actor": "seat:bup", "kind": "task.claim", "body": {"task": "x"}}')
    at = str(_act(played, "fact.shared"))
    assert run([str(journal), "--at", at, "--instead", str(path), "--runs", "1"]) == 1
    assert "the rules refuse it" in capsys.readouterr().err


@pytest.mark.parametrize("at", ["0", "1", "99999", "-3"])
def test_an_entry_that_will_not_do_ends_with_two(
    at: str, journal: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """No such entry, or no act there: the file, the entry, and what to do."""
    assert run([str(journal), "--at", at, "--instead", "none"]) == 2
    assert capsys.readouterr().err.startswith(f"{journal}:{at}: ")


def test_a_file_that_is_no_journal_ends_with_two(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As every other verb that reads journals."""
    path = _command(tmp_path, "{}")
    assert run([str(path), "--at", "3", "--instead", "none"]) == 2
    assert f"{path}:1: " in capsys.readouterr().err
