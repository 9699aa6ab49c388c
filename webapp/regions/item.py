"""An item opened: what it says, what it carries, and where it stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from simulator.play.answers import Answers
from simulator.play.cooperation import Cooperation, CooperationTalked
from simulator.play.coordinator import Coordinators
from simulator.play.escalation import Escalations
from simulator.play.facts import Facts
from simulator.play.inbox import Inbox, Item
from simulator.play.minutes import Meetings
from simulator.play.script import Script
from simulator.play.spoken import Agreements
from webapp.regions import letters, notices, storytime, words
from webapp.regions.cards import Card, cards
from webapp.regions.headings import Heading, heading
from webapp.regions.inbox import Line, line
from webapp.regions.say import _
from webapp.regions.sight import Sight

Reading = Literal["choose", "full", "summary"]


@dataclass(frozen=True, slots=True)
class Agreed:
    """What somebody says was agreed across the table."""

    task: str
    mine: bool
    """Whether this seat is the one that takes the task."""
    facts: int


@dataclass(frozen=True, slots=True)
class ItemView:
    """Everything the page of one item shows, besides forms.

    ``reading`` is ``choose`` where a heavy text waits for a choice. ``heavy`` is the word for
    how heavy it is, '' if it is not.
    """

    id: str
    kind: str
    ref: str
    sender: str
    heading: Heading
    came: str
    text: str
    reading: Reading
    heavy: str
    only_summary: bool
    cards: tuple[Card, ...]
    asked: str = ""
    agreed: Agreed | None = None


def item(sight: Sight, item_id: str, chosen: str = "") -> ItemView | None:
    """The item, if it lies in the seat's own inbox. ``chosen`` is how a heavy text is read."""
    found = sight.state[Inbox].items.get(item_id)
    if found is None or found.seat != sight.seat:
        return None
    reading, heavy, only = _reading(sight, found, chosen)
    return ItemView(
        id=found.id,
        kind=found.kind,
        ref=found.ref,
        sender=found.sender,
        heading=heading(sight, found),
        came=storytime.since(sight, found.delivered_story),
        text=_text(sight, found, reading),
        reading=reading,
        heavy=heavy,
        only_summary=only,
        cards=cards(sight, _facts(sight, found)),
        asked=_asked(sight, found),
        agreed=_agreed(sight, found),
    )


def standing(sight: Sight, item_id: str) -> Line | None:
    """Where the item stands now; None once it has been withdrawn."""
    found = sight.state[Inbox].items.get(item_id)
    return line(sight, found) if found is not None and found.seat == sight.seat else None


def _reading(sight: Sight, found: Item, chosen: str) -> tuple[Reading, str, bool]:
    inject = sight.plan.injects.get(found.ref) if found.kind == "inject" else None
    if inject is None or inject.content_class < 2 or not inject.summary:
        return "full", "", False
    heavy = words.content_class(inject.content_class)
    if inject.content_class > sight.plan.format.content_class:
        return "summary", heavy, True
    if chosen == "full":
        return "full", heavy, False
    return ("summary" if chosen == "summary" else "choose"), heavy, False


def _text(sight: Sight, found: Item, reading: Reading) -> str:
    if found.kind == "inject":
        return _inject_text(sight, found.ref, reading)
    said = _TEXTS.get(found.kind)
    return said(sight, found) if said else heading(sight, found).gist


def _inject_text(sight: Sight, ref: str, reading: Reading) -> str:
    inject = sight.plan.injects.get(ref)
    if inject is None:
        return sight.state[Script].added[ref].text
    if reading == "choose":
        return ""
    return (inject.summary or inject.text) if reading == "summary" else inject.text


def _facts(sight: Sight, found: Item) -> tuple[str, ...]:
    match found.kind:
        case "inject":
            inject = sight.plan.injects.get(found.ref)
            return tuple(inject.facts) if inject else ()
        case "share":
            return sight.state[Facts].shares[found.ref].facts
        case "notification" | "referral" | "samordning":
            return letters.of(sight, found).facts
        case _:
            return ()


def _asked(sight: Sight, found: Item) -> str:
    """The question that a reply answers."""
    asked = sight.state[Answers].questions[found.ref].text if found.kind == "reply" else ""
    return sight.words(asked)


def _agreed(sight: Sight, found: Item) -> Agreed | None:
    if found.kind != "agreement":
        return None
    said = sight.state[Agreements].spoken[found.ref].said
    task = sight.plan.tasks.get(said.task)
    return Agreed(task.text if task else "", said.owner == "you", len(said.facts))


def _talk(sight: Sight, talked: CooperationTalked) -> str:
    named, agreed = sight.words(talked.named), sight.words(talked.agreed)
    return _("%(named)s Fra nå av: %(agreed)s", named=named, agreed=agreed) if agreed else named


_TEXTS: dict[str, Callable[[Sight, Item], str]] = {
    "share": lambda sight, found: sight.words(sight.state[Facts].shares[found.ref].line),
    "question": lambda sight, found: sight.words(sight.state[Answers].questions[found.ref].text),
    "reply": lambda sight, found: sight.words(
        sight.state[Answers].questions[found.ref].answer or ""
    ),
    "agreement": lambda sight, found: sight.words(
        sight.state[Agreements].spoken[found.ref].said.line
    ),
    "meeting": lambda sight, found: sight.words(sight.state[Meetings].held[found.ref].why),
    "task": lambda sight, found: sight.plan.tasks[found.ref].text,
    "escalation": lambda sight, found: sight.words(
        sight.state[Escalations].raised[found.ref].raised.text
    ),
    "notification": letters.text,
    "referral": letters.text,
    "samordning": letters.text,
    "need": lambda sight, found: sight.words(
        sight.state[Coordinators].needs[found.ref].needed.text
    ),
    "appointment": lambda sight, found: (
        sight.words(sight.state[Coordinators].appointments[int(found.ref) - 1].appointed.text)
        or heading(sight, found).gist
    ),
    "talk": lambda sight, found: _talk(sight, sight.state[Cooperation].talks[found.ref].talked),
    "disagreement": lambda sight, found: sight.words(
        sight.state[Cooperation].disagreements[found.ref].said.why
    ),
    "notice": notices.told,
}
