"""Lengths of time as an author wrote them, in words."""

from __future__ import annotations

import pytest
from flask import Flask
from flask_babel import force_locale

from webapp.regions.conditions import span


@pytest.mark.parametrize(
    ("lang", "written", "said"),
    [
        ("nb", "1wd", "1 arbeidsdag"),
        ("nb", "2wd", "2 arbeidsdager"),
        ("nb", "1d 2h", "1 dag 2 timer"),
        ("nb", "1.5h", "1,5 timer"),
        ("nn", "1w", "1 veke"),
        ("nn", "2w", "2 veker"),
        ("en", "1wd", "1 working day"),
        ("en", "30min", "30 minutes"),
    ],
)
def test_one_is_one_and_two_are_more(app: Flask, lang: str, written: str, said: str) -> None:
    """The singular stands where there is one, in every language."""
    with app.app_context(), force_locale(lang):
        assert span({"span": written}) == said
