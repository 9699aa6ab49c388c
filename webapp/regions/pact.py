"""Avtalen (5R): the version that stands, who has signed it, who has not yet."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.play.pact import FIVE, Pact, Version, signers
from webapp.regions.say import _, _l
from webapp.regions.sight import Sight

NAMES = {
    "rammer": _l("Rammer"),
    "retning": _l("Retning"),
    "roller": _l("Roller"),
    "regler": _l("Regler"),
    "relasjoner": _l("Relasjoner"),
}
ASKS = {
    "rammer": _l("Når møtes dere, og hvor lenge?"),
    "retning": _l("Hva vil dere at skal bli annerledes for %(child)s?"),
    "roller": _l("Hvem gjør hva, og hvem holder i det?"),
    "regler": _l("Hva gjør dere når noen er uenige, eller ikke kommer?"),
    "relasjoner": _l("Hvordan møter dere familien og hverandre?"),
}


@dataclass(frozen=True, slots=True)
class Sentence:
    """One of the five: its name and what it says."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class PactView:
    """The agreement as a seat sees it. ``version`` is 0 while there is none; ``mine`` is sign,
    signed or ''. ``reopened_by`` is set while the next version is being written."""

    offered: bool
    version: int = 0
    sentences: tuple[Sentence, ...] = ()
    short: bool = False
    scribe: str = ""
    signed: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    mine: str = ""
    reopened_by: str = ""
    why: str = ""
    may_write: bool = False
    may_reopen: bool = False


def offers_pact(sight: Sight) -> bool:
    """Whether the format has an agreement, in either form."""
    return sight.offers("pact") or sight.offers("pact_short")


def pact(sight: Sight) -> PactView:
    """How it stands."""
    if not offers_pact(sight):
        return PactView(offered=False)
    last = sight.state[Pact].last
    if last is None:
        return PactView(offered=True, may_write=True)
    reopened = last.reopened
    signed = tuple(sight.seat_name(seat) for seat in last.signed)
    waits = [seat for seat in signers(sight.state) if seat not in last.signed]
    asks = reopened is None and not last.written.short
    return PactView(
        offered=True,
        version=last.written.version,
        sentences=sentences(sight, last),
        short=last.written.short,
        scribe=sight.seat_name(last.written.seat),
        signed=signed,
        missing=tuple(sight.seat_name(seat) for seat in waits) if asks else (),
        mine=_mine(sight, last),
        reopened_by=sight.seat_name(reopened.seat) if reopened else "",
        why=sight.words(reopened.why) if reopened else "",
        may_write=_may_write(sight, last),
        may_reopen=reopened is None,
    )


def sentences(sight: Sight, version: Version) -> tuple[Sentence, ...]:
    """The five of one version, in their order."""
    said = {each: sight.words(getattr(version.written, each)) for each in FIVE}
    return tuple(Sentence(_(NAMES[each]), text) for each, text in said.items())


def _mine(sight: Sight, last: Version) -> str:
    if last.written.short or last.reopened is not None:
        return ""
    return "signed" if sight.seat in last.signed else "sign"


def _may_write(sight: Sight, last: Version) -> bool:
    """Whoever holds the pen, while no other has signed; in the short form anybody."""
    if last.reopened is not None:
        return last.reopened.seat == sight.seat
    if last.written.short:
        return True
    return last.written.seat == sight.seat and set(last.signed) <= {sight.seat}
