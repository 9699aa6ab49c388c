"""The rule pack as the story's day has it, in the reader's language."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import cast

from flask_babel import get_locale

from scenarios.kinds import Language
from scenarios.rule_pack import RulePack, rule_pack
from webapp.regions.sight import Sight


@lru_cache(maxsize=64)
def _pack(name: str, language: Language, on: date) -> RulePack:
    return rule_pack(name, language, on)


def law(sight: Sight) -> RulePack:
    """The rows that hold on the story's date."""
    language = cast("Language", str(get_locale() or "nb"))
    return _pack(sight.plan.scenario.rule_pack, language, sight.moment.date())
