"""A journal taken out of the house: whole for other tools, and one's own part of it for oneself."""

from webapp.exports.views import bp

__all__ = ["bp"]
