"""What the lists tell of handovers, responses, tasks and questions, and of safety acts."""

from __future__ import annotations

from debrief.cells import cells
from debrief.lists import lists
from debrief.record import Record
from debrief.responses import gates
from debrief.turns import acts
from scenarios.plan import plan_for
from simulator.play.facts import ShareFacts
from simulator.play.handover import OfferHandover
from simulator.play.inbox import SeeItem
from simulator.play.isbar import FIELDS, Isbar
from simulator.play.steering import EndPlay
from simulator.play.undo import Withdraw
from simulator.play.voice import SeekVoice
from tests.debrief.builder import Tale, expecting, small
from tests.debrief.played import played
from tests.simulator.planning import with_plan


def test_every_list_cites_entries_that_exist() -> None:
    """Each line of each list has evidence within the journal."""
    entries = played("typical", 1)
    last = len(entries)
    for name, rows in lists(Record(small(), entries)).items():
        assert rows, name
        for row in rows:
            cited = [
                *row.get("evidence", ()),
                *(s for c in row.get("cells", ()) for s in c["evidence"]),
            ]
            assert cited, name
            assert all(0 < seq <= last for seq in cited)


def test_a_handover_is_told_step_by_step() -> None:
    """Who to whom, when each step was taken, what came along and what did not."""
    tale = Tale().start().wait(10_000)
    tale.deliver("I5")
    tale.do("kontaktlaerer", OfferHandover("helsesykepleier", "Tar du det?", facts=("F3",)))
    tale.wait(5_000).do(
        "helsesykepleier", SeeItem("handover.kontaktlaerer-helsesykepleier-1@helsesykepleier")
    )
    row = lists(tale.at(600_000).end_leg().record)["handover_list"][0]
    assert [(step["step"], step["at_ms"]) for step in row["steps"]] == [
        ("offered", 10_000), ("seen", 15_000)
    ]  # fmt: skip
    assert (row["sender"], row["receiver"], row["expected"]) == (
        "kontaktlaerer", "helsesykepleier", "H1"
    )  # fmt: skip
    assert (row["delivered"], row["missing"]) == (["F3"], ["F2", "F5"])
    assert row["open"]


def test_a_gate_is_held_or_not_or_was_not_asked() -> None:
    """A safety act stands alone: done, not done, or never due."""
    plan = expecting("I3", "X3", gate=True)
    tale = Tale(plan).start()
    assert [gate.held for gate in gates(tale.record)] == [None]
    tale.deliver("I3")
    assert [gate.held for gate in gates(tale.record)] == [None]
    late = Tale(plan).start()
    late.deliver("I3")
    late.wait(300_000).late("X3")
    assert [gate.held for gate in gates(late.record)] == [False]
    tale.met("X3", tale.do("helsesykepleier", SeekVoice("child"))[0])
    assert [gate.held for gate in gates(tale.record)] == [True]
    assert lists(tale.record)["response_list"][0]["gate"]


def test_an_act_is_counted_once_and_looking_is_none() -> None:
    """A handover and its cards are one act; opening an item or taking back is not one."""
    tale = Tale().start().wait(10_000)
    tale.deliver("I5")
    tale.do("kontaktlaerer", SeeItem("inject.I5@kontaktlaerer"))
    tale.do("kontaktlaerer", OfferHandover("helsesykepleier", "Tar du det?", facts=("F3",)))
    shared = tale.wait(1_000).do("kontaktlaerer", ShareFacts(("rektor",), (), "Hei"))[0]
    assert [entry.kind for entry in acts(tale.record)] == ["handover.offered", "fact.shared"]
    tale.wait(1_000).do("kontaktlaerer", Withdraw(shared.seq))
    assert [entry.kind for entry in acts(tale.record)] == ["handover.offered"]


def test_cells_are_scenes_and_jumps() -> None:
    """Two scenes and the jump between; a jump cut short by the end counts as well."""
    tale = Tale().start().at(600_000).end_leg()
    tale.wait(20_000).steer(EndPlay())
    assert [(cell.kind, cell.lasted_ms) for cell in cells(tale.record)] == [
        ("scene", 600_000), ("jump", 20_000)
    ]  # fmt: skip


def test_the_full_handover_tells_what_was_asked_and_said() -> None:
    """ISBAR-B as data: twelve fields asked for, those filled; the short form asks for none."""
    short = Tale().start().wait(10_000)
    short.do("kontaktlaerer", OfferHandover("rektor", "Tar du det?"))
    row = lists(short.record)["handover_list"][0]
    assert (row["asked"], row["filled"]) == ([], [])
    full = Tale(plan_for(with_plan().scenario(), "45")).start().wait(10_000)
    said = Isbar(situation="Borte i tre uker", contact="rektor", evaluation="1w")
    full.do("kontaktlaerer", OfferHandover("rektor", "Tar du det?", basis="task", isbar=said))
    row = lists(full.record)["handover_list"][0]
    assert row["asked"] == list(FIELDS)
    assert row["filled"] == ["situation", "request", "basis", "evaluation"]
