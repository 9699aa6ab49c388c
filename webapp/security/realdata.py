"""Notices real people's data in what is written: the drill is fiction (C11)."""

from __future__ import annotations

import re
from typing import Literal

from stdnum.no import fodselsnummer

Found = Literal["national_id", "phone", "email"]

NATIONAL_ID = re.compile(r"(?<!\d)(\d{6})[ .-]?(\d{5})(?!\d)")
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
PHONE = re.compile(
    r"(?<![\w.-])(?:(?:\+|00)47[ .-]?)?"
    r"(?:[2-9]\d(?:[ .]?\d\d){3}|[489]\d\d[ .]?\d\d[ .]?\d\d\d)"
    r"(?![\w-]|\.\d)"
)
ABROAD = re.compile(r"(?<!\w)(?:\+|00)[1-9]\d{1,2}(?:[ .-]?\d{2,4}){2,5}(?!\w)")


def found_in(text: str) -> Found | None:
    """The first kind of real data in ``text``: a valid national id number (also D-numbers), an
    e-mail address or a telephone number. Help numbers such as 116 117 are too short to count."""
    for match in NATIONAL_ID.finditer(text):
        if fodselsnummer.is_valid("".join(match.groups())):
            return "national_id"
    if EMAIL.search(text):
        return "email"
    return "phone" if PHONE.search(text) or ABROAD.search(text) else None


def found_within(value: object) -> Found | None:
    """The first kind of real data in any text of a JSON value."""
    if isinstance(value, str):
        return found_in(value)
    parts: list[object] = []
    if isinstance(value, dict):
        parts = list(value.values())
    elif isinstance(value, (list, tuple)):
        parts = list(value)
    return next((found for found in map(found_within, parts) if found), None)
