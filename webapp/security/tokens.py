"""Secrets that people carry: cookies, links, PINs, seat codes. Only hashes of tokens are kept."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets

TOKEN_BYTES = 24
PIN_DIGITS = 6
CODE_DIGITS = 9


def new_token() -> str:
    """192 random bits, safe in a cookie and a URL."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def new_id() -> str:
    """A name for a row that nobody can guess: 16 hex characters."""
    return secrets.token_hex(8)


def new_pin() -> str:
    """Six random digits; whether they are free is the caller's to see (D2)."""
    return "".join(str(secrets.randbelow(10)) for _ in range(PIN_DIGITS))


def new_code() -> str:
    """Nine random digits: a participant's way to another phone."""
    return "".join(str(secrets.randbelow(10)) for _ in range(CODE_DIGITS))


def digest(token: str) -> str:
    """What is stored in a token's stead (SHA-256, hex)."""
    return hashlib.sha256(token.encode()).hexdigest()


def same(one: str, other: str) -> bool:
    """Compare without telling by time how much was right."""
    return hmac.compare_digest(one.encode(), other.encode())


def sign(secret: str, purpose: str, subject: str) -> str:
    """A link's token: the subject and 144 bits that only this server can make.

    Links made so can be shown again all day without being stored; ``subject`` must hold something
    that changes when older links are to die.
    """
    made = hmac.new(secret.encode(), f"{purpose}:{subject}".encode(), hashlib.sha256).digest()
    return f"{subject}.{base64.urlsafe_b64encode(made[:18]).decode()}"


def signed_subject(token: str, purpose: str, known_secrets: tuple[str, ...]) -> str | None:
    """What a link's token was made for, or None if this server did not make it."""
    subject, dot, _ = token.rpartition(".")
    if not dot:
        return None
    made = (sign(secret, purpose, subject) for secret in known_secrets)
    return subject if any(same(token, each) for each in made) else None
