"""``samspill debrief``: what a journal file shows, as JSON, in a few lines, or on paper."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from debrief.summary import full, to_json
from scenarios.finding import NotPlayableError
from scenarios.loader import from_document
from scenarios.plan import Plan, plan_for
from simulator.journal.file import JournalError, JournalFile, read_journal
from simulator.play.rooms import EVENTS
from simulator.play.roster import TeamFormed
from webapp.cli.terminal import complain, parser, say

TOLD, UNREADABLE = 0, 2
FORMS = ("docx", "pdf", "html", "xlsx")
LANGUAGES = ("nb", "nn", "en")


def run(arguments: list[str]) -> int:
    """Exit 0 when told, 2 if the file cannot be read."""
    parsing = parser("debrief", "The debrief of a journal file.")
    parsing.add_argument("journal", type=Path, help="a journal file (JSON Lines)")
    parsing.add_argument("--json", action="store_true", help="everything, as docs/json.md says")
    parsing.add_argument("--docx", type=Path, help="write the report as Word to this file")
    parsing.add_argument("--pdf", type=Path, help="write the report as tagged PDF to this file")
    parsing.add_argument("--html", type=Path, help="write the report as a web page to this file")
    parsing.add_argument("--xlsx", type=Path, help="write the log as a spreadsheet to this file")
    parsing.add_argument("--one-page", action="store_true", help="the result on one page instead")
    parsing.add_argument("--lang", choices=LANGUAGES, default=LANGUAGES[0], help="of the documents")
    asked = parsing.parse_args(arguments)
    try:
        found = read_journal(asked.journal, EVENTS)
        plan = plan_of(found)
        written = _write(asked, found, plan)
    except (JournalError, NotPlayableError, OSError) as error:
        complain(str(error))
        return UNREADABLE
    if written and not asked.json:
        say("\n".join(map(str, written)))
        return TOLD
    told = full(plan, found.entries)
    say(to_json(told) if asked.json else _in_words(told))
    return TOLD


def _write(asked: Namespace, found: JournalFile, plan: Plan) -> list[Path]:
    """Writes the documents that are asked for, and tells where they are."""
    wanted = {form: path for form in FORMS if (path := getattr(asked, form))}
    if wanted:
        # Paper brings a second of imports along, which those who want figures do not wait for.
        from webapp.cli.papers import write

        write(found, plan, wanted, asked.lang, one_page=asked.one_page)
    return list(wanted.values())


def plan_of(journal: JournalFile) -> Plan:
    """The plan of the format that a journal was played in."""
    formed = journal.entries[0].event
    name = formed.format if isinstance(formed, TeamFormed) else ""
    return plan_for(from_document(journal.document).scenario(), name)


def _in_words(told: dict[str, Any]) -> str:
    handovers = told["handovers"]
    lines = [
        f"{told['events']} events, {told['real_s']} s of play",
        (
            f"handovers: {handovers['accepted']} of {handovers['expected']} taken over, "
            f"{handovers['closed']} followed to the end"
        ),
    ]
    for name, r in told["five_r"].items():
        lines.append(name)
        lines += [_indicator(each) for each in r["indicators"]]
    return "\n".join(lines)


def _indicator(each: dict[str, Any]) -> str:
    value = "for lite grunnlag" if each["value"] is None else f"{each['value']:.2f}"
    return f"  {each['id']}  {value}  (n = {each['n']})"
