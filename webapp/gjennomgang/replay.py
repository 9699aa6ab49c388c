"""The replay page: a slider over every moment, the moment itself, and the moments as a table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from debrief.pictures.track import sign, track
from debrief.replay import SORTS, Sort, Step, place_of
from debrief.timeline import TimelineRow
from webapp.gjennomgang import when
from webapp.gjennomgang.moment import minute, moment, phase_title
from webapp.gjennomgang.opened import Opened
from webapp.gjennomgang.through import Through
from webapp.gjennomgang.told import line
from webapp.gjennomgang.told.line import QUIET
from webapp.regions.render import part
from webapp.regions.say import _, speaking

REGION = "replay"
SPEEDS = (1, 4, 16, 60)
"""How much faster than it was played."""

Asked = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class MomentLine:
    """One moment as slider and table tell it. ``begins`` says whether a phase begins there."""

    seq: int
    at_ms: int
    at: str
    minute: str
    phase: str
    text: str
    more: int
    sorts: tuple[str, ...]
    begins: bool
    href: str

    @property
    def said(self) -> str:
        """What the slider says of it: ``tir. 21. okt. kl. 10.42, BUP fikk …``."""
        return f"{self.at}, {self.text}"


@dataclass(frozen=True, slots=True)
class Ways:
    """Where one can go from here, as addresses; '' where there is nothing further."""

    first: str
    phase_back: str
    back: str
    on: str
    phase_on: str
    last: str


@dataclass(frozen=True, slots=True)
class SeatChoice:
    """A seat that the replay can be seen as."""

    id: str
    name: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class ReplayPage:
    """All that the page needs. ``place`` is the index of the moment it opens at."""

    moments: tuple[MomentLine, ...]
    place: int
    region: Markup
    track: Markup
    legend: tuple[tuple[Markup, str], ...]
    ways: Ways
    seats: tuple[SeatChoice, ...]
    seat: SeatChoice | None
    source: str
    head: tuple[str, ...]
    table: str
    speeds: tuple[int, ...] = SPEEDS

    @property
    def here(self) -> MomentLine:
        """The moment it opens at."""
        return self.moments[self.place]

    @property
    def phases(self) -> tuple[MomentLine, ...]:
        """Where each scene and jump begins."""
        return tuple(each for each in self.moments if each.begins)


def page(opened: Opened, asked: Asked) -> ReplayPage:
    """The replay at the entry ``at`` (or the ``step``), as the seat ``as`` if there is one."""
    through = through_of(opened, asked)
    with speaking():
        steps = through.steps
        place = _place(through, asked)
        at = 0 if asked.get("step") else number(asked.get("at", ""))
        moments = lines(through)
        return ReplayPage(
            moments=moments,
            place=place,
            region=Markup(region(through, at or steps[place].seq)),  # noqa: S704 - of our template
            track=Markup(track(through.replay, steps, _track_words())),  # noqa: S704 - escaped there
            legend=tuple((Markup(sign(each)), word(each)) for each in SORTS),  # noqa: S704 - ours
            ways=_ways(moments, place),
            seats=_seats(through),
            seat=next((each for each in _seats(through) if each.chosen), None),
            source=opened.eyes.moments(through.seat),
            head=head(),
            table=opened.eyes.table("replay", through.seat),
        )


def through_of(opened: Opened, asked: Asked) -> Through:
    """Through whose eyes: a seat that does not exist is nobody's."""
    seat = asked.get("as", "")
    return Through(opened, seat if seat in opened.record.plan.seats else "")


def region(through: Through, seq: int) -> str:
    """The moment alone, as a part of the page that can be replaced (decision 27)."""
    return part(REGION, "debrief/replay/_moment.html", moment(through, seq)).html


def lines(through: Through) -> tuple[MomentLine, ...]:
    """Every moment in a line, in order."""
    found, phase = [], ""
    for step in through.steps:
        if step.begins:
            phase = phase_title(through, step)
        found.append(_moment_line(through, step, phase))
    return tuple(found)


def head() -> tuple[str, ...]:
    """The columns of the table of moments."""
    return _("Når"), _("Når i øvelsen"), _("Scene"), _("Hva"), _("Merke")


def word(sort: Sort) -> str:
    """What a mark of the track means."""
    return {
        "handover": _("overlevering"),
        "gap": _("uten navn"),
        "voice": _("barnets stemme"),
        "decision": _("beslutning"),
    }[sort]


def _moment_line(through: Through, step: Step, phase: str) -> MomentLine:
    row = _foremost(step)
    return MomentLine(
        seq=step.seq,
        at_ms=step.at_ms,
        at=when.short(row.moment),
        minute=minute(step.at_ms),
        phase=phase,
        text=line(through.opened.record, row, through.eyes).text,
        more=len(step.rows) - 1,
        sorts=tuple(word(each) for each in step.sorts),
        begins=bool(step.begins),
        href=through.eyes.replay(step.seq, through.seat),
    )


def _foremost(step: Step) -> TimelineRow:
    """What a moment is told by: what the track marks, else the first that is not background."""
    marked = {"handover": "handover.offered", "voice": "voice.heard"}
    wanted = {marked[sort] for sort in step.sorts if sort in marked}
    first = [row for row in step.rows if row.kind in wanted or row.kind.endswith("decided")]
    loud = [row for row in step.rows if row.kind not in QUIET]
    return (first or loud or list(step.rows))[0]


def _place(through: Through, asked: Asked) -> int:
    if asked.get("step"):
        return min(number(asked["step"]), len(through.steps) - 1)
    return place_of(through.steps, through.replay.head(number(asked.get("at", ""))))


def number(text: str) -> int:
    """A number out of an address, 0 if it is none."""
    return int(text) if text.isdecimal() and len(text) < 9 else 0


def _ways(moments: tuple[MomentLine, ...], place: int) -> Ways:
    last = len(moments) - 1
    starts = [at for at, each in enumerate(moments) if each.begins]
    before = [at for at in starts if at < place]
    after = [at for at in starts if at > place]
    return Ways(
        first=moments[0].href if place else "",
        phase_back=moments[before[-1]].href if before else "",
        back=moments[place - 1].href if place else "",
        on=moments[place + 1].href if place < last else "",
        phase_on=moments[after[0]].href if after else "",
        last=moments[last].href if place < last else "",
    )


def _seats(through: Through) -> tuple[SeatChoice, ...]:
    seats = through.opened.record.plan.seats
    return tuple(SeatChoice(id_, seat.name, id_ == through.seat) for id_, seat in seats.items())


def _track_words() -> dict[str, str]:
    return {
        "title": _("Merker langs øvelsen"),
        "described": _(
            "{steps} øyeblikk. Overlevering: {handover}. Uten navn fra: {gap}. "
            "Barnets stemme: {voice}. Beslutning: {decision}. Tabellen under sier det samme."
        ),
    }
