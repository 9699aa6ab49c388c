"""``samspill serve`` starts safe or not at all."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from webapp.cli import safety
from webapp.config import Config, from_environment

SAFE = Config(mode="serve", secret_key="s" * 48, base_url="https://samspill.example.no")


def test_safe_settings_have_no_problem() -> None:
    """What a careful installation has is accepted."""
    assert safety.problems(SAFE) == []


@pytest.mark.parametrize(
    ("changed", "named"),
    [
        ({"debug": True}, "SAMSPILL_DEBUG"),
        ({"secret_key": "kort"}, "SAMSPILL_SECRET_KEY"),
        ({"secret_key": Config().secret_key}, "SAMSPILL_SECRET_KEY"),
        ({"base_url": "http://samspill.example.no"}, "SAMSPILL_BASE_URL"),
        ({"base_url": "samspill.example.no"}, "SAMSPILL_BASE_URL"),
        ({"base_url": "https://samspill.example.no/app"}, "SAMSPILL_BASE_URL"),
    ],
)
def test_each_unsafe_setting_is_named_with_its_remedy(
    changed: dict[str, object], named: str
) -> None:
    """D19: one line each, naming what to set."""
    (problem,) = safety.problems(replace(SAFE, **changed))  # type: ignore[arg-type]
    assert named in problem


def test_old_socket_libraries_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """D19: the floors are those of the security fixes."""
    monkeypatch.setattr(safety, "FLOORS", {"python-socketio": (99, 0)})
    (problem,) = safety.problems(SAFE)
    assert "python-socketio" in problem
    assert "99.0" in problem


def test_serve_exits_with_words_and_another_code_than_nought(tmp_path: Path) -> None:
    """D19: seen from the shell, with nothing set at all."""
    bare = {name: value for name, value in os.environ.items() if not name.startswith("SAMSPILL_")}
    done = subprocess.run(
        [sys.executable, "-m", "webapp", "serve", "--data", str(tmp_path)],
        env=bare,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 2
    assert "SAMSPILL_SECRET_KEY" in done.stderr
    assert "SAMSPILL_BASE_URL" in done.stderr
    assert "Traceback" not in done.stderr


def test_settings_come_from_the_environment_and_flags_win() -> None:
    """One prefix, plain words, and a flag that was not given changes nothing."""
    environ = {
        "SAMSPILL_PORT": "9000",
        "SAMSPILL_BASE_URL": "https://x.example/",
        "SAMSPILL_SECRET_KEY_FALLBACKS": "old, older",
        "SAMSPILL_HELP_LINES": "116 117=Legevakt; 113=Nød",
    }
    found = from_environment(environ, port=None, host="0.0.0.0")  # noqa: S104 - only a value
    assert (found.port, found.host, found.base_url) == (9000, "0.0.0.0", "https://x.example")  # noqa: S104
    assert found.secret_key_fallbacks == ("old", "older")
    assert found.help_lines == (("116 117", "Legevakt"), ("113", "Nød"))
    with pytest.raises(ValueError, match="SAMSPILL_PORT"):
        from_environment({"SAMSPILL_PORT": "åtte"})
