"""Child and parents as whoever plays them sees it: who waits for an answer, what one may say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from scenarios.family import Giver
from simulator.play.clock import Clock
from simulator.play.consent import Consents, Request
from simulator.play.family import Family, open_listenings, open_requests, tellable
from simulator.play.kernel import FACILITATOR, Actor
from simulator.play.voice import Listening
from webapp.regions import leave, situation, voice
from webapp.regions.my_case import MyCase, my_case
from webapp.regions.overview import Overview
from webapp.regions.relay_log import RelayLogView, relay_log
from webapp.regions.say import _
from webapp.regions.sight import Sight
from webapp.regions.undo import Undo, undo_of
from webapp.rows import ParticipantRow

GIVERS: tuple[Giver, ...] = ("child", "parent")


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer that needs no words: what it is called, what follows, what it sends."""

    words: str
    effect: str
    kind: str
    fields: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Waiting:
    """Somebody who waits for an answer. ``what`` is ``listening`` or ``request``."""

    what: str
    ref: str
    who: str
    line: str
    why: str
    cards: tuple[tuple[str, str], ...]
    seats: tuple[tuple[str, str], ...]
    thinking: bool
    replies: tuple[Reply, ...]


@dataclass(frozen=True, slots=True)
class Given:
    """Leave that stands, and may be taken back."""

    request: str
    line: str


@dataclass(frozen=True, slots=True)
class PartView:
    """Child, or parents. ``player`` says who plays them, ``invited`` who has been asked."""

    giver: Giver
    name: str
    player: str
    by_system: bool
    invited: str
    waiting: tuple[Waiting, ...]
    given: tuple[Given, ...]
    plays: tuple[Reply, ...]
    people: tuple[tuple[str, str], ...]
    case: MyCase


@dataclass(frozen=True, slots=True)
class FamilyView:
    """The parts, and the log they own with the services (None in a format without Planen).
    ``undo`` is what whoever looks may take back.
    ``exercise``, ``team`` and ``number`` are what a leader's act and page name; they
    are empty where a person acts."""

    parts: tuple[PartView, ...]
    shown: bool
    over: bool
    log: RelayLogView | None
    exercise: str = ""
    team: str = ""
    number: int = 0
    undo: Undo = field(default_factory=Undo)


@dataclass(frozen=True, slots=True)
class Mood:
    """What whoever plays the child should know of her now: no figures."""

    about: str
    told: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OwnView:
    """What a person who plays sees."""

    family: FamilyView
    mood: Mood


def family(over: Overview) -> FamilyView:
    """Both parts of the opened team, as the øvingsleder has them."""
    sight = over.sight
    rows = [each for each in over.inside if each.team_id == over.team_id]
    return FamilyView(
        tuple(part(sight, giver, rows) for giver in GIVERS),
        sight.offers("consent"),
        is_over(sight),
        log(sight),
        over.row.id,
        over.team_id,
        over.chosen,
        undo_of(sight, str(FACILITATOR), over.team_id),
    )


def own(sight: Sight, participant: str) -> OwnView:
    """The parts that a person plays, and how she is."""
    mine = sight.state[Family].parts_of(participant)
    parts = tuple(part(sight, giver, ()) for giver in mine)
    back = undo_of(sight, str(Actor("family", participant=participant)))
    view = FamilyView(parts, bool(mine), is_over(sight), log(sight), undo=back)
    return OwnView(view, mood(sight))


def is_over(sight: Sight) -> bool:
    """Whether nothing is answered any more."""
    return sight.state[Clock].phase in ("lobby", "over")


def log(sight: Sight) -> RelayLogView | None:
    """The stafettlogg as its owners read it."""
    return relay_log(sight) if sight.offers("plan") else None


def part(sight: Sight, giver: Giver, people: Sequence[ParticipantRow]) -> PartView:
    """One part with everything that waits on it."""
    held = sight.state[Family].parts[giver]
    names = {each.id: each.name or _("uten navn") for each in people}
    free = tuple((each.id, names[each.id]) for each in people if each.seat_id is None)
    return PartView(
        giver=giver,
        name=leave.giver(sight, giver),
        player=_player(held.player, names.get(held.participant, "")),
        by_system=held.player == "system",
        invited=names.get(held.invited, ""),
        waiting=tuple(waiting(sight, giver)),
        given=tuple(_given(sight, giver)),
        plays=tuple(_plays(held.player, giver)),
        people=tuple(each for each in free if each[0] not in (held.participant, held.invited)),
        case=my_case(sight, giver),
    )


def waiting(sight: Sight, giver: Giver) -> Iterable[Waiting]:
    """Who waits for an answer, oldest first."""
    thinking = sight.state[Family].thinking
    for heard in open_listenings(sight.state, giver):
        yield _listening(sight, heard, thinking=f"listening:{heard.id}" in thinking)
    for request in open_requests(sight.state, giver):
        name = request.asked.request
        yield _request(sight, request, thinking=f"request:{name}" in thinking)


def find(view: FamilyView, what: str, ref: str) -> Waiting | None:
    """One of those who wait on these parts, by its id."""
    each = (one for part in view.parts for one in part.waiting)
    return next((one for one in each if (one.what, one.ref) == (what, ref)), None)


def mood(sight: Sight) -> Mood:
    """How she is, in the words of the scenario."""
    lines = [situation.rung(sight, "trust"), situation.rung(sight, "load")]
    told = sight.leg.scene.told if sight.leg else ""
    return Mood(sight.plan.scenario.child.about, told, tuple(line for line in lines if line))


def _listening(sight: Sight, heard: Listening, *, thinking: bool) -> Waiting:
    own = {each.id for each in tellable(sight.state, heard)}
    told = [each for each in sight.plan.voices.values() if each.id in own]
    about = {"listening": heard.id}
    replies = [
        Reply(each.text, _("Sier dette"), "family.speak", {**about, "voice": each.id})
        for each in told
    ]
    replies += [
        Reply(_("Ti stille"), _("Det er et svar"), "family.keep_silent", about),
        Reply(
            _("Vil ikke snakke om det"),
            _("Det er også et svar"),
            "family.keep_silent",
            {**about, "refused": "true"},
        ),
        _time(about),
    ]
    line = _(
        "%(who)s vil høre: %(where)s, med %(form)s.",
        who=sight.seat_name(heard.seat),
        where=voice.place(heard.place),
        form=voice.form(heard.form),
    )
    who = sight.seat_name(heard.seat)
    return Waiting("listening", heard.id, who, line, "", (), (), thinking, tuple(replies))


def _request(sight: Sight, request: Request, *, thinking: bool) -> Waiting:
    asked, facts = request.asked, sight.plan.facts
    about = {"request": asked.request}
    replies = (
        Reply(_("Ja"), _("Til alt det spørres om"), "consent.answer", {**about, "answer": "full"}),
        Reply(_("Nei"), _("Det er et svar"), "consent.answer", {**about, "answer": "refused"}),
        Reply(
            _("Ti stille"),
            _("Ikke noe ja, ikke noe nei"),
            "consent.answer",
            {**about, "answer": "silent"},
        ),
        _time(about),
    )
    line = _(
        "%(who)s spør om %(what)s.", who=sight.seat_name(asked.seat), what=leave.about(asked.about)
    )
    return Waiting(
        "request",
        asked.request,
        sight.seat_name(asked.seat),
        line,
        sight.words(asked.why),
        tuple((fact, facts[fact].text) for fact in asked.facts if fact in facts),
        tuple((seat, sight.seat_name(seat)) for seat in asked.to),
        thinking,
        replies,
    )


def _time(about: dict[str, str]) -> Reply:
    return Reply(_("Trenger tid"), _("Den som spør, får vite det"), "family.wait", about)


def _given(sight: Sight, giver: Giver) -> Iterable[Given]:
    for name, request in sight.state[Consents].requests.items():
        if request.asked.giver == giver and request.stands:
            yield Given(name, _stands(sight, request))


def _stands(sight: Sight, request: Request) -> str:
    """A leave that holds, in a sentence."""
    who, answer, facts = sight.seat_name(request.asked.seat), request.answer, sight.plan.facts
    if answer is None or not answer.facts:
        return _(
            "%(who)s har fått ja til: %(what)s.", who=who, what=leave.about(request.asked.about)
        )
    return _(
        "%(who)s kan dele %(texts)s med %(to)s.",
        who=who,
        texts=" ".join(leave.quoted(facts[fact].text) for fact in answer.facts if fact in facts),
        to=", ".join(sight.seat_name(seat) for seat in answer.to),
    )


def _player(player: str, name: str) -> str:
    if player == "leader":
        return _("Du svarer for dem.")
    if player == "person":
        return _("%(name)s svarer for dem.", name=name or _("uten navn"))
    return _("Systemet svarer, slik fortellingen har det.")


def _plays(player: str, giver: Giver) -> Iterable[Reply]:
    if player != "leader":
        yield Reply(
            _("Jeg svarer selv"),
            _("Systemet svarer hvis du ikke har svart på tre minutter"),
            "family.play",
            {"giver": giver, "player": "leader"},
        )
    if player != "system":
        yield Reply(
            _("La systemet svare"),
            _("Slik fortellingen har det"),
            "family.play",
            {"giver": giver, "player": "system"},
        )
