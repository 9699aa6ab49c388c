"""Words for the codes that play speaks in."""

from __future__ import annotations

from webapp.regions.say import _


def channel(code: str) -> str:
    """How something reached a seat."""
    return {
        "phone": _("Telefon"),
        "message": _("Melding"),
        "letter": _("Brev"),
        "talk": _("Samtale"),
        "observation": _("Det du ser"),
        "record": _("Journal"),
        "meeting": _("Møte"),
    }.get(code, _("Melding"))


def basis(code: str) -> str:
    """On what a card may travel."""
    return {
        "": _("Ikke sagt"),
        "free": _("Den er fri å dele"),
        "consent": _("Samtykke"),
        "duty": _("Meldeplikt"),
        "health": _("Samarbeid om helsehjelp"),
        "task": _("Del av egen oppgave"),
        "danger": _("Fare for liv eller helse"),
        "parents": _("Foreldrenes rett til å vite"),
    }[code]


BASES = ("free", "consent", "duty", "health", "task", "danger", "parents")
WHENS = ("1h", "4h", "1wd", "2wd", "3wd", "1w", "2w")


def when(code: str) -> str:
    """Until when, as a form offers it."""
    return {
        "1h": _("1 time"),
        "4h": _("4 timer"),
        "1wd": _("i morgen"),
        "2wd": _("2 dager"),
        "3wd": _("3 dager"),
        "1w": _("1 uke"),
        "2w": _("2 uker"),
    }.get(code, "")


def about(code: str, child: str) -> str:
    """Whom a card concerns."""
    return {
        "child": _("Om %(child)s", child=child),
        "family": _("Om familien"),
        "school": _("Om skolen"),
        "services": _("Om tjenestene"),
    }[code]


def sensitivity(code: str) -> str:
    """How sensitive a card is."""
    return {
        "low": _("lite følsom"),
        "medium": _("følsom"),
        "high": _("svært følsom"),
    }[code]


def rule(code: str) -> str:
    """What governs passing a card on, in a sentence."""
    return {
        "free": _("Denne opplysningen er ikke taushetsbelagt. Alle på laget kan få den."),
        "consent": _(
            "Denne er taushetsbelagt. Den kan deles når den det gjelder, eller foreldrene, "
            "sier ja, eller når noe annet i loven åpner for det."
        ),
        "report": _("Denne kan gi plikt til å melde fra. Da trengs ikke samtykke."),
        "never": _(
            "Denne er betrodd deg. Den skal ikke videre uten at den det gjelder, ber om det."
        ),
    }[code]


def sector(code: str) -> str:
    """What a sector is called."""
    return {
        "education": _("Skole og barnehage"),
        "health": _("Kommunal helse"),
        "welfare": _("Barnevern"),
        "specialist": _("Spesialisthelsetjeneste"),
        "state": _("Stat og fylke"),
        "family": _("Barn og familie"),
        "leadership": _("Ledelse"),
    }[code]


def content_class(code: int) -> str:
    """How heavy a text is to read."""
    return {
        0: "",
        1: _("Bekymringsfullt"),
        2: _("Alvorlig"),
        3: _("Akutt"),
    }[code]
