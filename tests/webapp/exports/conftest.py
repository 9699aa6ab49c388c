"""The exercise of the gjennomgang's tests, played to its end."""

from tests.webapp.gjennomgang.conftest import (
    analysed,
    config,
    finished,
    played,
    room,
    wall,
)

__all__ = ["analysed", "config", "finished", "played", "room", "wall"]
