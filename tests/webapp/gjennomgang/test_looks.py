"""Three looks at the same thing: measured, rated, said; and nobody in what was said."""

from __future__ import annotations

from simulator.journal.store import SqlStore
from simulator.play.rating import Ratings
from simulator.play.survey import Survey
from tests.webapp.gjennomgang.played import Gjennomgang
from webapp.notebook.store import NotebookStore
from webapp.notebook.tables import answered
from webapp.runtime import Runtime


def _said(played: Gjennomgang, here: Runtime) -> list[dict[str, int]]:
    state = here.conduct.state(f"{played.room.exercise_id}-1")
    return [each.answers for each in state[Survey].given]


def test_a_person_answers_once_and_skips_what_they_like(played: Gjennomgang, here: Runtime) -> None:
    """Two of nine statements; the second time there is only thanks, and nothing more is stored."""
    person = played.people[0]
    shown = person.get("/survey").text
    assert 'name="Q7"' in shown
    assert "Hopp over</a>" in shown
    person.post("/survey", {"Q7": "4", "Q1": "2", "Q2": "9"})
    assert _said(played, here) == [{"Q1": 2, "Q7": 4}]
    assert 'name="Q7"' not in person.get("/survey").text
    person.post("/survey", {"Q7": "1"})
    assert len(_said(played, here)) == 1


def test_nobody_answers_for_five(played: Gjennomgang, here: Runtime) -> None:
    """B5: what a phone may write of its own (drafts) does not give it a second answer."""
    person = played.people[0]
    for _again in range(5):
        person.post("/survey", {"Q7": "4"})
        for about in ("survey-after", "answered"):
            person.post_json("/drafts", {"about": about, "text": ""})
    assert len(_said(played, here)) == 1


def test_who_answered_is_kept_without_a_time(played: Gjennomgang, here: Runtime) -> None:
    """B3: what is kept of the person says neither when nor what, so no entry can be told theirs."""
    person = played.people[0]
    me = person.cookie("samspill_seat").partition(".")[0]
    person.post("/survey", {"Q7": "4"})
    assert isinstance(here.store, SqlStore)
    kept = NotebookStore(here.store.database)
    assert kept.has_answered(me, "survey-after")
    assert not kept.has_answered(me, "survey-before")
    assert "survey-after" not in kept.drafts(me)
    assert {column.name for column in answered.columns} == {"participant_id", "about"}


def test_an_answer_is_nobodys(played: Gjennomgang, here: Runtime) -> None:
    """B3: neither participant, seat nor name is in the journal's entry."""
    played.people[0].post("/survey", {"Q7": "4"})
    (entry,) = [
        each
        for each in here.conduct.entries(f"{played.room.exercise_id}-1")
        if each.kind == "survey.answered"
    ]
    assert str(entry.actor) == "anonymous"
    assert set(vars(entry.event)) == {"when", "answers"}
    assert "p:" not in (entry.command_id or "")


def test_three_columns_come_with_the_analysis_and_not_before(played: Gjennomgang) -> None:
    """B2: 403 until the facilitator opens it; then measured, rated and said stand apart, without a
    mean from fewer than five (B5) and without a form for anybody but whoever leads."""
    assert played.leader.get(played.at(1, "looks")).status_code == 403
    played.people[0].post("/survey", {"Q7": "4"})
    for stage in ("description", "analysis"):
        played.open(stage)
    pages = played.everybody("looks")
    for html in pages.values():
        assert "Det dere selv sier" in html
        assert "1 svar. Snitt vises fra 5." in html
        assert "Ikke vurdert" in html
        assert "Undringer som sier hva dere ikke visste: 0" in html
    assert 'value="rating.give"' in pages["leader"]
    assert 'value="rating.give"' not in pages["participant"] + pages["screen"]


def test_a_rating_stands_with_its_note_and_only_whoever_leads_rates(
    played: Gjennomgang, here: Runtime
) -> None:
    """P, S, M or U in words, by each rater; a participant is turned away."""
    for stage in ("description", "analysis"):
        played.open(stage)
    sent = {
        "exercise": played.room.exercise_id,
        "team": f"{played.room.exercise_id}-1",
        "kind": "rating.give",
        "body.scale": "psmu",
        "body.about": "roller",
        "body.step": "S",
        "body.rater": "2",
        "body.note": "Uten navn i ventetiden",
        "body.moment": "12",
        "next": played.at(1, "looks"),
    }
    played.people[0].post("/act", sent)
    state = here.conduct.state(f"{played.room.exercise_id}-1")
    assert state[Ratings].given == {}
    played.leader.post("/act", sent)
    html = played.leader.get(played.at(1, "looks")).text
    assert "Andre: Gikk, med noen vansker" in html
    assert "Uten navn i ventetiden" in html
    assert "replay?at=12" in html


def test_each_r_has_three_columns(played: Gjennomgang) -> None:
    """B3, B5: measured, rated and said beside each other in each of five; of three nobody is asked,
    and no sum or total stands anywhere."""
    played.open("analysis")
    for html in played.everybody("looks").values():
        assert html.count('class="look"') == 15
        assert html.count("Dette spør vi dere ikke om.") == 3
        assert "Sum" not in html
        assert "Totalt" not in html
