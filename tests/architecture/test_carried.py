"""Nothing is carried along that ties the project to one machine or one registry."""

from __future__ import annotations

import re

import pytest

from tests.architecture.tree import ROOT, carried, told

LOCKS = [
    "requirements.txt",
    "requirements-dev.txt",
    "requirements-build.txt",
    "package.json",
    "package-lock.json",
    ".npmrc",
]
ADDRESS = re.compile(r"\w+://|index-url|find-links|@\s*file:|\bregistry\s*=|\"resolved\"")
# Written in two halves, so that this file does not find itself.
HOME = re.compile(r"(?<![\w.])/(?:" + "ro" + r"ot|ho" + r"me/\w+|Us" + r"ers/\w+|op" + r"t/pypi)\b")


@pytest.mark.parametrize("name", LOCKS)
def test_locked_packages_name_no_registry(name: str) -> None:
    """Whoever installs chooses the registry; hashes see to it that it is the same package."""
    text = (ROOT / name).read_text(encoding="utf-8")
    # npm copies the address where a package's authors take donations; that fetches nothing.
    lines = [line for line in text.splitlines() if not line.strip().startswith('"url": ')]
    assert [line for line in lines if ADDRESS.search(line)] == []


def test_python_packages_are_pinned_with_hashes() -> None:
    """Every requirement is one exact version with at least one hash."""
    for name in LOCKS[:3]:
        text = (ROOT / name).read_text(encoding="utf-8").replace("\\\n", " ")
        for line in filter(None, text.splitlines()):
            assert re.match(r"[\w.\-\[\]]+==\S+ ", line), line
            assert "--hash=sha256:" in line, line


def test_no_file_names_a_place_on_one_machine() -> None:
    """Home folders of whoever wrote a file do not travel with it."""
    guilty = []
    for path in carried():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        guilty += [f"{told(path)}: {found}" for found in HOME.findall(text)]
    assert guilty == []
