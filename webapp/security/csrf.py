"""Every form carries a token of its session; JSON carries it in ``X-CSRFToken``."""

from __future__ import annotations

from flask import Flask
from flask_wtf.csrf import CSRFProtect


def init(app: Flask) -> None:
    """Protect every POST. Pages stay open all day, so a token lasts as long as its session."""
    app.config["WTF_CSRF_TIME_LIMIT"] = None
    # The Origin gate says where a request comes from, on every path and more strictly.
    app.config["WTF_CSRF_SSL_STRICT"] = False
    CSRFProtect(app)
