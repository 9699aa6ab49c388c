"""Seats inside a sentence: small first letter, and a list read as people say it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from debrief.said import SEATS, Blank, named
from scenarios.plan import Plan
from webapp.regions.say import _


def inside(name: str) -> str:
    """A name as it stands in the middle of a sentence; ``BUP`` and its like stay as they are."""
    return name[:1].lower() + name[1:] if name[1:2].islower() else name


def listed(names: Iterable[str]) -> str:
    """``a, b og c``."""
    known = list(names)
    if len(known) < 2:
        return "".join(known)
    return _("%(most)s og %(last)s", most=", ".join(known[:-1]), last=known[-1])


def in_words(plan: Plan, about: Mapping[str, Blank]) -> dict[str, str]:
    """The blanks of a sentence as words, seats among them as they stand inside one."""
    words = named(plan, about)
    for name in SEATS & words.keys():
        value = about[name]
        many = value if isinstance(value, tuple) else (str(value),)
        seats = (plan.seats[each].name if each in plan.seats else each for each in many)
        words[name] = listed(inside(each) for each in seats)
    return words


def sentence_case(text: str) -> str:
    """The sentence with a capital first letter."""
    return text[:1].upper() + text[1:]
