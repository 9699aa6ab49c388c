"""C1: axe finds nothing, and nothing scrolls sideways, in any state of any page."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.browser.conftest import NewPage
from tests.browser.looks import Looks
from tests.browser.stage import Stage
from tests.browser.tours import after, desk180, door, play, room
from tests.live import LiveServer

EVERYWHERE = [(lang, width) for lang in ("nb", "nn", "en") for width in (320, 1280)]


EACH = pytest.mark.parametrize(("lang", "width"), EVERYWHERE)


@pytest.fixture
def stage(live_server: LiveServer, new_page: NewPage, looks: Looks, lang: str, width: int) -> Stage:
    """A served demo, looked at in one language and width."""
    return Stage(live_server, new_page, width, lang, looks)


@pytest.mark.proof
@EACH
def test_every_state_of_door_desk_and_gjennomgang_is_clean(
    stage: Stage, record_property: Callable[[str, object], None]
) -> None:
    """From the front page to the last page of the analysis, for all three who look."""
    door.tour(stage)
    cast = play.tour(stage)
    after.tour(stage, cast)
    record_property("states", len(stage.looks.seen))


@pytest.mark.proof
@EACH
def test_every_state_of_console_and_screen_is_clean(
    stage: Stage, record_property: Callable[[str, object], None]
) -> None:
    """The library, the console and the screen in the room, from lobby to the end of play."""
    room.library(stage)
    room.tour(stage, room.people(stage))
    record_property("states", len(stage.looks.seen))


@pytest.mark.proof
@EACH
def test_every_state_of_the_long_formats_desk_is_clean(
    start_server: Callable[..., LiveServer],
    new_page: NewPage,
    looks: Looks,
    lang: str,
    width: int,
    record_property: Callable[[str, object], None],
) -> None:
    """Every verb's form, every reply, the plan, family, agreement, catalogue and advice."""
    desk180.tour(Stage(start_server(format_name="180"), new_page, width, lang, looks))
    record_property("states", len(looks.seen))
