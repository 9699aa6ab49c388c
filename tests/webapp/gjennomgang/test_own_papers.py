"""What a participant takes home: whose it is, and when."""

from __future__ import annotations

import pytest

from tests.webapp.gjennomgang.played import Gjennomgang

RESULTS = ("exercise.docx", "exercise.pdf", "result.docx", "result.pdf")
MAPS = ("map.docx", "map.pdf")


@pytest.mark.parametrize("file", RESULTS)
def test_no_result_before_the_analysis(played: Gjennomgang, file: str) -> None:
    """B2: 403 until whoever leads opens the analysis; then a file of its sort."""
    assert played.people[0].get(f"/mine/{file}").status_code == 403
    played.open("analysis")
    told = played.people[0].get(f"/mine/{file}")
    assert told.status_code == 200
    assert told.data[:2] == (b"PK" if file.endswith("docx") else b"%P")


@pytest.mark.parametrize("file", MAPS)
def test_the_map_is_there_when_play_is_over(played: Gjennomgang, file: str) -> None:
    """It has no figure to wait for."""
    assert played.people[0].get(f"/mine/{file}").status_code == 200


def test_ones_own_exercise_is_for_oneself(analysed: Gjennomgang) -> None:
    """B3: each gets their own; whoever leads, the room and strangers get none."""
    mine, yours = (each.get("/mine/exercise.docx").data for each in analysed.people[:2])
    assert mine != yours
    for browser in (analysed.leader, analysed.screen):
        for file in (*RESULTS, *MAPS):
            assert browser.get(f"/mine/{file}").status_code in (303, 403)


def test_there_is_no_other_form(analysed: Gjennomgang) -> None:
    """A sort that is not made is not found."""
    assert analysed.people[0].get("/mine/exercise.xlsx").status_code == 404
    assert analysed.people[0].get("/mine/map.exe").status_code == 404


def test_the_last_phase_leads_there(played: Gjennomgang) -> None:
    """A participant finds the map; once the figures are open, own exercise and team's page too."""
    played.open("application")
    shown = played.everybody()
    assert "/map" in shown["participant"]
    assert ("/mine/exercise.pdf" in shown["participant"]) == (
        "/mine/result.pdf" in shown["participant"]
    )
    assert "/mine/exercise.pdf" not in shown["leader"] + shown["screen"]
    played.open("analysis")
    played.open("application")
    assert "/mine/exercise.pdf" in played.everybody()["participant"]
