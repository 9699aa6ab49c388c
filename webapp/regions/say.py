"""Translations with types: the same words as Flask-Babel's, which ship none."""

from __future__ import annotations

from flask_babel import gettext
from flask_babel import ngettext as _ngettext


def _(text: str, /, **about: object) -> str:
    """``text`` in the language in use, its ``%(blanks)s`` filled."""
    return str(gettext(text, **about))


def ngettext(one: str, many: str, num: int) -> str:
    """The form for ``num``, which fills ``%(num)s``."""
    return str(_ngettext(one, many, num))
