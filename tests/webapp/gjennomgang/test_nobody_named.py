"""Nobody is named, nobody is ranked: pairs and things, never a person at fault."""

from __future__ import annotations

import pytest

from debrief.record import Record
from debrief.responses import response_rows
from tests.webapp.gjennomgang.played import NAMES, PAGES, Gjennomgang
from webapp.runtime import Runtime


def _missed(here: Runtime, exercise_id: str) -> list[tuple[str, str]]:
    """Seat and words of what was expected in team 1 and never came."""
    row = here.store.exercise(exercise_id)
    record = Record(here.conduct.plan(row), here.conduct.entries(f"{exercise_id}-1"))
    plan = record.plan
    return [
        (each.seat, plan.expected[each.expected][1].text)
        for each in response_rows(record)
        if each.standing == "missed"
    ]


@pytest.mark.parametrize("stage", ["reactions", "description", "analysis", "application"])
def test_no_page_holds_a_persons_name_or_id(played: Gjennomgang, here: Runtime, stage: str) -> None:
    """B3: neither the names people chose nor the ids of participants stand anywhere."""
    played.open(stage)
    ids = [each.id for each in here.room.participants(played.room.exercise_id)]
    pages = ("", *PAGES) if stage in ("analysis", "application") else ("",)
    for page in pages:
        for shown in played.everybody(page).values():
            for secret in (*NAMES, *ids):
                assert secret not in shown


def test_the_room_sees_nobody_beside_a_fault(analysed: Gjennomgang, here: Runtime) -> None:
    """B3: what was missed is told of a pair or of nobody; no seat's own times; no free text."""
    missed = _missed(here, analysed.room.exercise_id)
    assert missed
    timeline = analysed.screen.get(analysed.at(1, "timeline")).text
    for _seat, text in missed:
        assert f"Ikke gjort innen fristen: {text}" not in timeline
    responses = analysed.screen.get(analysed.at(1, "responses")).text
    assert 'class="seat-times"' not in responses
    assert "Rolle for rolle" not in responses


def test_a_participant_sees_the_times_of_the_own_seat_alone(
    analysed: Gjennomgang, here: Runtime
) -> None:
    """B3: a single seat's own times only to that seat and the øvingsleder."""
    assert analysed.leader.get(analysed.at(1, "responses")).text.count('class="seat-times"') > 1
    for person in analysed.people:
        shown = person.get("/gjennomgang/vis/responses").text
        assert shown.count('class="seat-times"') <= 1
        row = here.room.participant(person.cookie("samspill_seat").partition(".")[0])
        assert row is not None
        assert row.seat_id
        name = here.scenario(analysed.room.exercise_id, "nb")
        seat = next(each.name for each in name.seats if each.id == row.seat_id)
        if 'class="seat-times"' in shown:
            assert f"<summary>{seat}</summary>" in shown


def test_a_participant_reads_what_they_missed_and_others_only_between_whom(
    analysed: Gjennomgang, here: Runtime
) -> None:
    """B3: the timeline of a team tells a missed act in full to its own seat alone."""
    missed = _missed(here, analysed.room.exercise_id)
    for person in analysed.people:
        row = here.room.participant(person.cookie("samspill_seat").partition(".")[0])
        assert row is not None
        timeline = person.get("/gjennomgang/vis/timeline").text
        for seat, text in missed:
            told = f"Ikke gjort innen fristen: {text}" in timeline
            assert told == (seat == row.seat_id)


def test_no_door_leads_to_another_team(analysed: Gjennomgang) -> None:
    """D7: a participant has no address for it, and the screen of another room has none."""
    for path in (analysed.at(1), analysed.at(2), analysed.at(2, "timeline")):
        assert analysed.people[0].get(path).status_code in (303, 403)


def test_several_teams_are_chosen_and_never_compared(analysed: Gjennomgang) -> None:
    """B3: the choice of a team shows no figure; the room sees the questions alone."""
    address = f"/gjennomgang/{analysed.room.exercise_id}"
    for browser in (analysed.leader, analysed.screen):
        shown = browser.get(address).text
        assert "moment-card" not in shown
        assert "level-mark" not in shown
    assert "Lag 2" in analysed.leader.get(address).text
