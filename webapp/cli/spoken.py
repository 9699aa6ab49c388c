"""A language on the terminal: words, dates and numbers as on a page, without a page."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from flask import Flask
from flask_babel import Babel, force_locale

from webapp.i18n import DEFAULT


@contextmanager
def spoken(lang: str) -> Iterator[None]:
    """Say everything in the block in ``lang``. No store, no settings, no doors."""
    app = Flask("webapp")
    Babel(app, default_locale=DEFAULT)
    with app.app_context(), force_locale(lang):
        yield
