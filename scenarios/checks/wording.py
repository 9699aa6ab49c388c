"""Texts that are too long for where they stand, and serious ones without a gentler twin."""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.checks.case import Case
from scenarios.finding import Finding

FACT_WORDS = 25
INJECT_WORDS = 60
SHORT_FORMAT_MINUTES = 90


def check(case: Case) -> Iterator[Finding]:
    """Facts fit a card, injects fit a phone in the short formats, in every language."""
    short = {
        name
        for chosen in case.scenario.formats.values()
        if chosen.minutes <= SHORT_FORMAT_MINUTES
        for name in chosen.injects
    }
    for language in case.loaded.languages:
        story = case.loaded.scenario(language)
        for fact in story.facts:
            yield from _limit(case, language, ("facts", fact.id, "text"), fact.text, FACT_WORDS)
        for inject in story.injects:
            if inject.id in short:
                for key in ("text", "summary"):
                    text = getattr(inject, key) or ""
                    here = ("injects", inject.id, key)
                    yield from _limit(case, language, here, text, INJECT_WORDS)
    yield from _summaries(case)


def _limit(
    case: Case, language: str, path: tuple[str | int, ...], text: str, most: int
) -> Iterator[Finding]:
    words = len(text.split())
    if words > most and (language == "nb" or language in case.loaded.overlays):
        yield case.loaded.located(language).finding(
            path,
            f"has {words} words, at most {most} fit",
            f"take out {words - most}",
            "text.too-long",
        )


def _summaries(case: Case) -> Iterator[Finding]:
    played_gently = {
        name: chosen.content_class
        for chosen in case.scenario.formats.values()
        for name in chosen.injects
    }
    for inject in case.scenario.injects:
        gentle = played_gently.get(inject.id, 3) < inject.content_class
        if inject.summary is None and (inject.content_class >= 2 or gentle):
            yield case.at(
                ("injects", inject.id),
                f"is of content class {inject.content_class} and has no 'summary'",
                "write a gentler text with the same information under 'summary'",
                "inject.no-summary",
            )
