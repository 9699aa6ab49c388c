"""``samspill replay``: does a journal tell the same when its inputs are played again?"""

from __future__ import annotations

from pathlib import Path

from scenarios.finding import NotPlayableError
from scenarios.loader import from_document
from scenarios.plan import plan_for
from simulator.journal.file import JournalError, JournalFile, read_journal
from simulator.play.rooms import EVENTS
from simulator.play.roster import TeamFormed
from simulator.replay import Divergence, OtherEngineError, verify
from webapp.cli.terminal import complain, parser, say

SAME, OTHER, UNREADABLE = 0, 1, 2


def run(arguments: list[str]) -> int:
    """Exit 0 if it does, 1 with the first seq that differs, 2 for another engine version."""
    parsing = parser("replay", "Play a journal's inputs again and compare what comes out.")
    parsing.add_argument("journal", type=Path, help="a journal file (JSON Lines)")
    parsing.add_argument("--verify", action="store_true", help="the default, said aloud")
    asked = parsing.parse_args(arguments)
    try:
        journal = read_journal(asked.journal, EVENTS)
        found = _verified(journal)
    except JournalError as error:
        complain(str(error))
        return UNREADABLE if error.seq is None else OTHER
    except (OtherEngineError, NotPlayableError) as error:
        complain(str(error))
        return UNREADABLE
    if found is not None:
        complain(f"seq {found.seq}: {found.wrong}")
        return OTHER
    say(f"{len(journal.entries)} entries, all the same")
    return SAME


def _verified(journal: JournalFile) -> Divergence | None:
    formed = journal.entries[0].event
    if not isinstance(formed, TeamFormed):
        return Divergence(1, "the journal does not begin with team.formed")
    plan = plan_for(from_document(journal.document).scenario(), formed.format)
    return verify(plan, journal.entries)
