"""What a gjennomgang leaves on paper: the result on one page, the report, the log."""

from webapp.documents.views import bp

__all__ = ["bp"]
