"""Passwords: argon2id, long rather than odd."""

from __future__ import annotations

import pytest

from webapp.security import passwords


def test_passwords_are_kept_as_argon2id() -> None:
    """D15: the hash tells how it was made and nothing else; only the same word fits."""
    kept = passwords.hashed("tre blide bjelker")
    assert kept.startswith("$argon2id$")
    assert passwords.fits("tre blide bjelker", kept)
    assert not passwords.fits("tre blide bjelke", kept)


def test_an_account_without_a_password_fits_nothing() -> None:
    """Neither the empty word nor the stand-in's opens it."""
    assert not passwords.fits("", None)
    assert not passwords.fits("the password of no account", None)
    assert not passwords.fits("x", "not a hash")


@pytest.mark.parametrize(
    ("password", "fault"),
    [
        ("elleve tegn", "short"),
        ("tolv tegn er", None),
        ("Passord12345", "common"),
        ("aaaaaaaaaaaaaaaa", "common"),
        ("æøå " * 20, None),
        ("x" * 257, "long"),
    ],
)
def test_length_counts_and_composition_does_not(password: str, fault: str | None) -> None:
    """D15: 12 characters at least, 64 and more allowed, the commonest refused, no other rule."""
    assert passwords.fault_of(password) == fault
