"""``samspill check``: every fault of scenarios, with its place and its remedy."""

from __future__ import annotations

from dataclasses import asdict

from scenarios.check import check
from webapp.cli.terminal import parser, say, say_json

CLEAN, FOUND, UNREADABLE = 0, 1, 2


def run(arguments: list[str]) -> int:
    """Check each; exit 0 if clean, 1 with findings, 2 if one could not be read."""
    parsing = parser("check", "Validate scenarios: file:line: path: what is wrong: what to do.")
    parsing.add_argument("scenario", nargs="+", help="a file, a folder, or a slug of the library")
    parsing.add_argument("--json", action="store_true", help="one object: every finding in full")
    asked = parsing.parse_args(arguments)
    findings = sorted({finding for where in asked.scenario for finding in check(where)})
    if asked.json:
        say_json({"findings": [asdict(finding) for finding in findings]})
    else:
        for finding in findings:
            say(str(finding))
    if any(finding.unreadable for finding in findings):
        return UNREADABLE
    return FOUND if findings else CLEAN
