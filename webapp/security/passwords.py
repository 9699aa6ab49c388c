"""Passwords of those who lead: argon2id at rest, length before riddles (D15)."""

from __future__ import annotations

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

LEAST, MOST = 12, 256
COMMON = frozenset(
    {
        "123456789012", "1234567890123", "12345678901234", "111111111111", "000000000000",
        "passordpassord", "passord12345", "passord123456", "passord1234567", "passwordpassword",
        "password1234", "password12345", "password123456", "qwertyuiopasd", "qwertyuiop123",
        "qwerty123456", "administrator", "adminadminadmin", "administrator1", "velkommen123",
        "velkommen1234", "velkommen2026", "hemmelig1234", "samspillsamspill", "samspill1234",
        "samspill2026", "abcdefghijkl", "abc123abc123", "sommer202612", "kommune12345",
    }
)  # fmt: skip
"""The first a guesser tries that are long enough."""

_hasher = PasswordHasher()
_nobody = _hasher.hash("the password of no account")


def fault_of(password: str) -> str | None:
    """Why a new password will not do (``short``, ``long``, ``common``), or None."""
    if len(password) < LEAST:
        return "short"
    if len(password) > MOST:
        return "long"
    lowered = password.lower()
    return "common" if lowered in COMMON or len(set(lowered)) < 4 else None


def hashed(password: str) -> str:
    """The argon2id hash, with its salt and parameters."""
    return _hasher.hash(password)


def fits(password: str, kept: str | None) -> bool:
    """Whether ``password`` is the one kept. Takes as long when there is none to compare with."""
    try:
        return _hasher.verify(kept or _nobody, password[:MOST]) and kept is not None
    except (VerificationError, InvalidHashError):
        return False
