"""Every scenario of the house is clean, fits its formats and says where it stands."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from scenarios import json_schema
from scenarios.check import check, check_loaded
from scenarios.indicators import indicators
from scenarios.json_schema import FILE, schema_text
from scenarios.loader import library, load
from scenarios.plan import Plan, plan_for


def _plans() -> list[tuple[str, str]]:
    return [
        (slug, name)
        for slug in library()
        for name in load(slug).document["source"].get("formats", {})
    ]


@pytest.mark.parametrize("slug", library())
def test_a_library_scenario_is_clean(slug: str) -> None:
    """No check finds anything in it."""
    assert [str(finding) for finding in check_loaded(load(slug))] == []


@pytest.mark.parametrize(("slug", "name"), _plans())
def test_every_format_of_the_library_can_be_planned(slug: str, name: str) -> None:
    """In every language, and it fits its session."""
    loaded = load(slug)
    for language in loaded.languages:
        plan = plan_for(loaded.scenario(language), name)
        assert isinstance(plan, Plan)
        assert 0 < plan.play_ms <= plan.format.minutes * 60_000


def test_the_small_scenario_has_what_tests_need() -> None:
    """Four roles, eight injects of which two on conditions, a jump and a meeting."""
    story = load("small").scenario()
    assert len(story.seats) == 4
    assert len(story.injects) == 8
    assert sum(inject.when is not None for inject in story.injects) == 2
    assert [scene.kind for scene in story.scenes] == ["play", "play", "meeting"]
    assert max(inject.content_class for inject in story.injects) <= 1
    assert any(leg.jump for leg in plan_for(story, "demo").legs)


def test_findings_come_in_reading_order_and_only_once() -> None:
    """The same list, whatever the hash seed."""
    code = "from scenarios.check import check; print(*check('no-such'), sep='\\n')"
    told = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1
    assert "no-such:1: file: can't be read" in told.pop()
    findings = check("no-such")
    assert findings == sorted(set(findings))


def test_the_published_schema_is_fresh() -> None:
    """``python -m scenarios.json_schema`` would write what is there."""
    assert FILE.read_text(encoding="utf-8") == schema_text()


def test_indicators_are_told_in_every_language() -> None:
    """Each has a name and a formula in bokmål, nynorsk and English, and its R by its id."""
    letters = {"RA": "rammer", "RE": "retning", "RO": "roller", "RG": "regler", "RL": "relasjoner"}
    for name, indicator in indicators().items():
        assert set(indicator.name) == set(indicator.formula) == {"nb", "nn", "en"}, name
        assert indicator.r == letters[name[:2]]


def test_every_code_of_a_finding_is_documented() -> None:
    """The table in the docs names each code that the checks can give."""
    package = Path(json_schema.__file__).parent
    modules = [*package.glob("*.py"), *package.glob("checks/*.py")]
    written = {
        code
        for module in modules
        for code in re.findall(r'"([a-z]+\.[a-z-]+)"', module.read_text(encoding="utf-8"))
        if not code.endswith((".yaml", ".json"))
    }
    table = (package.parent / "docs" / "scenario-language.md").read_text(encoding="utf-8")
    assert {code for code in written if f"`{code}`" not in table} == set()
    assert len(written) > 50
