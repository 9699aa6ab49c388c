"""Runs the long proofs and the benchmarks, and writes what they showed under docs/proof.

A proof is a test marked ``proof``; what it hands to ``record_property`` is a figure of the page. A
benchmark is a module of ``benchmarks`` run with ``python -m``; if its last line is a JSON object,
that holds its figures. The verdict of the whole is the exit code: 0 if everything held, else 1.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

from tools.results import Result, figures_in, publish

ROOT = Path(__file__).resolve().parents[1]
NOTHING_TO_RUN = 5
"""Exit code of pytest that found no test among those asked for."""


SIDE_BY_SIDE = ("-m", "proof and not alone", "-n", "3", "--dist", "loadgroup")
"""Three at a time on two cores: what plays in real time mostly waits."""
ALONE = ("-m", "proof and alone", "-n", "0")
"""What holds somebody to a time."""


def proofs(words: list[str]) -> Iterator[Result]:
    """Run the tests marked ``proof`` (those matching ``words``), one result each."""
    found = [result for how in (SIDE_BY_SIDE, ALONE) for result in _run(how, words)]
    yield from found
    if not found:
        # A proof run that proves nothing is no success.
        yield Result("the run of the proofs", "pytest " + " ".join(words), 0, held=False)


def _run(how: tuple[str, ...], words: list[str]) -> list[Result]:
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        command = ["pytest", *how, "--hypothesis-profile=proof", *words]
        began = time.monotonic()
        code = subprocess.run(
            [sys.executable, "-m", *command, f"--junit-xml={report}"], cwd=ROOT, check=False
        ).returncode
        seconds = time.monotonic() - began
        cases = ET.parse(report).iter("testcase") if report.exists() else ()  # noqa: S314  # ours
        told = [_result(case) for case in cases]
    if code not in (0, NOTHING_TO_RUN) and all(result.held for result in told):
        told.append(Result("the run of the proofs", " ".join(command), seconds, held=False))
    return told


def _result(case: ET.Element) -> Result:
    where = case.get("classname", "").replace(".", "/") + ".py"
    failed = any(case.find(tag) is not None for tag in ("failure", "error", "skipped"))
    return Result(
        name=case.get("name", "").removeprefix("test_").replace("_", " "),
        command=f"pytest {where}::{case.get('name', '')}",
        seconds=float(case.get("time", "0")),
        held=not failed,
        figures={
            item.get("name", ""): item.get("value", "") for item in case.iterfind(".//property")
        },
    )


def benchmarks(words: list[str]) -> Iterator[Result]:
    """Run every benchmark (those named in ``words``), one result each."""
    for path in sorted((ROOT / "benchmarks").glob("[!_]*.py")):
        if words and path.stem not in words:
            continue
        command = f"python -m benchmarks.{path.stem}"
        print(f"\n{command}", flush=True)
        began = time.monotonic()
        run = subprocess.Popen(
            [sys.executable, "-m", f"benchmarks.{path.stem}"],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        )
        said = ""
        for line in run.stdout or ():
            print(line, end="", flush=True)
            said = line if line.strip() else said
        code = run.wait()
        seconds = time.monotonic() - began
        yield Result(path.stem, command, seconds, held=code == 0, figures=figures_in(said))


def main(arguments: list[str] | None = None) -> int:
    """Run what is asked for; write the page, for a part only if it has been given a name."""
    parser = argparse.ArgumentParser(prog="make proof", description=__doc__)
    parser.add_argument("--proofs", nargs="*", metavar="WORD", help="only proofs; words for pytest")
    parser.add_argument("--benchmarks", nargs="*", metavar="NAME", help="only these benchmarks")
    parser.add_argument("--part", default="", metavar="NAME", help="keep a part under this name")
    asked = parser.parse_args(arguments)
    everything = asked.proofs is None and asked.benchmarks is None
    results: list[Result] = []
    if everything or asked.proofs is not None:
        results += proofs(asked.proofs or [])
    if everything or asked.benchmarks is not None:
        results += benchmarks(asked.benchmarks or [])
    failed = [result for result in results if not result.held]
    if everything or asked.part:
        print(f"\nWritten: {publish(results, ROOT, asked.part)}")
    print(f"{len(results) - len(failed)} of {len(results)} held")
    for result in failed:
        print(f"did not hold: {result.command}")
    return 1 if failed or not results else 0


if __name__ == "__main__":
    sys.exit(main())
