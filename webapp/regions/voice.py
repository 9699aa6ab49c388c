"""The voice chain in words (domain.md 4.6): where she was asked, what she said, who took it
further, what it changed, and that she was told."""

from __future__ import annotations

from simulator.play.minutes import Meetings
from simulator.play.planned import CarePlan
from simulator.play.voice import Chain, Link, Listening, chain
from webapp.regions.say import _, _l
from webapp.regions.sight import Sight


def chain_in_words(sight: Sight, heard: Listening) -> tuple[str, ...]:
    """The steps of one listening of the seat's own, as far as that seat may know them."""
    found = chain(sight.state, heard)
    lines = [
        _("Du spurte %(where)s, med %(form)s.", where=place(found.place), form=form(found.form))
    ]
    if found.voice == "silent":
        lines.append(_("Å tie er et helt svar. Ingenting mangler."))
    elif found.voice == "refused":
        lines.append(_("Et nei er et helt svar. Ingenting mangler."))
    elif found.voice == "told":
        lines += _heard_by(sight, found)
        lines += [_influence(sight, link) for link in found.influence if _sees(sight, link)]
    if found.told:
        lines.append(
            _("Har fått vite hva som kom ut av det: «%(told)s»", told=sight.words(heard.told))
        )
    elif found.voice == "told":
        lines.append(_("Har ikke fått vite hva som kom ut av det ennå."))
    return tuple(lines)


def place(code: str) -> str:
    """Where somebody listened."""
    return _(_PLACES[code])


def form(code: str) -> str:
    """In which form."""
    return _(_FORMS[code])


def _heard_by(sight: Sight, found: Chain) -> list[str]:
    names = [sight.seat_name(seat) for seat in found.audience if seat != sight.seat]
    if names:
        return [_("Ordene er tatt videre til %(names)s.", names=", ".join(names))]
    if found.audience:
        return []
    return [_("Ordene er hos deg. Ingen andre har fått dem av deg ennå.")]


def _influence(sight: Sight, link: Link) -> str:
    kind = _KINDS.get(link.kind, _KINDS["other"])
    return _(kind, text=sight.words(_named(sight, link))).strip()


def _named(sight: Sight, link: Link) -> str:
    """What rests on the words, in its own words; '' where only its kind is known here."""
    plan = sight.state[CarePlan]
    if link.kind == "goal" and link.ref in plan.goals:
        return plan.goals[link.ref].words
    if link.kind == "evaluation" and link.ref in plan.measures:
        return plan.measures[link.ref].text
    meeting, _colon, number = link.ref.rpartition(":")
    held = sight.state[Meetings].held.get(meeting)
    if held and number.isdecimal() and 1 <= int(number) <= len(held.decisions):
        return held.decisions[int(number) - 1].text
    return ""


def _sees(sight: Sight, link: Link) -> bool:
    """Whether this seat was there: its own act, or a meeting it sat in."""
    held = sight.state[Meetings].held.get(link.ref.rpartition(":")[0])
    return link.seat == sight.seat or (held is not None and sight.seat in held.present)


_PLACES = {
    "her_choice": _l("der de selv ville"),
    "school": _l("på skolen"),
    "home": _l("hjemme"),
    "office": _l("på kontoret"),
    "phone": _l("på telefon"),
    "outdoors": _l("ute, på tur"),
}
_FORMS = {
    "talk": _l("en prat"),
    "drawing": _l("tegning"),
    "text": _l("meldinger"),
    "together": _l("noe dere gjorde sammen"),
    "silence": _l("å bare være der"),
}
_KINDS = {
    "decision": _l("Et vedtak bygger på det: %(text)s"),
    "goal": _l("Et mål i planen bygger på det: %(text)s"),
    "evaluation": _l("Det var med da dere så på om dette virker: %(text)s"),
    "other": _l("Noe dere har avtalt, bygger på det. %(text)s"),
}
