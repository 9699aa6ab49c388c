"""Tables of the docs, read back."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from tests.architecture.tree import ROOT

CODE = re.compile(r"`([^`\n]+)`")
RULE = re.compile(r"\|(?:\s*:?-+:?\s*\|)+")

Row = dict[str, str]
"""The cells of a row by the heading of their column."""


@cache
def rows(path: Path) -> tuple[Row, ...]:
    """Every row of every table of a page, in order; a row without all its cells is an error."""
    found: list[Row] = []
    heads: list[str] = []
    lines = path.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines):
        if not line.startswith("|"):
            heads = []
        elif number + 1 < len(lines) and RULE.fullmatch(lines[number + 1]):
            heads = cells(line)
        elif not RULE.fullmatch(line):
            held = cells(line)
            assert len(held) == len(heads), f"{path.name}:{number + 1} has not {len(heads)} cells"
            found.append(dict(zip(heads, held, strict=True)))
    return tuple(found)


def cells(line: str) -> list[str]:
    """The cells of one line of a table."""
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def named(cell: str) -> list[str]:
    """What stands in backticks."""
    return CODE.findall(cell)


def lost_test(name: str) -> str:
    """'' if ``path::function`` is a test that exists, else what is wrong with it."""
    path, _, function = name.partition("::")
    file = ROOT / path
    if not (path.startswith("tests/") and file.is_file()):
        return f"{path}: no such file of tests"
    text = file.read_text(encoding="utf-8")
    if not re.search(rf"^def {re.escape(function)}\(", text, re.MULTILINE):
        return f"{name}: no such test"
    return ""
