"""Every kind of entry in a sentence: who did what, in story words, without a person's name."""

from webapp.gjennomgang.told.line import Line, line

__all__ = ["Line", "line"]
