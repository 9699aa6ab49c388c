"""What a drill never says is found in every language; what it must be able to say is not."""

from __future__ import annotations

import pytest

from scenarios.checks.method import patterns


def _kinds(text: str) -> set[str]:
    return {pattern.kind.id for pattern in patterns() if pattern.expression.search(text)}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Hun har kuttet seg.", "method"),
        ("Ho har kutta seg.", "method"),
        ("She has been cutting herself.", "method"),
        ("De fant et Barberblad.", "method"),
        ("Mor er redd for en overdose.", "method"),
        ("Hun kaster opp maten.", "method"),
        ("Til slutt døde hun.", "death"),
        ("Han miste livet.", "death"),
        ("After her death the team met.", "death"),
        ("«Jeg orker ikke leve», sier hun.", "intent"),
        ("Ho seier at ho vil døy.", "intent"),
        ("They found a goodbye letter.", "intent"),
        ("Etter et mislykket selvmordsforsøk", "outcome-words"),
        ("He wanted to commit suicide.", "outcome-words"),
        ("Hun ble overfalt på vei hjem.", "assault"),
        ("Hun veier 38.", "figures"),
        ("Hun veier 38,5 kilo.", "figures"),
        ("BMI: 15", "figures"),
        ("BMI er 15", "figures"),
        ("Under 900 kcal om dagen", "figures"),
        ("Ho fekk 20 mg.", "figures"),
        ("She took 12 pills.", "figures"),
    ],
)
def test_it_is_found(text: str, kind: str) -> None:
    """Word forms, upper case and figures do not hide it."""
    assert kind in _kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "Emma er lagt inn på grunn av selvmordsfare.",
        "Ho har sjølvskading og ei spiseforstyrring.",
        "The ward is worried about suicide risk and substance use.",
        "Døra til helsesykepleier står åpen. Hun banker på døra.",
        "Budsjettet er kuttet. Vi kutter to stillinger.",
        "Klassen har 24 elever, og møtet varer i 45 minutter.",
        "Vi legger vekt på to ting: fravær og venner.",
        "Ring 113, 116 117 eller 116 111.",
        "Fristen er 10 virkedager. The deadline is 10 working days.",
        "Hun spiser lite og er ofte trøtt.",
        "Legen dreper ikke motet: dette kan gå bra.",
        "Hun hopper over frokosten og hopper av bussen.",
        "The funding ended; the form teacher is relieved.",
        "Tilbudet skal leve videre, og barnet vil ikke på skolen.",
        "De slo fast at hun trenger hjelp.",
    ],
)
def test_what_the_field_needs_to_say_is_let_through(text: str) -> None:
    """That there is risk, figures of other things, and words that only look alike."""
    assert _kinds(text) == set()
