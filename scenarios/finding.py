"""A fault found in a scenario, told so that its author can mend it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One fault. ``path`` uses the author's ids: ``injects.I03.expects.X01.within``.

    ``code`` is stable and dotted (``reference.unknown``); those that start with ``file.`` mean
    that nothing could be read at all.
    """

    file: str
    line: int
    path: str
    wrong: str
    remedy: str
    code: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.path}: {self.wrong}: {self.remedy}"

    @property
    def unreadable(self) -> bool:
        """True when the file itself could not be read, so that nothing else was looked at."""
        return self.code.startswith("file.")


class NotPlayableError(ValueError):
    """Raised when a scenario is asked for that its findings forbid. Holds the findings."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__("\n".join(str(finding) for finding in findings))
        self.findings = findings
