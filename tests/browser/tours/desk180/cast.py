"""The six who play the long format, a guest, and whoever leads."""

from __future__ import annotations

from dataclasses import dataclass

from tests.browser.console import Console
from tests.browser.leader import Leader
from tests.browser.phone import Phone
from tests.browser.stage import Stage

TEACHER, NURSE, BUP, WELFARE = "kontaktlaerer", "helsesykepleier", "bup", "kontaktperson-barnevern"
KE, CHIEF = "ke", "kommunalsjef-oppvekst"
SEATS = (TEACHER, NURSE, BUP, WELFARE, KE, CHIEF)
"""The first six seats of the format, in the order in which people are given them."""
TOLD = 6
"""So many scenes are told before the first that is played."""


@dataclass
class Cast:
    """``guest`` has no role, and may be asked to play Emma."""

    stage: Stage
    phones: dict[str, Phone]
    guest: Phone
    console: Console
    leader: Leader

    def __getitem__(self, seat: str) -> Phone:
        return self.phones[seat]

    def look(self, seat: str, name: str) -> None:
        """Look at what a seat has on its screen."""
        self.stage.looks.at(self[seat].page, name)

    def place(self, seat: str, place: str, how: str) -> None:
        """Look at one of the four places of a seat's desk, as it is now."""
        self[seat].page.goto(f"/desk?place={place}")
        self.look(seat, f"{place}, {how}")


def arrive(stage: Stage) -> Cast:
    """All come in; play stands in the first scene that is played, and nothing goes by itself."""
    phones = {seat: stage.phone() for seat in SEATS}
    for name, phone in zip("ABCDEF", phones.values(), strict=True):
        phone.arrive(stage.server.pin, name, stage.lang)
    guest = stage.phone()
    guest.join(stage.server.pin, "Gjest", stage.lang)
    leader = stage.leader()
    begins(leader)
    for phone in phones.values():
        phone.to_desk()
    console = Console.by_link(stage.page(), stage.server.facilitator)
    return Cast(stage, phones, guest, console, leader)


def begins(leader: Leader) -> None:
    """Start, and go past what is told to the first scene that is played, with its inputs sent."""
    leader.starts()
    leader.does("clock.autopilot", on=False)
    for _scene in range(TOLD):
        leader.does("leg.end")
    leader.gives("I29", "I32", "I33", "I34", "I35")
    # Else the scene's own question comes after six minutes, and stops whatever is being looked at.
    leader.does("probe.open", probe="P7")
    leader.does("probe.close")
