"""The files of the project, as git would carry them."""

from __future__ import annotations

import subprocess
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("scenarios", "simulator", "facilitator", "debrief", "webapp")


@cache
def carried() -> tuple[Path, ...]:
    """Every file that is tracked, or new and not ignored."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    paths = (ROOT / name for name in listed.split("\0") if name)
    return tuple(path for path in paths if path.is_file())


def ending(suffix: str, *folders: str) -> list[Path]:
    """Files with a suffix below the given folders; everywhere if none is given."""
    return [
        path
        for path in carried()
        if path.suffix == suffix and (not folders or path.relative_to(ROOT).parts[0] in folders)
    ]


def told(path: Path) -> str:
    """A path as a reader of a failing test wants it."""
    return str(path.relative_to(ROOT))


def lines(path: Path) -> int:
    """How many lines a text file has."""
    return len(path.read_text(encoding="utf-8").splitlines())


@cache
def project() -> dict[str, Any]:
    """pyproject.toml, read."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
