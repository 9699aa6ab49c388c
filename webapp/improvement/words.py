"""What the plan's codes are called."""

from __future__ import annotations

from facilitator.improvement.row import ANSWERS, LEVELS, STATUSES
from webapp.regions.say import _


def levels() -> dict[str, str]:
    """Where the work lies."""
    said = (
        _("Rundt barnet"),
        _("I en tjeneste"),
        _("Hos ledere"),
        _("Mellom tjenester eller forvaltningsnivåer"),
    )
    return dict(zip(LEVELS, said, strict=True))


def statuses() -> dict[str, str]:
    """How far it has come."""
    return dict(zip(STATUSES, (_("Åpent"), _("Gjort"), _("Lagt bort")), strict=True))


def answers() -> dict[str, str]:
    """Whether it held in a later exercise."""
    return dict(zip(ANSWERS, (_("Ja"), _("Delvis"), _("Nei")), strict=True))


def fields() -> dict[str, str]:
    """What each field of a row is called."""
    return {
        "finding": _("Det vi så"),
        "measure": _("Det vi gjør"),
        "level": _("Hvor arbeidet ligger"),
        "owner": _("Rolle eller tjeneste som sørger for det"),
        "due": _("Når ser vi etter?"),
        "verify": _("Øvelsen som viser om det holdt"),
        "status": _("Hvor langt det er kommet"),
        "reason": _("Hvorfor det ble lagt bort"),
    }


def value(field: str, text: str) -> str:
    """A stored value as people read it."""
    return {"level": levels(), "status": statuses()}.get(field, {}).get(text, text)


def faults() -> dict[str, str]:
    """What is wrong with a field."""
    return {
        "missing": _("Dette mangler."),
        "too_long": _("Dette er for langt. Skriv det kortere."),
        "no_date": _("Velg en dato."),
        "no_such": _("Velg en fra lista."),
        "why": _("Skriv kort hvorfor det legges bort."),
        "national_id": _("Dette ligner et fødselsnummer. Ta det bort, så kan planen lagres."),
        "phone": _("Dette ligner et telefonnummer. Ta det bort, så kan planen lagres."),
        "email": _("Dette ligner en e-postadresse. Ta den bort, så kan planen lagres."),
        "person": _("Her står navnet til en som var med. Skriv rollen eller tjenesten i stedet."),
    }
