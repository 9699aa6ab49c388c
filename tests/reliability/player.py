"""Random but sensible acts of one seat: mostly things it may do, now and then one it may not."""

from __future__ import annotations

import re
from html import unescape
from random import Random

from scenarios.plan import Plan

Act = tuple[str, dict[str, object]]
ITEM = re.compile(r'value="([a-z]+\.[^"]+@[^"]+)"')


class Player:
    """Chooses acts for ``seat``. ``mark`` stands in every word it writes."""

    def __init__(self, plan: Plan, seat: str, random: Random, mark: str = "") -> None:
        self._random = random
        self._seat = seat
        self._others = [each for each in plan.seats if each != seat]
        self._tasks = list(plan.tasks)
        self._facts = [fact.id for fact in plan.facts.values() if seat in fact.known_by]
        self._all_facts = list(plan.facts)
        self._mark = mark
        self._said = 0

    def choose(self, shown: str) -> Act:
        """The next act, given the HTML that the phone shows."""
        items = [unescape(item) for item in ITEM.findall(shown)]
        acts = [self._share, self._ask, self._claim, self._agree, self._offer, self._wonder]
        weights = [4, 2, 3, 2, 2, 1]
        if items:
            return self._random.choices(
                [*(act() for act in acts), self._see(items), self._answer(items)],
                weights=[*weights, 4, 2],
            )[0]
        return self._random.choices(acts, weights=weights)[0]()

    def _words(self) -> str:
        self._said += 1
        return f"{self._mark} ord {self._said} fra {self._seat}".strip()

    def _other(self) -> str:
        return self._random.choice(self._others)

    def _cards(self) -> list[str]:
        # One in ten is a card it does not know: refused in words, and that is an answer too.
        known = self._facts if self._facts and self._random.random() < 0.9 else self._all_facts
        return [self._random.choice(known)]

    def _share(self) -> Act:
        body = {"to": [self._other()], "facts": self._cards(), "line": self._words()}
        return "fact.share", dict(body)

    def _ask(self) -> Act:
        return "question.ask", {"to": self._other(), "text": self._words()}

    def _claim(self) -> Act:
        verb = self._random.choice(["task.claim", "task.claim", "task.release"])
        return verb, {"task": self._random.choice(self._tasks)}

    def _agree(self) -> Act:
        body = {"who": self._other(), "facts": self._cards(), "line": self._words()}
        return "agreement.say", dict(body)

    def _offer(self) -> Act:
        return "handover.offer", {"to": self._other(), "request": self._words()}

    def _wonder(self) -> Act:
        return "wonder.note", {"see": self._words()}

    def _see(self, items: list[str]) -> Act:
        return "item.see", {"item": self._random.choice(items)}

    def _answer(self, items: list[str]) -> Act:
        return "answer.give", {"item": self._random.choice(items), "text": self._words()}
