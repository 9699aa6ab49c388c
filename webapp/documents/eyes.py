"""Whose eyes a document is made for. Paper travels, so it shows what the whole room may see."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from debrief.documents.model import Language, Seqs
from debrief.record import Record
from facilitator.improvement.row import Row as Agreed
from webapp.gjennomgang.eyes import Evidence, Eyes, Who


@dataclass(frozen=True, slots=True)
class PaperEyes(Eyes):
    """Eyes without addresses: evidence is told by its number in the log."""

    def page(self, name: str, r: str = "") -> str:  # noqa: ARG002 - as on a screen
        """No page: paper is read elsewhere."""
        return ""

    def replay(self, seq: int = 0, seat: str = "") -> str:  # noqa: ARG002 - as on a screen
        """No moment to open either."""
        return ""


def _eyes(who: Who) -> PaperEyes:
    return PaperEyes(who, exercise_id="", team_id="", number=1, teams=1)


ROOM = _eyes("screen")
"""As on the room's screen: nobody beside a fault, and nothing that a person wrote."""
TEAM = _eyes("participant")
"""As the team together: what was said too, of no seat's own."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A journal that is to become a document, the reader's language, and what was agreed after.

    ``agreed`` is empty where nobody wrote a plan, and for a journal file, which has none.
    """

    record: Record
    lang: Language
    agreed: tuple[Agreed, ...] = ()


def seqs(evidence: Iterable[Evidence]) -> Seqs:
    """The entries that links point at."""
    return tuple(each.seq for each in evidence)
