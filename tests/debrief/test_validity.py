"""A small run of the validity experiments: the whole of it is ``benchmarks/validity.py``."""

from __future__ import annotations

import pytest

from benchmarks._bars import alike, auc, cheats, icc, judged, ladder, of_mean, weaknesses
from benchmarks._teams import Index, Team, alike_teams, play, skill_teams
from benchmarks._validity_page import page, unlike_known
from debrief.five_r import NAMES
from scenarios.behaviour.traits import TRAITS

RUNS = 12


@pytest.fixture(scope="module")
def found() -> dict[str, list[Index]]:
    """Emma's ninety minutes, twelve seeds for each profile of the ladder."""
    seeds, names = range(1, RUNS + 1), ("silent", "novice", "typical", "expert")
    return {name: [play("emma", "90", Team(name, name), seed) for seed in seeds] for name in names}


def test_every_r_rises_with_how_well_a_team_plays(found: dict[str, list[Index]]) -> None:
    """The median of each R rises from silent over novice and typical to expert."""
    steps = list(ladder(found))
    assert [each.of for each in steps] == list(NAMES)
    assert [each for each in steps if not each.holds] == []


@pytest.mark.parametrize("team", alike_teams("emma"), ids=lambda team: team.name)
def test_what_has_nothing_to_do_with_it_moves_nothing(team: Team) -> None:
    """One exercise told or played otherwise gets the same indices, to a hair."""
    usual = play("emma", "90", Team("typical"), 3)
    other = play("emma", "90", team, 3)
    most = 0.1 if team.event in ("late", "absent") else 0.01
    for r in NAMES:
        assert usual[r] == pytest.approx(other[r], abs=most), r


def _cell(**changed: float) -> dict[str, float | None]:
    return {r: changed.get(r, 0.6) for r in NAMES}


def test_a_weakness_that_shows_elsewhere_does_not_hold() -> None:
    """The experiment fails where another R falls as often or as much, or a cheat gains."""
    usual, fallen = [_cell()] * 10, [_cell(regler=0.4)] * 8 + [_cell()] * 2
    found = {
        "typical": usual,
        "weak:roller": [_cell(roller=0.4)] * 7 + [_cell(regler=0.1)] * 3,
        "weak:regler": fallen,
        "weak:rammer": [_cell(rammer=0.4)] * 10,
        "frozen typical": usual,
        "frozen weak:roller": [_cell(roller=0.4)] * 10,
        "frozen weak:regler": fallen,
        "frozen weak:rammer": [_cell(rammer=0.4, retning=0.4, roller=0.4, regler=0.4)] * 10,
        "cheat:share-all": [_cell(rammer=0.7)] * 6 + [_cell()] * 4,
        "cheat:share-none": [_cell(rammer=0.7)] * 4 + [_cell()] * 6,
    }
    held = {each.of: each.holds for each in weaknesses(found)}
    assert held == {"rammer": False, "roller": False, "regler": True}
    told = {each.of: each.holds for each in cheats(found)}
    assert told == {"cheat:share-all": False, "cheat:share-none": True}


def test_a_move_of_more_than_a_hair_does_not_hold() -> None:
    """Up or down."""
    found = {"typical": [_cell()], "pause": [_cell(rammer=0.57)], "restart": [_cell(rammer=0.61)]}
    assert {each.of: each.holds for each in alike(found)} == {"pause": False, "restart": True}


def test_how_often_the_better_stands_above() -> None:
    """All, half with ties, none."""
    assert auc([2, 3], [0, 1]) == 1
    assert auc([1, 1], [1, 1]) == 0.5
    assert auc([0], [1]) == 0
    assert auc([], [1]) is None


def test_what_differs_between_teams_and_within() -> None:
    """Alike within and apart between is 1; apart within and alike between is at most 0."""
    assert icc([[1, 1], [2, 2], [3, 3]]) == 1
    assert (icc([[1, 3], [1, 3]]) or 0) <= 0
    assert icc([[1, 1]]) is None
    assert of_mean(0.5, 5) == pytest.approx(5 / 6)
    # Six targets, four judges: the worked example of Shrout and Fleiss (1979), ICC(1,1) = .17.
    worked = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]
    assert icc(worked) == pytest.approx(0.17, abs=0.005)


def test_a_service_that_is_always_there_cannot_be_left_out() -> None:
    """Where no service may be missing, nothing is claimed about one that is."""
    assert "absent" in {team.name for team in alike_teams("emma")}
    assert "absent" not in {team.name for team in alike_teams("small")}


def test_a_vector_has_a_value_for_each_trait() -> None:
    """Thirty, no two alike, the same each time."""
    once, again = skill_teams(), skill_teams()
    assert once == again
    assert len({tuple(team.traits.values()) for team in once}) == 30
    assert all(set(team.traits) == set(TRAITS) for team in once)


def test_what_does_not_hold_stands_on_the_page() -> None:
    """The page names each failure, and says that teams are simulated."""
    cells = {"typical": [_cell()], "cheat:share-all": [_cell(regler=0.9)]}
    played = [
        {"scenario": "emma 90", "verdicts": [vars(each) for each in judged(cells)]},
    ]
    words = {"date": "2026-11-23", "engine": 2, "measures": 3, "runs": 1, "held": 5, "of": 6}
    told = page({**words, "played": played})
    assert "emma 90: `cheat:share-all` gains" in told
    assert "simulated" in told


def test_only_what_is_told_with_its_cause_may_be_missed() -> None:
    """A bar newly missed is named, and so is one that holds again; what has no bar is neither."""
    known = {"asked": "own_most", "of": "roller", "holds": False}
    missed = {"asked": "own_most", "of": "regler", "holds": False}
    no_bar = {"asked": "icc", "of": "regler", "holds": None}
    assert not unlike_known([{"scenario": "avslaget 45", "verdicts": [known, no_bar]}])
    (told,) = unlike_known([{"scenario": "avslaget 45", "verdicts": [known, missed]}])
    assert "regler" in told
    (told,) = unlike_known([{"scenario": "avslaget 45", "verdicts": [{**known, "holds": True}]}])
    assert "roller" in told
