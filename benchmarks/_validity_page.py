"""The page of the validity experiments: figures, verdict, and what they do not prove."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from debrief.five_r import NAMES
from scenarios.behaviour.profiles import LADDER

HEAD = """# Validity: do the measures tell better teams from worse?

Made by `python -m benchmarks.validity {words} --page docs/validity.md` on {date}:
engine {engine}, measures {measures}, scenario {scenario}, {runs} runs for each profile, all seats
alike, seeds 1 to {runs}. **{held} of {of} hold.**

What an exercise shows rests on its [measures](measures.md). Here they are asked three things about
teams whose behaviour is known, because it was made: simulated colleagues with
[profiles](engine.md#profiles) that know nothing of any measure. Anybody can run it again and gets
these figures.
"""

TAIL = """## What this shows, and what it does not

- It shows that the measures move the right way when behaviour does, that they answer to one thing
  more than to others, and that the cheapest ways of looking good do not pay.
- It does not show that they fit people. The teams are simulated, the traits and their values are
  proposals (mark P), every seat of a team has the same profile, and the story is one. Whether a
  figure says something true about people in a room can only be asked of people.
- **Words are not read.** An answer without a word in it earns nothing. One that is well put and
  means nothing cannot be told from a good one here; if lines with nothing in them had words, typing
  a lot would gain about 0.02 on rammer and 0.04 on retning (24 runs). That is for people to rate.
- An index is used in experiments only. No screen shows one, and nothing is summed over the R's.
"""

ASKED = {
    "rises": (
        "## Better teams come out better",
        "The median of each R's index, from those who do least to those who do most.",
    ),
    "own_most": (
        "## Each R answers to its own weakness",
        """A typical team with one planted weakness, against a typical team of the same seed: in how
many of a hundred runs its own R falls most (80 asked), and the median fall of each R.""",
    ),
    "gains": (
        "## Cheating does not pay",
        """A team that cheats, against a typical team of the same seed: the median gain on each R
(0.02 at most).""",
    ),
}


def page(figures: Mapping[str, Any]) -> str:
    """docs/validity.md for the figures of a run."""
    parts = [HEAD.format(**figures)]
    for asked, (title, text) in ASKED.items():
        rows = [each for each in figures["verdicts"] if each["asked"] == asked]
        if rows:
            parts += [f"{title}\n\n{text}\n", _table(asked, rows)]
    failed = [each for each in figures["verdicts"] if not each["holds"]]
    if failed:
        parts.append(_failed(failed))
    return "\n".join([*parts, TAIL])


def _table(asked: str, rows: Iterable[Mapping[str, Any]]) -> str:
    columns = list(LADDER) if asked == "rises" else list(NAMES)
    if asked == "own_most":
        columns = ["share", *columns]
    lines = [
        "| | " + " | ".join(columns) + " | |",
        "|---|" + "--:|" * len(columns) + "---|",
    ]
    for row in rows:
        told = [_told(row["figures"].get(column)) for column in columns]
        name = f"`weak:{row['r']}`" if asked == "own_most" else row["r"]
        name = f"`{name}`" if asked == "gains" else name
        verdict = "holds" if row["holds"] else "**does not hold**"
        lines.append(f"| {name} | " + " | ".join(told) + f" | {verdict} |")
    return "\n".join(lines) + "\n"


def _told(value: float | None) -> str:
    return "–" if value is None else f"{value + 0.0:.3f}".rstrip("0").removesuffix(".")


def _failed(rows: Iterable[Mapping[str, Any]]) -> str:
    words = {"rises": "does not rise", "own_most": "does not fall most", "gains": "gains"}
    told = [f"- {each['r']} {words[each['asked']]}" for each in rows]
    return "\n".join(["## What does not hold\n", *told, ""])
