"""``samspill``: finds the verb, and patches for gevent before anything else if it serves."""

from __future__ import annotations

import sys

SERVING = frozenset({"demo", "serve"})
VERBS = {
    "demo": "serve Emma's demo format on this computer, ready to play",
    "serve": "serve for real, configured by environment and flags",
    "check": "validate scenarios",
    "rehearse": "play exercises without people",
    "debrief": "the debrief of a journal file",
    "export": "a journal for other tools: JSON Lines, CSV, XES",
    "whatif": "do one thing in a journal otherwise, and compare",
    "replay": "see that a journal tells the same again",
    "user": "accounts: add, list, reset",
    "doctor": "look over this installation",
}
USAGE = "usage: samspill VERB [...]\n\n{verbs}\n\n'samspill VERB --help' tells the rest.\n"


def main(arguments: list[str] | None = None) -> int:
    """Run one verb; its exit code."""
    given = sys.argv[1:] if arguments is None else arguments
    verb = given[0] if given else ""
    if verb not in VERBS:
        verbs = "\n".join(f"  {name:<10} {what}" for name, what in VERBS.items())
        asked = verb in ("", "-h", "--help")
        (sys.stdout if asked else sys.stderr).write(USAGE.format(verbs=verbs))
        return 0 if asked else 2
    if verb in SERVING:
        from gevent import monkey

        monkey.patch_all()
    from importlib import import_module

    code: int = import_module(f"webapp.cli.{verb}").run(given[1:])
    return code


if __name__ == "__main__":
    sys.exit(main())
