"""``samspill demo``: up in one command, and again after a kill."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from stat import S_IMODE

import pytest
import requests

from tests.webapp.served import Phone, demo

pytestmark = pytest.mark.xdist_group("served")


def test_a_demo_tells_where_it_is_and_survives_a_kill(tmp_path: Path) -> None:
    """The same PIN, links, cookies and seats after ``kill -9``: nobody notices but by the wait."""
    with demo(tmp_path) as first:
        told = first.told
        assert set(told) == {"address", "pin", "join", "facilitator", "projector", "exercise"}
        phone = Phone(first).join()
        assert phone.http.get(f"{first.address}/role", timeout=20).ok
        port = int(first.address.rpartition(":")[2])
    assert S_IMODE((tmp_path / "secret.key").stat().st_mode) == 0o600
    with demo(tmp_path, port=port) as again:
        assert again.told == told
        shown = phone.http.get(f"{again.address}/role", timeout=20)
        assert shown.ok
        assert requests.get(f"{again.address}/health", timeout=20).json()["ok"]
    phone.close()


def test_a_demo_is_for_this_computer_unless_told_otherwise(tmp_path: Path) -> None:
    """Loopback alone; ``--lan`` says what that means on every page."""
    with demo(tmp_path / "a") as alone:
        assert alone.address.startswith("http://127.0.0.1:")
        assert "Åpent nett" not in requests.get(alone.address, timeout=20).text
    with demo(tmp_path / "b", "--lan") as shared:
        assert "Åpent nett" in requests.get(shared.address, timeout=20).text


def test_the_facilitators_link_logs_in(tmp_path: Path) -> None:
    """Decision 19: whoever opens it leads, as often as they like; a changed one opens nothing."""
    with demo(tmp_path) as served:
        token = served.told["facilitator"].partition("#")[2]
        for _ in range(2):
            leader = Phone(served)
            assert leader.post("/first", token=token).ok
            assert "samspill_login" in leader.http.cookies
            leader.close()
        thief = Phone(served)
        assert thief.post("/first", token=token.swapcase()).status_code == 422
        thief.close()


def test_what_cannot_be_played_is_said(tmp_path: Path) -> None:
    """A format that the scenario does not declare, in words and with exit code 2."""
    done = subprocess.run(
        [sys.executable, "-m", "webapp", "demo", "--scenario", "small", "--format", "999"],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert done.returncode == 2
    assert "999" in done.stderr
    assert not (tmp_path / "samspill.sqlite").exists()
