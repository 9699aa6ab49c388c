"""Speaking on the terminal."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter


def say(text: str = "") -> None:
    """One line to whoever asked."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def complain(text: str) -> None:
    """One line about what is wrong."""
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


def say_json(value: object) -> None:
    """One line of JSON."""
    say(json.dumps(value, ensure_ascii=False))


def parser(verb: str, about: str) -> ArgumentParser:
    """The parser of one verb; ``about`` is its help."""
    return ArgumentParser(
        prog=f"samspill {verb}", description=about, formatter_class=RawDescriptionHelpFormatter
    )
