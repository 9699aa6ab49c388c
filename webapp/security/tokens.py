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


def ticket(secret: str, purpose: str, subject: str, nonce: str) -> str:
    """A link's token: its subject, and 128 bits that only this server can make.

    Links made so can be shown again all day without being stored. They die with their ``nonce``,
    which stands in none of them.
    """
    signed = f"{purpose}:{subject}:{nonce}".encode()
    made = hmac.new(secret.encode(), signed, hashlib.sha256).digest()[:16]
    return f"{subject}.{base64.urlsafe_b64encode(made).decode().rstrip('=')}"


def ticket_subject(token: str) -> str:
    """What a token says it is for. Only :func:`is_ticket` says whether that is true."""
    return token.rpartition(".")[0]


def is_ticket(token: str, known: tuple[str, ...], purpose: str, nonce: str) -> bool:
    """Whether one of our secrets made this token for this purpose and nonce."""
    subject = ticket_subject(token)
    return any(same(token, ticket(secret, purpose, subject, nonce)) for secret in known)
