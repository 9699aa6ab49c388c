"""Who may know whom holds, and nothing stands outside the rule."""

from __future__ import annotations

import re
import subprocess
import sys

from tests.architecture.tree import PACKAGES, ROOT, ending, project, told

NOT_THE_PRODUCT = {"tests", "benchmarks", "tools"}
WORKSHOP = re.compile(
    rf"^\s*(?:from|import) (?:{'|'.join(sorted(NOT_THE_PRODUCT))})(?:\.\S+)?(?: import .*)?$",
    re.MULTILINE,
)


def test_every_import_contract_holds() -> None:
    """The ladder, the rooms and the places of Flask, SQLAlchemy and SimPy are as written."""
    asked = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert asked.returncode == 0, asked.stdout + asked.stderr


def test_every_package_has_its_step_on_the_ladder() -> None:
    """A new top-level package cannot escape the contracts."""
    roots = set(project()["tool"]["importlinter"]["root_packages"])
    packages = {path.relative_to(ROOT).parts[0] for path in ending(".py")} - NOT_THE_PRODUCT
    assert packages == roots == set(PACKAGES)


def test_the_product_never_imports_its_workshop() -> None:
    """Tests, benchmarks and tools may know the product; the product knows none of them."""
    guilty = [
        told(path)
        for path in ending(".py", *PACKAGES)
        if WORKSHOP.search(path.read_text(encoding="utf-8"))
    ]
    assert guilty == []
