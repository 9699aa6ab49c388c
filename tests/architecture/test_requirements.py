"""docs/requirements.md names, for each requirement it lists, the tests that prove it."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

from tests.architecture.tables import Row, lost_test, named, rows
from tests.architecture.tree import ROOT

PAGE = ROOT / "docs" / "requirements.md"
BY_PEOPLE = ROOT / "docs" / "by-people.md"
COLUMNS = ("id", "what it asks for", "tests", "by people")
ASKED = (
    "A1",
    "A2",
    "A3",
    "A4",
    "A5",
    "A6",
    "A9",
    "A11",
    "A12",
    "B2",
    "B3",
    "B4",
    "B5",
    "B6",
    "B7",
    "B8",
    "B9",
    "C1",
    "C2",
    "C3",
    "C4",
    "C6",
    "C10",
    "C11",
    "D14",
)
NONE = "–"


def quotes(test: str, requirement: str) -> bool:
    """Whether a test (``path::function``), or its module, names the requirement in its words."""
    path, _, function = test.partition("::")
    module, functions = docstrings(ROOT / path)
    words = f"{functions.get(function, '')} {module}"
    return bool(re.search(rf"\b{requirement}\b", words))


@cache
def docstrings(path: Path) -> tuple[str, dict[str, str]]:
    """What a module says of itself, and what each of its functions does."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    return ast.get_docstring(tree) or "", {
        node.name: ast.get_docstring(node) or "" for node in functions
    }


def left_to_people() -> set[str]:
    """The ids on the list of what each release asks people."""
    ids = (row["id"] for row in rows(BY_PEOPLE) if "id" in row)
    return {each for cell in ids for each in re.findall(r"\b[A-E]\d+\b", cell)}


def test_every_requirement_has_its_row() -> None:
    """Each id once, in order, with no cell left empty."""
    assert [row["id"] for row in rows(PAGE)] == list(ASKED)
    for row in rows(PAGE):
        assert tuple(row) == COLUMNS
        assert all(row.values()), row["id"]


def test_every_requirement_is_proved_by_a_test_that_quotes_it() -> None:
    """The tests of a row exist and say which requirement they prove; else people see to it."""
    for row in rows(PAGE):
        tests = named(row["tests"])
        assert [lost_test(test) for test in tests if lost_test(test)] == []
        silent = [test for test in tests if not quotes(test, row["id"])]
        assert silent == [], f"these tests do not quote {row['id']}"
        assert tests or row["by people"] != NONE, row["id"]


def test_what_is_left_to_people_stands_on_their_list() -> None:
    """Whoever reads 'by people' finds what to do, and by what it is done."""
    asked: list[Row] = [row for row in rows(PAGE) if row["by people"] != NONE]
    assert asked
    assert {row["id"] for row in asked} <= left_to_people()
