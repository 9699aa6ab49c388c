"""A browser of sorts: the test client with an origin, cookies and the page's CSRF token."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

from flask import Flask
from werkzeug.test import TestResponse

ORIGIN = "http://localhost"
TOKEN = re.compile(r'name="csrf-token" content="([^"]+)"')
CHOSEN = re.compile(r"<(?:input|option)[^>]*\s(?:checked|selected)[\s>]")
"""A choice made beforehand."""
FILLED = re.compile(r"<textarea[^>]*>([^<]+)</textarea>")
"""A field filled in beforehand."""


class Browser:
    """One person's browser. ``page`` is what it shows."""

    def __init__(self, app: Flask, address: str = "192.0.2.10") -> None:
        self.client = app.test_client()
        self._from = {"REMOTE_ADDR": address}
        self.page: TestResponse | None = None

    def get(self, path: str, **options: Any) -> TestResponse:
        """Follow a link."""
        self.page = self.client.get(path, environ_overrides=self._from, **options)
        return self.page

    def words(self, path: str) -> str:
        """The text of the page one ends on."""
        shown = self.get(path)
        while shown.location:
            shown = self.get(shown.location)
        return unescape(shown.text)

    def send(self, path: str, data: dict[str, Any] | None = None, **headers: str) -> TestResponse:
        """Send a form as the page at hand would, following where it leads."""
        answer = self.post(path, data, **headers)
        self.page = answer if not answer.location else self.get(answer.location)
        return self.page

    def post(self, path: str, data: dict[str, Any] | None = None, **headers: str) -> TestResponse:
        """Send a form and look at the bare answer."""
        return self.client.post(
            path,
            data={"csrf_token": self.token(), **(data or {})},
            headers={"Origin": ORIGIN, **headers},
            environ_overrides=self._from,
        )

    def post_json(self, path: str, value: object) -> TestResponse:
        """Send JSON as the page's script would."""
        return self.client.post(
            path,
            json=value,
            headers={"Origin": ORIGIN, "X-CSRFToken": self.token()},
            environ_overrides=self._from,
        )

    def token(self) -> str:
        """The CSRF token of this browser's session."""
        shown = self.client.get("/login", environ_overrides=self._from).text
        if not TOKEN.search(shown):
            shown = self.client.get("/", environ_overrides=self._from).text
        found = TOKEN.search(shown)
        assert found, shown
        return unescape(found.group(1))

    def cookie(self, name: str) -> str:
        """What a cookie of ours holds; empty if there is none."""
        found = self.client.get_cookie(name)
        return found.value if found else ""
