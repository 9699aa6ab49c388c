"""One line of the timeline: its sentence, the words that were written, what it carried."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from debrief.r_of import r_of
from debrief.record import Record
from debrief.timeline import TimelineRow
from scenarios.schema import R
from webapp.gjennomgang.eyes import Eyes
from webapp.gjennomgang.naming import sentence_case
from webapp.gjennomgang.told import acts, consent, formal, leading, planned, story, together
from webapp.gjennomgang.told.blanks import Blanks, Sayer, Told, told
from webapp.regions import phrases

SAYS: Mapping[str, Sayer] = {
    **story.SAYS,
    **acts.SAYS,
    **together.SAYS,
    **consent.SAYS,
    **formal.SAYS,
    **planned.SAYS,
    **leading.SAYS,
}
"""A sentence for every kind of entry that a timeline can hold."""

QUOTED = (
    "request", "text", "why", "first_act", "line", "alternative", "tried", "interest", "named",
    "agreed", "evidence", "rammer", "retning", "roller", "regler", "relasjoner",
)  # fmt: skip
"""What people wrote, in the order in which it is read."""
QUIET = frozenset(
    {
        "item.seen",
        "situation.moved",
        "expectation.opened",
        "probe.answered",
        "inject.triggered",
        "leg.ended",
    }
)
"""Kinds that stand in the background: many, and seldom what the talk is about."""

STORY = frozenset({"inject.delivered", "voice.heard", "consent.answered"})
"""Kinds whose words are the scenario's own, unless a person played child or parents (``text``)."""


@dataclass(frozen=True, slots=True)
class Line:
    """``quotes`` are words that people or the child said; ``cards`` the texts it carried.

    ``rs`` are the R's that an entry of this kind is about, one or more.
    """

    seq: int
    text: str
    quotes: tuple[str, ...]
    cards: tuple[str, ...]
    quiet: bool
    withdrawn: bool
    rs: tuple[R, ...]
    by_system: bool = False
    """Whether the system played the seat that did it."""


def line(record: Record, row: TimelineRow, eyes: Eyes) -> Line:
    """The line of one row. KeyError for a kind that nobody has found words for.

    The room's screen shows nothing that a person has written.
    """
    entry = record.entry(row.seq)
    assert entry is not None  # noqa: S101 - a row is made of an entry
    found = told(record.plan, row, entry.event, eyes)
    return Line(
        seq=row.seq,
        text=sentence_case(SAYS[row.kind](found)),
        quotes=() if eyes.is_screen and not _is_of_story(found) else _quotes(found),
        cards=_cards(found),
        quiet=row.kind in QUIET,
        withdrawn=row.withdrawn,
        rs=r_of(row.kind),
        by_system=entry.actor.kind == "colleague",
    )


def _is_of_story(found: Told) -> bool:
    return found.row.kind in STORY and not (
        found.row.kind != "inject.delivered" and found.raw("text")
    )


def _quotes(found: Told) -> tuple[str, ...]:
    words: Blanks = found.words
    if found.row.kind == "voice.heard":
        said = words["voice"] or words["text"]
        return (said,) if said else ()
    if found.row.kind == "inject.delivered":
        inject = found.plan.injects.get(found.raw("inject"))
        return (inject.summary or inject.text,) if inject else ()
    if found.row.kind == "consent.answered":
        return _family_words(found)
    if found.row.kind in ("inject.not_taken", "expectation.opened"):
        return ()
    child = found.plan.scenario.child.name
    quoted = filter(None, (words[name] for name in QUOTED))
    return tuple(phrases.read(found.plan.read(text), child) for text in quoted)


def _family_words(found: Told) -> tuple[str, ...]:
    """What child or parents said, in the scenario's words or those of who played them."""
    row = found.plan.consents.get(getattr(found.event, "consent", ""))
    answer = getattr(found.event, "answer", "")
    no = answer == "refused" and row is not None and row.answer != "refused"
    scripted = ((row.refusal if no else row.text) or "") if row else ""
    words = found.words["text"] or scripted
    return (words,) if words else ()


def _cards(found: Told) -> tuple[str, ...]:
    value = found.row.about.get("facts", ())
    facts = found.plan.facts
    return tuple(facts[each].text for each in _tuple(value) if each in facts)


def _tuple(value: object) -> tuple[str, ...]:
    return tuple(str(each) for each in value) if isinstance(value, tuple) else ()
