"""Scenarios broken on purpose are refused at the right line, with something to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from scenarios.yaml_text import parse_yaml
from tests.scenarios.workshop import Workshop


@dataclass(frozen=True)
class Broken:
    """An edit of the small scenario, and the finding it must lead to (see ``broken.yaml``)."""

    name: str
    file: str
    old: str
    new: str
    line: str
    path: str
    wrong: str
    remedy: str
    at: str = ""

    @property
    def found_in(self) -> str:
        """The file that the finding must name."""
        return self.at or self.file


def cases() -> list[Broken]:
    """The edits of ``broken.yaml``."""
    text = (Path(__file__).parent / "broken.yaml").read_text(encoding="utf-8")
    return [Broken(**row) for row in parse_yaml(text).mapping["broken"]]


@pytest.mark.parametrize("broken", cases(), ids=lambda broken: broken.name)
def test_a_broken_scenario_is_refused_with_line_and_remedy(bench: Workshop, broken: Broken) -> None:
    """The finding names the file, the line, the path, what is wrong and what to do."""
    bench.edit(broken.file, broken.old, broken.new)
    findings = bench.findings()
    told = "\n".join(str(finding) for finding in findings)
    matching = [
        finding
        for finding in findings
        if broken.path in finding.path
        and broken.wrong in finding.wrong
        and broken.remedy in finding.remedy
    ]
    assert matching, told
    file = bench.folder / broken.found_in
    assert matching[0].file == str(file), told
    line = file.read_text(encoding="utf-8").splitlines()[matching[0].line - 1]
    assert broken.line in line, str(matching[0])


def test_injects_that_wait_on_each_other_are_found(bench: Workshop) -> None:
    """A circle of conditions is named with everything that is in it."""
    bench.edit(
        "story.yaml", "when: {done: X5}", "when: {inject_state: {inject: I9, is: delivered}}"
    )
    bench.edit(
        "story.yaml",
        "  - id: I7\n",
        "  - {id: I9, code: E04, scene: host, when: {done: X6}, to: [rektor], sender: Mor, "
        "channel: phone, text: Mor ringer.}\n  - id: I7\n",
    )
    circles = [finding for finding in bench.findings() if finding.code == "condition.cycle"]
    assert [finding.path for finding in circles] == ["injects.I6.when", "injects.I9.when"]
    assert "I6, which waits on I9, which waits on I6" in circles[0].wrong


def test_all_faults_are_told_at_once(bench: Workshop) -> None:
    """One run finds what is wrong in the structure of a text, a reference and a language."""
    bench.edit("story.yaml", "to: [barnevern]", "to: [barnevernet]")
    bench.edit("people.yaml", "indicators: [RL3, RE5]", "indicators: [RL6]")
    bench.edit("en.yaml", "  V1: {text: I miss Jo. It was the two of us at the club.}\n", "")
    bench.edit("nn.yaml", "Eg saknar Jo.", "Eg saknar Jo 400 00 000.")
    codes = {finding.code for finding in bench.findings()}
    assert codes >= {
        "reference.unknown",
        "objective.unmeasured",
        "overlay.missing",
        "privacy.phone",
    }


def test_every_fault_of_the_structure_is_told_at_once(bench: Workshop) -> None:
    """Pydantic's faults come together too, each at its own line."""
    bench.edit("story.yaml", "channel: phone", "channel: fax")
    bench.edit("people.yaml", "sector: welfare", "sector: sports")
    bench.edit("scenario.yaml", "minutes: 12", "minutes: 5")
    paths = {finding.path for finding in bench.findings()}
    assert paths == {"injects.I5.channel", "seats.barnevern.sector", "formats.demo.minutes"}
