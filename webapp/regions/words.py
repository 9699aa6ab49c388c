"""Words for the codes that play speaks in."""

from __future__ import annotations

from webapp.regions.say import _, _l

BASES = ("free", "consent", "duty", "health", "task", "danger", "parents")
STANCES = ("changes", "keeps", "talk")
WHENS = ("1h", "4h", "1wd", "2wd", "3wd", "1w", "2w")


def channel(code: str) -> str:
    """How something reached a seat."""
    return _(_CHANNELS.get(code, _CHANNELS["message"]))


def basis(code: str) -> str:
    """On what a card may travel."""
    return _(_BASES[code])


def when(code: str) -> str:
    """Until when, as a form offers it; '' for none."""
    return _(_WHENS[code]) if code in _WHENS else ""


def about(code: str, child: str) -> str:
    """Whom a card concerns."""
    return _(_ABOUT[code], child=child) if code == "child" else _(_ABOUT[code])


def sensitivity(code: str) -> str:
    """How sensitive a card is."""
    return _(_SENSITIVITY[code])


def rule(code: str) -> str:
    """What governs passing a card on, in a sentence."""
    return _(_RULES[code])


def sector(code: str) -> str:
    """What a sector is called."""
    return _(_SECTORS[code])


def source_mark(code: str) -> str:
    """How sure a source is (domain.md, confidence marks)."""
    return _(_MARKS[code])


def content_class(code: int) -> str:
    """How heavy a text is to read; '' if it is not."""
    return _(_CLASSES[code]) if code in _CLASSES else ""


def stance(code: str) -> str:
    """The other side's answer to a disagreement."""
    return _(_STANCES[code])


_CHANNELS = {
    "phone": _l("Telefon"),
    "message": _l("Melding"),
    "letter": _l("Brev"),
    "talk": _l("Samtale"),
    "observation": _l("Det du ser"),
    "record": _l("Journal"),
    "meeting": _l("Møte"),
}
_BASES = {
    "": _l("Ikke sagt"),
    "free": _l("Den er fri å dele"),
    "consent": _l("Samtykke"),
    "duty": _l("Meldeplikt"),
    "health": _l("Samarbeid om helsehjelp"),
    "task": _l("Del av egen oppgave"),
    "danger": _l("Fare for liv eller helse"),
    "parents": _l("Foreldrenes rett til å vite"),
}
_WHENS = {
    "1h": _l("1 time"),
    "4h": _l("4 timer"),
    "1wd": _l("i morgen"),
    "2wd": _l("2 dager"),
    "3wd": _l("3 dager"),
    "1w": _l("1 uke"),
    "2w": _l("2 uker"),
}
_ABOUT = {
    "child": _l("Om %(child)s"),
    "family": _l("Om familien"),
    "school": _l("Om skolen"),
    "services": _l("Om tjenestene"),
}
_SENSITIVITY = {
    "low": _l("lite følsom"),
    "medium": _l("følsom"),
    "high": _l("svært følsom"),
}
_RULES = {
    "free": _l("Denne opplysningen er ikke taushetsbelagt. Alle på laget kan få den."),
    "consent": _l(
        "Denne er taushetsbelagt. Den kan deles når den det gjelder, eller foreldrene, "
        "sier ja, eller når noe annet i loven åpner for det."
    ),
    "report": _l("Denne kan gi plikt til å melde fra. Da trengs ikke samtykke."),
    "never": _l("Denne er betrodd deg. Den skal ikke videre uten at den det gjelder, ber om det."),
}
_SECTORS = {
    "education": _l("Skole og barnehage"),
    "health": _l("Kommunal helse"),
    "welfare": _l("Barnevern"),
    "specialist": _l("Spesialisthelsetjeneste"),
    "state": _l("Stat og fylke"),
    "family": _l("Barn og familie"),
    "leadership": _l("Ledelse"),
}
_MARKS = {
    "V": _l("lest i loven"),
    "G": _l("nasjonal veiledning"),
    "L": _l("praksis i én kommune"),
    "S": _l("står i en kilde"),
    "P": _l("forslag i denne øvelsen"),
    "U": _l("usikkert"),
}
_STANCES = {
    "changes": _l("Jeg gjør det annerledes"),
    "keeps": _l("Jeg holder på det, og dette er grunnen"),
    "talk": _l("La oss snakke om det"),
}
_CLASSES = {
    1: _l("Bekymringsfullt"),
    2: _l("Alvorlig"),
    3: _l("Akutt"),
}
