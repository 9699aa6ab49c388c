"""The process that plays rehearsals for the page: no gevent, not in the way of live exercises.

``python -m webapp.rehearsing.worker``: reads an order as one line of JSON, prints a line for each
batch (``{"done": n}``) and then ``{"tally": {…}}``. Ends when nobody reads any more.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Mapping
from types import FrameType
from typing import Any

from facilitator.rehearsal.tally import Tally
from webapp.rehearsing.cast import Cast
from webapp.rehearsing.crew import batches
from webapp.rehearsing.unit import Order

KIND = 10
"""How far (nice) it stands back for exercises that are being played."""


def order_of(data: Mapping[str, Any]) -> Order:
    """An order from plain data."""
    chosen = {name: data[name] for name in ("document", "digest", "format", "seed", "runs")}
    return Order(cast=Cast.of(data["cast"]), **chosen)


def data_of(order: Order) -> dict[str, Any]:
    """An order as plain data."""
    return {
        "document": order.document,
        "digest": order.digest,
        "format": order.format,
        "cast": order.cast.data(),
        "seed": order.seed,
        "runs": order.runs,
    }


def main() -> int:
    """Play what is asked; 1 if nobody waits for it any more."""
    signal.signal(signal.SIGTERM, _stop)
    os.nice(KIND)
    asked = json.loads(sys.stdin.readline())
    tally, done = Tally(), 0
    try:
        for batch in batches(order_of(asked), asked["jobs"]):
            tally.merge(batch.tally)
            done += batch.size
            _say({"done": done})
        _say({"tally": tally.data()})
    except (BrokenPipeError, KeyboardInterrupt):
        # Whoever asked is gone: nothing more can be said, not even at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return 0


def _say(value: object) -> None:
    sys.stdout.write(f"{json.dumps(value, ensure_ascii=False)}\n")
    sys.stdout.flush()


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


if __name__ == "__main__":
    sys.exit(main())
