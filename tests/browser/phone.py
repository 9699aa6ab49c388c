"""A participant's phone, as a hand uses it; told by what things are, so that any language works."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePosixPath
from urllib.parse import parse_qs

from playwright.sync_api import Locator, expect

from tests.browser.arrival import Arrival

AT_ONCE_MS = 10_000
"""How long a push may take before the test calls it lost."""


OVERFLOW = """async () => {
  const frame = () => new Promise(done => { requestAnimationFrame(done); setTimeout(done, 500); });
  await frame();
  await frame();
  const root = document.documentElement;
  return Math.max(0, document.scrollingElement.scrollWidth - root.clientWidth);
}"""


class Phone(Arrival):
    """One person's page. Every verb ends where the person would be looking when it is done."""

    # -- looking ---------------------------------------------------------------------------------

    @property
    def place(self) -> str:
        """Which of the four places is open: inbox, child, team or role."""
        return self.page.locator("[data-places]").get_attribute("data-place") or ""

    def desk(self, place: str = "inbox") -> None:
        """Go to one of the four places of the desk, by the role's name on top and the tabs."""
        if not self.page.locator("[data-places]").count():
            home = self.page.locator(".bar-role a")
            if home.count():
                self.leave_by(home)
            else:
                self.page.goto("/desk")
        if not self.page.locator(f"#{place}").is_visible():
            self.hand.press(self.page.locator(f"[data-go={place}]"))
        expect(self.page.locator(f"#{place}")).to_be_visible()

    def item(self, about: str) -> Locator:
        """The line of the inbox about a thing: ``inject.I02``, ``handover``, ``question``."""
        return self.page.locator(f"button.item[value^='{about}']")

    def awaits(self, about: str, timeout_ms: int = AT_ONCE_MS) -> None:
        """Stand at the inbox until a thing has come."""
        if self.path != "/desk" or self.place != "inbox":
            self.desk()
        self.item(about).first.wait_for(state="attached", timeout=timeout_ms)

    def inbox(self) -> list[str]:
        """The ids of everything that lies in the inbox, from the top."""
        lines = self.page.locator("button.item").all()
        return [line.get_attribute("value") or "" for line in lines]

    def overflows(self) -> int:
        """How many pixels the page is wider than the screen; 0 is right.

        A phone zooms out until what sticks out is seen, and its ``innerWidth`` grows with it; the
        root's own width does not. Measured after two frames, since what hangs on the width of the
        screen (vw) is laid out anew only with the next one.
        """
        wide: int = self.page.evaluate(OVERFLOW)
        return wide

    # -- the verbs -------------------------------------------------------------------------------

    def open(self, about: str) -> None:
        """Open an item of the inbox."""
        self.awaits(about)
        done = self.page.locator("details.inbox-done")
        line = self.item(about).first
        if not line.is_visible() and done.count():
            self.hand.press(done.locator("summary"))
        self.hand.press(line)
        self.page.locator(".sheet").wait_for()
        self._choose_reading()

    def _choose_reading(self) -> None:
        short = self.page.locator(".heavy a[href*='read=summary']")
        if short.count():
            self.hand.press(short)
            self.page.wait_for_url(re.compile("read=summary"))

    def verb(self, name: str) -> None:
        """From an open item to the form of a verb."""
        link = self.page.locator(f"a[href*='/do/{name}']").first
        if not link.is_visible():
            self.hand.press(self.page.locator(".verb-more > summary"))
        self.hand.press(link)
        self.page.locator("form[data-act]").wait_for()

    def send(self) -> None:
        """Press the one big button of the form, and be told that it is stored."""
        self.leave_by(self.page.locator("form[data-act] .form-send [type=submit]"))

    def tap(self, kind: str) -> None:
        """Press the first button that does ``kind`` in one touch, and see it go."""
        button = self.page.locator(f"button[form=tap][value^='kind={kind}']").first
        value = button.get_attribute("value") or ""
        self.hand.press(button)
        gone = self.page.locator(f"button[form=tap][value='{value}']")
        expect(gone).to_have_count(0, timeout=AT_ONCE_MS)

    def answer(self, text: str) -> None:
        """Svar."""
        self.verb("answer")
        self.hand.write(self.page.locator("form[data-act] textarea").first, text)
        self.send()

    def ask(self, to: str, text: str) -> None:
        """Spør."""
        self.verb("ask")
        self.choose(to)
        self.hand.write(self.page.locator("[name='body.text']"), text)
        self.send()

    def share(self, to: Sequence[str], cards: int = 1) -> None:
        """Del the first ``cards`` cards."""
        self.verb("share")
        for seat in to:
            self.choose(seat)
        self.tick(cards)
        self.send()

    def hand_over(self, to: str, request: str, cards: int = 1) -> None:
        """Overlever by tomorrow, with the first ``cards`` cards."""
        self.verb("handover")
        self.choose(to)
        self.hand.write(self.page.locator("[name='body.request']"), request)
        self.hand.pick(self.page.locator("[name='body.by'][value='1wd']"))
        self.tick(cards)
        self.send()

    def agreed(self, to: str, line: str = "", cards: int = 1) -> None:
        """Avtalt muntlig: what was said across the table; the name sends it."""
        self.verb("agreed")
        if line and self.page.locator("textarea[name='body.line']").count():
            self.hand.write(self.page.locator("textarea[name='body.line']"), line)
        if cards:
            self.hand.press(self.page.locator("details.about:has([name='body.facts[]']) > summary"))
            self.tick(cards)
        self.leave_by(self.page.locator(f"button[name='body.who'][value='{to}']"))

    def listen(self, speaker: str = "child") -> None:
        """Lytt, in the first place and form on offer."""
        self.verb("listen")
        self.listen_now(speaker)

    def listen_now(self, speaker: str = "child") -> None:
        """Fill in the form of Lytt, and send it."""
        for name, value in (("speaker", speaker), ("place", ""), ("form", "")):
            wanted = f"[value='{value}']" if value else ""
            self.hand.pick(self.page.locator(f"[name='body.{name}']{wanted}").first)
        self.send()

    def claim(self) -> str:
        """Take the first task that nobody has; its id."""
        self.desk("team")
        self.page.wait_for_timeout(100)
        button = self.page.locator("button[form=tap][value^='kind=task.claim']").first
        value = button.get_attribute("value") or ""
        task = parse_qs(value.replace("&amp;", "&"))["task"][0]
        self.hand.press(button)
        mine = self.page.locator(f"button[value='kind=task.finish&task={task}']")
        mine.wait_for(state="attached")
        return task

    def read_back(self, first_act: str) -> None:
        """'Hva gjør du først, og når?' under a handover one has taken over."""
        self.hand.write(self.page.locator("[name='body.first_act']"), first_act)
        self.hand.pick(self.page.locator("[name='body.when']").first)
        if self.page.locator("[name='body.choice']").count():
            self.hand.pick(self.page.locator("[name='body.choice']").first)
        self.hand.press(self.page.locator("form.reply .form-send [type=submit]"))
        self.page.locator("button[value^='kind=handover.start']").wait_for()

    def confirm_holds(self) -> None:
        """'Hvem har hva i ventetiden?': yes to one's own lines."""
        self.desk()
        self.tap("interlude.confirm")

    def go_to_meeting(self) -> None:
        """From the desk into the meeting that has begun."""
        self.desk()
        self.hand.press(self.page.locator(".moment a[href*='/desk/meetings/']"))
        self.page.locator(".meeting-who").wait_for()

    def take_pen(self) -> None:
        """Write for all."""
        self.tap("meeting.scribe")
        self.page.locator("form.decide").wait_for()

    def decide(self, text: str, owner: str = "", point: int = 0) -> None:
        """Write a decision about a point of the agenda, with an owner."""
        form = self.page.locator("form.decide")
        points = form.locator("[name='body.decision']")
        if points.count():
            self.hand.pick(points.nth(point))
        self.hand.write(form.locator("[name='body.text']"), text)
        self.hand.choose(form.locator("[name='body.owner']"), owner)
        self.leave_by(form.locator(".form-send [type=submit]"))
        expect(form.locator("[name='body.text']")).to_have_value("")

    def answer_probe(self) -> None:
        """Svar nå, and the first option of every question."""
        self.hand.press(self.page.locator("a[href$='/desk/probe']"))
        for question in self.page.locator("fieldset.probe").all():
            self.hand.pick(question.locator("input").first)
        self.hand.press(self.page.locator(".form-send [type=submit]"))
        self.page.wait_for_url(re.compile("/desk$"))

    def desk_over(self) -> None:
        """Wherever one is, the desk leads on to the end once play is over."""
        self.page.goto("/desk")
        self.page.wait_for_url(re.compile("/after$"))

    def first_impression(self, well: str = "", hard: str = "") -> None:
        """Førsteinntrykk, once the desk has said that play is over."""
        if self.path != "/after":
            self.hand.press(self.page.locator(".moment a[href$='/desk']"))
        self.hand.write(self.page.locator("[name='body.well']"), well)
        self.hand.write(self.page.locator("[name='body.hard']"), hard)
        self.leave_by(self.page.locator(".form-send [type=submit]"))
        self.page.locator("a[href$='/gjennomgang']").wait_for()

    def review(self) -> None:
        """From the thanks to the gjennomgang, which then follows whoever leads by itself."""
        self.hand.press(self.page.locator("a[href$='/gjennomgang']"))
        self.follows("reactions")

    def follows(self, stage: str) -> None:
        """See that the page shows a phase of the gjennomgang, without a touch."""
        self.page.locator(f"[data-mark^='{stage}-']").wait_for(state="attached")

    def choose(self, seat: str) -> None:
        """Choose a seat among the chips (which hide the input they belong to)."""
        self.hand.pick(self.page.locator(f".chips input[value='{seat}']"))

    def tick(self, cards: int) -> None:
        """Tick the first ``cards`` cards of a form."""
        found = self.page.locator("[name='body.facts[]']")
        for at in range(min(cards, found.count())):
            self.hand.pick(found.nth(at))

    def to_colleague(self, verb: str, seat: str) -> None:
        """A verb to somebody, from the list of who is in the team."""
        self.desk("team")
        link = self.page.locator(f"#team a[href*='/do/{verb}'][href$='to={seat}']")
        self.hand.press(self.page.locator(f"#team .one:has(a[href$='to={seat}']) summary"))
        self.hand.press(link)
        self.page.locator("form[data-act]").wait_for()

    def agreed_now(self, to: str, line: str) -> None:
        """Avtalt muntlig about nothing in the inbox: only a line."""
        self.hand.write(self.page.locator("textarea[name='body.line']"), line)
        self.leave_by(self.page.locator(f"button[name='body.who'][value='{to}']"))

    def call_meeting(self, with_seat: str, why: str) -> None:
        """Kall inn, for the shortest time on offer."""
        self.choose(with_seat)
        self.hand.write(self.page.locator("[name='body.why']"), why)
        self.hand.pick(self.page.locator("[name='body.minutes']").first)
        self.send()

    def rest(self) -> None:
        """Ta en pause, from the menu."""
        self.hand.press(self.page.locator("details.menu > summary"))
        self.hand.press(self.page.locator("[name=kind][value='care.rest']"))
        self.page.locator("[name=kind][value='care.return']").wait_for()


def name_of(path: str) -> str:
    """A short name for a page, for lists of what was checked."""
    return PurePosixPath(path).name or "front"
