"""A phone: joins by PIN through the pages' own forms, keeps its cookie, acts, comes back."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable, Mapping
from contextlib import suppress
from threading import Event, Thread
from typing import Any

import requests

from tests.reliability.forms import form_to, token_of
from tests.reliability.screen import Screen
from tests.reliability.wire import PATIENCE_S, Wire, WireClosedError, WireRefusedError, until

SEAT_COOKIE = "samspill_seat"
SEQ = re.compile(r'data-seq="(\d+)"')
AGAIN_S = 0.2
"""How soon a phone that lost its connection tries again."""


class Phone:
    """One person's browser. ``heard`` keeps every byte received if ``listening``."""

    def __init__(self, address: str, *, listening: bool = False, push: str = "regions") -> None:
        self.address = address
        self.page = ""
        self.path = ""
        self.status = 0
        self.heard: list[str] = []
        self.screen = Screen(self.changed)
        self.pushes = 0
        self._push = push
        self._listening = listening
        self.hear: Callable[[str, Any], None] = self._heard
        """Called with every event that comes over the socket."""
        self._http = requests.Session()
        self._http.trust_env = False
        self._wire: Wire | None = None
        self._off = Event()

    # -- pages ----------------------------------------------------------------------------------

    def open(self, path: str, **headers: str) -> int:
        """Go to a page, following where it leads; its status."""
        return self._shown(self._ask("GET", path, headers=headers))

    def submit(self, action: str, **fields: str) -> int:
        """Fill in the page's form to ``action`` and send it, following where it leads."""
        form = form_to(self.page, action)
        return self._shown(self._ask("POST", action, data={**form.fields, **fields}))

    def _ask(self, method: str, path: str, **more: Any) -> requests.Response:
        headers = {**({"Origin": self.address} if method == "POST" else {})}
        headers |= more.pop("headers", {})
        answer = self._http.request(
            method, self.address + path, headers=headers, timeout=PATIENCE_S, **more
        )
        if self._listening:
            for each in (*answer.history, answer):
                self.heard += [str(each.headers), each.text]
        return answer

    def _shown(self, answer: requests.Response) -> int:
        self.page, self.status = answer.text, answer.status_code
        self.path = answer.url.removeprefix(self.address)
        return self.status

    # -- coming in ------------------------------------------------------------------------------

    def join(self, pin: str, name: str = "", lang: str = "nb") -> None:
        """The three screens from PIN to role. AssertionError where one of them does not lead on."""
        self.open("/")
        self.submit("/join", pin=pin)
        self._named(name, lang)

    def scan(self, link: str, name: str = "", lang: str = "nb") -> None:
        """The two screens from QR code to role."""
        path, _, token = link.removeprefix(self.address).partition("#")
        self.open(path)
        self.submit(path, token=token)
        self._named(name, lang)

    def _named(self, name: str, lang: str) -> None:
        assert self.path == "/join/name", (self.status, self.path)
        self.submit("/join/name", name=name, lang=lang)
        assert self.path == "/lobby", (self.status, self.path)
        self.submit("/lobby/role")
        assert self.status == 200, (self.status, self.path)

    @property
    def id(self) -> str:
        """The participant's id, which the cookie begins with."""
        return str(self._http.cookies[SEAT_COOKIE]).partition(".")[0]

    @property
    def cookies(self) -> dict[str, str]:
        """What the browser holds."""
        return {str(name): str(value) for name, value in self._http.cookies.items()}

    # -- acting ---------------------------------------------------------------------------------

    def act(self, kind: str, body: Mapping[str, object], command_id: str = "") -> dict[str, Any]:
        """One command over the socket; its acknowledgement. WireClosedError if none came."""
        if self._wire is None or self._wire.closed.is_set():
            raise WireClosedError("not connected")
        sent = {"command_id": command_id or new_id(), "kind": kind, "body": body}
        answer: dict[str, Any] = self._wire.call("act", sent)
        return answer

    def post(
        self, kind: str, body: Mapping[str, object], command_id: str = "", **more: str
    ) -> dict[str, Any]:
        """One command over HTTP as the page's script sends it. WireClosedError if none answered."""
        sent = {"command_id": command_id or new_id(), "kind": kind, "body": body, **more}
        try:
            answer = self._ask(
                "POST", "/act", json=sent, headers={"X-CSRFToken": token_of(self.page)}
            )
        except requests.RequestException as gone:
            raise WireClosedError(str(gone)) from gone
        told: dict[str, Any] = answer.json()
        return told

    # -- staying --------------------------------------------------------------------------------

    def look(self) -> None:
        """Load the desk, and hold its regions."""
        assert self.open("/desk") == 200, (self.status, self.path)
        found = SEQ.search(self.page)
        assert found is not None, self.page
        self.screen.show(self.page, int(found.group(1)))

    def fresh(self) -> dict[str, str]:
        """The same regions as a page loaded this moment would have them."""
        told = self.changed(0, dict.fromkeys(self.screen.marks, "-"))
        return {part["region"]: part["html"] for part in told["regions"]}

    def changed(self, after: int, held: Mapping[str, str]) -> dict[str, Any]:
        """One GET: the regions changed since ``after``, of those held with their marks."""
        marks = ",".join(f"{name}.{mark}" for name, mark in held.items())
        answer = self._ask("GET", "/regions", params={"after": str(after), "held": marks})
        answer.raise_for_status()
        told: dict[str, Any] = answer.json()
        return told

    def connect(self, as_: str = "seat", **auth: str) -> Wire:
        """Open the socket once. Raises WireRefusedError or WireClosedError."""
        self._wire = Wire(
            self.address,
            cookies=self.cookies,
            auth={"as": as_, **auth},
            hear=self.hear,
            keep=self.heard if self._listening else None,
        )
        return self._wire

    def stay(self) -> None:
        """Keep a socket open, and the screen right, until ``leave``: nobody touches the phone."""
        self.look()
        Thread(target=self._keep_up, daemon=True).start()
        assert until(lambda: self.connected)

    @property
    def connected(self) -> bool:
        """Whether a socket is open."""
        return self._wire is not None and not self._wire.closed.is_set()

    def leave(self) -> None:
        """Switch the phone off."""
        self._off.set()
        if self._wire is not None:
            self._wire.close()

    def _keep_up(self) -> None:
        while not self._off.is_set():
            with suppress(WireClosedError, WireRefusedError, requests.RequestException):
                wire = self.connect()
                self.screen.catch_up()
                while not wire.closed.wait(1) and not self._off.is_set():
                    pass
            self._off.wait(AGAIN_S)

    def _heard(self, event: str, value: Any) -> None:  # noqa: ANN401 - whatever was sent
        if event == self._push:
            self.pushes += 1
            # The reader must go on reading, and a GET may be needed.
            self.screen.pushed(value)


class Leader(Phone):
    """Whoever leads: comes in by the demo's link and steers one exercise."""

    def __init__(self, address: str, link: str, exercise: str) -> None:
        super().__init__(address)
        self.exercise = exercise
        path, _, token = link.removeprefix(address).partition("#")
        self.open(path)
        self.submit(path, token=token)
        # Any page of this browser has the token that its scripts need.
        self.open("/")

    def starts(self) -> None:
        """Begin to play: 'Før vi starter' has been read aloud."""
        answer = self.post("play.start", {}, exercise=self.exercise, briefed="1")
        assert answer["ok"], answer

    def steer(self, kind: str, team: str = "", **body: object) -> dict[str, Any]:
        """One command for the exercise's clock, or for ``team``. AssertionError if refused."""
        more = {"team": team} if team else {}
        answer = self.post(kind, body, exercise=self.exercise, **more)
        assert answer["ok"], (kind, answer)
        return answer


def new_id() -> str:
    """A command id as a page makes it."""
    return secrets.token_hex(8)
