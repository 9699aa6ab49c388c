"""A12: what every page needs goes out packed; what is somebody's own does not."""

from __future__ import annotations

import gzip
from collections.abc import Callable

import pytest
from werkzeug.test import TestResponse

from tests.architecture.tree import ROOT
from tests.webapp.browser import Browser

STATIC = ROOT / "webapp" / "static"
PACKS = {"Accept-Encoding": "gzip, deflate, br"}


Browsers = Callable[..., Browser]


def fetched(browser: Browsers, path: str, **headers: str) -> TestResponse:
    """A file or page, read to its end."""
    answer = browser().get(path, headers=headers)
    answer.get_data()
    answer.close()
    return answer


@pytest.mark.parametrize("name", ["css/desk.css", "js/news.js"])
def test_style_sheets_and_scripts_come_packed(browser: Browsers, name: str) -> None:
    """Unpacked they are the file, byte for byte; asked for again, nothing is sent."""
    answer = fetched(browser, f"/static/{name}", **PACKS)
    assert answer.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in answer.headers["Vary"]
    assert int(answer.headers["Content-Length"]) == len(answer.data)
    assert gzip.decompress(answer.data) == (STATIC / name).read_bytes()
    again = {**PACKS, "If-None-Match": answer.headers["ETag"]}
    assert fetched(browser, f"/static/{name}", **again).status_code == 304


@pytest.mark.parametrize("asked", [{}, {"Accept-Encoding": "gzip;q=0, identity"}])
def test_who_cannot_unpack_gets_the_file(browser: Browsers, asked: dict[str, str]) -> None:
    """Plain, and marked as depending on what was asked for."""
    answer = fetched(browser, "/static/css/desk.css", **asked)
    assert "Content-Encoding" not in answer.headers
    assert "Accept-Encoding" in answer.headers["Vary"]
    assert answer.data == (STATIC / "css" / "desk.css").read_bytes()


def test_pages_and_what_is_packed_already_stay_as_they_are(browser: Browsers) -> None:
    """A page holds a token, which packing beside words of others' choosing could give away."""
    for path in ("/", "/static/vendor/inter-latin.woff2"):
        assert "Content-Encoding" not in fetched(browser, path, **PACKS).headers
