"""Contacts: who met the child, when, and which chances to meet her were taken up."""

from __future__ import annotations

from dataclasses import dataclass

from debrief.record import Record
from debrief.responses import response_rows
from simulator.play.inbox import Inbox, item_id
from simulator.play.script import InjectDelivered
from simulator.play.voice import VoiceSought


@dataclass(frozen=True, slots=True)
class Contact:
    """A seat met the child: by listening, or because the story brought her."""

    seq: int
    seat: str
    day: int
    """Whole story days since the story's start."""


@dataclass(frozen=True, slots=True)
class Chance:
    """A chance to meet the child that the story gave a seat, and whether it was taken up."""

    seq: int
    seat: str
    taken: bool


def contacts(record: Record) -> tuple[Contact, ...]:
    """Every time a seat met the child, in order."""
    found = [
        Contact(entry.seq, event.seat, _day(record, entry.story_ms))
        for entry, event in record.of(VoiceSought)
        if event.speaker == "child"
    ]
    found += [
        Contact(entry.seq, seat, _day(record, entry.story_ms))
        for entry, event in record.of(InjectDelivered)
        if record.plan.injects[event.inject].contact
        for seat in event.to
        if _taken_up(record, event.inject, seat)
    ]
    return tuple(sorted(found, key=lambda each: (each.seq, each.seat)))


def chances(record: Record) -> tuple[Chance, ...]:
    """Injects in which a seat meets the child, and times it was expected to listen to her."""
    found = [
        Chance(entry.seq, seat, _taken_up(record, event.inject, seat))
        for entry, event in record.of(InjectDelivered)
        if record.plan.injects[event.inject].contact
        for seat in event.to
    ]
    found += [
        Chance(row.opened, row.seat, row.act > 0)
        for row in record.once(response_rows)
        if row.kind == "listen" and row.due
    ]
    return tuple(found)


def _taken_up(record: Record, inject: str, seat: str) -> bool:
    """Whether a seat did what her coming asked of it; where nothing was asked, looked at it."""
    asked = [
        row
        for row in record.once(response_rows)
        if (row.inject, row.seat) == (inject, seat) and row.standing != "postponed"
    ]
    if asked:
        return any(row.act for row in asked)
    item = record.state[Inbox].items.get(item_id(seat, "inject", inject))
    return item is not None and item.seen_at is not None


def _day(record: Record, story_ms: int) -> int:
    start = record.plan.scenario.story_start.replace(hour=0, minute=0, second=0, microsecond=0)
    into_day = record.plan.scenario.story_start - start
    return (story_ms + into_day.seconds * 1000) // 86_400_000
