"""Those who lead: one-time links, logging in and out, how long a log-in lasts."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import unquote

from tests.webapp.browser import Browser
from tests.webapp.conftest import PASSWORD, Wall
from webapp import clock
from webapp.accounts.first_link import LINK_LASTS, new_account, new_link
from webapp.rows import RoomRow
from webapp.runtime import Runtime

Browsers = Callable[..., Browser]
NEW = "fire glade gjess"


def token_of(link: str) -> str:
    """What stands in a link's fragment."""
    return link.partition("#")[2]


def choose(person: Browser, token: str, password: str = NEW, **more: str) -> int:
    """Choose a password as the link's page would; the answer's status."""
    form = {"token": token, "password": password, "again": password} | more
    return person.post("/first/password", form).status_code


def test_the_first_account_is_made_by_whoever_opens_the_link(
    here: Runtime, browser: Browsers
) -> None:
    """Decision 19: an admin, once; the link is worth nothing after that."""
    token = token_of(new_link(here.accounts, "http://localhost", None, here.wall()))
    person = browser()
    assert 'type="email"' in person.post("/first", {"token": token}).text
    assert choose(person, token, email="Sjef@Example.no") == 303
    (row,) = here.accounts.all()
    assert (row.email, row.is_admin) == ("sjef@example.no", True)
    assert person.cookie("samspill_login")
    assert choose(browser(), token, email="tyv@example.no") == 422
    assert len(here.accounts.all()) == 1


def test_a_link_names_its_account_and_dies_after_a_day(
    here: Runtime, browser: Browsers, wall: Wall
) -> None:
    """A link for one account sets that account's password and no other's."""
    row = new_account(here.accounts, "ny@example.no", here.wall())
    token = token_of(new_link(here.accounts, "http://localhost", row.id, here.wall()))
    late = token_of(new_link(here.accounts, "http://localhost", row.id, here.wall()))
    assert "ny@example.no" in browser().post("/first", {"token": token}).text
    assert choose(browser(), token, password="kort") == 422
    assert choose(browser(), token, again="ulike ulike ulike") == 422
    assert choose(browser(), token, email="annen@example.no") == 303
    assert [each.email for each in here.accounts.all()] == ["ny@example.no"]
    wall.ms += LINK_LASTS + 1
    assert choose(browser(), late) == 422


def test_logging_in_and_out(room: RoomRow, here: Runtime, browser: Browsers) -> None:
    """The right password logs in; logging out ends it on the server, not only in the browser."""
    person = browser()
    wrong = person.post("/login", {"email": "leder@example.no", "password": PASSWORD + "!"})
    nobody = person.post("/login", {"email": "ingen@example.no", "password": PASSWORD})
    assert (wrong.status_code, nobody.status_code) == (422, 422)
    door = f"/exercises/{room.exercise_id}/door"
    person.post("/login", {"email": " Leder@example.no ", "password": PASSWORD})
    token = person.cookie("samspill_login")
    assert person.post(door, {"door": "open"}).status_code == 303
    person.post("/logout")
    person.client.set_cookie("samspill_login", token)
    assert person.post(door, {"door": "locked"}).status_code == 403
    assert here.room.room(room.exercise_id).door == "open"


def test_a_log_in_ends_after_eight_idle_hours_or_a_day(
    room: RoomRow, leader: Browser, wall: Wall
) -> None:
    """D16: kept alive by use, but never longer than a day."""
    door = f"/exercises/{room.exercise_id}/door"
    for _ in range(3):
        wall.ms += 7 * clock.HOUR
        assert leader.post(door, {"door": "open"}).status_code == 303
    wall.ms += 4 * clock.HOUR
    assert leader.post(door, {"door": "open"}).status_code == 403


def test_an_idle_log_in_ends(room: RoomRow, leader: Browser, wall: Wall) -> None:
    """D16: eight hours without a sign of life."""
    wall.ms += 8 * clock.HOUR + 1
    assert leader.post(f"/exercises/{room.exercise_id}/door", {"door": "open"}).status_code == 403


def test_a_new_password_ends_every_other_log_in(
    room: RoomRow, here: Runtime, leader: Browser, browser: Browsers
) -> None:
    """Whoever reset it may have had a reason."""
    row = here.accounts.by_email("leder@example.no")
    assert row is not None
    token = token_of(new_link(here.accounts, "http://localhost", row.id, here.wall()))
    assert choose(browser(), token) == 303
    assert leader.post(f"/exercises/{room.exercise_id}/door", {"door": "open"}).status_code == 403


def test_whoever_must_log_in_comes_back_to_where_they_were(
    room: RoomRow, browser: Browsers
) -> None:
    """The login page remembers the page, if it is one of ours."""
    person = browser()
    page = f"/exercises/{room.exercise_id}/console"
    assert unquote(str(person.get(page).location)) == f"/login?next={page}"
    form = {"email": "leder@example.no", "password": PASSWORD}
    assert person.post("/login", form | {"next": page}).location == page
    assert browser().post("/login", form | {"next": "//evil.example"}).location == "/"
