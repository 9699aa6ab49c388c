"""The participant's desk: inbox, child, team, role; and an item opened."""

from __future__ import annotations

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from simulator.play.care import Care
from simulator.play.clock import Clock
from simulator.play.family import Family
from simulator.play.inbox import Inbox
from simulator.play.minutes import Meetings
from simulator.play.roster import Roster
from webapp import access
from webapp.regions import formal, letters, words
from webapp.regions.allowed import allowed
from webapp.regions.discussion import discussion
from webapp.regions.duties import load
from webapp.regions.handover import handover, reminded
from webapp.regions.item import ItemView, item
from webapp.regions.meeting import called
from webapp.regions.probe import Option, shuffled
from webapp.regions.render import DESK
from webapp.regions.say import _
from webapp.regions.sight import Sight
from webapp.regions.team import Colleague, colleague
from webapp.runtime import runtime
from webapp.views.briefed import ready
from webapp.views.coming import card_for
from webapp.views.leading_forms import replies
from webapp.views.pages import page

bp = Blueprint("desk", __name__, url_prefix="/desk")

PLACES = ("inbox", "child", "team", "role")
REPLIES = (
    "agreement",
    "task",
    "baton",
    "escalation",
    "need",
    "appointment",
    "first_meeting",
    "release_time",
    "pact",
    "disagreement",
    "measure",
    *letters.KINDS,
)
"""Items that are answered by a choice of their own."""


@bp.get("")
@access.allow("participant")
def index() -> str | Response:
    """The four places."""
    me = access.participant()
    if me.seat_id is None:
        return redirect(_without_seat(me), 303)
    shown = page(DESK)
    state = shown.sight.state
    if (me.seat_id, me.id) in state[Care].resting:
        stood_in = state[Roster].chairs[me.seat_id].stood_in
        return render_template("desk/resting.html", page=shown, stood_in=stood_in)
    phase = state[Clock].phase
    if phase == "lobby":
        return redirect(url_for("before.show"), 303)
    if phase == "over":
        return redirect(url_for("after.show"), 303)
    if not ready():
        return redirect(url_for("before.show"), 303)
    if shown.sight.plan.is_discussion:
        return _discussion()
    place = request.args.get("place", "inbox")
    with runtime().lock:
        card = card_for(shown.sight, me)
    return render_template(
        "desk/index.html", page=shown, place=place if place in PLACES else "inbox", card=card
    )


def _discussion() -> str:
    """The scene that the room talks about; for who writes, the form of what is agreed."""
    shown = page(["discussion~now", "turn~now"])
    view = discussion(shown.sight)
    return render_template(
        "desk/discussion.html",
        page=shown,
        meeting=view.minutes if view else None,
        roles=shown.sight.plan.seats.values(),
        whens=whens(),
    )


def _without_seat(me: access.Participant) -> str:
    """Where somebody belongs who plays no service: the family they play, else the gjennomgang."""
    here = runtime()
    with here.lock:
        state = here.conduct.state(me.team_id)
        plays = state[Clock].phase != "over" and state[Family].parts_of(me.id)
    return url_for("family.show" if plays else "debrief.mine")


@bp.get("/items/<path:item_id>", endpoint="item")
@access.allow("participant")
def item_page(item_id: str) -> str | tuple[str, int]:
    """One item, with the verbs that are always the same."""
    kind, _dot, ref = item_id.partition(".")
    names = [f"item~{item_id}", f"coach~{item_id}"]
    if kind == "handover":
        names.append(f"handover~{ref.rpartition('@')[0]}")
    shown = page(names)
    found = item(shown.sight, item_id, request.args.get("read", ""))
    if found is None:
        return render_template("desk/gone.html", page=shown), 404
    sender = shown.sight.plan.seats.get(found.sender)
    return render_template(
        "desk/item.html",
        page=shown,
        item=found,
        sender_sector=sender.sector if sender else "",
        by_system=shown.sight.state[Roster].simulated(found.sender),
        more=more_verbs(shown.sight),
        people=others(shown.sight),
        **_reply(shown.sight, found),
    )


@bp.get("/handovers/<handover_id>")
@access.allow("participant")
def handover_page(handover_id: str) -> str:
    """A handover as its sender follows it."""
    shown = page([f"handover~{handover_id}"])
    if handover(shown.sight, handover_id) is None:
        abort(404)
    return render_template("desk/handover.html", page=shown, handover=handover_id)


@bp.get("/help")
@access.allow("participant")
def help_page() -> str:
    """Whom one can talk to."""
    return render_template("desk/help.html", page=page())


def others(sight: Sight) -> list[Colleague]:
    """Every other seat: people first."""
    seats = (colleague(sight, seat) for seat in sight.plan.seats if seat != sight.seat)
    return sorted(seats, key=lambda each: each.player != "person")


def more_verbs(sight: Sight) -> list[tuple[str, str]]:
    """What stands behind 'Mer …' in this format."""
    named = {
        "wonder": ("wonder", _("Undring")),
        "worry": ("wonder", _("Bekymring")),
        "listen": ("listen", _("Lytt til %(child)s", child=sight.child)),
        "consent": ("consent", _("Samtykke")),
        "meet": ("meet", _("Møte")),
        "escalate": ("escalate", _("Løft til leder")),
        "goal": ("plan", _("Mål i planen")),
        "notify": ("notify", _("Meld bekymring til barnevernet")),
        "refer": ("refer", _("Henvis")),
        "decide": ("decide", _("Bestem noe")),
        "level": ("level", _("Bestem nivå")),
        "order": ("order", _("Be en leder bestemme hvem som samordner")),
        "need": ("coordinator", _("Meld behov for koordinator")),
        "appoint": ("coordinator", _("Navngi en koordinator")),
        "release": ("release", _("Gi tid, penger eller myndighet")),
        "control": ("control", _("Internkontroll")),
        "talk": ("cooperation", _("Snakk om samarbeidet")),
        "disagree": ("cooperation", _("Jeg er uenig")),
    }
    return [
        (verb, told)
        for verb, (act, told) in named.items()
        if sight.offers(act) and allowed(sight, verb)
    ]


def _reply(sight: Sight, found: ItemView) -> dict[str, object]:
    """Which answer of its own the item asks for now, and what that needs."""
    if found.kind in letters.KINDS and _is_open(sight, found.id):
        asked = letters.asked(sight, found.ref)
        return {"reply": found.kind, "asked": asked, "formal": formal.forms(sight)}
    if found.kind == "meeting":
        held = sight.state[Meetings].held[found.ref]
        reply = found.kind if _is_open(sight, found.id) else ""
        return {"reply": reply, "called": called(sight, held)}
    if found.kind in REPLIES:
        reply = found.kind if _is_open(sight, found.id) else ""
        measure = found.ref.rpartition("-")[0]
        return {"reply": reply, "measure": measure, "load": load(sight), **replies(sight, found)}
    if found.kind == "reminder":
        waits = reminded(sight, found.ref.rpartition("-")[0])
        return {"reply": "reminder" if waits else "", "passed": waits}
    if found.kind != "handover":
        return {"reply": ""}
    passed = handover(sight, found.ref)
    if passed is None or passed.phase in ("read_back", "started", "told", "declined"):
        return {"reply": ""}
    if passed.phase in ("offered", "seen"):
        return {"reply": "handover"}
    return {"reply": "read_back", "key": _key(sight, passed.key), "whens": whens()}


def _is_open(sight: Sight, item_id: str) -> bool:
    return sight.state[Inbox].items[item_id].open


def whens() -> list[tuple[str, str]]:
    """Until when, as forms offer it."""
    return [(code, words.when(code)) for code in words.WHENS]


def _key(sight: Sight, fact: str) -> dict[str, object] | None:
    """The key question of a card, its options in this seat's own order."""
    if fact not in sight.plan.facts:
        return None
    question = sight.plan.facts[fact].question
    options = [Option(str(n), text) for n, text in enumerate(question.options)]
    return {"ask": question.ask, "options": shuffled(options, sight.seat, fact)}
