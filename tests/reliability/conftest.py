"""The real server with people on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from scenarios.loader import load
from scenarios.plan import Plan, plan_for
from tests.live import LiveServer
from tests.reliability.ledger import Ledger
from tests.reliability.phone import Leader, Phone


@dataclass
class Hall:
    """A server, whoever leads, and phones that have joined."""

    server: LiveServer
    ledger: Ledger
    leader: Leader
    phones: list[Phone]
    plan: Plan

    def join(self, name: str = "", *, listening: bool = False) -> Phone:
        """One more phone, in its role."""
        phone = Phone(self.server.address, listening=listening)
        phone.join(self.server.pin, name)
        self.phones.append(phone)
        return phone


Halls = Callable[..., Hall]


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Halls]:
    """Open halls; at the end the phones are switched off and the servers stopped."""
    opened: list[Hall] = []

    def open_(scenario: str = "small", format_name: str = "45", teams: int = 1) -> Hall:
        server = LiveServer(
            tmp_path / str(len(opened)), scenario=scenario, format_name=format_name, teams=teams
        )
        server.start()
        plan = plan_for(load(scenario).scenario(), format_name)
        leader = Leader(server.address, server.facilitator, server.exercise)
        opened.append(Hall(server, Ledger(server.folder), leader, [], plan))
        return opened[-1]

    yield open_
    for each in opened:
        for phone in each.phones:
            phone.leave()
        each.server.stop()
