"""Anything that could belong to a real person: national ids, phone numbers, addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stdnum.no import fodselsnummer

from scenarios.checks.case import Case
from scenarios.finding import Finding

_ELEVEN = re.compile(r"(?<!\d)(\d{6})[ .-]?(\d{5})(?!\d)")
_PHONE = re.compile(
    r"(?<![\d.,])(?:(?:\+|00)47[ ]?)?"
    r"(?:[2-9]\d{7}|[2-9]\d \d\d \d\d \d\d|[489]\d\d \d\d \d\d\d)(?![\d.,]*\d)"
)
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}\.\w{2,}")
_ADDRESS = re.compile(
    r"\b[A-ZÆØÅ]\w*(?:veien|vegen|gata|gaten|gate|allé|alléen|stien|bakken) \d{1,3}\b"
)


def check(case: Case) -> Iterator[Finding]:
    """Fiction only: no number, address or mailbox that somebody could own, in any language."""
    for language, path, text in case.texts():
        for wrong, remedy, code in _faults(text):
            yield case.loaded.located(language).finding(path, wrong, remedy, code)


def _faults(text: str) -> Iterator[tuple[str, str, str]]:
    for match in _ELEVEN.finditer(text):
        valid = fodselsnummer.is_valid("".join(match.groups()))
        what = "is a valid national id or D-number" if valid else "looks like a national id"
        yield (
            f"eleven digits ({match.group()[:4]}…): this {what}",
            "remove it; a scenario is fiction and needs no such number",
            "privacy.national-id",
        )
    without_ids = _ELEVEN.sub(" ", text)
    for match in _PHONE.finditer(without_ids):
        yield (
            f"'{match.group()}' looks like a phone number",
            "remove it; only help numbers (113, 116 117 …) may stand",
            "privacy.phone",
        )
    for match in _MAIL.finditer(text):
        yield (f"'{match.group()}' is an e-mail address", "remove it", "privacy.mail")
    for match in _ADDRESS.finditer(text):
        yield (
            f"'{match.group()}' looks like a street address",
            "say 'hjemme' or 'ved skolen'; no address is needed",
            "privacy.address",
        )
