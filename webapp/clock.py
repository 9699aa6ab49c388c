"""The only reader of clocks in the product; everything else is handed its time."""

from __future__ import annotations

import time
from datetime import UTC, datetime

SECOND = 1_000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
DAY = 24 * HOUR


def wall() -> int:
    """Wall time: whole milliseconds since 1970."""
    return time.time_ns() // 1_000_000


def steady() -> float:
    """Seconds that never go backwards, for rates and timeouts."""
    return time.monotonic()


def stamp(wall_ms: int) -> str:
    """A wall time as ISO 8601 in UTC, for logs."""
    return datetime.fromtimestamp(wall_ms / SECOND, UTC).isoformat(timespec="milliseconds")
