"""The small scenario with more in it: a KE, leaders, and formats that offer what a test names."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from scenarios.loader import Loaded, from_document, load

KE = "helsesykepleier"
LEADER = "rektor"
YES: dict[str, Any] = {
    "id": "K1",
    "giver": "parent",
    "about": "coordinator",
    "scene": "host",
    "answer": "full",
    "after": "1wd",
    "text": "Ja takk. Én å ringe til hadde hjulpet.",
}
"""What the parents answer about a coordinator."""


def wide(*actions: str, consent: dict[str, Any] | None = None, **inject: dict[str, Any]) -> Loaded:
    """The small scenario in which the nurse is KE and the head teacher leads everybody.

    Both formats offer the usual actions and ``actions``. ``consent`` changes the parents' answer;
    a keyword such as ``I1`` changes fields of that inject.
    """
    document = deepcopy(load("small").document)
    source = document["source"]
    for seat in source["seats"]:
        if seat["id"] == KE:
            seat["roles"] = [*seat["roles"], "R24"]
        if seat["id"] != LEADER:
            seat["leader"] = LEADER
    for chosen in source["formats"].values():
        usual = ["claim", "meet", "listen", "wonder", "escalate", "coordinate"]
        chosen["actions"] = [*usual, *actions]
    for each in source["injects"]:
        each.update(inject.get(each["id"], {}))
    answer = {**YES, **(consent or {})}
    source["consents"] = [answer]
    for overlay in document["overlays"].values():
        overlay["consents"] = {"K1": {"text": answer["text"]}}
    return from_document(document)
