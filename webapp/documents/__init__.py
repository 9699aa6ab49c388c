"""What a gjennomgang leaves on paper: for whoever leads, for the team, and for each alone."""

from webapp.documents.own_views import bp as own
from webapp.documents.views import bp

__all__ = ["bp", "own"]
