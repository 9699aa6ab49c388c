"""A team's journal as a file: for whoever leads, after the analysis was opened, without names."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.journal.file import read_journal
from simulator.play.rooms import EVENTS
from tests.webapp.gjennomgang.played import NAMES, Gjennomgang
from webapp.exports.making import MAKERS, MEDIA
from webapp.runtime import Runtime


@pytest.mark.parametrize("form", MAKERS)
def test_no_export_holds_a_name_or_an_id(analysed: Gjennomgang, here: Runtime, form: str) -> None:
    """C10, domain 6.6 (4): neither the names people chose nor the ids of participants."""
    answer = analysed.leader.get(analysed.at(1, f"journal.{form}"))
    assert answer.status_code == 200
    assert answer.mimetype == MEDIA[form]
    assert f'filename="journal-1.{form}"' in answer.headers["Content-Disposition"]
    people = here.room.participants(analysed.room.exercise_id)
    for secret in (*NAMES, *(each.id for each in people)):
        assert secret.encode() not in answer.data


def test_the_file_is_a_journal_as_it_was_played(
    analysed: Gjennomgang, here: Runtime, tmp_path: Path
) -> None:
    """What comes out as JSON Lines is read back, entry for entry."""
    file = tmp_path / "journal.jsonl"
    file.write_bytes(analysed.leader.get(analysed.at(1, "journal.jsonl")).data)
    found = read_journal(file, EVENTS).entries
    kept = here.conduct.entries(f"{analysed.room.exercise_id}-1")
    assert [(each.seq, each.kind, each.at_ms) for each in found] == [
        (each.seq, each.kind, each.at_ms) for each in kept
    ]


def test_the_same_journal_gives_the_same_bytes(analysed: Gjennomgang) -> None:
    """Two downloads of one journal are equal."""
    for form in MAKERS:
        first, second = (analysed.leader.get(analysed.at(1, f"journal.{form}")) for _ in range(2))
        assert first.data == second.data


def test_none_comes_before_the_analysis_and_none_to_others(played: Gjennomgang) -> None:
    """B2 and D7: 403 until the facilitator has opened it; never for participants or the room."""
    for form in MAKERS:
        assert played.leader.get(played.at(1, f"journal.{form}")).status_code == 403
    played.open("analysis")
    for form in MAKERS:
        assert played.leader.get(played.at(1, f"journal.{form}")).status_code == 200
        for other in (played.people[0], played.screen):
            assert other.get(played.at(1, f"journal.{form}")).status_code in (303, 403)
    assert played.leader.get(played.at(1, "journal.doc")).status_code == 404
    assert played.leader.get(played.at(7, "journal.csv")).status_code == 404


def test_the_timeline_leads_to_them(analysed: Gjennomgang) -> None:
    """Whoever leads finds the files where the journal is read; nobody else is shown them."""
    shown = analysed.everybody("timeline")
    for form in MAKERS:
        assert f'/journal.{form}"' in shown["leader"]
        assert f'/journal.{form}"' not in shown["screen"] + shown["participant"]


def test_documents_and_exports_lead_to_each_other(analysed: Gjennomgang) -> None:
    """Whoever leads and looks for a file in the wrong place is told the other."""
    timeline, documents = analysed.at(1, "timeline"), analysed.at(1, "documents")
    assert f'href="{timeline}#journal-title"' in analysed.leader.get(documents).text
    shown = analysed.leader.get(timeline).text
    journal = shown[shown.index('id="journal-title"') :]
    assert f'href="{documents}"' in journal[: journal.index("</section>")]
