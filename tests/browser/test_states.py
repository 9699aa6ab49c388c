"""C1: axe finds nothing, and nothing scrolls sideways, in any state of any page."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.browser.conftest import NewPage
from tests.browser.stage import Looks, Stage
from tests.browser.tours import door, play
from tests.live import LiveServer

EVERYWHERE = [(lang, width) for lang in ("nb", "nn", "en") for width in (320, 1280)]


@pytest.fixture
def looks() -> Iterator[Looks]:
    """Looks at states; at the end of the test nothing may have been wrong with any."""
    looked = Looks()
    yield looked
    assert not looked.faults, "\n".join(looked.faults)


@pytest.mark.proof
@pytest.mark.parametrize(("lang", "width"), EVERYWHERE)
def test_every_state_is_clean(
    live_server: LiveServer,
    new_page: NewPage,
    looks: Looks,
    lang: str,
    width: int,
    record_property: Callable[[str, object], None],
) -> None:
    """Every page and state, in each language, on the smallest phone and on a laptop."""
    stage = Stage(live_server, new_page, width, lang, looks)
    door.tour(stage)
    play.tour(stage)
    record_property("states", len(looks.seen))
