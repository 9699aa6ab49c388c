"""The small scenario with leave to be asked for: two answers of parents, two of the child."""

from __future__ import annotations

import copy
from typing import Any

from scenarios.loader import Loaded, from_document, load

CONSENTS: list[dict[str, Any]] = [
    {
        "id": "C1",
        "giver": "parent",
        "scene": "host",
        "facts": ["F1", "F2", "F3"],
        "seats": ["barnevern", "helsesykepleier"],
        "answer": "limited",
        "allows": ["F1", "F2"],
        "text": "Det om SFO og friminuttene kan dere si. Resten tar vi selv.",
        "refusal": "Nei, ikke nå lenger.",
    },
    {
        "id": "C2",
        "giver": "child",
        "scene": "host",
        "facts": ["F4"],
        "answer": "full",
        "after": "1wd",
        "text": "Det er greit at dere sier det om Jo.",
    },
    {
        "id": "C3",
        "giver": "child",
        "scene": "host",
        "facts": ["F6"],
        "answer": "full",
        "trust": 90,
        "text": "Ja.",
        "refusal": "Helst ikke.",
    },
    {
        "id": "C4",
        "giver": "parent",
        "about": "coordinator",
        "scene": "host",
        "answer": "full",
        "text": "Ja, det vil vi gjerne.",
    },
]


def story(**inject: list[str]) -> Loaded:
    """The scenario; ``I2=["C1"]`` lets inject I2 take consent C1 back."""
    document = copy.deepcopy(load("small").document)
    source = document["source"]
    source["consents"] = copy.deepcopy(CONSENTS)
    for chosen in source["formats"].values():
        chosen["actions"] = [*chosen.get("actions", []), "listen", "meet", "consent"]
    for each in source["injects"]:
        if each["id"] in inject:
            each["withdraws"] = inject[each["id"]]
    return from_document(document)


def with_log() -> Loaded:
    """The same in formats that have Planen too, and so a stafettlogg."""
    document = copy.deepcopy(story().document)
    for chosen in document["source"]["formats"].values():
        chosen["actions"] = [*chosen["actions"], "plan", "evaluate"]
    return from_document(document)
