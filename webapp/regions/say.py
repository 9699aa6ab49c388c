"""Translations with types, and quick: a page says hundreds of things, a push a thousand.

Outside of :func:`speaking` these are Flask-Babel's own; inside, the catalogue is looked up once.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from gettext import NullTranslations
from pathlib import Path

from babel.support import Translations
from flask_babel import get_translations
from markupsafe import Markup

CATALOGUES = Path(__file__).parents[1] / "translations"
_catalogue: ContextVar[NullTranslations | None] = ContextVar("catalogue", default=None)


def _(text: str, /, **about: object) -> str:
    """``text`` in the language in use, its ``%(blanks)s`` filled."""
    said = _now().gettext(text)
    return said % about if about else said


def _l(text: str) -> str:
    """Marks a text for the catalogues; :func:`_` says it later."""
    return text


def ngettext(one: str, many: str, num: int, **about: object) -> str:
    """The form for ``num``, which fills ``%(num)s``."""
    return _now().ngettext(one, many, num) % {"num": num, **about}


@contextmanager
def speaking() -> Iterator[None]:
    """Say everything in the block in the language in use at its start."""
    before = _catalogue.set(get_translations())
    try:
        yield
    finally:
        _catalogue.reset(before)


@contextmanager
def speaking_in(lang: str) -> Iterator[None]:
    """Say everything in the block in ``lang``, also where no page is: on the terminal."""
    before = _catalogue.set(Translations.load(CATALOGUES, [lang]))
    try:
        yield
    finally:
        _catalogue.reset(before)


def in_markup(text: str, /, **about: object) -> Markup:
    """As :func:`_`, for templates: the text is ours, what fills its blanks is escaped."""
    # Catalogues are part of the product.
    said = Markup(_now().gettext(text))  # noqa: S704
    return said % about if about else said


def in_markup_many(one: str, many: str, num: int, **about: object) -> Markup:
    """As :func:`ngettext`, for templates."""
    said = Markup(_now().ngettext(one, many, num))  # noqa: S704
    return said % {"num": num, **about}


def _now() -> NullTranslations:
    found = _catalogue.get()
    if found is None:
        found = get_translations()
    return found
