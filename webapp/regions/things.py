"""What waits in an inbox, called by its kind: ``en overlevering``, ``et spørsmål``."""

from __future__ import annotations

from webapp.regions.say import _


def thing(kind: str) -> str:
    """The words for a kind of item."""
    return {
        "inject": _("en henvendelse"),
        "share": _("noe som var delt"),
        "question": _("et spørsmål"),
        "reply": _("et svar"),
        "handover": _("en overlevering"),
        "agreement": _("noe som var avtalt"),
        "meeting": _("en innkalling"),
        "task": _("en oppgave"),
        "baton": _("spørsmålet om å koordinere"),
        "escalation": _("noe som var løftet"),
        "notification": _("en bekymringsmelding"),
        "referral": _("en henvisning"),
        "samordning": _("spørsmålet om hvem som samordner"),
        "need": _("et behov for koordinator"),
        "appointment": _("spørsmålet om å være koordinator"),
        "first_meeting": _("det første møtet med familien"),
        "release_time": _("tid til den som koordinerer"),
        "pact": _("avtalen"),
        "talk": _("noe om samarbeidet"),
        "disagreement": _("noe de ser ulikt på"),
        "reminder": _("en påminnelse"),
    }.get(kind, _("en beskjed"))
