"""Loading a scenario with its overlays, from a file, a folder or the library."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import Any

from scenarios.files import read_document
from scenarios.finding import Finding, NotPlayableError
from scenarios.locate import Located
from scenarios.overlay import LANGUAGE_NAMES, apply_overlay
from scenarios.schema import Scenario
from scenarios.validate import validate

LIBRARY = FilePath(__file__).parent / "library"
MAIN_FILE = "scenario.yaml"
SOURCE_LANGUAGE = "nb"


@dataclass(frozen=True)
class Loaded:
    """A scenario as it was written.

    ``document`` is plain data, ``{"source": {…}, "overlays": {"nn": {…}, "en": {…}}}``: what a
    journal's first line carries. ``digest`` is the SHA-256 of its canonical JSON.
    ``findings`` holds what loading found; :func:`scenarios.check.check_loaded` finds the rest.
    """

    document: dict[str, Any]
    digest: str
    findings: list[Finding]
    source: Located = field(repr=False, compare=False)
    overlays: dict[str, Located] = field(repr=False, compare=False)
    _scenarios: dict[str, Scenario] = field(repr=False, compare=False)

    @property
    def languages(self) -> list[str]:
        """The languages it can be played in; bokmål first."""
        return list(self._scenarios)

    def scenario(self, language: str = SOURCE_LANGUAGE) -> Scenario:
        """The scenario in ``language``. A text that is missing there stands in bokmål.

        Raises :class:`NotPlayableError` if the scenario has faults in its structure, or KeyError
        if it is not written in ``language``.
        """
        if not self._scenarios:
            raise NotPlayableError(self.findings)
        return self._scenarios[language]

    def located(self, language: str = SOURCE_LANGUAGE) -> Located:
        """Where the texts of ``language`` are written."""
        return self.source if language == SOURCE_LANGUAGE else self.overlays[language]


def library() -> list[str]:
    """The slugs of the library, sorted."""
    return sorted(main.parent.name for main in LIBRARY.glob(f"*/{MAIN_FILE}"))


def load(where: str | FilePath) -> Loaded:
    """Load a scenario from a file, a folder that holds ``scenario.yaml``, or a library slug.

    Never raises for what an author wrote: see ``findings``.
    """
    main = _main_file(where)
    source, findings = read_document(main)
    if source is None:
        return _loaded(Located({}, {}, str(where)), {}, findings)
    overlays: dict[str, Located] = {}
    for language in LANGUAGE_NAMES:
        file = main.parent / f"{language}.yaml"
        if language != SOURCE_LANGUAGE and file.is_file():
            overlay, faults = read_document(file)
            findings += faults
            if overlay is not None:
                overlays[language] = overlay
    return _loaded(source, overlays, findings)


def from_document(document: dict[str, Any]) -> Loaded:
    """A scenario from the data a journal carries (:attr:`Loaded.document`)."""
    overlays = {
        language: Located(data, {}, f"{language} overlay")
        for language, data in document.get("overlays", {}).items()
    }
    return _loaded(Located(document.get("source", {})), overlays, [])


def _main_file(where: str | FilePath) -> FilePath:
    path = FilePath(where)
    if path.is_dir():
        return path / MAIN_FILE
    if not path.exists() and str(where) in library():
        return LIBRARY / str(where) / MAIN_FILE
    return path


def _loaded(source: Located, overlays: dict[str, Located], findings: list[Finding]) -> Loaded:
    document = {
        "source": source.data,
        "overlays": {language: overlays[language].data for language in sorted(overlays)},
    }
    scenarios: dict[str, Scenario] = {}
    if not any(finding.unreadable for finding in findings):
        scenarios, faults = _validated(source, overlays)
        findings = [*findings, *faults]
    return Loaded(document, digest_of(document), findings, source, overlays, scenarios)


def _validated(
    source: Located, overlays: dict[str, Located]
) -> tuple[dict[str, Scenario], list[Finding]]:
    scenario, findings = validate(Scenario, source)
    if scenario is None:
        return {}, findings
    scenarios: dict[str, Scenario] = {SOURCE_LANGUAGE: scenario}
    for language in scenario.languages:
        if language != SOURCE_LANGUAGE:
            translated, faults = apply_overlay(Scenario, source, overlays.get(language), language)
            findings += faults
            scenarios[language] = translated or scenario
    findings += [
        source.finding(
            ("languages",),
            f"'{language}' is not declared, but {language}.yaml is there",
            f"add {language} to languages, or remove the file",
            "overlay.undeclared",
        )
        for language in overlays
        if language not in scenario.languages
    ]
    return scenarios, findings


def digest_of(document: dict[str, Any]) -> str:
    """SHA-256 (hex) over canonical JSON: sorted keys, no spaces, UTF-8."""
    text = json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()
