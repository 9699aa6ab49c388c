"""The dreiebok as a time line: what has come, what is to come, and where 'nå' is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from facilitator.board import BoardRow, board, now_on
from scenarios.plan import PlannedLeg
from simulator.play.calendar import calendar_of
from simulator.play.kernel import State
from simulator.play.script import Script
from webapp.regions import conditions, storytime
from webapp.regions.overview import Overview
from webapp.regions.say import _, ngettext
from webapp.regions.sight import Sight

OPEN = ("planned", "waiting", "due", "held")
"""States in which an inject can still be sent, held or taken out."""


@dataclass(frozen=True, slots=True)
class Row:
    """One inject. ``state`` is the board's code, ``told`` what it says; ``effect`` what sending
    it now would do."""

    id: str
    code: str
    sender: str
    to: str
    state: str
    told: str
    when: str
    effect: str
    open: bool
    held: bool
    heavy: bool


@dataclass(frozen=True, slots=True)
class Chapter:
    """A scene with its injects; ``state`` is past, now or ahead."""

    title: str
    kind: str
    state: str
    day: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Dreiebok:
    """The whole script, scene by scene."""

    chapters: tuple[Chapter, ...]


def dreiebok(over: Overview) -> Dreiebok:
    """The script as the opened team has it; what others have of it stands beside."""
    sight = over.sight
    rows, now = board(sight.state), now_on(sight.state)
    chapters = []
    for leg in sight.plan.legs:
        mine = [_row(over, row) for row in rows if row.leg == leg.index]
        chapters.append(_chapter(sight, leg, now, tuple(mine)))
    return Dreiebok(tuple(chapters))


def _chapter(sight: Sight, leg: PlannedLeg, now: int, rows: tuple[Row, ...]) -> Chapter:
    state = "past" if leg.index < now else "now" if leg.index == now else "ahead"
    kind = {"play": "", "told": _("fortelles"), "meeting": _("møte")}[leg.scene.kind]
    if sight.plan.is_discussion:
        kind = ""
    begins = storytime.scene_date(sight, leg.scene.starts)
    return Chapter(leg.scene.title, kind, state, begins, rows)


def _row(over: Overview, row: BoardRow) -> Row:
    sight = over.sight
    inject = sight.plan.injects[row.inject.id]
    return Row(
        id=inject.id,
        code=inject.code,
        sender=inject.sender,
        to=", ".join(sight.seat_name(seat) for seat in inject.to),
        state=row.state,
        told=_told(sight, row),
        when=_when(sight, row),
        effect=_effect(over, inject.id, len(inject.to)),
        open=row.state in OPEN,
        held=row.phase == "held",
        heavy=inject.content_class >= 2,
    )


def _when(sight: Sight, row: BoardRow) -> str:
    stand = sight.state[Script].stands.get(row.inject.id)
    if stand is not None and stand.story_ms is not None:
        return storytime.since(sight, stand.story_ms)
    if row.inject.at is None:
        return ""
    starts, after = sight.plan.legs[row.leg].scene.starts, row.inject.at.ms
    if sight.plan.legs[row.leg].scene.unit == "workday":
        return storytime.short_date(calendar_of(sight.plan.scenario).after_work(starts, after))
    return storytime.hour(starts + timedelta(milliseconds=after))


def _told(sight: Sight, row: BoardRow) -> str:
    if sight.plan.is_discussion and row.state in ("waiting", "not_taken"):
        return _in_hand(row.state)
    if row.state == "waiting":
        return _("venter på at %(condition)s", condition=conditions.told(sight, row.waits))
    if row.state == "not_taken":
        return _why(sight.state, row)
    return {
        "planned": _("planlagt"),
        "due": _("klar, venter på plass i innboksen"),
        "held": _("holdt tilbake"),
        "delivered": _("levert") if not row.expected else _("levert, ikke besvart ennå"),
        "answered": _("besvart"),
        "missed": _("levert, fristen gikk ut"),
        "skipped": _("tatt ut"),
    }[row.state]


def _in_hand(state: str) -> str:
    """An innspill that a discussion has in reserve."""
    return _("i reserve, til samtalen trenger det") if state == "waiting" else _("ikke lagt fram")


def _why(state: State, row: BoardRow) -> str:
    why = state[Script].stand(row.inject.id).why
    return {
        "condition": _("kom ikke: vilkåret slo ikke til"),
        "load": _("kom ikke: det var for mye annet"),
        "held": _("kom ikke: holdt tilbake til scenen var over"),
    }.get(why, _("kom ikke"))


def _effect(over: Overview, inject: str, seats: int) -> str:
    """What 'Send nå' does."""
    open_in = [
        sight
        for sight in over.sights
        if sight.state[Script].stand(inject).phase in ("waiting", "triggered", "held")
    ]
    sent = ngettext("Sender til %(num)s rolle nå", "Sender til %(num)s roller nå", seats)
    if len(over.sights) == 1:
        return sent
    return sent + " " + ngettext("på %(num)s lag", "på %(num)s lag", len(open_in))
