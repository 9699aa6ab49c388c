"""Planen on the desk: from a goal to its evaluation, and what each reader may see."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from html import escape

import pytest

from scenarios.loader import Loaded
from simulator.play.care_plan import SetGoal, SetMeasure
from simulator.play.kernel import Command, State
from simulator.play.planned import CarePlan
from simulator.play.voice import SeekVoice, TellBack, Voices
from tests.simulator.planning import with_plan
from tests.webapp.browser import CHOSEN, Browser
from webapp.regions.individual_plan import individual_plan
from webapp.regions.render import DESK, render
from webapp.regions.sight import Sight

FIRST = "helsesykepleier"
VIEWS = ("planen", "min-sak", "stafettlogg", "individuell-plan", "referat")
PLAN = ("plan", "plan-mine", "plan-log", "plan-ip", "plan-minutes")
GOAL = "Jeg vil ha noen å leke med"
MEASURE = "Fast voksen i friminuttene"
See = Callable[..., AbstractContextManager[Sight]]
Acts = Callable[[str, Command], None]


@pytest.fixture(scope="session")
def small() -> Loaded:
    """The small scenario, with Planen named in its formats."""
    return with_plan()


def test_from_a_goal_to_its_evaluation_by_plain_forms(
    person: Browser, state: Callable[..., State]
) -> None:
    """T03, T05: goal, measure, lead and evaluation, each a form that suggests nothing."""
    assert "Åpne planen" in person.words("/desk?place=child")
    body = {"kind": "goal.set", "body.words": GOAL}
    assert person.post("/act", body).status_code == 303
    assert "Bygger ikke på noe Tuva selv har sagt ennå." in person.words("/desk/plan")
    goal = next(iter(state()[CarePlan].goals))
    assert GOAL in person.words(f"/desk/do/measure?about={goal}")
    body = {"kind": "measure.set", "body.goal": goal, "body.text": MEASURE, "body.owner": FIRST}
    person.post("/act", {**body, "body.by": "2wd", "body.expected": "Hun er med i leken"})
    measure = next(iter(state()[CarePlan].measures))
    shown = person.words("/desk/plan")
    assert MEASURE in shown
    assert "Evalueres innen" in shown
    tapped = {"tap": f"kind=measure.set&measure={measure}&state=under_way"}
    assert person.post("/desk/tap", tapped).status_code == 303
    assert "i gang" in person.words("/desk/plan")
    person.post("/desk/tap", {"tap": "kind=plan.lead"})
    assert state()[CarePlan].lead == FIRST
    assert MEASURE in person.words(f"/desk/do/evaluate?about={measure}")
    body = {"kind": "measure.evaluate", "body.measure": measure, "body.effect": "better"}
    person.post("/act", {**body, "body.verdict": "stop", "body.line": "Hun ler mer"})
    shown = person.words("/desk/plan")
    assert "avsluttet" in shown
    assert "Hun ler mer" in shown
    assert person.get(f"/desk/do/evaluate?about={measure}").status_code == 404


@pytest.mark.parametrize("verb", ["goal", "measure", "remeasure", "evaluate"])
def test_a_form_of_the_plan_suggests_nothing(verb: str, person: Browser, acts: Acts) -> None:
    """Nothing is chosen and nothing filled in beforehand."""
    acts("rektor", SetGoal(GOAL))
    acts("rektor", SetMeasure("rektor-1", MEASURE, FIRST, by="2wd"))
    form = person.get(f"/desk/do/{verb}?about=rektor-1").text.partition('class="verb-form"')[2]
    assert form
    assert not CHOSEN.search(form)
    assert not re.search(r"<textarea[^>]*>([^<]+)</textarea>", form)


def test_only_who_takes_part_reads_the_words(acts: Acts, sight: See, person: Browser) -> None:
    """Others are told who is in the plan and how much there is, in every view and no word more."""
    acts("rektor", SetGoal(GOAL))
    acts("rektor", SetMeasure("rektor-1", MEASURE, "rektor", by="2wd"))
    with sight(FIRST) as seen:
        shown = "".join(part.html for part in render(seen, (*DESK, *PLAN)))
        assert escape(GOAL) not in shown
        assert escape(MEASURE) not in shown
        assert "Rektor" in shown
    with sight("rektor") as seen:
        assert escape(GOAL) in "".join(part.html for part in render(seen, PLAN))
    for verb in ("goal", "measure", "remeasure", "evaluate"):
        assert person.get(f"/desk/do/{verb}?about=rektor-1").status_code == 404


def test_her_words_are_shown_only_to_the_seat_that_heard_them(
    acts: Acts, sight: See, state: Callable[..., State]
) -> None:
    """T03: a goal links back to her words; who did not hear them reads that they are hers."""
    acts(FIRST, SeekVoice("child", "school", "drawing"))
    heard = state()[Voices].listenings[f"{FIRST}-1"]
    assert heard.voice
    acts(FIRST, SetGoal(GOAL, f"{FIRST}-1"))
    acts(FIRST, SetMeasure(f"{FIRST}-1", MEASURE, "barnevern", by="2wd"))
    with sight(FIRST) as seen:
        said = escape(seen.plan.voices[heard.voice].text[:30])
        assert said in "".join(part.html for part in render(seen, PLAN))
        assert any("tegning" in line for f in individual_plan(seen).fields for line in f.lines)
    with sight("barnevern") as seen:
        shown = "".join(part.html for part in render(seen, PLAN))
        assert said not in shown
        assert "Bygger på det Tuva selv har sagt til Helsesykepleier." in shown


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_is_a_page_with_headed_tables(view: str, person: Browser, acts: Acts) -> None:
    """Empty or not, each view is a page of its own; every table has a caption and headers."""
    assert person.get(f"/desk/plan?view={view}").status_code == 200
    acts("rektor", SeekVoice("child"))
    acts("rektor", SetGoal(GOAL, "rektor-1"))
    acts("rektor", SetMeasure("rektor-1", MEASURE, FIRST, by="2wd"))
    acts("rektor", TellBack("rektor-1", "Du får en fast voksen"))
    shown = person.get(f"/desk/plan?view={view}").text
    for table in re.findall(r"<table.*?</table>", shown, re.DOTALL):
        assert "<caption" in table
        assert table.count('scope="col"') == 3
        assert 'scope="row"' in table
    assert person.get("/desk/plan?view=noe").status_code == 404


def test_the_date_waits_in_the_inbox_and_on_the_role_page(
    person: Browser,
    acts: Acts,
    advance: Callable[[int], None],
) -> None:
    """The reminder opens with the evaluation one tap away; the owner sees what it answers for."""
    advance(2_000)
    acts("rektor", SetGoal(GOAL))
    acts("rektor", SetMeasure("rektor-1", MEASURE, FIRST, by="1h"))
    assert MEASURE in person.words("/desk?place=role")
    advance(60_000)
    assert "Tid for å evaluere" in person.words("/desk")
    shown = person.words(f"/desk/items/measure.rektor-1-1@{FIRST}")
    assert "/desk/do/evaluate?about=rektor-1" in shown
