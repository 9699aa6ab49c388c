"""Addresses: which port is free, and how the phones in the room reach this computer."""

from __future__ import annotations

import socket

LOOPBACK = "127.0.0.1"
EVERYWHERE = "0.0.0.0"  # noqa: S104 - only demo --lan and serve, which say so
BACKLOG = 1024
TRIED = 20
ELSEWHERE = "192.0.2.1"
"""An address nobody has (RFC 5737): asking for the way there sends nothing."""


def listening(host: str, port: int, *, or_next: bool) -> socket.socket:
    """A socket that listens on ``port``, or if ``or_next`` on the first free one after it.

    Port 0 takes any free one. OSError if it is taken.
    """
    for place in range(port, port + TRIED if or_next and port else port + 1):
        try:
            return socket.create_server((host, place), backlog=BACKLOG)
        except OSError:
            if not or_next or place == port + TRIED - 1:
                raise
    raise OSError(f"no port from {port} to {port + TRIED - 1} is free")


def lan_address() -> str:
    """This computer's address on the local network; loopback if it is on none."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        try:
            asking.connect((ELSEWHERE, 9))
            return str(asking.getsockname()[0])
        except OSError:
            return LOOPBACK
