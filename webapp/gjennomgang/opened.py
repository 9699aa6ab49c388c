"""A gjennomgang as one visitor has it open: whose eyes, which journal, which phase."""

from __future__ import annotations

from dataclasses import dataclass

from debrief.record import Record
from simulator.journal.store_contract import TeamRow
from simulator.play.clock import Clock
from simulator.play.coach import is_coached
from simulator.play.debriefing import Debriefing, Stage
from simulator.play.hotwash import Hotwash
from simulator.play.solo import leads_alone
from webapp import access
from webapp.access import Participant
from webapp.gjennomgang.eyes import Eyes, Who
from webapp.gjennomgang.readings import Readings
from webapp.gjennomgang.stages import Phase, phases, stage_of
from webapp.i18n import language
from webapp.notebook.open import notebook, opened_at
from webapp.runtime import Runtime

MINUTE_MS = 60_000

PHASE = "gjennomgang~phase"
"""The region whose change makes a page load anew. Its ``~`` has every push ask for it."""


@dataclass(frozen=True)
class Opened:
    """What every page of the gjennomgang starts from. ``lang`` is the reader's language."""

    eyes: Eyes
    record: Record
    lang: str
    since: int = 0
    """When the open phase was opened, as a wall stamp; 0 if nobody leads it."""
    now: int = 0
    """The wall, as the page was made."""

    @property
    def used(self) -> int | None:
        """Whole minutes of the open phase that are gone; None if nobody leads it."""
        return max(self.now - self.since, 0) // MINUTE_MS if self.since else None

    @property
    def is_over(self) -> bool:
        """Whether play is over; before, there is no gjennomgang."""
        return self.record.state[Clock].phase == "over"

    @property
    def numbers(self) -> bool:
        """Whether figures may be shown (B2)."""
        return self.record.state[Debriefing].numbers

    @property
    def stage(self) -> Stage:
        """The phase that is open."""
        return stage_of(self.record.state)

    @property
    def phases(self) -> tuple[Phase, ...]:
        """All four, in order."""
        return phases(self.record.state, self.child)

    @property
    def phase(self) -> Phase:
        """The one that is open, in words."""
        return next(each for each in self.phases if each.is_open)

    @property
    def is_coached(self) -> bool:
        """Whether people could ask for advice as they played."""
        return is_coached(self.record.state)

    @property
    def is_alone(self) -> bool:
        """Whether who looks played alone, and opens the phases themselves."""
        return leads_alone(self.record.plan, self.eyes.seat)

    @property
    def child(self) -> str:
        """The child's name."""
        return self.record.plan.scenario.child.name

    @property
    def mark(self) -> str:
        """Changes when a page that waits should be made anew."""
        given = len(self.record.state[Hotwash].given) if self.stage == "reactions" else 0
        return f"{self.stage}-{given}"


def for_participant(here: Runtime, readings: Readings, me: Participant) -> Opened:
    """The participant's own team."""
    teams = here.store.teams(me.exercise_id)
    team = next(each for each in teams if each.id == me.team_id)
    eyes = _eyes("participant", team, len(teams), me.seat_id or "", me.id)
    return _opened(here, readings, eyes)


def for_leader(
    here: Runtime, readings: Readings, exercise_id: str, number: int, *, screen: bool
) -> Opened | None:
    """A team by its number, for whoever leads or for the room; None if there is no such team."""
    teams = here.store.teams(exercise_id)
    team = next((each for each in teams if each.number == number), None)
    if team is None:
        return None
    looks_on = screen or not isinstance(access.current(), access.Account)
    return _opened(here, readings, _eyes("screen" if looks_on else "leader", team, len(teams)))


def _eyes(who: Who, team: TeamRow, teams: int, seat: str = "", participant: str = "") -> Eyes:
    return Eyes(who, team.exercise_id, team.id, team.number, teams, seat, participant)


def _opened(here: Runtime, readings: Readings, eyes: Eyes) -> Opened:
    lang = language()
    record = readings.of(here, eyes.team_id, lang)
    wishes = notebook().wishes(eyes.exercise_id) if eyes.leads else {}
    since = wishes.get(opened_at(stage_of(record.state)), "0")
    return Opened(eyes, record, lang, int(since), here.wall())
