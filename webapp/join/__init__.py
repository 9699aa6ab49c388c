"""Coming in: PIN or QR code, a name if one likes, and a role. At most three screens (A1)."""

from webapp.join import door, keeper, lobby
from webapp.join.blueprint import bp

__all__ = ["bp", "door", "keeper", "lobby"]
