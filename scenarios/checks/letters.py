"""Letters that are expected to go to a seat that takes none."""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.checks.case import Case
from scenarios.finding import Finding, NotPlayableError
from scenarios.rule_pack import Clock, Starts, read_rules, rule_packs

ACTS: dict[str, Starts] = {"notify": "notification", "refer": "referral"}


def check(case: Case) -> Iterator[Finding]:
    """A bekymringsmelding goes to barnevern, a referral to a role that the rule pack binds."""
    roles = {seat.id: set(seat.roles) for seat in case.scenario.seats}
    clocks = _clocks(case.scenario.rule_pack)
    for inject in case.scenario.injects:
        for act in inject.expects:
            starts = ACTS.get(act.act)
            if starts is None or not clocks:
                continue
            bound = {role for row in clocks if row.starts == starts for role in row.roles}
            taking = sorted(seat for seat, own in roles.items() if own & bound)
            if not set(act.to) & set(taking):
                yield case.at(
                    ("injects", inject.id, "expects", act.id, "to"),
                    f"nobody in 'to' takes what '{act.act}' sends",
                    f"name one of: {', '.join(taking)}" if taking else "add a seat that does",
                    "letter.not-taken",
                )


def _clocks(pack: str) -> list[Clock]:
    """The pack's clocks; none if there is no such pack or it has faults, told elsewhere."""
    try:
        return read_rules(pack).value("nb").clocks if pack in rule_packs() else []
    except NotPlayableError:
        return []
