"""The verbs as pages: one form each, for an item or for nobody's item in particular."""

from __future__ import annotations

from dataclasses import dataclass

from flask import abort, render_template, request, url_for

from webapp import access
from webapp.i18n import language
from webapp.regions import allowed, child, coach, duties, formal, leave, meeting, words
from webapp.regions.cards import known
from webapp.regions.item import ItemView, item
from webapp.regions.may_share import ages
from webapp.regions.pact import offers_pact
from webapp.regions.say import _
from webapp.regions.sight import Sight
from webapp.regions.team import colleague
from webapp.views import handing, planning
from webapp.views.desk import bp, others, whens
from webapp.views.leading_forms import extras
from webapp.views.pages import page


@dataclass(frozen=True, slots=True)
class Verb:
    """``kind`` is the command it sends; ``field`` names the item in it ('' if it takes none)."""

    kind: str
    act: str
    field: str = "item"


VERBS = {
    "answer": Verb("answer.give", "answer"),
    "ask": Verb("question.ask", "ask"),
    "share": Verb("fact.share", "share"),
    "handover": Verb("handover.offer", "handover"),
    "agreed": Verb("agreement.say", "share"),
    "wonder": Verb("wonder.note", "wonder"),
    "worry": Verb("worry.rate", "wonder"),
    "listen": Verb("voice.seek", "listen"),
    "tell": Verb("voice.tell", "listen", ""),
    "consent": Verb("consent.ask", "consent"),
    "meet": Verb("meeting.call", "meet"),
    "escalate": Verb("escalation.raise", "escalate"),
    "give": Verb("task.give", "claim", ""),
    "pass": Verb("baton.pass", "coordinate", ""),
    "notify": Verb("notification.send", "notify"),
    "refer": Verb("referral.send", "refer"),
    "decide": Verb("decision.make", "decide"),
    "level": Verb("level.set", "level"),
    "order": Verb("samordning.raise", "order"),
    "settle": Verb("samordning.settle", "order", ""),
    "need": Verb("coordinator.need", "coordinator"),
    "ask_family": Verb("consent.ask", "coordinator", ""),
    "appoint": Verb("coordinator.appoint", "coordinator", ""),
    "post_decline": Verb("coordinator.decline", "coordinator", ""),
    "release": Verb("release.give", "release", ""),
    "control": Verb("control.check", "control", ""),
    "pact": Verb("pact.write", "pact", ""),
    "reopen": Verb("pact.reopen", "pact", ""),
    "talk": Verb("cooperation.talk", "cooperation"),
    "disagree": Verb("cooperation.disagree", "cooperation"),
    "repair": Verb("cooperation.repair", "cooperation", ""),
    "query": Verb("handover.query", "handover", "handover"),
    "decline": Verb("handover.decline", "handover", "handover"),
    "goal": Verb("goal.set", "plan"),
    "measure": Verb("measure.set", "plan"),
    "remeasure": Verb("measure.set", "plan"),
    "evaluate": Verb("measure.evaluate", "evaluate", ""),
}


IN_TEAM = (
    "give", "pass", "level", "order", "settle", "ask_family", "appoint", "pact", "reopen",
)  # fmt: skip
IN_ROLE = ("release", "control", "talk", "repair")
"""Verbs whose outcome one looks for in Laget, and in Min rolle."""


@bp.get("/do/<verb>")
@access.allow("participant")
def verb(verb: str) -> str | tuple[str, int]:
    """The form of one verb; ``item``, ``to`` and ``about`` say what it is about."""
    if verb not in VERBS:
        abort(404)
    item_id, about = request.args.get("item", ""), request.args.get("about", "")
    shown = page([f"item~{item_id}"] if item_id else [])
    sight = shown.sight
    if not is_offered(sight, verb):
        abort(404)
    found = item(sight, item_id, "summary") if item_id else None
    if item_id and found is None:
        return render_template("desk/gone.html", page=shown), 404
    to = request.args.get("to", "")
    own = [duty for duty in duties.duties(sight) if duty.mine == "owner"]
    return render_template(
        "desk/verb.html",
        page=shown,
        verb=verb,
        title=title(sight, verb),
        kind=kind_of(verb, found),
        item=found,
        item_field="" if found is None else field_of(verb, found),
        item_value="" if found is None else value_of(verb, found),
        to=colleague(sight, to) if to in sight.plan.seats and to != sight.seat else None,
        about=about,
        about_line=f"{found.heading.kind}: {found.heading.title}" if found else "",
        people=others(sight),
        my_cards=known(sight),
        my_duties=own,
        formal=formal.forms(sight),
        duties=duties.duties(sight),
        duty=next((duty for duty in duties.duties(sight) if duty.id == about), None),
        said=next((s for s in child.child(sight).heard if s.listening == about), None),
        whens=whens(),
        bases=[(code, words.basis(code)) for code in words.BASES],
        givers=[(code, leave.giver(sight, code)) for code in ("child", "parent")],
        abouts=[(code, leave.about(code)) for code in leave.ABOUTS],
        lasts=[(code, leave.lasting(code)) for code in leave.LASTS],
        ages=ages(sight, language()) if verb == "consent" else None,
        **planning.form(sight, verb, about),
        **handing.form(sight, verb),
        draft=f"{verb}:{item_id or about or to}",
        grounds=meeting.grounds(),
        hint=coach.hint(sight, item_id, verb),
        next=next_of(verb, item_id),
        back=url_for("desk.item", item_id=item_id) if item_id else url_for("desk.index"),
        **extras(sight, verb, found, about),
    )


def is_offered(sight: Sight, verb: str) -> bool:
    """Whether the format uses the verb and the seat is there for it."""
    act = VERBS[verb].act
    offered = offers_pact(sight) if act == "pact" else sight.offers(act)
    return offered and allowed.allowed(sight, verb)


def kind_of(verb: str, found: ItemView | None) -> str:
    """The command a verb sends. Svar to a question answers it; to another seat's thing it is a
    line back; to the story it is the act itself."""
    if verb == "answer" and found is not None:
        if found.kind == "question":
            return "question.answer"
        if found.sender:
            return "fact.share"
    return VERBS[verb].kind


def field_of(verb: str, found: ItemView) -> str:
    """The field of the command that names what it answers."""
    return "question" if kind_of(verb, found) == "question.answer" else VERBS[verb].field


def value_of(verb: str, found: ItemView) -> str:
    """What that field says."""
    return found.id if field_of(verb, found) == "item" else found.ref


def next_of(verb: str, item_id: str) -> str:
    """Where one goes once it is sent."""
    if verb in ("listen", "tell", "consent"):
        return url_for("desk.index", place="child", done=1)
    if verb in IN_TEAM:
        return url_for("desk.index", place="team", done=1)
    if verb in IN_ROLE:
        return url_for("desk.index", place="role", done=1)
    if verb in planning.FORMS:
        return url_for("desk.plan", done=1)
    if verb == "query":
        return url_for("desk.item", item_id=item_id, done=1)
    return url_for("desk.index", done=1)


def title(sight: Sight, verb: str) -> str:
    """What a verb is called."""
    return {
        "answer": _("Svar"),
        "ask": _("Spør"),
        "share": _("Del"),
        "handover": _("Overlever"),
        "agreed": _("Avtalt muntlig"),
        "wonder": _("Undring"),
        "worry": _("Bekymring"),
        "listen": _("Lytt"),
        "tell": _("Fortell %(child)s", child=sight.child),
        "consent": _("Spør om samtykke"),
        "meet": _("Kall inn til møte"),
        "escalate": _("Løft til leder"),
        "give": _("Be en annen ta oppgaven"),
        "pass": _("Spør en annen om å koordinere"),
        "notify": _("Meld bekymring til barnevernet"),
        "refer": _("Henvis"),
        "decide": _("Bestem noe"),
        "level": _("Bestem nivå"),
        "order": _("Be en leder bestemme hvem som samordner"),
        "settle": _("Bestem hvem som samordner"),
        "need": _("Meld behov for koordinator"),
        "ask_family": _("Spør familien"),
        "appoint": _("Navngi en koordinator"),
        "post_decline": _("Nei, men …"),
        "release": _("Gi tid, penger eller myndighet"),
        "control": _("Internkontroll"),
        "pact": _("Skriv avtalen"),
        "reopen": _("Åpne avtalen igjen"),
        "talk": _("Snakk om samarbeidet"),
        "disagree": _("Jeg er uenig"),
        "repair": _("Ta det opp igjen"),
        "query": _("Spør før du overtar"),
        "decline": _("Nei, men …"),
        "goal": _("Mål i planen"),
        "measure": _("Tiltak i planen"),
        "remeasure": _("Endre tiltaket"),
        "evaluate": _("Evaluer tiltaket"),
    }[verb]
