"""Numbers and addresses that somebody could own are found; help numbers and dates are not."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from scenarios.checks.privacy import _faults


def _codes(text: str) -> set[str]:
    return {code for _, _, code in _faults(text)}


def _with_check_digits(first_nine: str) -> str:
    """A national id made of nine digits, or '' where the rules allow none."""
    one = sum(w * int(n) for w, n in zip((3, 7, 6, 1, 8, 9, 4, 5, 2), first_nine, strict=True))
    first = str((11 - one) % 11)
    ten = first_nine + first
    two = sum(w * int(n) for w, n in zip((5, 4, 3, 2, 7, 6, 5, 4, 3, 2), ten[:10], strict=True))
    second = str((11 - two) % 11)
    return ten + second if len(first) == len(second) == 1 else ""


@given(st.dates(), st.integers(0, 499), st.sampled_from([0, 40]), st.sampled_from(["", " "]))
def test_every_valid_national_id_and_d_number_is_found(
    born: object, serial: int, d_number: int, between: str
) -> None:
    """Born 1900 to 1999, with or without the space, in the middle of a sentence."""
    day, month, year = f"{born:%d}", f"{born:%m}", f"{born:%y}"
    number = _with_check_digits(f"{int(day) + d_number:02}{month}{year}{serial:03}")
    assume(number)
    told = list(_faults(f"Barnet ({number[:6]}{between}{number[6:]}) går i fjerde klasse."))
    assert [code for _, _, code in told] == ["privacy.national-id"]
    assert number[6:] not in told[0][0]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Ring 40000000.", "privacy.phone"),
        ("Ring 400 00 000 i kveld.", "privacy.phone"),
        ("Ring 22 00 00 00.", "privacy.phone"),
        ("Ring +47 40 00 00 00", "privacy.phone"),
        ("Skriv til noen@eksempel.no.", "privacy.mail"),
        ("Hun bor i Solbakkveien 12.", "privacy.address"),
        ("Nummer 12345678901 står i mappa.", "privacy.national-id"),
    ],
)
def test_it_is_found(text: str, code: str) -> None:
    """However it is grouped."""
    assert _codes(text) == {code}


@pytest.mark.parametrize(
    "text",
    [
        "Ring 113, 110, 116 117, 116 111 eller 116 123.",
        "Møtet er 2026-10-23 klokka 10:00, 23.10.2026.",
        "Det koster 12 500 000 kroner, eller 3 400 i måneden.",
        "oppll § 12-4, fvl § 13 b nr 5, forskrift 2022-06-22-1110",
        "Veien er 12 kilometer lang.",
    ],
)
def test_what_belongs_to_nobody_is_let_through(text: str) -> None:
    """Help numbers, dates, money and laws may stand."""
    assert _codes(text) == set()
