"""``samspill debrief`` on paper."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

from scenarios.loader import load
from simulator.journal.file import write_journal
from simulator.rehearse import rehearse
from tests.debrief.documents.web_page import WebPage
from webapp.cli.debrief import TOLD, UNREADABLE, run


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    """A rehearsal as a file."""
    made = rehearse(load("small"), "45", seed=3)
    path = tmp_path / "journal.jsonl"
    write_journal(path, made.document, made.entries)
    return path


def test_each_form_is_written_in_the_language_asked_for(
    journal: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """All four at once, told by where they are; the log is the only sheet."""
    files = {form: tmp_path / f"out.{form}" for form in ("docx", "pdf", "html", "xlsx")}
    asked = [word for form, path in files.items() for word in (f"--{form}", str(path))]
    assert run([str(journal), *asked, "--lang", "en"]) == TOLD
    assert capsys.readouterr().out.split() == [str(path) for path in files.values()]
    assert all(path.stat().st_size for path in files.values())
    read = PdfReader(files["pdf"])
    assert read.metadata is not None
    assert str(read.metadata.title).startswith("Evaluation report")


def test_the_short_one_is_asked_for_by_name(journal: Path, tmp_path: Path) -> None:
    """``--one-page`` writes the result instead of the report."""
    path = tmp_path / "out.pdf"
    page = tmp_path / "out.html"
    asked = [str(journal), "--pdf", str(path), "--html", str(page), "--one-page", "--lang", "nn"]
    assert run(asked) == TOLD
    read = PdfReader(path)
    assert read.metadata is not None
    assert read.metadata.title == "Resultat på éi side"
    assert WebPage(page.read_bytes()).all("title") == ["Resultat på éi side"]


def test_a_place_that_cannot_be_written_is_told(
    journal: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Words and exit code 2, no trace."""
    assert run([str(journal), "--pdf", str(tmp_path / "nowhere" / "x.pdf")]) == UNREADABLE
    assert "nowhere" in capsys.readouterr().err


def test_figures_alone_bring_no_server_and_no_paper_along() -> None:
    """Whoever asks for figures waits for neither Flask nor Typst to be imported."""
    asked = "import sys, webapp.cli.debrief; print(*sys.modules)"
    told = subprocess.run([sys.executable, "-c", asked], check=True, capture_output=True, text=True)
    assert not {"flask", "gevent", "typst", "docx", "openpyxl"} & set(told.stdout.split())
