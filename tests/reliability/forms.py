"""Pages as a phone reads them: forms to fill in, regions to keep, a token for scripts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser

CSRF = re.compile(r'name="csrf-token" content="([^"]+)"')
REGION = re.compile(r'data-region="([^"]+)" data-mark="([^"]+)"')


@dataclass
class Form:
    """One form of a page. ``fields`` is what it sends if nobody touches it."""

    action: str
    method: str
    fields: dict[str, str] = field(default_factory=dict)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self._in_form = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._in_form = True
            self.forms.append(Form(told.get("action", ""), told.get("method", "get").lower()))
        elif tag == "input" and self._in_form and "name" in told:
            unchosen = told.get("type") in ("radio", "checkbox") and "checked" not in told
            if not unchosen:
                self.forms[-1].fields[told["name"]] = told.get("value", "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._in_form = False


def forms_of(page: str) -> list[Form]:
    """The forms of a page, in order."""
    reader = _Reader()
    reader.feed(page)
    return reader.forms


def form_to(page: str, action: str) -> Form:
    """The page's form that sends to ``action``. AssertionError if it has none."""
    found = next((form for form in forms_of(page) if form.action == action), None)
    assert found is not None, f"no form to {action} in:\n{page}"
    return found


def token_of(page: str) -> str:
    """The CSRF token that the page gives its scripts."""
    found = CSRF.search(page)
    assert found is not None, page
    return unescape(found.group(1))


def marks_of(html: str) -> dict[str, str]:
    """Region name → mark, of every region in a page or in a part of one."""
    return {unescape(name): mark for name, mark in REGION.findall(html)}
