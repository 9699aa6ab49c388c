"""Every dependency has its reason in docs/dependencies.md."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import chain

from tests.architecture.tree import ROOT, project

NAME = re.compile(r"[A-Za-z0-9._\-]+")


def asked_for() -> Iterator[str]:
    """The packages that pyproject.toml and package.json ask for by name."""
    about = project()["project"]
    extras = about["optional-dependencies"].values()
    wanted = chain(about["dependencies"], *extras, project()["build-system"]["requires"])
    for requirement in wanted:
        match = NAME.match(requirement)
        assert match, requirement
        yield match.group()
    front = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))
    yield from front["dependencies"]
    yield from front["devDependencies"]


def test_every_dependency_has_its_reason() -> None:
    """The page names exactly what is asked for: nothing unexplained, nothing left behind."""
    page = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    explained = set(re.findall(r"^\| `([^`]+)` \|", page, flags=re.MULTILINE))
    assert explained == set(asked_for())
