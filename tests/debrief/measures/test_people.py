"""RL4, RL6 and RL7 on what people said and rated after play, told by hand."""

from __future__ import annotations

import pytest

from debrief.five_r import five_r
from debrief.measures.people import repair, team_safety, undring_depth
from debrief.ratings import agreement, kappa, not_known, rated, themes
from simulator.play.cooperation import Disagree
from simulator.play.decisions import MakeDecision
from simulator.play.kernel import ANONYMOUS, FACILITATOR, Actor, Refusal
from simulator.play.rating import GiveRating
from simulator.play.rooms import decide
from simulator.play.steering import EndPlay
from simulator.play.survey import AnswerSurvey
from simulator.play.wonder import NoteWonder
from tests.debrief.builder import Tale


def _over(wonders: int = 0, dissents: int = 0) -> Tale:
    tale = Tale().start()
    for _ in range(wonders):
        tale.do("rektor", NoteWonder("Hun er stille", "Hvorfor?"))
    for _ in range(dissents):
        tale.do("rektor", Disagree("barnevern", "Det haster", "Planen"))
    tale.steer(EndPlay())
    return tale


def _answered(people: int, step: int) -> Tale:
    tale = _over()
    for _ in range(people):
        tale._do(ANONYMOUS, AnswerSurvey("after", {"Q7": step, "Q8": step, "Q1": 2}))
    return tale


def test_safety_is_told_from_five_people() -> None:
    """Four people give a count and no mean; five give both; it enters no index."""
    four, five = team_safety(_answered(4, 4).record), team_safety(_answered(5, 4).record)
    assert (four.value, four.n) == (None, 4)
    assert (five.value, five.n) == (1, 5)
    assert team_safety(_answered(5, 1).record).value == 0
    assert five_r(_answered(5, 4).record)["relasjoner"].index is None


def test_what_somebody_did_not_know_is_counted_beside_safety() -> None:
    """Only wonderings that say so; it moves neither the figure nor what the figure rests on."""
    tale = Tale().start()
    for unknown in ("Hvorfor?", " ", ""):
        tale.do("rektor", NoteWonder("Hun er stille", unknown))
    tale.steer(EndPlay())
    assert not_known(tale.record) == 1
    assert team_safety(tale.record) == team_safety(_over().record)


def test_a_theme_is_what_people_answered_of_it() -> None:
    """Clarity before and after beside each other; what nobody answered has no mean."""
    rows = {row.theme: row for row in themes(_answered(5, 4).record)}
    assert (rows["clarity"].mean["after"], rows["clarity"].people["after"]) == (2, 5)
    assert (rows["clarity"].mean["before"], rows["clarity"].people["before"]) == (None, 0)
    assert rows["cooperation"].people["after"] == 0


def test_depth_is_the_mean_of_two_raters() -> None:
    """Two and four of five; the newest of each counts; what nobody rated does not."""
    tale = _over(wonders=2)
    for rater, step in (("1", "5"), ("1", "2"), ("2", "4")):
        tale.steer(GiveRating("depth", "rektor-1", step, rater))  # type: ignore[arg-type]
    figure = undring_depth(tale.record)
    assert (figure.value, figure.n) == (0.6, 1)
    assert figure.counts["by_two"] == 1
    assert undring_depth(_over(wonders=2).record).value is None


def test_repair_is_what_raters_found() -> None:
    """Partly by one, yes by the other."""
    tale = _over(dissents=1)
    tale.steer(GiveRating("repair", "rektor-1", "partly", "1"))
    assert repair(tale.record).value == 0.5
    tale.steer(GiveRating("repair", "rektor-1", "yes", "2"))
    assert repair(tale.record).value == 0.75


def test_agreement_is_told_from_five_things() -> None:
    """Four that both rated are too few; with five, share and kappa."""
    tale = _over(wonders=5)
    for number in range(1, 6):
        assert agreement(tale.record, "depth") is None
        for rater in ("1", "2"):
            step = "1" if rater == "2" and number == 5 else str(number % 3)
            tale.steer(GiveRating("depth", f"rektor-{number}", step, rater))
    found = agreement(tale.record, "depth")
    assert found is not None
    assert (found.n, found.share) == (5, 0.8)
    assert found.kappa is not None
    assert 0 < found.kappa < 1
    assert len(rated(tale.record, "depth")) == 5


def test_kappa() -> None:
    """All alike is 1, no better than chance 0, and always the same step says nothing."""
    assert kappa([(0, 0), (1, 1), (2, 2)]) == 1
    assert kappa([(0, 0), (0, 1), (1, 0), (1, 1)]) == pytest.approx(0)
    assert kappa([(2, 2), (2, 2)]) is None


def test_a_reason_is_rated_by_two_and_is_in_no_figure() -> None:
    """0–3 about a decision that was made; one that was never made cannot be rated."""
    tale = Tale().start()
    tale.do("rektor", MakeDecision("Vi ringer hjem i dag"))
    tale.steer(EndPlay())
    before = five_r(tale.record)
    for rater, step in (("1", "2"), ("2", "3")):
        tale.steer(GiveRating("reason", "rektor-1", step, rater))  # type: ignore[arg-type]
    (found,) = rated(tale.record, "reason")
    assert {who: given.step for who, given in found.steps.items()} == {"1": "2", "2": "3"}
    assert {r: row.index for r, row in five_r(tale.record).items()} == {
        r: row.index for r, row in before.items()
    }
    for about, step in (("rektor-2", "1"), ("rektor-1", "4")):
        assert isinstance(
            decide(tale.state, FACILITATOR, GiveRating("reason", about, step)), Refusal
        )


def test_only_whoever_leads_rates_and_only_afterwards() -> None:
    """A seat may not; nor may anybody while play goes on."""
    given = GiveRating("psmu", "roller", "S")
    seat = Actor("colleague", "rektor")
    assert isinstance(decide(_over().state, seat, given), Refusal)
    assert isinstance(decide(Tale().start().state, FACILITATOR, given), Refusal)
    assert not isinstance(decide(_over().state, FACILITATOR, given), Refusal)


def test_nobody_can_be_told_from_an_answer() -> None:
    """The entry holds no seat and no participant; a seat cannot answer in its own name."""
    entry = _answered(1, 3).entries[-1]
    assert str(entry.actor) == "anonymous"
    assert set(vars(entry.event)) == {"when", "answers"}
    own = Actor("seat", "rektor", "p-rektor")
    assert isinstance(decide(_over().state, own, AnswerSurvey("after", {"Q1": 2})), Refusal)
