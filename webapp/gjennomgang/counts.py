"""The raw counts behind an indicator, in words. Counts are always shown (decision 22)."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from debrief.figure import Figure
from webapp.regions.say import _

Counts = Mapping[str, str]


def counts(figure: Figure) -> tuple[str, ...]:
    """Sentences with the figure's raw counts; how many it counts, if it has none of its own."""
    known = {name: _whole(value) for name, value in figure.counts.items()}
    say = _SAYS.get(figure.id)
    told = say(_Zeros(known)) if say else ()
    return told or (_("Antall observasjoner: %(n)s", n=figure.n),)


class _Zeros(dict[str, str]):
    """What was never counted was counted zero times."""

    def __missing__(self, key: str) -> str:
        return "0"


def _whole(value: float) -> str:
    return str(int(value)) if value == int(value) else f"{value:.1f}".replace(".", ",")


def _minutes(ms: str) -> str:
    return str(round(int(ms) / 60_000))


def _responses(c: Counts) -> tuple[str, ...]:
    said = [
        _("I tide: %(n)s", n=c["in_time"]),
        _("Kom senere: %(n)s", n=c["late"]),
        _("Kom ikke: %(n)s", n=c["missed"]),
    ]
    if c["without_duty"] != "0":
        said.append(_("Meldt uten at plikten gjaldt: %(n)s", n=c["without_duty"]))
    return tuple(said)


def _questions(c: Counts) -> tuple[str, ...]:
    return (
        _("Spørsmål: %(n)s", n=c["questions"]),
        _("Svar: %(n)s", n=c["answers"]),
        _("Svar som stemte: %(n)s", n=c["right"]),
    )


def _chain(c: Counts) -> tuple[str, ...]:
    return tuple(
        text
        for text, name in (
            (_("Ingen ledd på plass: %(n)s", n=c["links_0"]), "links_0"),
            (_("Hun ble spurt: %(n)s", n=c["links_1"]), "links_1"),
            (_("Spurt og hørt: %(n)s", n=c["links_2"]), "links_2"),
            (_("Ordene hennes sto i avgjørelsen: %(n)s", n=c["links_3"]), "links_3"),
            (_("Hun fikk også vite hva som kom ut av det: %(n)s", n=c["links_4"]), "links_4"),
        )
        if c[name] != "0"
    )


def _helpers(c: Counts) -> tuple[str, ...]:
    return (
        _("Møter med henne: %(n)s", n=c["contacts"]),
        _("Voksne hun møtte: %(n)s", n=c["seats"]),
        _(
            "Anledninger til å møte henne: %(n)s, brukt: %(taken)s",
            n=c["chances"],
            taken=c["taken"],
        ),
    )


def _sharing(c: Counts) -> tuple[str, ...]:
    return (
        _("Opplysninger noen trengte: %(n)s, kom fram: %(m)s", n=c["needed"], m=c["arrived"]),
        _(
            "Opplysninger uten grunnlag som lå nær å dele: %(n)s, delt likevel: %(m)s",
            n=c["tempting"],
            m=c["without_basis"],
        ),
    )


def _coordination(c: Counts) -> tuple[str, ...]:
    return (
        _(
            "Noen koordinerte og var i gang: %(n)s av %(of)s minutter",
            n=_minutes(c["held_ms"]),
            of=_minutes(c["total_ms"]),
        ),
        _("Noen sto oppført uten å gjøre noe: %(n)s minutter", n=_minutes(c["idle_ms"])),
    )


_SAYS: Mapping[str, Callable[[Counts], tuple[str, ...]]] = {
    "RA1": lambda c: (
        _("Avgjørelser som ble tatt: %(n)s, av ledere: %(m)s", n=c["made"], m=c["by_leaders"]),
    ),
    "RA4": lambda c: (
        _("Oppgaver ut over det rollen rekker: %(n)s", n=c["over_cap"]),
        _(
            "Verv som koordinator: %(n)s, med tid til det: %(m)s",
            n=c["posts"],
            m=c["posts_with_time"],
        ),
    ),
    "RA5": lambda c: (_("Saker som flere møter tok opp: %(n)s", n=c["several"]),),
    "RA6": _responses,
    "RE2": lambda c: (_("Mål: %(n)s, der noen hadde lyttet: %(m)s", n=c["goals"], m=c["hers"]),),
    "RE3": lambda c: (_("Tiltak med hva, hvem og når: %(n)s", n=c["whole"]),),
    "RE6": lambda c: (
        _(
            "Par som kan trekke hver sin vei: %(n)s, holdt sammen: %(m)s",
            n=c["pairs"],
            m=c["together"],
        ),
    ),
    "RO7": lambda c: (_("På eget nivå: %(n)s, annet: %(m)s", n=c["own"], m=c["others"]),),
    "RO8": lambda c: (
        _(
            "Fortalt én gang, og noen trengte det: %(n)s, brakt videre: %(m)s",
            n=c["told_once"],
            m=c["carried"],
        ),
        _("Måtte fortelle på nytt: %(n)s ganger", n=c["told_again"]),
    ),
    "RG2": lambda c: (_("Ganger noen spurte: %(n)s, med alt: %(m)s", n=c["asked"], m=c["whole"]),),
    "RG4": lambda c: (_("Ganger en avtale gjaldt da den ble satt på prøve: %(n)s", n=c["agreed"]),),
    "RG5": lambda c: (_("Avgjørelser som hadde alt: %(n)s", n=c["whole"]),),
    "RG6": lambda c: (
        _("Uenigheter noen sa: %(n)s, tatt opp igjen: %(m)s", n=c["said"], m=c["repaired"]),
    ),
    "RA2": lambda c: (
        _("Møter som sto i manus: %(n)s", n=c["scripted"]),
        _("Møter dere kalte inn til: %(n)s, holdt: %(m)s", n=c["called"], m=c["held"]),
    ),
    "RA3": _responses,
    "RA7": lambda c: (
        _("Løftet: %(n)s, til egen leder: %(m)s", n=c["raised"], m=c["to_own_leader"]),
    ),
    "RE5": _questions,
    "RE7": lambda c: (
        _("Svake tegn: %(n)s, handlet på i tide: %(m)s", n=c["signals"], m=c["early"]),
    ),
    "RO1": lambda c: (
        _("Oppgaver med én eier hele veien: %(n)s", n=c["clear_throughout"]),
        _("Scener og hopp til sammen: %(n)s", n=c["cells"]),
    ),
    "RO2": _coordination,
    "RO3": lambda c: (
        _("Sendt: %(n)s", n=c["offered"]),
        _("Overtatt: %(n)s", n=c["taken_over"]),
        _("Barn og familie fikk beskjed: %(n)s", n=c["told"]),
    ),
    "RO4": lambda c: (
        _("Tomme plasser: %(n)s", n=c["unowned"]),
        _("Bekreftet før et hopp: %(n)s av %(of)s", n=c["confirmed"], of=c["jumps"]),
    ),
    "RO5": lambda c: (_("Oppgaver med to eiere: %(n)s", n=c["double"]),),
    "RO6": _questions,
    "RG1": _sharing,
    "RG3": _responses,
    "RG7": lambda c: (
        _("Det som skulle skrives ned: %(n)s, skrevet: %(m)s", n=c["required"], m=c["kept"]),
        _("Følsomme opplysninger for mye: %(n)s", n=c["excess"]),
    ),
    "RL1": _helpers,
    "RL2": lambda c: (
        _("Bytter av voksen: %(n)s, med felles møte: %(m)s", n=c["breaks"], m=c["warm"]),
        _("Måtte fortelle på nytt: %(n)s ganger", n=c["retold"]),
    ),
    "RL3": _chain,
    "RL5": lambda c: (
        _("Innspill i samtalen: %(n)s, fra %(m)s roller", n=c["turns"], m=c["seats"]),
        _("Roller som ikke kom til orde: %(n)s", n=c["silent"]),
    ),
}
