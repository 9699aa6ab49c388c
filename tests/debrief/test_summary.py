"""The JSON of a journal: its keys, its bytes, its spread over many."""

from __future__ import annotations

import json
from typing import Any

from debrief.summary import distribution, full, summary, to_json
from tests.debrief.builder import Tale, small
from tests.debrief.played import played

KEYS = [
    "run", "seed", "players", "events", "story_days", "real_s", "situation", "five_r",
    "handovers", "response", "clarity",
]  # fmt: skip
LISTS = ["handover_list", "response_list", "task_list", "probe_list"]
FIVE = ["rammer", "retning", "roller", "regler", "relasjoner"]


def test_a_line_has_its_published_keys() -> None:
    """No more and no fewer, in their order."""
    entries = played("typical", 3)
    line = summary(small(), entries)
    assert list(line) == KEYS
    assert list(line["situation"]) == ["trust", "load", "rights"]
    assert list(line["situation"]["rights"]) == ["school", "health", "protection", "development"]
    assert list(line["five_r"]) == FIVE
    assert list(line["handovers"]) == [
        "expected", "offered", "accepted", "closed", "content", "loop"
    ]  # fmt: skip
    assert list(line["response"]) == ["n", "median_ratio"]
    assert list(line["clarity"]) == ["agreement", "unowned_share"]
    for each in line["five_r"].values():
        assert list(each) == ["index", "indicators"]
        assert all(list(one) == ["id", "value", "n", "evidence"] for one in each["indicators"])


def test_the_whole_debrief_is_the_line_and_four_lists() -> None:
    """``debrief --json`` adds the lists and nothing else."""
    entries = played("typical", 3)
    whole = full(small(), entries)
    assert list(whole) == KEYS + LISTS
    assert {key: whole[key] for key in KEYS} == summary(small(), entries)


def test_the_same_journal_gives_the_same_bytes() -> None:
    """Two debriefs of one journal are equal to the byte, and round nothing twice."""
    for seed in range(1, 4):
        first, again = (to_json(full(small(), played("typical", seed))) for _ in range(2))
        assert first == again
        assert to_json(json.loads(first)) == first


def test_a_journal_that_has_hardly_begun_is_told_without_falling_over() -> None:
    """A team that was formed and never played has figures of nothing."""
    line = summary(small(), Tale().entries)
    assert line["real_s"] == 0
    assert line["situation"]["trust"] is None
    assert all(each["index"] is None for each in line["five_r"].values())
    assert full(small(), [])["players"] == "nobody"


def test_every_prefix_of_a_journal_can_be_told() -> None:
    """Wherever an exercise stands, its debrief can be made."""
    entries = played("typical", 2)
    for head in range(0, len(entries), 7):
        to_json(full(small(), entries[:head]))


def test_who_played_is_named_as_it_was_asked_for() -> None:
    """The profile of most seats with those that differ; people where people played."""
    assert summary(small(), played("silent", 1))["players"] == "silent"
    mixed = summary(small(), played("typical", 1, rektor="silent"))
    assert mixed["players"] == "typical,rektor=silent"
    assert summary(small(), Tale(people=("rektor",)).start().entries)["players"] == "people"
    assert summary(small(), Tale().entries, run=4, players="weak:x")["run"] == 4


def test_a_distribution_spreads_every_figure() -> None:
    """n, least, quartiles and most for each; nulls are left out, run and seed are no figures."""
    lines: list[dict[str, Any]] = [
        {"run": 1, "seed": 1, "events": events, "five_r": {"roller": _roller(value)}}
        for events, value in ((1, None), (2, 0.5), (3, 1.0), (4, 0.0), (5, None))
    ]
    spread = distribution(lines)
    assert list(spread) == ["events", "five_r.roller.index", "five_r.roller.RO3"]
    assert spread["events"] == {"n": 5, "min": 1, "q1": 2, "median": 3, "q3": 4, "max": 5}
    assert spread["five_r.roller.RO3"]["n"] == 3
    assert spread["five_r.roller.RO3"]["median"] == 0.5
    assert spread["five_r.roller.index"] == {
        "n": 0, "min": None, "q1": None, "median": None, "q3": None, "max": None
    }  # fmt: skip


def _roller(value: float | None) -> dict[str, Any]:
    return {"index": None, "indicators": [{"id": "RO3", "value": value, "n": 3, "evidence": [1]}]}
