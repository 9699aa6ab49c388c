"""The docs lead somewhere: every link, path, verb and setting they name, or should name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from pathlib import Path

from simulator.play.rooms import ROOMS
from tests.architecture.tree import PACKAGES, ROOT, carried, ending, told
from webapp.__main__ import VERBS
from webapp.config import Config

LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
CODE = re.compile(r"`([^`\n]+)`")
FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
FILE = re.compile(r"[\w.\-]+(?:/[\w.\-]+)*/?")
TARGET = re.compile(r"^([a-z-]+):.*## ", re.MULTILINE)
CITED = re.compile(r"\b[Dd]ecisions? (\d{1,2})\b")
MADE = (
    "build/",
    "docs/by-people/",
    "docs/pictures/",
    "docs/proof/",
    "instance/",
    "webapp/static/vendor/",
)
"""Places that a command or a release makes; they may be named before they are there."""


@cache
def pages() -> dict[Path, str]:
    """Every page that a reader may come to, with its text; what stands in fences is left out."""
    apart = [ROOT / "README.md", ROOT / "CHANGELOG.md"]
    found = [*apart, *ending(".md", "docs", *PACKAGES)]
    return {path: FENCE.sub("", path.read_text(encoding="utf-8")) for path in found}


@cache
def whole() -> str:
    """All pages in one, fences and all."""
    return "\n".join(path.read_text(encoding="utf-8") for path in pages())


def anchors(text: str) -> set[str]:
    """The headings of a page, as a link names them."""
    heads = (head.lower() for head in HEADING.findall(text))
    return {re.sub(r"[^\w\- ]", "", head).replace(" ", "-") for head in heads}


def there(name: str) -> bool:
    """Whether a path in the project exists, or is one that gets made."""
    return f"{name}/".startswith(MADE) or (ROOT / name).exists()


def dead_links(path: Path, text: str) -> Iterator[str]:
    """Links inside the project whose page, or whose heading, is not there."""
    for link in LINK.findall(text):
        if re.match(r"\w+:", link):
            continue
        name, _, anchor = link.partition("#")
        target = (path.parent / name).resolve() if name else path
        if not there(told(target)) or (anchor and anchor not in anchors(pages().get(target, ""))):
            yield link


def named_files(text: str) -> Iterator[str]:
    """What stands in backticks and looks like a file or folder of ours."""
    tops = {each.relative_to(ROOT).parts[0] for each in carried() if each.parent != ROOT}
    for code in CODE.findall(text):
        if FILE.fullmatch(code) and "/" in code and code.split("/")[0] in tops:
            yield code


def test_every_link_leads_somewhere() -> None:
    """A link inside the project names a file that is there, and a heading that is on it."""
    dead = {told(path): [*dead_links(path, text)] for path, text in pages().items()}
    assert {page: links for page, links in dead.items() if links} == {}


def test_every_file_that_is_named_is_there() -> None:
    """What a page calls by its path has not moved."""
    gone = {
        told(path): [name for name in named_files(text) if not there(name)]
        for path, text in pages().items()
    }
    assert {page: names for page, names in gone.items() if names} == {}


def test_every_page_is_found_from_the_index() -> None:
    """A page of docs that no index names is read by nobody."""
    indexes = [ROOT / "docs" / each / "README.md" for each in ("", "decisions", "coverage")]
    linked = {
        (index.parent / link.partition("#")[0]).resolve()
        for index in indexes
        for link in LINK.findall(pages()[index])
    }
    kept = ("docs/by-people/", "docs/proof/")
    written = [path for path in pages() if told(path).startswith("docs/")]
    lost = [path for path in written if path not in {*linked, *indexes}]
    assert [told(path) for path in lost if not told(path).startswith(kept)] == []


def test_verbs_of_make_and_docs_agree() -> None:
    """Whoever meets a verb in the Makefile finds it in the docs, and the other way round."""
    verbs = set(TARGET.findall((ROOT / "Makefile").read_text(encoding="utf-8")))
    promised = set(re.findall(r"`make ([a-z-]+)", whole()))
    assert verbs
    assert verbs ^ promised == set()


def test_subcommands_and_docs_agree() -> None:
    """Whoever meets a verb of ``samspill`` finds it in the docs, and the other way round."""
    promised = set(re.findall(r"(?:`|^)samspill ([a-z]+)", whole(), re.MULTILINE))
    assert set(VERBS) ^ promised == set()


def test_every_setting_is_explained() -> None:
    """A setting stands on the page for those who run it, as its variable or by its own name."""
    page = (ROOT / "docs" / "running.md").read_text(encoding="utf-8")
    named = {name.lower() for name in re.findall(r"SAMSPILL_([A-Z_]+)", page)}
    settings = {each.name for each in fields(Config)}
    assert settings - named - set(CODE.findall(page)) == set()


def test_every_room_of_play_has_its_row() -> None:
    """The architecture's table of rooms is complete."""
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    rows = set(re.findall(r"^\| `(\w+)`", page, re.MULTILINE))
    assert {room.name for room in ROOMS} - rows - {"clock"} == set()


def test_every_rule_that_a_comment_cites_is_told() -> None:
    """A number in a comment leads to a sentence."""
    rules = (ROOT / "docs" / "decisions" / "ground-rules.md").read_text(encoding="utf-8")
    known = set(re.findall(r"^\| (\d+) \|", rules, re.MULTILINE))
    sources = [*ending(".py", *PACKAGES), *ending(".html", *PACKAGES), ROOT / "pyproject.toml"]
    cited = {n for path in sources for n in CITED.findall(path.read_text(encoding="utf-8"))}
    assert cited - known == set()


def test_every_decision_is_indexed_and_keeps_to_a_page() -> None:
    """Decisions are found from their index, and can be read in two minutes."""
    folder = ROOT / "docs" / "decisions"
    found = sorted(folder.glob("0*.md"))
    assert found
    for path in found:
        text = path.read_text(encoding="utf-8")
        assert f"[{path.name[:4]}]({path.name})" in pages()[folder / "README.md"], path.name
        assert all(f"\n## {part}\n" in text for part in ("Context", "Decision", "Consequences"))
        assert len(text.splitlines()) <= 40, path.name
