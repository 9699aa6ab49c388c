"""The screens: a participant's desk, the facilitator's console, the projector, the gjennomgang."""

from __future__ import annotations

from flask import Flask, current_app

from webapp.security import tokens
from webapp.views import (
    after,
    answering,
    before,
    catalogue,
    catching_up,
    console,
    desk,
    drafts,
    family,
    leading,
    library,
    live,
    moments,
    my_map,
    planning,
    projector,
    rehearsal,
    sharing,
    survey,
    tapping,
    verbs,
)

__all__ = ["BLUEPRINTS", "init"]

BLUEPRINTS = (
    desk.bp,
    before.bp,
    after.bp,
    survey.bp,
    my_map.bp,
    live.bp,
    drafts.bp,
    library.bp,
    catalogue.bp,
    console.bp,
    family.bp,
    projector.bp,
    rehearsal.bp,
)
HANG_ON = (tapping, verbs, moments, catching_up, leading, planning, sharing, answering)
"""Views on the desk's and the console's blueprints; named so that they are imported."""


def init(app: Flask) -> None:
    """Give the templates what screens need, and register every screen."""
    app.jinja_env.globals.update(link=link, new_id=tokens.new_id, draft_of=drafts.draft_of)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)


def link(endpoint: str, **values: str) -> str:
    """The path of a page, also where no request is: a push is rendered outside of any."""
    return current_app.url_map.bind("").build(endpoint, values)
