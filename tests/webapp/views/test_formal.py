"""Letters, decisions, levels and samordning on the screen."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import get_args

import pytest
from flask_babel import force_locale

from scenarios.kinds import Language
from scenarios.loader import Loaded
from scenarios.phrases import phrase
from simulator.play.decisions import Decisions
from simulator.play.inbox import Inbox, Item
from simulator.play.kernel import Actor, Command, State
from simulator.play.letters import Letters
from simulator.play.levels import Levels
from simulator.play.notification import AnswerNotification, Notifications, SendNotification
from simulator.play.referral import AnswerReferral, SendReferral
from simulator.play.samordning import RaiseSamordning, Samordning
from simulator.play.tasks import ClaimTask, Tasks
from tests.simulator.play.formal import formal
from tests.webapp.browser import CHOSEN, FILLED, Browser
from webapp.regions import inbox, role, team
from webapp.regions.item import item as view
from webapp.regions.sight import Sight
from webapp.rows import RoomRow
from webapp.runtime import Runtime
from webapp.views.verbs import VERBS

FIRST = "helsesykepleier"
NEW = sorted(
    verb
    for verb, each in VERBS.items()
    if each.act in ("notify", "refer", "decide", "level", "order")
)

See = Callable[..., AbstractContextManager[Sight]]


@pytest.fixture(scope="session")
def small() -> Loaded:
    """The small scenario with these actions."""
    return formal()


@pytest.fixture
def other(here: Runtime, room: RoomRow) -> Callable[[str, Command], None]:
    """What another seat does."""

    def act(seat: str, command: Command) -> None:
        made = f"t-{seat}-{command.KIND}-{here.conduct.state(f'{room.exercise_id}-1').seq}"
        team_id = f"{room.exercise_id}-1"
        receipt = here.conduct.handle(team_id, Actor("colleague", seat), command, made)
        assert receipt.code is None

    return act


@pytest.fixture
def desk(person: Browser, advance: Callable[[int], None]) -> Browser:
    """The one who plays helsesykepleier, a little into play."""
    advance(4_000)
    return person


@pytest.mark.parametrize("verb", NEW)
def test_a_formal_verb_suggests_nothing(desk: Browser, verb: str) -> None:
    """In measured play no choice is made and no field is filled in beforehand."""
    shown = desk.get(f"/desk/do/{verb}").text
    form = shown.partition('class="verb-form"')[2].partition("</form>")[0]
    assert form
    assert not CHOSEN.search(form)
    assert not FILLED.search(form)


def test_below_the_threshold_the_form_explains_and_stops_nothing(
    desk: Browser, state: Callable[..., State]
) -> None:
    """It says what it takes to make contact by name, and sends what one sends."""
    assert "Uten navn kan du alltid drøfte" in desk.get("/desk/do/notify").text
    fields = {"kind": "notification.send", "body.to": "barnevern", "body.text": "Hun er trøtt"}
    assert desk.post("/act", {**fields, "next": "/desk"}).status_code == 303
    assert state()[Letters].of("notification")[0].text == "Hun er trøtt"


def test_a_sent_letter_says_whom_one_waits_for(
    desk: Browser, sight: See, other: Callable[[str, Command], None]
) -> None:
    """Every wait names who and until when; the answer comes as a notice that says it all."""
    fields = {"kind": "notification.send", "body.to": "barnevern", "body.text": "Hun er trøtt"}
    desk.post("/act", {**fields, "next": "/desk"})
    with sight(FIRST) as seen:
        waited = role.role(seen).waited
        assert [(each.who, each.what) for each in waited] == [
            (seen.seat_name("barnevern"), "Bekymringsmelding: Hun er trøtt")
        ]
        assert waited[0].note.startswith("innen")
    letter = f"{FIRST}-letter-1"
    other("barnevern", AnswerNotification(letter, "investigates", "Vi ringer hjem."))
    with sight(FIRST) as seen:
        assert not role.role(seen).waited
        told = view(seen, f"notice.letter-answered-{letter}@{FIRST}")
        assert told is not None
        assert told.text == "Meldingen blir undersøkt. Vi ringer hjem."


@pytest.mark.parametrize("lang", get_args(Language))
def test_a_colleagues_answer_is_read_in_ones_own_language(
    desk: Browser, sight: See, other: Callable[[str, Command], None], lang: Language
) -> None:
    """The journal keeps it in bokmål; whoever reads another language reads it in that."""
    fields = {"kind": "notification.send", "body.to": "barnevern", "body.text": "Hun er trøtt"}
    desk.post("/act", {**fields, "next": "/desk"})
    letter = f"{FIRST}-letter-1"
    with sight(FIRST) as seen:
        child = seen.child
    other("barnevern", AnswerNotification(letter, "dismissed", phrase("review-dismissed", child)))
    with sight(FIRST) as seen, force_locale(lang):
        told = view(seen, f"notice.letter-answered-{letter}@{FIRST}")
        assert told is not None
        assert told.text.endswith(phrase("review-dismissed", child, lang))


def test_barnevern_reads_the_report_and_answers_it(
    sight: See, desk: Browser, other: Callable[[str, Command], None]
) -> None:
    """It waits with its time, its cards come along in it, and what was asked for stands there."""
    del desk
    other("rektor", SendNotification("barnevern", "Hun er trøtt", ("F7",)))
    with sight("barnevern") as seen:
        lines = inbox.inbox(seen).waiting
        letter = next(each for each in lines if each.kind == "Bekymringsmelding")
        assert letter.until.startswith("innen")
        assert [each.title for each in inbox.inbox(seen).new] == []
        shown = view(seen, letter.item)
        assert shown is not None
        assert [card.id for card in shown.cards] == ["F7"]


@pytest.mark.parametrize("lang", ["nb", "nn", "en"])
def test_a_referral_is_answered_by_its_receiver(
    desk: Browser,
    item: Callable[..., Item],
    other: Callable[[str, Command], None],
    sight: See,
    lang: str,
) -> None:
    """The form lies at the letter; the no names a way forward, and the referrer reads all of it."""
    other("kontaktlaerer", SendReferral(FIRST, "Vurder Tuva", "Fast voksen"))
    waiting = item(FIRST, "referral")
    page = desk.get(f"/desk/items/{waiting.id}").text
    assert "Dette er prøvd: Fast voksen" in page
    form = page.partition('data-act="referral.answer"')[2].partition("</form>")[0]
    assert form
    assert not CHOSEN.search(form)
    answer = {"body.referral": waiting.ref, "body.outcome": "declined", "body.text": "Ikke nå"}
    more = {"body.onward": "rektor", "body.family": "true", "next": "/desk"}
    desk.post("/act", {"kind": "referral.answer", **answer, **more})
    with sight("kontaktlaerer", lang=lang) as seen:
        told = view(seen, f"notice.letter-answered-{waiting.ref}@kontaktlaerer")
        assert told is not None
        assert "Ikke nå" in told.text
        assert seen.seat_name("rektor") in told.text
    assert 'data-act="referral.answer"' not in desk.get(f"/desk/items/{waiting.id}").text


def test_to_ask_for_more_says_whom_one_waits_for(
    desk: Browser, item: Callable[..., Item], other: Callable[[str, Command], None]
) -> None:
    """The letter still waits, and says what was asked of whom."""
    other("kontaktlaerer", SendReferral(FIRST, "Vurder Tuva"))
    waiting = item(FIRST, "referral")
    answer = {"body.referral": waiting.ref, "body.outcome": "more", "body.text": "Siden når?"}
    desk.post("/act", {"kind": "referral.answer", **answer, "next": "/desk"})
    assert "venter på Kontaktlærer: «Siden når?»" in desk.get(f"/desk/items/{waiting.id}").text


def test_a_decision_is_made_and_its_owner_told(
    desk: Browser, state: Callable[..., State], sight: See
) -> None:
    """Ground, reason and how she was heard are asked for; the mandate is never shown."""
    page = desk.get("/desk/do/decide").text
    assert "bvl § 3-1" in page
    fields = {"body.text": "Turer ute", "body.ground": "care-help", "body.owner": "rektor"}
    desk.post("/act", {"kind": "decision.make", **fields, "next": "/desk"})
    made = state()[Decisions].made[f"{FIRST}-1"].made
    assert made.mandate is False
    assert "mandat" not in desk.get("/desk").text
    with sight("rektor") as seen:
        assert "Turer ute" in [each.text for each in role.role(seen).owned]
        told = view(seen, f"notice.decision-{FIRST}-1@rektor")
        assert told is not None
        assert told.text.startswith("Har bestemt noe du er ansvarlig for: Turer ute")


def test_a_level_is_one_small_line(desk: Browser, state: Callable[..., State], sight: See) -> None:
    """Laget and the child's page tell where it stands and who decided it, never why."""
    assert "Ingen har bestemt nivå ennå." in desk.get("/desk?place=team").text
    fields = {"body.level": "2", "body.why": "Far er syk", "body.criteria[]": ["yes", "holder"]}
    desk.post("/act", {"kind": "level.set", **fields, "next": "/desk"})
    assert state()[Levels].level == 2
    with sight("rektor") as seen:
        line = team.team(seen).level
        assert line is not None
        assert line.text.startswith("Nivå 2")
        assert "Far er syk" not in line.text + line.note


def test_who_settles_is_named_before_one_asks(
    desk: Browser,
    state: Callable[..., State],
    other: Callable[[str, Command], None],
    sight: See,
) -> None:
    """The form says who it goes to; the leader's answer asks the one named to coordinate."""
    del other
    assert "Rektor" in desk.get("/desk/do/order").text.partition('class="verb-form"')[2]
    fields = {"body.reason": "nobody", "body.text": "Hvem holder i dette?", "body.acute": "true"}
    desk.post("/act", {"kind": "samordning.raise", **fields, "next": "/desk"})
    raised = state()[Samordning].raised[f"{FIRST}-letter-1"]
    assert (raised.to, raised.acute) == ("rektor", True)
    with sight("rektor") as seen:
        assert team.team(seen).may_settle
        first = inbox.inbox(seen).waiting[0]
        assert (first.kind, first.acute) == ("Hvem samordner?", True)
    with sight("barnevern") as seen:
        assert not team.team(seen).may_settle


def test_a_full_load_is_warned_of_before_and_after(
    desk: Browser, state: Callable[..., State], advance: Callable[[int], None]
) -> None:
    """In words, at the tasks; taking one more is never refused. «Jeg er med» works beside it."""
    advance(60_000)
    assert "flere enn en rolle bør ha" not in desk.get("/desk?place=team").text
    task, another = list(state()[Tasks].stands)[:2]
    desk.post("/desk/tap", {"tap": f"kind=task.claim&task={task}"})
    assert "Tar du en til" in desk.get("/desk?place=team").text
    desk.post("/desk/tap", {"tap": f"kind=task.join&task={another}"})
    assert FIRST in state()[Tasks].stands[another].helpers
    desk.post("/desk/tap", {"tap": f"kind=task.claim&task={another}"})
    assert FIRST in state()[Tasks].stands[another].owners
    assert "gi en videre" in desk.get("/desk?place=team").text


def test_nobody_reads_another_seats_letter(
    desk: Browser, state: Callable[..., State], other: Callable[[str, Command], None]
) -> None:
    """A letter is its receiver's alone, in the list and opened."""
    other("kontaktlaerer", SendNotification("barnevern", "Bare for dere"))
    other("kontaktlaerer", RaiseSamordning("disagree", "Bare for lederen"))
    assert "Bare for" not in desk.get("/desk").text
    theirs = [each.id for each in state()[Inbox].of("barnevern") if each.kind == "notification"]
    assert desk.get(f"/desk/items/{theirs[0]}").status_code == 404
    assert not state()[Notifications].answers


def test_what_a_colleague_does_is_told_alike(
    other: Callable[[str, Command], None], desk: Browser, sight: See
) -> None:
    """A referral that is taken in says so, and whether the family knows."""
    del desk
    other("kontaktlaerer", ClaimTask("T1"))
    other("kontaktlaerer", SendReferral(FIRST, "Vurder Tuva"))
    letter = "kontaktlaerer-letter-1"
    other(FIRST, AnswerReferral(letter, "accepted", "Velkommen", family=True))
    with sight("kontaktlaerer") as seen:
        told = view(seen, f"notice.letter-answered-{letter}@kontaktlaerer")
        assert told is not None
        assert told.text.endswith("Familien har fått det samme svaret.")
