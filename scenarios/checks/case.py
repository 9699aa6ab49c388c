"""What every check looks at: the scenario, where it is written, and its formats as plans."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from scenarios.finding import Finding
from scenarios.loader import Loaded
from scenarios.plan import Plan, plan_for
from scenarios.schema import Scenario
from scenarios.yaml_text import Path


@dataclass(frozen=True)
class Case:
    """A loaded scenario under check."""

    loaded: Loaded

    @cached_property
    def scenario(self) -> Scenario:
        """The scenario in its source language."""
        return self.loaded.scenario()

    @cached_property
    def plans(self) -> Mapping[str, Plan]:
        """The formats that can be planned, by name; what hinders the others is found elsewhere."""
        plans: dict[str, Plan] = {}
        for name, chosen in self.scenario.formats.items():
            scenes = [leg.scene for leg in chosen.legs]
            if len(set(scenes)) < len(scenes):
                continue
            try:
                plans[name] = plan_for(self.scenario, name)
            except ValueError:
                continue
        return plans

    @cached_property
    def known(self) -> Mapping[str, tuple[str, ...]]:
        """Ids by kind: seat, fact, task, scene, inject, handover, probe, consent, format,
        expected action."""
        story = self.scenario
        return {
            "seat": tuple(row.id for row in story.seats),
            "fact": tuple(row.id for row in story.facts),
            "task": tuple(row.id for row in story.tasks),
            "scene": tuple(row.id for row in story.scenes),
            "inject": tuple(row.id for row in story.injects),
            "handover": tuple(row.id for row in story.handovers),
            "probe": tuple(row.id for row in story.probes),
            "consent": tuple(row.id for row in story.consents),
            "format": tuple(story.formats),
            "expected action": tuple(row.id for inject in story.injects for row in inject.expects),
        }

    def at(self, path: Path, wrong: str, remedy: str, code: str) -> Finding:
        """A finding at a path of ids in the source."""
        return self.loaded.source.finding(path, wrong, remedy, code)

    def texts(self) -> Iterator[tuple[str, Path, str]]:
        """Every string of every language: language, path, string."""
        for path, text in _strings(self.loaded.source.data, ()):
            yield "nb", path, text
        for language, overlay in self.loaded.overlays.items():
            for path, text in _strings(overlay.data, ()):
                yield language, path, text


def suggest(wanted: str, known: Iterable[str]) -> str:
    """What to write in place of an unknown id."""
    ids = list(known)
    near = difflib.get_close_matches(wanted, ids, n=1)
    if near:
        return f"did you mean '{near[0]}'?"
    return f"use one of: {', '.join(ids[:12])}" if ids else "declare it first, or remove it"


def _strings(data: object, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(data, str):
        yield path, data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _strings(value, (*path, key))
    elif isinstance(data, list):
        for at, value in enumerate(data):
            yield from _strings(value, (*path, at))
