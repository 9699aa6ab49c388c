"""A workbench on which tests take the small scenario apart."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from scenarios.check import check_loaded
from scenarios.finding import Finding
from scenarios.loader import LIBRARY, Loaded, load

SMALL = LIBRARY / "small"


@dataclass(frozen=True)
class Workshop:
    """A copy of the small scenario in a folder of its own."""

    folder: Path

    def edit(self, file: str, old: str, new: str) -> Workshop:
        """Replace the first ``old`` in ``file``; it must be there."""
        path = self.folder / file
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{old!r} is not in {file}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return self

    def line_of(self, file: str, text: str) -> int:
        """The first line (from 1) of ``file`` that holds ``text``."""
        lines = (self.folder / file).read_text(encoding="utf-8").splitlines()
        return next(at for at, line in enumerate(lines, start=1) if text in line)

    def load(self) -> Loaded:
        """Load the copy."""
        return load(self.folder)

    def findings(self) -> list[Finding]:
        """Everything the checks find in the copy (the house's own files left out)."""
        return check_loaded(self.load())


def workshop(folder: Path) -> Workshop:
    """Copy the small scenario to ``folder``."""
    shutil.copytree(SMALL, folder, dirs_exist_ok=True)
    return Workshop(folder)
