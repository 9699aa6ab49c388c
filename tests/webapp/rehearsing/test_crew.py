"""The same rehearsals wherever they are played, and one that fails never loses the others."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterable
from typing import Any

import pytest

from debrief.summary import to_json
from facilitator.rehearsal.finding import CODES, Finding
from facilitator.rehearsal.tally import Tally
from scenarios.loader import Loaded, from_document, load
from scenarios.plan import plan_for
from simulator.rehearse import Rehearsal
from tests.architecture.tree import ROOT
from webapp.regions.say import speaking_in
from webapp.rehearsing import unit
from webapp.rehearsing.cast import Cast
from webapp.rehearsing.crew import ClusterUnavailable, batches, in_order
from webapp.rehearsing.unit import Batch, Order, play
from webapp.rehearsing.words import TEXTS, advice, told

SMALL = load("small")
GONE_S = 10.0
"""What was started together is gone after this, at the latest."""


def order(runs: int, cast: Cast | None = None, loaded: Loaded = SMALL, name: str = "45") -> Order:
    """So many runs of a scenario."""
    return Order(loaded.document, loaded.digest, name, cast or Cast(), seed=3, runs=runs)


def told_of(found: Iterable[Batch]) -> tuple[list[str], str]:
    """Every line as it is printed, and the tally of all."""
    whole, lines = Tally(), []
    for batch in in_order(found):
        whole.merge(batch.tally)
        lines += [to_json(line) for line in batch.lines]
    return lines, to_json(whole.data())


def test_processes_give_what_this_one_gives() -> None:
    """Lines in the order of their runs, and the same tally, to the letter."""
    here = told_of(batches(order(7), jobs=1))
    assert len(here[0]) == 7
    assert told_of(batches(order(7), jobs=2)) == here


@pytest.mark.proof
def test_a_dask_scheduler_gives_what_this_process_gives(record_property: object) -> None:
    """The same call on a local cluster: the same lines and the same tally."""
    from distributed import LocalCluster

    emma = order(24, loaded=load("emma"), name="90")
    here = told_of(batches(emma, jobs=1))
    assert told_of(batches(emma, jobs=2)) == here
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        assert told_of(batches(emma, cluster=cluster.scheduler_address)) == here
    record_property("rehearsals", 24)  # type: ignore[operator]


def test_a_cluster_that_is_not_there_is_told_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is wrong, and with which address."""
    monkeypatch.setattr("webapp.rehearsing.crew.PATIENCE_S", 1)
    with pytest.raises(ClusterUnavailable, match=r"127\.0\.0\.1:9"):
        next(batches(order(1), cluster="tcp://127.0.0.1:9"))


def test_without_the_extra_the_remedy_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever has not installed it is told how."""
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(ClusterUnavailable, match=r"samspill\[cluster\]"):
        next(batches(order(1), cluster="tcp://127.0.0.1:8786"))


class Broken(Cast):
    """Fails on one seed, as a faulty scenario might."""

    def play(self, loaded: Loaded, format_name: str, seed: int) -> Rehearsal:
        """All but seed 5."""
        if seed == 5:
            raise ZeroDivisionError("of all things")
        return super().play(loaded, format_name, seed)


def test_a_bad_run_is_told_with_its_seed_and_loses_no_other() -> None:
    """Seeds 3 to 7: the third run fails, four lines come."""
    done = play(order(5, Broken()), range(1, 6))
    assert [line["seed"] for line in done.lines] == [3, 4, 6, 7]
    assert (done.tally.runs, done.tally.failed) == (4, 1)
    (failure,) = done.tally.failures
    assert (failure.seed, failure.code) == (5, "error")
    assert "of all things" in failure.said


def test_a_scenario_is_read_once_in_a_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many units come."""
    read: list[object] = []

    def once_more(data: dict[str, Any]) -> Loaded:
        read.append(data)
        return from_document(data)

    monkeypatch.setattr(unit, "_known", {})
    monkeypatch.setattr(unit, "from_document", once_more)
    for first in (1, 3, 5):
        play(order(6), range(first, first + 2))
    assert len(read) == 1


def test_what_is_not_there_is_named() -> None:
    """Formats, seats and profiles, with those there are."""
    for cast, name, word in (
        (Cast(), "7", "45"),
        (Cast(manned=("nobody",)), "45", "rektor"),
        (Cast(seats=(("nobody", "typical"),)), "45", "rektor"),
        (Cast(players="perfect"), "45", "typical"),
    ):
        with pytest.raises(KeyError, match=word):
            cast.check(SMALL, name)
    Cast("silent", ("rektor",), (("kontaktlaerer", "typical"),)).check(SMALL, "45")


def test_a_cast_survives_being_kept() -> None:
    """As plain data and back."""
    cast = Cast("silent", ("rektor",), (("kontaktlaerer", "typical"),))
    assert Cast.of(cast.data()) == cast


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_every_finding_has_words(language: str) -> None:
    """What was seen and what to try, each blank filled, in each language."""
    plan = plan_for(SMALL.scenario(), "45")
    about = {
        "scene": plan.legs[0].scene.id,
        "seat": plan.format.seats[0],
        "inject": next(iter(plan.injects)),
        "handover": next(iter(plan.handovers)),
        "act": next(iter(plan.expected)),
        "index": "roller",
    }
    names = (
        "count seed percent planned_s median_s p90_s hold_s most minutes runs made due closed "
        "asked done index"
    )
    figures = dict.fromkeys(names.split(), 77)
    assert set(TEXTS) == set(CODES)
    said = set()
    with speaking_in(language):
        for code in CODES:
            words = told(plan, Finding(code, about.get(code.partition("_")[0], ""), figures))
            assert "%(" not in words.seen + words.remedy
            assert words.seen[-1] == words.remedy[-1] == "."
            said.add(words.seen)
    assert len(said) == len(CODES)


def test_what_has_one_remedy_is_told_together() -> None:
    """Two acts nobody did are two lines and one thing to try."""
    plan = plan_for(SMALL.scenario(), "45")
    acts = list(plan.expected)[:2]
    found = [Finding("act_never", act, {"asked": 12}) for act in acts]
    with speaking_in("nb"):
        (one,) = advice(plan, found)
    assert len(one.seen) == 2
    assert all(act in seen for act, seen in zip(acts, one.seen, strict=True))


@pytest.mark.proof
def test_ctrl_c_stops_cleanly() -> None:
    """Exit 130, one word, no traceback, within seconds, and no process is left."""
    started = subprocess.Popen(
        [sys.executable, "-m", "webapp", "rehearse", "emma", "--runs", "500", "--jobs", "2"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        # A shell's background jobs ignore Ctrl-C, and so would whatever they start.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
    )
    assert started.stdout is not None
    started.stdout.readline()
    os.killpg(started.pid, signal.SIGINT)
    _out, complaint = started.communicate(timeout=30)
    assert (started.returncode, complaint.strip()) == (130, "Stopped.")
    ends = time.monotonic() + GONE_S
    while _is_there(started.pid):
        assert time.monotonic() < ends
        time.sleep(0.1)


def _is_there(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True
