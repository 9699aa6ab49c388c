"""``samspill doctor``: is everything here that playing needs? Each fault with its remedy."""

from __future__ import annotations

import os
import resource
import shutil
from collections.abc import Iterator
from pathlib import Path

from scenarios.loader import library
from simulator.journal.store import open_store
from simulator.journal.store_contract import StoreError
from simulator.play.rooms import EVENTS
from webapp.cli.safety import old_libraries
from webapp.cli.terminal import parser, say
from webapp.config import Config, from_environment

OK, ILL = 0, 1
HERE = Path(__file__).parents[1]
VENDORED = ("designsystemet.css", "designsystemet-theme.css", "socket.io.min.js")
LEAST_DESCRIPTORS = 4096
LEAST_DISK = 500_000_000


def run(arguments: list[str]) -> int:
    """Exit 0 if all is well, 1 if something is missing."""
    parsing = parser("doctor", "Look over this installation.")
    parsing.add_argument("--data", type=Path, help="folder of the database (SAMSPILL_DATA)")
    config = from_environment(os.environ, data=parsing.parse_args(arguments).data)
    faults = 0
    for well, what in _findings(config):
        faults += not well
        say(f"{'ok  ' if well else 'FIX '} {what}")
    return ILL if faults else OK


def _findings(config: Config) -> Iterator[tuple[bool, str]]:
    missing = [name for name in VENDORED if not (HERE / "static" / "vendor" / name).is_file()]
    yield not missing, f"front-end files{_named(missing, 'run make setup')}"
    languages = sorted(path.parts[-3] for path in HERE.glob("translations/*/LC_MESSAGES/*.mo"))
    yield bool(languages), f"translations: {', '.join(languages) or 'none; run make setup'}"
    yield bool(library()), f"scenarios: {', '.join(library()) or 'none'}"
    old = old_libraries()
    yield not old, f"socket libraries{_named(old, 'run make setup')}"
    _soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    enough = hard >= LEAST_DESCRIPTORS
    yield enough, f"descriptors: {hard}{'' if enough else '; raise the hard limit (ulimit -Hn)'}"
    yield _database(config)
    free = shutil.disk_usage(config.data if config.data.exists() else Path.cwd()).free
    yield free > LEAST_DISK, f"disk: {free // 1_000_000} MB free"


def _database(config: Config) -> tuple[bool, str]:
    try:
        open_store(config.database, EVENTS).exercises()
    except StoreError as error:
        return False, f"database: {error}"
    return True, "database"


def _named(faults: list[str], remedy: str) -> str:
    return f": {', '.join(faults)}; {remedy}" if faults else ""
