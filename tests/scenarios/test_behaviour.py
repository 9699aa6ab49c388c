"""Traits and profiles: what they may be, and how faults in a file of them are told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from scenarios.behaviour import profiles as module
from scenarios.behaviour.profiles import (
    LADDER,
    own_profiles,
    profile,
    profile_findings,
    profiles,
)
from scenarios.behaviour.traits import TIMES, TRAITS, Traits, most, moved, with_values
from scenarios.finding import NotPlayableError
from scenarios.indicators import indicators

TEXT = Path(module.__file__).parent
WEAK = ("rammer", "retning", "roller", "regler", "relasjoner")
CHEATS = ("ack-all", "share-all", "share-none", "type-a-lot", "assign-leader", "accept-all")
FEWER = {"soonest", "latest", "presses", "outside_mandate"}
"""Of these, those who play better have less."""
ODD = {"here", "spreads", "types", "defers", "grabs"}


def test_the_house_has_its_profiles() -> None:
    """Everybody whom the experiments and the command line name is there, without a fault."""
    assert profile_findings() == []
    named = {*LADDER, *(f"weak:{r}" for r in WEAK), *(f"cheat:{how}" for how in CHEATS), "absent"}
    assert named == {*profiles().traits}
    assert profiles().name("expert", "en") == "Practised"
    with pytest.raises(KeyError, match="typical"):
        profile("perfect")


def test_each_step_of_the_ladder_does_more_of_everything() -> None:
    """Decisions 25: novice and expert do less and more on every trait."""
    novice, typical, expert = (profile(name) for name in LADDER[1:])
    for trait in (each for each in TRAITS if each not in ODD):
        low, middle, high = (getattr(each, trait) for each in (novice, typical, expert))
        rising = (high, middle, low) if trait in FEWER else (low, middle, high)
        assert rising[0] < rising[1] < rising[2], trait


def test_silent_has_nothing() -> None:
    """Silent never sees, so it never acts: every trait that would make it is zero."""
    assert profile("silent") == Traits()
    assert all(getattr(Traits(), each) == 0 for each in TRAITS if each not in ("here", "lawful"))


def test_no_trait_knows_a_measure() -> None:
    """Decisions 25: profiles are behaviour; nothing here names an indicator or imports one, but for
    the detectors of barriers, which nothing that plays may read."""
    files = [each for each in TEXT.glob("*.*") if each.name != "barriers.yaml"]
    told = "".join(each.read_text(encoding="utf-8") for each in files)
    assert not re.findall(rf"\b({'|'.join(indicators())})\b", told)
    assert "import indicators" not in told
    assert "debrief" not in told
    playing = (TEXT.parents[1] / "simulator").rglob("*.py")
    assert not [each for each in playing if "detector" in each.read_text(encoding="utf-8")]


def test_traits_stay_within_what_they_may_be() -> None:
    """Moving a trait up or down never leaves its range; a name that is none is named."""
    for trait in TRAITS:
        assert getattr(moved(Traits(), {trait: 10_000}), trait) == most(trait)
        assert getattr(moved(Traits(), {trait: -10_000}), trait) == 0
    assert most("latest") > 100
    assert {"soonest", "latest"} == TIMES
    with pytest.raises(KeyError, match="no trait 'charm'"):
        with_values(Traits(), {"charm": 3})


def _written(folder: Path, text: str) -> Path:
    file = folder / "own.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_profile_may_be_like_another(tmp_path: Path) -> None:
    """One of the house, or of the same file, in any order; the rest is as there."""
    file = _written(
        tmp_path,
        "profiles:\n"
        "  - {id: second, like: vår-bup, traits: {thin: 10}}\n"
        "  - {id: vår-bup, like: expert, traits: {latest: 160}}\n"
        "  - {id: plain, traits: {sees: 50}}\n",
    )
    found = own_profiles(file)
    assert found.traits["second"] == with_values(profile("expert"), {"latest": 160, "thin": 10})
    assert found.traits["plain"] == Traits(sees=50)
    assert found.name("second", "nb") == "second"


@pytest.mark.parametrize(
    ("text", "line", "code", "remedy"),
    [
        ("profiles:\n  - id: a\n    like: tipical\n", 3, "profile.unknown", "typical"),
        ("profiles:\n  - id: typical\n", 2, "profile.twice", "name of its own"),
        ("profiles:\n  - id: a\n    like: a\n", 3, "profile.circle", "stand for itself"),
        (
            "profiles:\n  - id: a\n    traits:\n      latst: 3\n",
            4,
            "schema.unknown-field",
            "latest",
        ),
        ("profiles:\n  - id: a\n    traits:\n      acts: 101\n", 4, "schema.less", "100"),
        ("profiles: []\n", 1, "schema.too-short", "at least 1"),
        ("profiles:\n  - id: a b\n", 2, "schema.string", "pattern"),
    ],
)
def test_faults_are_told_with_line_and_remedy(
    tmp_path: Path, text: str, line: int, code: str, remedy: str
) -> None:
    """Every fault of a user's file stands at its line and says what to do about it."""
    file = _written(tmp_path, text)
    first = profile_findings(file)[0]
    assert (first.line, first.code.startswith(code)) == (line, True), str(first)
    assert remedy in first.remedy
    with pytest.raises(NotPlayableError, match=re.escape(first.wrong)):
        own_profiles(file)


def test_a_file_that_is_not_there_is_a_finding(tmp_path: Path) -> None:
    """Nothing raises but the refusal that names the file."""
    assert profile_findings(tmp_path / "none.yaml")[0].code == "file.missing"
