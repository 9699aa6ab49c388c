"""Why a statement of a condition can never hold where and when a format would need it."""

from __future__ import annotations

from scenarios.checks.terms import Statement
from scenarios.duration import Duration, parse
from scenarios.plan import Plan, PlannedLeg
from scenarios.schema import Inject


def why_never(statement: Statement, inject: Inject, plan: Plan) -> str | None:
    """The reason in words, or None if it may hold while ``inject`` waits in ``plan``."""
    leg = plan.leg_of[inject.scene]
    name = statement.about[0] if statement.about else str(statement.value)
    if statement.kind in {"done", "not_done"} and statement.holds:
        return _act(name, leg, plan)
    if statement.kind == "inject":
        return _inject(statement, inject, leg, plan)
    if statement.kind == "elapsed":
        return _elapsed(name, parse(statement.value), leg, plan)
    if not statement.holds:
        return None
    if statement.kind == "unowned":
        return _task(name, leg, plan)
    if statement.kind == "scene" and name != inject.scene:
        return f"'{inject.id}' only waits during scene '{inject.scene}', not '{name}'"
    return _unused(statement, plan)


def _unused(statement: Statement, plan: Plan) -> str | None:
    name = statement.about[-1] if statement.about else ""
    if statement.kind == "fact_known" and name not in plan.facts:
        return f"it does not use fact '{name}'"
    if statement.kind == "handover" and name not in plan.handovers:
        return f"it does not use handover '{name}'"
    return None


def _act(name: str, leg: PlannedLeg, plan: Plan) -> str | None:
    if name not in plan.expected:
        return f"it does not play the inject of expected action '{name}'"
    source = plan.leg_of.get(plan.expected[name][0].scene)
    if source is None or source.index > leg.index:
        return f"expected action '{name}' belongs to a scene that comes later"
    return None


def _inject(statement: Statement, inject: Inject, leg: PlannedLeg, plan: Plan) -> str | None:
    name = statement.about[0]
    if name not in plan.injects:
        return f"it does not play inject '{name}'"
    if not statement.holds or statement.value == "waiting":
        return None
    if name == inject.id:
        return f"'{name}' waits on itself"
    source = plan.leg_of.get(plan.injects[name].scene)
    if source is None or source.index > leg.index:
        return f"inject '{name}' belongs to a scene that comes later"
    return None


def _task(name: str, leg: PlannedLeg, plan: Plan) -> str | None:
    task = plan.tasks.get(name)
    if task is None:
        return f"it does not use task '{name}'"
    opens = plan.leg_of.get(task.scene)
    if opens is None or opens.index > leg.index:
        return f"task '{name}' is not open yet"
    until = plan.leg_of.get(task.until) if task.until else None
    if until and until.index < leg.index:
        return f"task '{name}' is no longer open"
    return None


def _elapsed(since: str, length: Duration, leg: PlannedLeg, plan: Plan) -> str | None:
    start = plan.injects.get(since)
    scene = start.scene if start else since
    source = plan.leg_of.get(scene)
    if source is None or (start is None and since in {i.id for i in plan.scenario.injects}):
        return f"it does not play '{since}'"
    if source.index > leg.index:
        return f"'{since}' comes later"
    if source.index < leg.index or (length.working and leg.scene.unit == "hour"):
        return None
    begun = start.at.ms if start and start.at else 0
    if leg.unit_ms and begun + length.ms >= leg.story_ms:
        return f"scene '{leg.scene.id}' is over before {length} have passed since '{since}'"
    return None
