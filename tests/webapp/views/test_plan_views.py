"""The views of Planen, each for its reader: individuell plan, stafettlogg, referat, min sak."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest

from scenarios.loader import Loaded
from simulator.play.care_plan import EvaluateMeasure, LeadPlan, SetGoal, SetMeasure
from simulator.play.consent import AskConsent
from simulator.play.kernel import Command
from simulator.play.meetings import CallMeeting, Decide, OpenMeeting, ReplyMeeting
from simulator.play.voice import SeekVoice, TellBack
from tests.simulator.planning import with_plan
from webapp.regions.individual_plan import individual_plan
from webapp.regions.minutes import minutes
from webapp.regions.my_case import my_case
from webapp.regions.relay_log import relay_log
from webapp.regions.sight import Sight

FIRST = "helsesykepleier"
GOAL = "Jeg vil ha noen å leke med"
MEASURE = "Fast voksen i friminuttene"
See = Callable[..., AbstractContextManager[Sight]]
Acts = Callable[[str, Command], None]


@pytest.fixture(scope="session")
def small() -> Loaded:
    """The small scenario, with Planen named in its formats."""
    return with_plan()


def test_the_individual_plan_has_every_field_with_its_source(acts: Acts, sight: See) -> None:
    """T05: each field of the regulation, what stands there, source mark and the day it was read."""
    acts("rektor", SetGoal(GOAL, resources="Hun er god til å tegne"))
    acts(
        "rektor",
        SetMeasure(
            "rektor-1",
            MEASURE,
            "rektor",
            "Leker igjen",
            "2wd",
            how="Hver dag",
            family="Mamma følger til porten",
            helpers=("kontaktlaerer",),
        ),
    )
    for lang in ("nb", "nn", "en"):
        with sight("kontaktlaerer", lang=lang) as seen:
            view = individual_plan(seen)
        filled = [field for field in view.fields if field.lines]
        assert len(view.fields) == 11
        assert len(filled) >= 8
        assert all("IP-forskr." in field.source and "2026" in field.source for field in view.fields)
    with sight("barnevern") as seen:
        assert individual_plan(seen).fields == ()


def test_the_relay_log_tells_who_did_what(acts: Acts, sight: See) -> None:
    """M13, M14: actors, measures with evaluation, one holder or none; newest first."""
    acts("rektor", SetGoal(GOAL))
    acts("rektor", SetMeasure("rektor-1", MEASURE, "kontaktlaerer", by="2wd"))
    acts("rektor", LeadPlan())
    acts("kontaktlaerer", EvaluateMeasure("rektor-1", "better", "keep", by="2wd"))
    with sight("rektor") as seen:
        log = relay_log(seen)
        assert log.lines[0].what == f"evaluerte et tiltak: {MEASURE} (bedre, fortsetter)"
        assert [line.who for line in log.lines] == ["Kontaktlærer", "Rektor", "Rektor", "Rektor"]
        assert log.holder == ""
    with sight("barnevern") as seen:
        assert relay_log(seen).lines[0].what == "evaluerte et tiltak"


def test_minutes_are_for_who_was_there(acts: Acts, sight: See) -> None:
    """Decisions with owner and date; who was not there reads only what it answers for."""
    acts("rektor", CallMeeting(("kontaktlaerer",), "Om Tuva", family=True))
    acts("kontaktlaerer", ReplyMeeting("rektor-1", comes=True))
    acts("rektor", OpenMeeting("rektor-1"))
    acts("rektor", Decide("rektor-1", "Ringe hjem hver fredag", "kontaktlaerer", "1wd"))
    acts("rektor", Decide("rektor-1", "Sende saken videre", "barnevern"))
    with sight("kontaktlaerer") as seen:
        (meeting,) = minutes(seen).meetings
        assert [each.owner for each in meeting.decisions] == [
            "Kontaktlærer",
            "Kontaktperson i barnevernet",
        ]
        assert meeting.decisions[0].until
        assert meeting.decisions[1].until == ""
    with sight("barnevern") as seen:
        (part,) = minutes(seen).meetings
        assert [each.text for each in part.decisions] == ["Sende saken videre"]
        assert not part.whole
    with sight(FIRST) as seen:
        assert minutes(seen).meetings == ()
        assert minutes(seen).others == 1


def test_her_page_holds_only_what_she_has_been_told(
    acts: Acts, sight: See, advance: Callable[[int], None]
) -> None:
    """T07: her words first; a measure stands there once somebody has told her, not before."""
    acts(FIRST, SeekVoice("child"))
    acts(FIRST, SetGoal(GOAL, f"{FIRST}-1"))
    acts(FIRST, SetMeasure(f"{FIRST}-1", MEASURE, FIRST, by="2wd"))
    with sight(FIRST) as seen:
        page = my_case(seen)
        assert page.own
        assert page.promises == ()
    acts(FIRST, TellBack(f"{FIRST}-1", "Nå er det alltid en voksen ute"))
    with sight(FIRST) as seen:
        page = my_case(seen)
        assert [each.what for each in page.promises] == [MEASURE]
        assert page.own[0].told == "Nå er det alltid en voksen ute"
        assert page.people == ("Helsesykepleier",)
    advance(4_000)
    acts(FIRST, SetMeasure(measure=f"{FIRST}-1", text="Noe helt annet"))
    with sight(FIRST) as seen:
        assert my_case(seen).promises == ()
    with sight("rektor") as seen:
        page = my_case(seen)
        assert (page.own, page.promises, page.unread) == ((), (), 1)
    with sight() as seen:
        assert my_case(seen).own


def test_consent_to_the_plan_is_shown_as_it_stands(acts: Acts, sight: See) -> None:
    """T05, T06: asked or not, answered or not, told to who takes part; no answer is presumed."""
    acts("rektor", SetGoal(GOAL))
    with sight("rektor") as seen:
        assert individual_plan(seen).consent == ("Ingen har spurt om samtykke til planen.",)
    acts("rektor", AskConsent("parent", "plan", why="Så alle vet hva de andre gjør"))
    with sight("rektor") as seen:
        asked = individual_plan(seen).consent
        assert len(asked) == 1
        assert asked != ("Ingen har spurt om samtykke til planen.",)
    with sight("barnevern") as seen:
        assert individual_plan(seen).consent == ("Det vet de som er med i planen.",)
