"""The facilitator's hand through the plain door (``POST /act``), beside whatever is on screen."""

from __future__ import annotations

import re
import uuid
from typing import Any, cast

from playwright.sync_api import Page

SEND = """async (command) => {
  const answer = await fetch("/act", {
    method: "POST",
    headers: {"Content-Type": "application/json", Accept: "application/json",
              "X-CSRFToken": document.querySelector('meta[name="csrf-token"]').content},
    body: JSON.stringify(command),
  });
  return await answer.json();
}"""

DOOR = """async ([exercise, door]) => {
  const token = document.querySelector('meta[name="csrf-token"]').content;
  const body = new URLSearchParams({csrf_token: token, door, next: "/login"});
  await fetch(`/exercises/${exercise}/door`, {method: "POST", body});
}"""


class Leader:
    """Whoever leads ``exercise``, logged in by the demo's link in ``page``."""

    def __init__(self, page: Page, link: str, exercise: str) -> None:
        self.page = page
        self.exercise = exercise
        page.goto(link)
        page.wait_for_url(re.compile(r"^(?!.*/first)"))

    def starts(self) -> None:
        """Begin to play: 'Før vi starter' has been read aloud."""
        answer = self._sends("play.start", "", {}, briefed=True)
        assert answer["ok"], answer

    def does(self, kind: str, team: str = "", **body: object) -> dict[str, Any]:
        """One command to the exercise. AssertionError tells why it was refused."""
        answer = self.asks(kind, team, **body)
        assert answer["ok"], f"{kind}: {answer}"
        return answer

    def asks(self, kind: str, team: str = "", **body: object) -> dict[str, Any]:
        """One command to the exercise, refused or not."""
        return self._sends(kind, team, body)

    def _sends(
        self, kind: str, team: str, body: dict[str, object], **more: object
    ) -> dict[str, Any]:
        command = {
            "command_id": uuid.uuid4().hex,
            "kind": kind,
            "body": body,
            "exercise": self.exercise,
            "team": team,
            **more,
        }
        return cast("dict[str, Any]", self.page.evaluate(SEND, command))

    def gives(self, *injects: str) -> None:
        """Send injects now, whatever their time or condition."""
        for inject in injects:
            self.does("inject.release", inject=inject)

    def sets_door(self, how: str) -> None:
        """Let people in at once (``open``), one by one (``admit``) or not at all (``locked``)."""
        self.page.evaluate(DOOR, [self.exercise, how])
