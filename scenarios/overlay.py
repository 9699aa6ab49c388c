"""A language overlay laid over its source, and what it lacks."""

from __future__ import annotations

from functools import cache
from pathlib import PurePath
from typing import TypeVar

from pydantic import BaseModel

from scenarios.finding import Finding
from scenarios.locate import Located
from scenarios.texts import Problem, Row, shape_of, translate
from scenarios.validate import validate
from scenarios.yaml_text import Path

LANGUAGE_NAMES = {"nb": "bokmål", "nn": "nynorsk", "en": "English"}

M = TypeVar("M", bound=BaseModel)


def apply_overlay(
    model: type[M], source: Located, overlay: Located | None, language: str
) -> tuple[M | None, list[Finding]]:
    """``source`` in ``language``, and every text that is missing there or has no place.

    A missing text stands as in the source. None if the overlay's texts break the model.
    """
    if overlay is None:
        return None, [
            source.finding(
                ("languages",) if "languages" in source.data else (),
                f"there is no file of texts in {LANGUAGE_NAMES[language]} ({language})",
                f"write it beside {PurePath(source.file).name}, or declare {language} no longer",
                "overlay.missing-file",
            )
        ]
    findings: list[Finding] = []

    def report(path: Path, problem: Problem, detail: str) -> None:
        findings.append(_finding(source, overlay, language, path, problem, detail))

    data = translate(_shape(model), source.data, overlay.data, report)
    value, faults = validate(model, overlay, data)
    return value, findings + faults


@cache
def _shape(model: type[BaseModel]) -> Row:
    return shape_of(model)


def _finding(
    source: Located, overlay: Located, language: str, path: Path, problem: Problem, detail: str
) -> Finding:
    written = source.mark(path)
    place = f"{PurePath(written.file).name}:{written.line}"
    if problem == "missing":
        many = "" if detail == "1" else f" ({detail} texts)"
        wrong = f"missing in {LANGUAGE_NAMES[language]}{many}"
        return overlay.finding(path, wrong, f"translate {place}", "overlay.missing")
    if problem == "shape":
        return overlay.finding(path, f"is not {detail}", f"mirror {place}", "overlay.shape")
    return overlay.finding(
        path,
        f"the source has no text here to put into {LANGUAGE_NAMES[language]}",
        "correct the key to the source's, or remove it",
        "overlay.unknown",
    )
