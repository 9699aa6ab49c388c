"""What every response says, and whom it answers: headers and origins on all paths."""

from __future__ import annotations

from dataclasses import replace

import pytest
from flask import Flask

from tests.webapp.browser import ORIGIN, Browser
from webapp.config import Config
from webapp.factory import build
from webapp.rows import RoomRow

PATHS = ["/", "/login", "/nothing-here", "/static/css/base.css", "/health", "/socket.io/?EIO=4"]
WANTED = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


@pytest.mark.parametrize("path", PATHS)
def test_headers_stand_on_every_path(app: Flask, path: str) -> None:
    """D11: also on static files, faults and the socket's own path."""
    answer = app.test_client().get(path, buffered=True)
    assert {name: answer.headers.get(name) for name in WANTED} == WANTED
    policy = answer.headers["Content-Security-Policy"]
    for part in ("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'"):
        assert part in policy
    assert "unsafe" not in policy
    assert "camera=()" in answer.headers["Permissions-Policy"]


def test_personal_pages_are_not_kept(app: Flask) -> None:
    """D11: no-store on pages, a day's life for static files."""
    client = app.test_client()
    assert client.get("/").headers["Cache-Control"] == "no-store"
    assert "max-age" in client.get("/static/css/base.css", buffered=True).headers["Cache-Control"]


def test_https_brings_strict_transport_and_host_cookies(config: Config) -> None:
    """D5, D11: over HTTPS cookies are bound to the host and browsers stay on HTTPS for a year."""
    app = build(replace(config, base_url="https://samspill.example.no"))
    answer = app.test_client().get("/", base_url="https://samspill.example.no")
    assert "max-age=31536000" in answer.headers["Strict-Transport-Security"]
    cookie = answer.headers["Set-Cookie"]
    assert cookie.startswith("__Host-session=")
    assert "Secure" in cookie
    assert "wss://samspill.example.no" in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "null", "http://localhost.evil.example"]
)
@pytest.mark.parametrize("path", ["/", "/health", "/static/css/base.css", "/socket.io/?EIO=4"])
def test_a_foreign_origin_is_refused_everywhere(app: Flask, path: str, origin: str) -> None:
    """D8: a present Origin must be ours, whatever the method."""
    assert app.test_client().get(path, headers={"Origin": origin}).status_code == 400
    assert app.test_client().post(path, headers={"Origin": origin}).status_code == 400


def test_forwarded_hosts_do_not_make_an_origin_ours(app: Flask) -> None:
    """D8, D9: without a proxy of ours, what a client says of hosts is not believed."""
    answer = app.test_client().get(
        "/socket.io/?EIO=4&transport=polling",
        headers={"Origin": "https://evil.example", "X-Forwarded-Host": "evil.example"},
    )
    assert answer.status_code == 400


def test_posts_and_upgrades_without_origin_are_refused(app: Flask) -> None:
    """D8, decision 28: absent is not enough where something changes."""
    client = app.test_client()
    assert client.post("/join", data={"pin": "1"}).status_code == 400
    assert client.post("/socket.io/?EIO=4&transport=polling&sid=x").status_code == 400
    upgrade = {"Upgrade": "websocket", "Connection": "Upgrade"}
    path = "/socket.io/?EIO=4&transport=websocket&sid=x"
    assert client.get(path, headers=upgrade).status_code == 400


def test_plain_reads_pass_without_origin_unless_another_site_sent_them(app: Flask) -> None:
    """Decision 28: long polling sends no Origin; a browser that says cross-site is believed."""
    client = app.test_client()
    path = "/socket.io/?EIO=4&transport=polling&sid=x"
    assert "Invalid session" in client.get(path).text
    crossing = {"Sec-Fetch-Site": "cross-site"}
    assert "does not come from a page" in client.get(path, headers=crossing).text
    assert client.get("/", headers=crossing).status_code == 200


def test_forms_without_their_token_change_nothing(app: Flask, room: RoomRow) -> None:
    """D1: the PIN goes by POST with a CSRF token, and by nothing else."""
    client = app.test_client()
    answer = client.post("/join", data={"pin": room.pin}, headers={"Origin": ORIGIN})
    assert answer.status_code == 400
    assert client.get(f"/join?pin={room.pin}").status_code == 405


def test_a_forged_address_does_not_change_who_asks(app: Flask, room: RoomRow) -> None:
    """D9: X-Forwarded-For counts for nothing without a proxy of ours."""
    person = Browser(app)
    for number in range(10):
        person.post("/join", {"pin": "1"}, **{"X-Forwarded-For": f"203.0.113.{number}"})
    assert person.post("/join", {"pin": "1"}).status_code == 429


def test_a_foreign_host_is_not_served(app: Flask) -> None:
    """A page that another name points at this server gets nothing."""
    assert app.test_client().get("/", base_url="http://evil.example").status_code == 400
