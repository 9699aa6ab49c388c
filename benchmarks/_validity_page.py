"""The page of the validity experiments: figures, verdict, and what they do not prove."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from debrief.five_r import NAMES
from scenarios.behaviour.profiles import LADDER

HEAD = """# Validity: do the measures tell better teams from worse?

Made by `python -m benchmarks.validity --page docs/validity.md` on {date}:
engine {engine}, measures {measures}, {runs} runs a cell, all seats of a team alike, seeds 1 to
{runs}. **{held} of {of} hold.**

What an exercise shows rests on its [measures](measures.md). Here they are asked six things about
teams whose behaviour is known, because it was made: simulated colleagues with
[profiles](engine.md#profiles) that know nothing of any measure. Anybody can run it again and gets
these figures. The figures are each R's index, which no screen shows.
"""

TAIL = """## What this shows, and what it does not

- It shows that the measures move the right way when behaviour does, that they answer to one thing
  more than to others, that the cheapest ways of looking good do not pay, that the same skill gets
  much the same figure, and that what has nothing to do with the cooperation moves none.
- It does not show that they fit people. The teams are simulated, the traits and their values are
  proposals (mark P), and the stories are two. Whether a figure says something true about people in
  a room can only be asked of people.
- **Words are not read.** An answer without a word in it earns nothing. One that is well put and
  means nothing cannot be told from a good one here. That is for people to rate.
- An index is used in experiments only. No screen shows one, and nothing is summed over the R's.
"""


@dataclass(frozen=True)
class Bar:
    """One table of the page: what is asked, and its columns besides the five R's."""

    title: str
    text: str
    columns: tuple[str, ...]
    fails: str
    """What a row that does not hold is said to do."""


@dataclass(frozen=True)
class Missed:
    """Rows of one bar that do not hold in one scenario, and why."""

    of: tuple[str, ...]
    cause: str


FEW = """(d) An index is the unweighted mean of its indicators, and one exercise gives some of
them two to five occasions (RL2, RG3, RG2, RG4, RA7), each as heavy as one with eighty; RO2, RO5 and
RE6 differ more by the draw than by the team. With every observation alike (the last column) most of
the figures rise, and more so in the longer exercise: what is lost is lost to the few occasions. So
one evening says less of a team's skill than of what happened that evening, which is what a
gjennomgang is about. Screens show no index, and no ratio under five; a trend needs several."""
ONE_QUESTION = """(b) In 45 minutes Avslaget puts one question about the shared picture (RE5), and
it is who holds the thread. Who does not know the roles cannot answer it, so retning, the mean of
three indicators, falls by a third of what that question falls; roller is the mean of eight, and
RO5, RO7 and RO8 hardly move. In two of three runs roller falls most all the same."""

BARS: Mapping[str, Bar] = {
    "rises": Bar(
        "(a) Better teams come out better",
        """The median of each R's index, from those who do least to those who do most, must rise;
and an expert team must stand above a novice one in 95 of 100 pairs (AUC).""",
        (*LADDER, "auc"),
        "does not rise, or expert and novice overlap",
    ),
    "own_most": Bar(
        "(b) Each R answers to its own weakness",
        """A typical team with one planted weakness, against a typical team of the same seed: in how
many of a hundred runs its own R falls most (80 asked), the median fall of each R, and, with the
child's situation held still, its own fall ÷ the mean of the others' (1.5 asked).""",
        ("share", *NAMES, "times"),
        "does not fall most, or not by enough",
    ),
    "gains": Bar(
        "(c) Cheating does not pay",
        """A team that cheats, against a typical team of the same seed: the median gain on each R
(0.02 at most).""",
        NAMES,
        "gains",
    ),
    "icc": Bar(
        "(d) The same skill gets the same figure",
        """Thirty teams whose every trait was drawn for itself, each played with five seeds:
ICC(1,1), the share of what differs that is the team's in one exercise (0.8 asked); ICC(1,5), the
same for the mean of five; and ICC(1,1) if every observation weighed alike, to see where it is lost.
Emma's 180 minutes are there to see what length does; no bar was set for them.""",
        ("icc", "mean of five", "by observation"),
        "rests too much on the draw",
    ),
    "alike": Bar(
        "(e), (f) What has nothing to do with it moves nothing",
        """Against the same team and seed, the median move of each R (0.02 at most): told in
nynorsk; with the seats' names exchanged; a pause of seven minutes; a restart of the server; every
seat driven as persons are; two persons who come at half time; the services that not every kommune
has, left out.""",
        NAMES,
        "moves a figure",
    ),
}

KNOWN: Mapping[tuple[str, str], Missed] = {
    ("icc", "emma 90"): Missed(NAMES, FEW),
    ("icc", "avslaget 45"): Missed(NAMES, FEW),
    ("own_most", "avslaget 45"): Missed(("roller",), ONE_QUESTION),
}
"""What is known not to hold: bar and scenario → which rows, and why."""


def unlike_known(played: Iterable[Mapping[str, Any]]) -> list[str]:
    """Where a run says otherwise than is known: a bar newly missed, or one that holds again."""
    told = []
    for each in played:
        for row in each["verdicts"]:
            known = KNOWN.get((row["asked"], each["scenario"]))
            missed = known is not None and row["of"] in known.of
            if row["holds"] is not None and missed == row["holds"]:
                now = (
                    "holds, and is told as missed" if missed else "does not hold, for no cause told"
                )
                told.append(f"{each['scenario']}: {row['asked']} {row['of']} {now}")
    return told


def page(figures: Mapping[str, Any]) -> str:
    """docs/validity.md for the figures of a run."""
    parts = [HEAD.format(**figures)]
    for asked, bar in BARS.items():
        tables = [
            f"{played['scenario']}:\n\n{_table(bar, rows)}"
            for played in figures["played"]
            if (rows := [each for each in played["verdicts"] if each["asked"] == asked])
        ]
        if tables:
            parts += [f"## {bar.title}\n\n{bar.text}\n", *tables]
    return "\n".join([*parts, *_missed(figures["played"]), TAIL])


def _missed(played: Iterable[Mapping[str, Any]]) -> list[str]:
    failed = [
        (each["scenario"], row)
        for each in played
        for row in each["verdicts"]
        if row["holds"] is False
    ]
    if not failed:
        return []
    lines = [f"- {where}: {_name(row)} {BARS[row['asked']].fails}" for where, row in failed]
    known = (KNOWN.get((row["asked"], where)) for where, row in failed)
    causes = dict.fromkeys(f"{each.cause}\n" for each in known if each)
    return ["\n".join(["## What does not hold\n", *lines, "", *causes])]


def _table(bar: Bar, rows: Iterable[Mapping[str, Any]]) -> str:
    lines = [
        "| | " + " | ".join(bar.columns) + " | |",
        "|---|" + "--:|" * len(bar.columns) + "---|",
    ]
    for row in rows:
        told = [_told(row["figures"].get(column)) for column in bar.columns]
        verdict = {True: "holds", False: "**does not hold**", None: "no bar"}[row["holds"]]
        lines.append(f"| {_name(row)} | " + " | ".join(told) + f" | {verdict} |")
    return "\n".join(lines) + "\n"


def _name(row: Mapping[str, Any]) -> str:
    if row["asked"] == "own_most":
        return f"`weak:{row['of']}`"
    return row["of"] if row["of"] in NAMES else f"`{row['of']}`"


def _told(value: float | None) -> str:
    return "–" if value is None else f"{value + 0.0:.3f}".rstrip("0").removesuffix(".")
