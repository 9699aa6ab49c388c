"""The secret of a demo: made once, kept beside its data, so that a restart logs nobody out."""

from __future__ import annotations

import os
from pathlib import Path

from webapp.security import tokens

NAME = "secret.key"


def kept_secret(data: Path) -> str:
    """The secret in ``data``; a new one, readable by its owner alone, if there is none."""
    data.mkdir(parents=True, exist_ok=True)
    file = data / NAME
    if not file.exists():
        made = tokens.new_token() + tokens.new_token()
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="ascii") as out:
            out.write(made)
    return file.read_text(encoding="ascii").strip()
