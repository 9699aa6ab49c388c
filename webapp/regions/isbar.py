"""The full handover as both ends read it: what was said, and what was asked for and not said."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.play.isbar import Isbar, filled
from simulator.play.passes import Pass
from webapp.regions import words
from webapp.regions.care_plan import rests
from webapp.regions.say import _, _l
from webapp.regions.sight import Sight


@dataclass(frozen=True, slots=True)
class Said:
    """One field. ``text`` is '' where it was asked for and nothing was said."""

    label: str
    text: str


def isbar(sight: Sight, passed: Pass) -> tuple[Said, ...]:
    """The fields that were asked for, in their order; the request stands on the card itself."""
    if passed.isbar is None:
        return ()
    held = filled(passed.asked, passed.isbar, passed.request)
    return tuple(
        Said(label(sight, name), _text(sight, name, passed.isbar) if name in held else "")
        for name in passed.asked
        if name != "request"
    )


def label(sight: Sight, name: str) -> str:
    """What a field is called."""
    return _(_LABELS[name], child=sight.child) if name in _NAMED else _(_LABELS[name])


def coordinating() -> list[tuple[str, str]]:
    """How it stands with a coordinator, as the form offers it."""
    return [(code, _(text)) for code, text in _COORDINATORS.items()]


def _text(sight: Sight, name: str, said: Isbar) -> str:
    match name:
        case "view":
            heard = rests(sight, said.listening)
            own = _("%(who)s har selv sagt det.", who=heard.who) if heard else ""
            quoted = f"«{heard.text}»" if heard and heard.text else own
            return " ".join(part for part in (sight.words(said.view), quoted) if part)
        case "basis":
            return words.basis(said.basis)
        case "meanwhile":
            return sight.seat_name(said.meanwhile)
        case "contact":
            return f"{sight.seat_name(said.contact)}, {words.when(said.contact_by or '')}"
        case "coordinator":
            return _(_COORDINATORS[said.coordinator])
        case "evaluation":
            return words.when(said.evaluation or "")
        case _:
            return sight.words(str(getattr(said, name)))


_NAMED = ("identify", "view", "contact")
_LABELS = {
    "identify": _l("Hvem du er for %(child)s"),
    "situation": _l("Hvorfor nå"),
    "background": _l("Bakgrunn: hva er prøvd, og hvordan gikk det?"),
    "assessment": _l("Vurdering: fare, det som verner, det dere ikke vet"),
    "view": _l("Det %(child)s og foreldrene mener"),
    "basis": _l("Samtykke eller hjemmel"),
    "meanwhile": _l("Eier i mellomtiden"),
    "contact": _l("Kontaktperson for %(child)s, og når"),
    "strengths": _l("Styrker"),
    "coordinator": _l("Koordinator og koordinerende enhet"),
    "evaluation": _l("Neste evaluering"),
}
_COORDINATORS = {
    "nobody": _l("ingen koordinerer"),
    "asked": _l("koordinerende enhet er spurt"),
    "named": _l("noen er navngitt"),
    "unknown": _l("vet ikke"),
}
