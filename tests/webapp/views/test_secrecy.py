"""Nothing that a seat does not know reaches its HTML; nothing of one team reaches another."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from html import escape

from scenarios.plan import Plan
from simulator.play.facts import Facts
from simulator.play.inbox import Inbox
from simulator.play.kernel import State
from simulator.play.steering import EndLeg, Jump
from simulator.play.voice import Voices
from tests.webapp.browser import Browser
from webapp.regions.render import DESK, render
from webapp.regions.sight import Sight
from webapp.rows import RoomRow
from webapp.runtime import Runtime

See = Callable[..., AbstractContextManager[Sight]]
PLAN = ("plan", "plan-mine", "plan-log", "plan-ip", "plan-minutes")
SPLIT = 40
"""Characters of a text that are enough to know it by."""


def told_to(seen: Sight) -> str:
    """Every region that a seat can ask for now, items and handovers included."""
    about = [f"item~{item.id}" for item in seen.state[Inbox].of(seen.seat)]
    about += [f"handover~{item.ref}" for item in seen.state[Inbox].of(seen.seat)]
    return "".join(part.html for part in render(seen, (*DESK, *PLAN, *about)))


def secrets_of(state: State, plan: Plan, seat: str) -> dict[str, str]:
    """Texts that this seat has not been given: cards, story and voices, by id."""
    known = state[Facts].of(seat)
    got = {item.ref for item in state[Inbox].of(seat) if item.kind == "inject"}
    heard = {each.voice for each in state[Voices].listenings.values() if each.seat == seat}
    secret = {fact.id: fact.text for fact in plan.facts.values() if fact.id not in known}
    secret |= {each.id: each.text for each in plan.injects.values() if each.id not in got}
    return secret | {each.id: each.text for each in plan.voices.values() if each.id not in heard}


def test_a_seat_is_never_shown_what_it_does_not_know(
    playing: RoomRow, here: Runtime, advance: Callable[[int], None], sight: See
) -> None:
    """Through a whole drill played by the system, in each language, no secret shows."""
    del playing
    looked = 0
    for step in range(14):
        advance(30_000)
        for lang in ("nb", "nn", "en"):
            with sight(lang=lang) as anybody:
                seats = list(anybody.plan.seats)
            for seat in seats if step % 2 else seats[:2]:
                with sight(seat, lang=lang) as seen:
                    shown = told_to(seen)
                    leaks = [
                        name
                        for name, text in secrets_of(seen.state, seen.plan, seat).items()
                        if escape(text[:SPLIT]) in shown
                    ]
                    assert leaks == [], (step, seat, lang)
                    looked += len(shown)
    assert looked


def test_what_a_seat_knows_is_shown_to_it(
    playing: RoomRow, advance: Callable[[int], None], sight: See
) -> None:
    """The search above has teeth: known cards are found in the same HTML."""
    del playing
    advance(30_000)
    with sight("kontaktlaerer") as seen:
        shown = told_to(seen)
        known = [seen.plan.facts[fact].text for fact in seen.state[Facts].of("kontaktlaerer")]
    assert known
    assert all(escape(text[:SPLIT]) in shown for text in known)


def test_no_word_of_one_team_reaches_another(
    playing: RoomRow, seated: Callable[..., Browser], advance: Callable[[int], None], sight: See
) -> None:
    """What team 1 writes and is called is in none of team 2's regions."""
    del playing
    first, _second = seated("Kari"), seated("Ola")
    advance(20_000)
    said = "Dette sier bare lag en"
    body = {"kind": "question.ask", "body.to": "rektor", "body.text": said}
    assert first.post("/act", body).status_code == 303
    with sight("rektor", 1) as mine:
        assert said in told_to(mine)
        seats = list(mine.plan.seats)
    for seat in seats:
        with sight(seat, 2) as theirs:
            shown = told_to(theirs)
            assert said not in shown
            assert "Kari" not in shown


def test_a_jump_shows_who_holds_what_and_no_cards(
    playing: RoomRow, here: Runtime, sight: See, advance: Callable[[int], None]
) -> None:
    """The list before a jump names tasks and holders; it tells no opplysninger."""
    from simulator.play.kernel import FACILITATOR

    advance(20_000)
    here.conduct.steer(playing.exercise_id, FACILITATOR, EndLeg(), "end-1")
    with sight("rektor") as seen:
        html = render(seen, ["interlude"])[0].html
        assert seen.plan.tasks["T1"].text in html
        assert not any(escape(fact.text) in html for fact in seen.plan.facts.values())
    here.conduct.steer(playing.exercise_id, FACILITATOR, Jump(), "jump-1")
    with sight("rektor") as seen:
        assert "hold" not in render(seen, ["interlude"])[0].html
