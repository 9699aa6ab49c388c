"""What happens by itself: play that is due, old sockets, when people were last heard from, and
the system in seats that stand empty."""

from __future__ import annotations

import logging
from collections.abc import Callable

from flask import Flask, current_app

from webapp import clock, fanout, sweep
from webapp.runtime import EXTENSION, Runtime
from webapp.standing_in import Watch

TICK_S = 0.2
HEARD_EVERY_S = 10.0
WATCH = "samspill_watch"

logger = logging.getLogger("samspill")


def start(app: Flask) -> None:
    """Tick in the background for as long as the server runs."""
    here: Runtime = app.extensions[EXTENSION]
    here.socketio.start_background_task(_run, app, here)


def tick(here: Runtime) -> None:
    """Let happen what is due, and tell. An exercise that fails does not stop the others."""
    for exercise_id in here.conduct.due():
        try:
            fanout.announce(here.conduct.tick(exercise_id))
        except Exception:
            logger.exception("tick of %s failed", exercise_id)


def note_heard(here: Runtime) -> None:
    """Keep when participants were last heard from."""
    heard = here.presence.take_heard()
    here.room.saw([key for key in heard if ":" not in key], here.wall())


def stand_in(here: Runtime) -> None:
    """Let the system play the seats that have stood empty long enough, and tell."""
    watch: Watch = current_app.extensions.setdefault(WATCH, Watch())
    fanout.announce(watch.look(here))


def _run(app: Flask, here: Runtime) -> None:
    heard_at = clock.steady()
    with app.app_context():
        while True:
            _try(tick, here)
            _try(sweep.sweep, here)
            if clock.steady() - heard_at >= HEARD_EVERY_S:
                heard_at = clock.steady()
                _try(note_heard, here)
                _try(stand_in, here)
            here.socketio.sleep(TICK_S)


def _try(work: Callable[[Runtime], None], here: Runtime) -> None:
    try:
        work(here)
    except Exception:
        logger.exception("%s failed", work.__name__)
