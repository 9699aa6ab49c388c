"""What is written about a run of the proofs is what happened."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tools.results import Result, figures_in, publish


@pytest.mark.parametrize(
    ("line", "figures"),
    [('{"p50": 3}\n', {"p50": 3}), ("done\n", {}), ("[1, 2]", {}), ("", {})],
)
def test_only_a_json_object_holds_figures(line: str, figures: dict[str, int]) -> None:
    """A benchmark that ends in words, or in nothing, has no figures and does no harm."""
    assert figures_in(line) == figures


def test_the_page_and_the_file_tell_every_result(tmp_path: Path) -> None:
    """What did not hold is as visible as what did, with the command that shows it again."""
    save = ["-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "--allow-empty"]
    for arguments in (["init", "--quiet"], [*save, "--quiet", "--message", "first"]):
        subprocess.run(["git", *arguments], cwd=tmp_path, check=True)
    results = [
        Result("kills", "pytest kills", 12.34, held=True, figures={"lost": 0, "each": [1, 2]}),
        Result("all | states", "pytest states", 1.0, held=False),
    ]
    page = tmp_path / publish(results, tmp_path)
    text = page.read_text(encoding="utf-8")
    assert "1 of 2 held" in text
    assert "| kills | held | 12.3 | lost: 0; more in the file | `pytest kills` |" in text
    assert "| all \\| states | **did not hold** | 1.0 |  | `pytest states` |" in text
    kept = json.loads(page.with_suffix(".json").read_text(encoding="utf-8"))
    assert [result["held"] for result in kept["results"]] == [True, False]
    assert kept["results"][0]["figures"]["each"] == [1, 2]
