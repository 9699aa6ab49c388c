"""The first minute: a line, three moments, a count, a question; each with its entries."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import debrief
from debrief.child_line import child_line
from debrief.first_minute import first_minute
from debrief.record import Record
from debrief.said import Blank, Said, named
from simulator.play.baton import TakeBaton
from simulator.play.handover import OfferHandover, StartHandover, TakeOver, TellFamily
from simulator.play.kernel import ENGINE
from simulator.play.situation import SituationMoved
from simulator.play.tasks import ClaimTask
from simulator.play.voice import SeekVoice, TellBack
from tests.debrief.builder import Tale, small
from tests.debrief.played import played

PASS = "kontaktlaerer-helsesykepleier-1"


def _all(record: Record) -> list[Said]:
    told = first_minute(record)
    parts = (told.held, told.gap, told.change, told.count, told.question)
    return [each for each in parts if each]


@pytest.mark.parametrize("players", ["typical", "silent"])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_every_part_rests_on_entries_and_is_in_the_scenarios_words(players: str, seed: int) -> None:
    """Each sentence can be clicked, and its blanks are names and texts, never ids."""
    record = Record(small(), played(players, seed))
    last = len(record.entries)
    for said in _all(record):
        assert said.seqs or said.code == "question.what_made_it_hold"
        assert all(0 < seq <= last for seq in said.seqs)
        for key, words in named(small(), said.about).items():
            assert words, key
            if key not in ("minutes", "days", "done", "of", "step"):
                assert words not in {*small().seats, *small().tasks, *small().facts}


def test_a_silent_team_has_nothing_that_held() -> None:
    """Nothing is praised that did not happen; the longest stretch and the count say what did."""
    told = first_minute(Record(small(), played("silent", 1)))
    assert told.held is None
    assert told.gap
    assert told.gap.code == "gap.task"
    assert told.count
    assert told.count.about == {"done": 0, "of": 2}
    assert told.question.code == "question.when_was_she_asked"


def test_a_closed_loop_is_the_first_thing_that_held() -> None:
    """Taken over, started and told: counted, and told as what held."""
    tale = Tale().start().wait(10_000)
    tale.deliver("I5")
    tale.do("helsesykepleier", SeekVoice("child"))
    tale.do("kontaktlaerer", OfferHandover("helsesykepleier", "Tar du det?", facts=("F3", "F5")))
    for step in (TakeOver(PASS), StartHandover(PASS), TellFamily(PASS)):
        tale.wait(1_000).do("helsesykepleier", step)
    told = first_minute(tale.at(600_000).end_leg().record)
    assert told.held
    assert told.held.code == "held.handover_told"
    assert told.count
    assert told.count.about == {"done": 1, "of": 1}
    assert told.change
    assert told.change.code == "change.card_never_came"
    assert told.question.code == "question.card"


def test_words_told_back_and_tasks_kept_hold_too() -> None:
    """Where no handover held, what the child was told is next, then a task kept over a jump."""
    tale = Tale().start().wait(10_000)
    tale.open("T1")
    tale.do("kontaktlaerer", ClaimTask("T1"))
    tale.at(600_000).end_leg().jump()
    kept = first_minute(tale.record)
    assert kept.held
    assert kept.held.code == "held.task_kept"
    tale.do("helsesykepleier", SeekVoice("child"))
    tale.do("helsesykepleier", TellBack("helsesykepleier-1", "Du får begynne med Sara"))
    told = first_minute(tale.record)
    assert told.held
    assert told.held.code == "held.told_back"
    assert told.count
    assert told.count.code == "count.tasks"


def test_without_tasks_the_coordination_is_the_gap() -> None:
    """Nobody coordinated until it was taken, five minutes in."""
    tale = Tale().start().at(300_000)
    tale.do("rektor", TakeBaton())
    gap = first_minute(tale.at(600_000).end_leg().record).gap
    assert gap
    assert (gap.code, gap.about["minutes"]) == ("gap.coordination", 5)


def test_before_play_there_is_nothing_to_tell() -> None:
    """A team that has not begun has no line, no moments and an open question."""
    told = first_minute(Tale().record)
    assert (told.child.start, told.child.steps, told.child.end) == ((), (), ())
    assert [told.held, told.gap, told.change, told.count] == [None] * 4
    assert told.question.code == "question.what_made_it_hold"


def test_her_line_tells_each_change_of_words_with_its_cause() -> None:
    """Trust over a line changes her words; a smaller move does not."""
    tale = Tale().start().wait(10_000)
    tale.tell(ENGINE, SituationMoved("listened", "x", {"trust": 60}))
    moved = tale.tell(ENGINE, SituationMoved("told_back", "x", {"trust": 72}))
    tale.deliver("I3")
    tale.tell(ENGINE, SituationMoved("inject", "I3", {"load": 45}))
    line = child_line(tale.record)
    assert [(step.value, step.better) for step in line.steps] == [("trust", True), ("load", False)]
    assert (line.steps[0].seq, line.steps[0].text) == (moved.seq, "Tuva forteller av seg selv.")
    assert line.steps[0].cause == "Tuva fikk vite hva som kom ut av det hun fortalte."
    assert (line.steps[1].cause, line.steps[1].inject) == ("", "I3")
    assert line.start[0] == "Tuva forteller litt når noen spør."
    assert line.end[0] == "Tuva forteller av seg selv."


def test_blanks_become_words_and_the_rest_stays() -> None:
    """Ids become the scenario's words, tuples a list, numbers and unknown ids themselves."""
    about: dict[str, Blank] = {
        "seat": "rektor", "to": ("rektor", "barnevern"), "task": "T1", "decision": "D1",
        "voice": "V1", "scene": "host", "fact": "F7", "expected": "X1", "inject": "I8",
        "on": "listened", "expected_handover": "H1", "minutes": 4, "owner": "",
    }  # fmt: skip
    words = named(small(), about)
    assert words["to"] == "Rektor, Kontaktperson i barnevernet"
    assert words["inject"] == "Tuva spør om hun kan begynne på SFO igjen."
    assert words["on"] == "Noen hadde tid til å høre på Tuva."
    assert words["decision"] == "Hvem er Tuvas faste voksne på skolen?"
    assert (words["minutes"], words["owner"]) == ("4", "")
    assert named(small(), {"task": "no-such", "voice": "x", "inject": "adhoc-1"})["task"] == (
        "no-such"
    )


def test_the_debrief_holds_no_sentences_of_its_own() -> None:
    """Every word on a screen comes from the scenario or the screens' own translations."""
    folder = Path(debrief.__file__).parent
    strings = re.compile(r'"([^"\n]*[æøåÆØÅ][^"\n]*)"')
    for file in folder.rglob("*.py"):
        code = re.sub(r'"""(.|\n)*?"""', "", file.read_text(encoding="utf-8"))
        assert strings.findall(code) == [], file.name
