"""A9: nobody waits without being told for whom, however far the story has come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from contextlib import AbstractContextManager

from simulator.play.inbox import Inbox, Item
from simulator.play.kernel import State
from tests.webapp.browser import Browser
from webapp.regions.inbox import inbox
from webapp.regions.role import role
from webapp.regions.sight import Sight

See = Callable[..., AbstractContextManager[Sight]]
ASKS = ("question", "handover", "agreement", "meeting", "task", "baton", "escalation")
"""Items by which one seat waits for another."""
TOLD = (
    "question.ask&to=kontaktlaerer&text=Har hun venner?",
    "handover.offer&to=kontaktlaerer&request=Følg henne inn&by=2wd",
    "agreement.say&who=kontaktlaerer&line=Du ringer hjem",
    "task.give&task=T1&to=kontaktlaerer",
    "baton.take",
    "baton.pass&to=kontaktlaerer",
    "escalation.raise&to=rektor&text=Vi trenger tid",
    "meeting.call&seats[]=kontaktlaerer&why=Hva gjør vi?&minutes=15",
)


def asked_by(state: State, seat: str) -> list[Item]:
    """What lies open with others because this seat asked."""
    return [
        item
        for item in state[Inbox].items.values()
        if item.open and item.kind in ASKS and item.sender == seat
    ]


def test_whom_one_waits_for_is_always_named(
    pair: tuple[Browser, Browser],
    advance: Callable[[int], None],
    state: Callable[..., State],
    sight: See,
) -> None:
    """Everything a seat has asked of another is under 'Disse venter du på', by that seat's name;
    and the other finds it under 'Venter på deg'."""
    person, _other = pair
    advance(40_000)
    for each in TOLD:
        person.post("/desk/tap", {"tap": f"kind={each}"})
    mine = asked_by(state(), "helsesykepleier")
    assert {item.kind for item in mine} >= {"question", "handover", "agreement", "baton"}
    for step in range(4):
        for seat in state().plan.seats:
            with sight(seat) as seen:
                named = Counter(each.who for each in role(seen).waited)
                wanted = Counter(seen.seat_name(each.seat) for each in asked_by(seen.state, seat))
                assert wanted <= named, (step, seat)
                here = {line.item for line in inbox(seen).waiting}
                own = {i.id for i in seen.state[Inbox].open_of(seat) if i.kind in ASKS}
                assert own <= here, (step, seat)
        advance(30_000)
