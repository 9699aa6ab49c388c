"""Tells everybody concerned what a team's journal has got."""

from __future__ import annotations

from collections.abc import Iterable


def announce(team_ids: Iterable[str]) -> None:
    """Send what changed to the audiences of these teams."""
    for _team_id in team_ids:
        pass
