"""Samspill on the web. Kept light: ``serve`` and ``demo`` must patch before Flask is imported."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask

    from webapp.config import Config


def create_app(config: Config) -> Flask:
    """The whole application for ``config``, with its database brought up to date."""
    from webapp.factory import build

    return build(config)
