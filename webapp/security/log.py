"""The security log: one JSON line each, with seat ids, never names, PINs or tokens (D18)."""

from __future__ import annotations

import json
import logging

from webapp import clock

logger = logging.getLogger("samspill.security")


def record(event: str, **about: str | int | None) -> None:
    """Note ``event`` with what is known about it. JSON escapes line breaks, so a line is a line."""
    told = {name: value for name, value in about.items() if value is not None}
    logger.info(json.dumps({"utc": clock.stamp(clock.wall()), "event": event, **told}))
