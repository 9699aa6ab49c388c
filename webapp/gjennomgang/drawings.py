"""The two pictures with their tables, in the language in use."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from debrief.pictures.network import network
from debrief.pictures.svg import Picture
from debrief.pictures.swimlane import swimlane
from debrief.record import Record
from webapp.gjennomgang.eyes import Evidence, Eyes
from webapp.regions.say import _


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture and the table that says the same, each row with its entries.

    ``table`` is the address from which the table can be taken along.
    """

    svg: Markup
    head: tuple[str, ...]
    rows: tuple[tuple[tuple[str, ...], tuple[Evidence, ...]], ...]
    table: str


def handover_network(record: Record, eyes: Eyes) -> Drawing:
    """Who handed over to whom."""
    return _drawing(network(record, _network_labels()), eyes, "handovers")


def lanes(record: Record, eyes: Eyes) -> Drawing:
    """What came to each seat and what it did, over play time."""
    return _drawing(swimlane(record, _lane_labels()), eyes, "lanes")


def _drawing(made: Picture, eyes: Eyes, page: str) -> Drawing:
    rows = zip(made.rows, made.seqs, strict=True)
    return Drawing(
        Markup(made.svg),  # noqa: S704 - escaped where it is written, in debrief.pictures.svg
        made.head,
        tuple((cells, eyes.evidence(seqs)) for cells, seqs in rows),
        eyes.table(page),
    )


def _network_labels() -> dict[str, str]:
    return {
        "title": _("Overleveringer mellom tjenestene"),
        "described": _(
            "{handovers} overleveringer ble sendt. {open} ble ikke fulgt helt fram, "
            "og {not_sent} som trengtes, ble aldri sendt. Tabellen under sier det samme."
        ),
        "from": _("Fra"),
        "to": _("Til"),
        "handovers": _("Overleveringer"),
        "cards": _("Opplysninger"),
        "loop": _("Hvor langt"),
        "closed": _("Fulgt helt fram"),
        "open": _("Ikke fulgt helt fram"),
        "not_sent": _("Ble aldri sendt"),
        "nobody": _("Ingen overleveringer ble sendt eller ventet"),
    }


def _lane_labels() -> dict[str, str]:
    return {
        "title": _("Gangen i øvelsen, rolle for rolle"),
        "described": _(
            "{seats} roller og {marks} hendelser på {minutes} minutter. "
            "Tabellen under sier det samme."
        ),
        "time": _("Når i øvelsen"),
        "seat": _("Rolle"),
        "what": _("Hva"),
        "item": _("fikk noe"),
        "act": _("gjorde noe"),
        "handover": _("overleverte til {receiver}"),
        "handovers": _("overleverte"),
        "minutes": _("{minute}. minutt"),
    }
