"""A language overlay laid over its source, and what it lacks."""

from __future__ import annotations

from pathlib import PurePath

from scenarios.finding import Finding
from scenarios.locate import Located
from scenarios.schema import Scenario
from scenarios.texts import Problem, shape_of, translate
from scenarios.validate import validate
from scenarios.yaml_text import Path

LANGUAGE_NAMES = {"nb": "bokmål", "nn": "nynorsk", "en": "English"}
SCENARIO_SHAPE = shape_of(Scenario)


def apply_overlay(
    source: Located, overlay: Located | None, language: str
) -> tuple[Scenario | None, list[Finding]]:
    """The scenario in ``language``, and every text that is missing there or has no place.

    A missing text stands as in the source. None if the overlay's texts break the schema.
    """
    if overlay is None:
        return None, [
            source.finding(
                ("languages",),
                f"'{language}' is declared, but there is no {language}.yaml",
                f"write {language}.yaml beside this file, or take {language} out of languages",
                "overlay.missing-file",
            )
        ]
    findings: list[Finding] = []

    def report(path: Path, problem: Problem, detail: str) -> None:
        findings.append(_finding(source, overlay, language, path, problem, detail))

    data = translate(SCENARIO_SHAPE, source.data, overlay.data, report)
    scenario, faults = validate(Scenario, overlay, data)
    return scenario, findings + faults


def _finding(
    source: Located, overlay: Located, language: str, path: Path, problem: Problem, detail: str
) -> Finding:
    name = LANGUAGE_NAMES[language]
    written = source.mark(path)
    if problem == "missing":
        many = "" if detail == "1" else f" ({detail} texts)"
        return overlay.finding(
            path,
            f"missing in {name}{many}",
            f"translate {PurePath(written.file).name}:{written.line}",
            "overlay.missing",
        )
    if problem == "shape":
        return overlay.finding(
            path,
            f"is not {detail}",
            f"mirror {PurePath(written.file).name}:{written.line}",
            "overlay.shape",
        )
    return overlay.finding(
        path,
        f"the source has no text here to put into {name}",
        "correct the key to the source's, or remove it",
        "overlay.unknown",
    )
