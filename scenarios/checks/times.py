"""Times that fall outside their scene, or can't be counted in it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from scenarios.checks.case import Case
from scenarios.duration import Duration
from scenarios.finding import Finding
from scenarios.plan import Plan
from scenarios.schema import Scenario, Scene
from scenarios.yaml_text import Path

SATURDAY = 5


def check(case: Case) -> Iterator[Finding]:
    """Every time can be reached while its scene is played, and scenes follow each other."""
    scenes = {scene.id: scene for scene in case.scenario.scenes}
    for scene in scenes.values():
        yield from _scene(case, scene)
    for inject in case.scenario.injects:
        if (scene_of := scenes.get(inject.scene)) is not None:
            for key, span in (("at", inject.at), ("window", inject.window)):
                yield from _unit(case, ("injects", inject.id, key), span, scene_of)
        if inject.at and inject.window and inject.window.ms <= inject.at.ms:
            yield case.at(
                ("injects", inject.id, "window"),
                f"closes after {inject.window}, before the inject comes at {inject.at}",
                "both count from the scene's start: let the window close later",
                "time.window",
            )
    for plan in case.plans.values():
        yield from _played(case, plan)
        yield from _order(case, plan)


def _scene(case: Case, scene: Scene) -> Iterator[Finding]:
    here: Path = ("scenes", scene.id)
    if scene.kind == "play" and scene.length == 0:
        yield case.at(
            here,
            "is played by the clock, but has no 'length'",
            f"say how many {scene.unit}s it lasts",
            "scene.no-length",
        )
    day = scene.starts.date()
    if scene.kind == "play" and scene.unit == "workday" and not _is_workday(case.scenario, day):
        yield case.at(
            (*here, "starts"),
            f"{day} is a weekend or a holiday, and the scene counts working days",
            "start it on a working day, or count it in hours",
            "scene.not-workday",
        )


def _unit(case: Case, path: Path, span: Duration | None, scene: Scene) -> Iterator[Finding]:
    if span is None:
        return
    calendar = not span.working and any(unit in span.text.replace("wd", "") for unit in "dw")
    if scene.unit == "workday" and calendar:
        yield case.at(
            path,
            f"'{span}' counts calendar days, but scene '{scene.id}' counts working days",
            "write it in wd and h",
            "time.unit",
        )
    if scene.unit == "hour" and span.working:
        yield case.at(
            path,
            f"'{span}' counts working days, but scene '{scene.id}' counts hours",
            "write it in h and min",
            "time.unit",
        )


def _played(case: Case, plan: Plan) -> Iterator[Finding]:
    timed = [
        *(("injects", row.id, row.scene, row.at) for row in plan.injects.values() if row.at),
        *(("probes", row.id, row.scene, row.at) for row in plan.probes.values()),
    ]
    for kind, name, scene, at in timed:
        leg = plan.leg_of.get(scene)
        if leg and leg.unit_ms and at.ms >= leg.story_ms:
            yield case.at(
                (kind, name, "at"),
                f"comes at {at}, but format '{plan.name}' plays {leg.length} {leg.scene.unit}s "
                f"of '{scene}'",
                f"let it come earlier, play a longer leg, or take it out of {plan.name}",
                "time.after-end",
            )
        elif leg and not leg.unit_ms and at.ms >= leg.lasts_ms:
            yield case.at(
                (kind, name, "at"),
                f"comes at {at}, but '{scene}' has no clock and lasts {leg.lasts_ms // 1000}s "
                f"in format '{plan.name}'",
                "write it in s or min, before the end",
                "time.after-end",
            )


def _order(case: Case, plan: Plan) -> Iterator[Finding]:
    live = [leg for leg in plan.legs if leg.scene.kind != "told"]
    for before, after in pairwise(live):
        ends = _last_day(case.scenario, before.scene, before.length)
        if after.scene.starts.date() < ends or after.scene.starts <= before.scene.starts:
            yield case.at(
                ("scenes", after.scene.id, "starts"),
                f"starts on {after.scene.starts.date()}, before '{before.scene.id}' ends on {ends} "
                f"(format '{plan.name}')",
                "let it start later, or shorten the scene before it",
                "scene.order",
            )


def _last_day(story: Scenario, scene: Scene, length: int) -> date:
    if scene.unit == "hour" or not length:
        return (scene.starts + timedelta(hours=length)).date()
    day = scene.starts.date()
    left = length
    while left:
        left -= _is_workday(story, day)
        day += timedelta(days=1)
    return day - timedelta(days=1)


def _is_workday(story: Scenario, day: date) -> bool:
    return day.weekday() < SATURDAY and day not in story.holidays
