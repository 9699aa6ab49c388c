"""``samspill export``: a journal for other tools, from the database or from a journal file."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from pathlib import Path

from scenarios.finding import NotPlayableError
from scenarios.loader import from_document
from scenarios.plan import plan_for
from simulator.journal.file import JournalError, read_journal
from simulator.journal.store import open_store
from simulator.journal.store_contract import JournalStore, StoreError
from simulator.play.rooms import EVENTS
from webapp.cli.debrief import plan_of
from webapp.cli.terminal import complain, parser
from webapp.config import from_environment
from webapp.exports.making import MAKERS, Taken, exported
from webapp.store import RoomStore

DONE, UNREADABLE = 0, 2


def run(arguments: list[str]) -> int:
    """Exit 0 when written, 2 if there is no such exercise, team or readable file."""
    parsing = parser("export", "A team's journal for other tools, without anybody's name.")
    parsing.add_argument("exercise", help="an exercise's id, or a journal file (.jsonl)")
    parsing.add_argument("--format", choices=MAKERS, required=True, help="docs/exports.md has each")
    parsing.add_argument("--team", type=int, default=1, help="the team's number (1)")
    parsing.add_argument("--out", type=Path, help="the file to write; else it goes to the terminal")
    parsing.add_argument("--data", type=Path, help="folder of the database (SAMSPILL_DATA)")
    asked = parsing.parse_args(arguments)
    try:
        made = exported(_taken(asked), asked.format)
        if asked.out:
            asked.out.write_bytes(made)
        else:
            sys.stdout.buffer.write(made)
    except (JournalError, NotPlayableError, StoreError, OSError) as error:
        complain(str(error))
        return UNREADABLE
    except KeyError:
        complain(f"There is no exercise {asked.exercise} with a team {asked.team}.")
        return UNREADABLE
    return DONE


def _taken(asked: Namespace) -> Taken:
    file = Path(asked.exercise)
    if file.suffix == ".jsonl":
        found = read_journal(file, EVENTS)
        return Taken(found.document, plan_of(found), found.entries)
    store = open_store(from_environment(os.environ, data=asked.data).database, EVENTS)
    return _kept(store, RoomStore(store.database), asked.exercise, asked.team)


def _kept(store: JournalStore, rooms: RoomStore, exercise_id: str, number: int) -> Taken:
    """The journal in the database. KeyError if there is no such exercise or team."""
    row = store.exercise(exercise_id)
    team = next((each for each in store.teams(exercise_id) if each.number == number), None)
    if team is None:
        raise KeyError(number)
    document = store.document(row.digest)
    plan = plan_for(from_document(document).scenario(), row.format)
    names = [each.name for each in rooms.participants(exercise_id)]
    return Taken(document, plan, store.entries(team.id), names)
