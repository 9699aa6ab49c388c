"""What leaders and KE lead by: the seven points of internal control, and what has been freed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from simulator.play.control import POINTS, Control, may_control
from simulator.play.cooperation import Cooperation
from simulator.play.coordinator import Coordinators
from simulator.play.pact import Pact, signers
from simulator.play.release import ReleaseGiven, Releases
from simulator.play.tasks import Tasks
from webapp.regions import storytime
from webapp.regions.say import _, _l, ngettext
from webapp.regions.sight import Sight

POINT_WORDS = {
    "ke_authority": _l("Koordinerende enhet har myndighet til å oppnevne og følge opp"),
    "team_authority": _l("Den som leder et team rundt barnet, har myndighet til det"),
    "ke_present": _l("Koordinerende enhet er med når to tjenester eller flere er inne"),
    "releases": _l("Tjenestene frigjør tid til dem som koordinerer"),
    "in_writing": _l("Avgjørelsen om koordinering er skriftlig"),
    "overview": _l("Vi har oversikt over alle fra 0 til 24 år som får samordnet hjelp"),
    "public": _l("Familiene finner ut av dette selv, på kommunens sider"),
}
VERDICTS = {"yes": _l("ja"), "no": _l("nei"), "not_yet": _l("ikke ennå")}
WHATS = {"time": _l("tid"), "money": _l("penger"), "authority": _l("myndighet")}


@dataclass(frozen=True, slots=True)
class PointView:
    """One point. ``verdict`` is '' while nobody has said anything."""

    id: str
    text: str
    verdict: str
    evidence: str
    said: str


@dataclass(frozen=True, slots=True)
class Freed:
    """Something a leader freed, in words."""

    what: str
    text: str
    who: str
    when: str


@dataclass(frozen=True, slots=True)
class LeadingView:
    """``points`` are for KE and leaders alone; ``to_me`` and ``by_me`` are the seat's own."""

    points: tuple[PointView, ...] = ()
    to_me: tuple[Freed, ...] = ()
    by_me: tuple[Freed, ...] = ()


def leading(sight: Sight) -> LeadingView:
    """What the seat leads by, and what has been freed for it."""
    releases = sight.state[Releases]
    mine = releases.of(sight.seat, sight.state[Tasks].owned_by(sight.seat))
    by_me = [each.given for each in releases.given.values() if each.given.seat == sight.seat]
    return LeadingView(
        points=points(sight),
        to_me=tuple(_freed(sight, each, each.seat) for each in mine),
        by_me=tuple(_freed(sight, each, each.to) for each in by_me),
    )


def points(sight: Sight) -> tuple[PointView, ...]:
    """The seven points as they stand; none to a seat that does not answer for them."""
    if not sight.offers("control") or not may_control(sight.state, sight.seat):
        return ()
    return tuple(_points(sight))


def _points(sight: Sight) -> Iterator[PointView]:
    stands = sight.state[Control].points
    for point in POINTS:
        found = stands.get(point)
        if found is None:
            yield PointView(point, _(POINT_WORDS[point]), "", "", "")
            continue
        when = storytime.since(sight, found.story_ms)
        said = f"{sight.seat_name(found.checked.seat)}, {when}"
        yield PointView(
            point,
            _(POINT_WORDS[point]),
            _(VERDICTS[found.checked.verdict]),
            sight.words(found.checked.evidence),
            said,
        )


def amount(given: ReleaseGiven) -> str:
    """What was freed: ``4 timer i uka``."""
    if given.what == "time":
        return ngettext("%(num)s time i uka", "%(num)s timer i uka", given.amount)
    if given.what == "money":
        return _("%(sum)s kroner", sum=f"{given.amount:,}".replace(",", "\u00a0"))
    return _("myndighet")


def _freed(sight: Sight, given: ReleaseGiven, who: str) -> Freed:
    told = sight.state[Releases].given[given.release].story_ms
    name = sight.seat_name(who)
    if not name and given.task in sight.plan.tasks:
        name = sight.plan.tasks[given.task].text
    return Freed(amount(given), sight.words(given.text), name, storytime.since(sight, told))


def waited(sight: Sight) -> Iterator[tuple[str, str]]:
    """(who, what) that the seat waits for: KE, a named seat, a leader, signatures, an answer."""
    seat, state = sight.seat, sight.state
    coordinators = state[Coordinators]
    last, asked = coordinators.current, coordinators.offered
    if not last and not asked:
        for each in coordinators.needs.values():
            if each.needed.seat == seat != each.needed.to:
                yield sight.seat_name(each.needed.to), _("å finne en koordinator")
    if asked and asked.appointed.seat == seat:
        yield sight.seat_name(asked.appointed.to), _("svar på om de vil koordinere")
    leader = last.accepted.leader if last and last.accepted else ""
    if last and leader and last.appointed.to == seat and not state[Releases].of(seat):
        yield sight.seat_name(leader), _("tid til å koordinere")
    yield from _answers(sight)


def _answers(sight: Sight) -> Iterator[tuple[str, str]]:
    stands = sight.state[Pact].stands
    if stands and not stands.written.short and stands.written.seat == sight.seat:
        left = [seat for seat in signers(sight.state) if seat not in stands.signed]
        if left:
            yield ", ".join(sight.seat_name(seat) for seat in left), _("å signere avtalen")
    for each in sight.state[Cooperation].disagreements.values():
        if each.said.seat == sight.seat and not (each.answer or each.repair):
            yield sight.seat_name(each.said.to), _("svar på det dere er uenige om")
