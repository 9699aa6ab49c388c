"""The first minute: her line in words, three moments, one count, one open question."""

from __future__ import annotations

from dataclasses import dataclass

from debrief.child_line import ChildLine
from debrief.first_minute import first_minute
from debrief.record import Record
from debrief.said import Said
from webapp.gjennomgang.eyes import Evidence, Eyes
from webapp.gjennomgang.sentences import sentence
from webapp.regions.say import _


@dataclass(frozen=True, slots=True)
class Moment:
    """One of the three, or in a discussion of the two. ``kind`` is held, gap or change."""

    kind: str
    title: str
    text: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """How something was with her as play began, and as it ended. Words of the scenario."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Minute:
    """What stays on the screen while the talk begins. ``still`` is what did not change."""

    child: str
    changes: tuple[Change, ...]
    still: tuple[str, ...]
    moments: tuple[Moment, ...]
    count: str
    count_evidence: tuple[Evidence, ...]
    question: str


def minute(record: Record, eyes: Eyes) -> Minute:
    """The first minute of a journal."""
    found = record.once(first_minute)
    changes, still = turns(found.child)
    named = (
        ("held", _("Dette holdt"), found.held, _nothing_held()),
        ("gap", _("Her sto det tomt"), found.gap, _nothing_empty()),
        ("change", _("Dette kan dere gjøre noe med"), found.change, _nothing_to_change()),
    )
    return Minute(
        child=record.plan.scenario.child.name,
        changes=changes,
        still=still,
        moments=tuple(
            _moment(record, eyes, *each)
            for each in named
            if each[0] != "gap" or not record.plan.is_discussion
        ),
        count=sentence(record.plan, found.count) if found.count else "",
        count_evidence=eyes.evidence(found.count.seqs) if found.count else (),
        question=sentence(record.plan, found.question),
    )


def turns(line: ChildLine) -> tuple[tuple[Change, ...], tuple[str, ...]]:
    """What changed with her, and what stayed as it was."""
    if len(line.start) != len(line.end):
        return (), line.end
    pairs = tuple(zip(line.start, line.end, strict=True))
    changed = tuple(Change(before, after) for before, after in pairs if before != after)
    return changed, tuple(after for before, after in pairs if before == after)


def _moment(
    record: Record, eyes: Eyes, kind: str, title: str, said: Said | None, otherwise: str
) -> Moment:
    text = sentence(record.plan, said) if said else otherwise
    return Moment(kind, title, text, eyes.evidence(said.seqs if said else ()))


def _nothing_held() -> str:
    return _("Journalen viser ikke noe som holdt helt ut. Kjente dere noe annet i rommet?")


def _nothing_empty() -> str:
    return _("Det var aldri lenge uten at noen sto oppført. Hva gjorde dere for å få det til?")


def _nothing_to_change() -> str:
    return _("Journalen peker ikke ut noe. Hva ville dere selv ha prøvd annerledes?")
