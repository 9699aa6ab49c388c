"""Formats that select what they do not play, or play what they do not select."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from scenarios.checks.case import Case
from scenarios.duration import MINUTE
from scenarios.finding import Finding
from scenarios.plan import Plan
from scenarios.schema import Format, Scene
from scenarios.yaml_text import Path


def check(case: Case) -> Iterator[Finding]:
    """Every format hangs together."""
    scenes = {scene.id: scene for scene in case.scenario.scenes}
    for name, chosen in case.scenario.formats.items():
        here: Path = ("formats", name)
        yield from _legs(case, here, chosen, scenes)
        yield from _twice(case, here, chosen)
        yield from _seats(case, here, chosen)
        if plan := case.plans.get(name):
            yield from _time(case, here, plan)
            yield from _scenes_played(case, here, plan)
            yield from _facts(case, here, plan)
            yield from _tasks(case, here, plan)
            yield from _coordinator(case, here, plan)


def _legs(case: Case, here: Path, chosen: Format, scenes: dict[str, Scene]) -> Iterator[Finding]:
    for at, leg in enumerate(chosen.legs):
        scene = scenes.get(leg.scene)
        if scene is None:
            continue
        path: Path = (*here, "legs", at)
        if scene.kind == "play" and leg.pace is None:
            yield case.at(
                path,
                f"'{scene.id}' is played by the clock, but the leg has no 'pace'",
                f"say how long a {scene.unit} lasts, for example pace: 45s",
                "leg.no-pace",
            )
        if scene.kind != "play" and leg.lasts is None:
            yield case.at(
                path,
                f"'{scene.id}' is a {scene.kind} scene, but the leg has no 'lasts'",
                "say how long it takes, for example lasts: 4min",
                "leg.no-length",
            )
        if leg.length is not None and not 1 <= leg.length <= scene.length:
            yield case.at(
                (*path, "length"),
                f"{leg.length} is not between 1 and the scene's {scene.length}",
                "play at most what the scene has",
                "leg.length",
            )
    if chosen.legs[0].jump:
        yield case.at(
            (*here, "legs", 0, "jump"),
            "nothing has been played yet that could wait",
            "remove the jump from the first leg",
            "leg.jump",
        )


def _twice(case: Case, here: Path, chosen: Format) -> Iterator[Finding]:
    lists: dict[str, Iterable[str]] = {
        "legs": [leg.scene for leg in chosen.legs],
        **{
            key: getattr(chosen, key)
            for key in ("injects", "handovers", "tasks", "probes", "facts", "seats", "indicators")
        },
    }
    for key, names in lists.items():
        for name, count in Counter(names).items():
            if count > 1:
                yield case.at(
                    (*here, key),
                    f"'{name}' stands {count} times",
                    "keep it once",
                    "format.twice",
                )


def _seats(case: Case, here: Path, chosen: Format) -> Iterator[Finding]:
    if chosen.solo != (len(chosen.seats) == 1):
        yield case.at(
            (*here, "seats"),
            f"gives people {len(chosen.seats)} seats, and 'solo' is {str(chosen.solo).lower()}",
            "name one seat and say 'solo: true' for one person alone, else at least two",
            "format.solo",
        )
    for people, seats in chosen.seats_for.items():
        if len(seats) < people or len(set(seats)) < len(seats):
            yield case.at(
                (*here, "seats_for", str(people)),
                f"names {len(set(seats))} different seats for {people} people",
                f"name at least {people}, each once",
                "format.seats-for",
            )


def _time(case: Case, here: Path, plan: Plan) -> Iterator[Finding]:
    if plan.play_ms > plan.format.minutes * MINUTE:
        minutes = plan.play_ms / MINUTE
        yield case.at(
            (*here, "legs"),
            f"plays for {minutes:.1f} minutes, more than its {plan.format.minutes}",
            "shorten a leg, play it at a quicker pace, or raise 'minutes'",
            "format.too-long",
        )


def _scenes_played(case: Case, here: Path, plan: Plan) -> Iterator[Finding]:
    for key in ("injects", "handovers", "tasks", "probes"):
        for row in getattr(plan, key).values():
            if row.scene not in plan.leg_of:
                yield case.at(
                    (*here, key),
                    f"'{row.id}' belongs to scene '{row.scene}', which has no leg",
                    f"add a leg for '{row.scene}', or take '{row.id}' out",
                    "format.scene",
                )
    for handover in plan.handovers.values():
        yield from _selected(
            case,
            (*here, "handovers"),
            handover.id,
            "injects",
            [handover.after] if handover.after else [],
            plan.injects,
        )


def _coordinator(case: Case, here: Path, plan: Plan) -> Iterator[Finding]:
    """A barnekoordinator needs the family's yes, so the story must know what they answer (L05)."""
    about = {consent.about for consent in plan.consents.values()}
    if "coordinator" in plan.format.actions and "coordinator" not in about:
        yield case.at(
            (*here, "actions"),
            "offers 'coordinator', but nobody in the family answers whether they want one",
            "add a consent with 'about: coordinator' in a scene it plays, or take the action out",
            "format.coordinator",
        )


def _facts(case: Case, here: Path, plan: Plan) -> Iterator[Finding]:
    used: dict[str, list[str]] = {}
    for inject in plan.injects.values():
        acts = [fact for act in inject.expects for fact in act.facts]
        used[inject.id] = [*inject.facts, *acts]
    for handover in plan.handovers.values():
        used[handover.id] = list(handover.needs)
    for name, facts in used.items():
        yield from _selected(case, (*here, "facts"), name, "facts", facts, plan.facts)


def _tasks(case: Case, here: Path, plan: Plan) -> Iterator[Finding]:
    for inject in plan.injects.values():
        tasks = [act.task for act in inject.expects if act.task]
        yield from _selected(case, (*here, "tasks"), inject.id, "tasks", tasks, plan.tasks)
    for handover in plan.handovers.values():
        yield from _selected(
            case, (*here, "tasks"), handover.id, "tasks", handover.tasks, plan.tasks
        )
    for scene in plan.scenes.values():
        tasks = [decision.task for decision in scene.decisions if decision.task]
        yield from _selected(case, (*here, "tasks"), scene.id, "tasks", tasks, plan.tasks)
    for task in plan.tasks.values():
        opened = [task.opened_by] if task.opened_by else []
        yield from _selected(case, (*here, "injects"), task.id, "injects", opened, plan.injects)


def _selected(
    case: Case, path: Path, user: str, kind: str, names: Iterable[str], chosen: Iterable[str]
) -> Iterator[Finding]:
    known = set(case.known[kind.removesuffix("s")])
    missing = [name for name in dict.fromkeys(names) if name in known - set(chosen)]
    if missing:
        yield case.at(
            path,
            f"'{user}' uses {', '.join(missing)}, which this format leaves out",
            f"add {', '.join(missing)} to its {kind}, or take '{user}' out",
            "format.not-covered",
        )
