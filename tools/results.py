"""What a run of the proofs showed, and the dated page and file that keep it."""

from __future__ import annotations

import json
import os
import platform
import sqlite3
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

PACKAGES = ("simpy", "flask", "flask-socketio", "gevent", "sqlalchemy", "playwright")


@dataclass(frozen=True)
class Result:
    """One proof or benchmark: did it hold, in how many seconds, with which figures."""

    name: str
    command: str
    seconds: float
    held: bool
    figures: Mapping[str, Any] = field(default_factory=dict)


def figures_in(line: str) -> dict[str, Any]:
    """The figures of a benchmark's last line; none if it is not a JSON object."""
    try:
        found = json.loads(line)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def publish(results: Sequence[Result], root: Path, part: str = "") -> str:
    """Write docs/proof/<date>-<commit>[-<part>].md and .json; the page's path below ``root``."""
    about = _circumstances(root)
    folder = root / "docs" / "proof"
    folder.mkdir(parents=True, exist_ok=True)
    name = "-".join(each for each in (about["date"][:10], about["commit"], part) if each)
    kept = {**about, "results": [asdict(result) for result in results]}
    text = json.dumps(kept, indent=2, ensure_ascii=False) + "\n"
    (folder / f"{name}.json").write_text(text, encoding="utf-8")
    (folder / f"{name}.md").write_text(_page(about, results), encoding="utf-8")
    return f"docs/proof/{name}.md"


def _circumstances(root: Path) -> dict[str, Any]:
    return {
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "commit": _git(root, "rev-parse", "--short", "HEAD"),
        "changed": bool(_git(root, "status", "--porcelain", "--untracked-files=no")),
        "cores": os.cpu_count(),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "packages": {package: version(package) for package in PACKAGES},
    }


def _git(root: Path, *arguments: str) -> str:
    return subprocess.run(
        ["git", *arguments], cwd=root, check=True, capture_output=True, text=True
    ).stdout.strip()


def _page(about: Mapping[str, Any], results: Sequence[Result]) -> str:
    held = sum(result.held for result in results)
    packages = ", ".join(f"{name} {number}" for name, number in about["packages"].items())
    rows = [
        f"| {_cell(result.name)} | {'held' if result.held else '**did not hold**'} "
        f"| {result.seconds:.1f} | {_told(result.figures)} | `{_cell(result.command)}` |"
        for result in results
    ]
    changed = " (with changes not committed)" if about["changed"] else ""
    return "\n".join(
        [
            f"# Proof of {about['date'][:10]}, commit {about['commit']}{changed}",
            "",
            f"{held} of {len(results)} held. {_machine(about)}, {packages}.",
            "",
            "| proof | verdict | seconds | figures | command |",
            "|---|---|--:|---|---|",
            *rows,
            "",
        ]
    )


def _machine(about: Mapping[str, Any]) -> str:
    return (
        f"{about['cores']} cores, {about['system']}, Python {about['python']}, "
        f"SQLite {about['sqlite']}"
    )


def _told(figures: Mapping[str, Any]) -> str:
    """The plain figures; what has parts of its own is left to the file beside the page."""
    plain = {name: told for name, told in figures.items() if not isinstance(told, (dict, list))}
    rest = ["more in the file"] if len(plain) < len(figures) else []
    return "; ".join([*(f"{_cell(name)}: {_cell(told)}" for name, told in plain.items()), *rest])


def _cell(value: object) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text.replace("|", "\\|").replace("\n", " ")
