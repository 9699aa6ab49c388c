"""RL4, RL6 and RL7: what only people can tell. In no index, and null until they have told it."""

from __future__ import annotations

from statistics import fmean

from debrief.figure import Figure, Tally
from debrief.ratings import FROM_PEOPLE, persons, rated, share
from debrief.record import Record
from simulator.play.clock import PlayEnded
from simulator.play.cooperation import Cooperation
from simulator.play.wonder import WonderNoted

SURVEY_KINDS = ("survey.answered", "play.ended")
REPAIR_KINDS = ("rating.given", "leg.started")
DEPTH_KINDS = ("rating.given", "wonder.noted")
"""Answers and ratings themselves are no part of what happened: what they are about is cited."""
DEEPEST = 5
REPAIRED = {"yes": 1.0, "partly": 0.5, "no": 0.0}


def team_safety(record: Record) -> Figure:
    """RL4: mean of what people said of safety after play (1–4 told as 0–1); null under five.

    Who answered what is nowhere; the end of play, after which they did, is cited.
    """
    tally = Tally()
    said = persons(record, "safety", "after")
    if said:
        tally.cite(entry.seq for entry, _ in record.of(PlayEnded))
    tally.count("people", len(said))
    value = share(fmean(said)) if len(said) >= FROM_PEOPLE else None
    return tally.figure_of("RL4", value, len(said), SURVEY_KINDS)


def repair(record: Record) -> Figure:
    """RL6: disagreements that raters found repaired: yes 1, partly ½, no 0; mean of the raters."""
    tally = Tally()
    found = record.state[Cooperation].disagreements
    for each in rated(record, "repair"):
        said = record.entry(found[each.about].seq)
        run = record.run_at(said.at_ms) if said else None
        worth = fmean(REPAIRED[given.step] for given in each.steps.values())
        tally.add(worth, [run.seq if run else 0])
        tally.count("by_two", len(each.steps) > 1)
    return tally.figure("RL6", REPAIR_KINDS)


def undring_depth(record: Record) -> Figure:
    """RL7: how deep the wonderings went, 0–5 by domain 4.7, mean of the raters, told as 0–1."""
    tally = Tally()
    noted = {event.wonder: entry.seq for entry, event in record.of(WonderNoted)}
    for each in rated(record, "depth"):
        steps = [int(given.step) for given in each.steps.values()]
        tally.add(fmean(steps) / DEEPEST, [noted.get(each.about, 0)])
        tally.count("by_two", len(steps) > 1)
    return tally.figure("RL7", DEPTH_KINDS)
