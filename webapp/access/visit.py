"""What one browser's visit leaves in its session cookie: a language, and tries at the door."""

from __future__ import annotations

from flask import session


def fresh_session() -> None:
    """Nothing of an earlier visit but its language and its tries survives a door (D5)."""
    kept = {name: session[name] for name in ("lang", "visit") if name in session}
    session.clear()
    session.update(kept)
