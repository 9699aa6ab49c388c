"""What an item in the inbox is called, and its first words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from simulator.play.answers import Answers
from simulator.play.cooperation import Cooperation
from simulator.play.coordinator import Coordinators
from simulator.play.escalation import Escalations
from simulator.play.facts import Facts
from simulator.play.inbox import Item
from simulator.play.minutes import Meetings
from simulator.play.passes import Handovers
from simulator.play.planned import CarePlan
from simulator.play.script import Script
from simulator.play.spoken import Agreements
from webapp.regions import leave, letters, notices, relay_log, words
from webapp.regions.say import _, ngettext
from webapp.regions.sight import Sight

GIST = 90
"""Characters of a text that a list shows."""


@dataclass(frozen=True, slots=True)
class Heading:
    """``kind`` is the channel or sort of thing, ``gist`` the first words of it."""

    title: str
    kind: str
    gist: str = ""


def heading(sight: Sight, item: Item) -> Heading:
    """What the item is called in its seat's own inbox."""
    made: Callable[[Sight, Item], Heading] = _BY_KIND[item.kind]
    return made(sight, item)


def short(text: str) -> str:
    """The first words of a text."""
    line = " ".join(text.split())
    if len(line) <= GIST:
        return line
    return line[:GIST].rsplit(" ", 1)[0].rstrip(",.;:–- ") + " …"


def is_heavy(sight: Sight, inject: str) -> bool:
    """Whether a text carries a warning: serious or acute (domain.md 6.1)."""
    found = sight.plan.injects.get(inject)
    return found is not None and found.content_class >= 2


def _inject(sight: Sight, item: Item) -> Heading:
    found = sight.plan.injects.get(item.ref)
    if found is None:
        added = sight.state[Script].added[item.ref]
        return Heading(added.sender or _("Øvingslederen"), words.channel(""), short(added.text))
    gist = _("Kan være tungt å lese") if is_heavy(sight, item.ref) else short(found.text)
    return Heading(found.sender, words.channel(found.channel), gist)


def _share(sight: Sight, item: Item) -> Heading:
    share = sight.state[Facts].shares[item.ref]
    number = len(share.facts)
    deals = ngettext("%(num)s opplysning", "%(num)s opplysninger", number)
    kind = _("Delt, sagt i rommet") if share.way == "spoken" else _("Delt")
    return Heading(sight.seat_name(share.sender), kind, short(sight.words(share.line)) or deals)


def _question(sight: Sight, item: Item) -> Heading:
    asked = sight.state[Answers].questions[item.ref]
    return Heading(sight.seat_name(asked.sender), _("Spørsmål"), short(sight.words(asked.text)))


def _reply(sight: Sight, item: Item) -> Heading:
    asked = sight.state[Answers].questions[item.ref]
    return Heading(
        sight.seat_name(asked.to),
        _("Svar på spørsmålet ditt"),
        short(sight.words(asked.answer or "")),
    )


def _handover(sight: Sight, item: Item) -> Heading:
    passed = sight.state[Handovers].passes[item.ref]
    sender = sight.seat_name(passed.sender)
    return Heading(sender, _("Overlevering"), short(sight.words(passed.request)))


def _agreement(sight: Sight, item: Item) -> Heading:
    said = sight.state[Agreements].spoken[item.ref].said
    return Heading(sight.seat_name(said.seat), _("Avtalt muntlig"), _("Stemmer det?"))


def _meeting(sight: Sight, item: Item) -> Heading:
    held = sight.state[Meetings].held[item.ref]
    return Heading(
        sight.seat_name(held.called_by), _("Innkalling til møte"), short(sight.words(held.why))
    )


def _task(sight: Sight, item: Item) -> Heading:
    return Heading(sight.seat_name(item.sender), _("Ber deg ta en oppgave"), _text(sight, item.ref))


def _baton(sight: Sight, item: Item) -> Heading:
    gist = _("Vil du koordinere for %(child)s?", child=sight.child)
    return Heading(sight.seat_name(item.sender), _("Koordineringsansvar"), gist)


def _escalation(sight: Sight, item: Item) -> Heading:
    raised = sight.state[Escalations].raised[item.ref].raised
    return Heading(
        sight.seat_name(raised.seat), _("Løftet til deg"), short(sight.words(raised.text))
    )


def _measure(sight: Sight, item: Item) -> Heading:
    found = sight.state[CarePlan].measures.get(item.ref.rpartition("-")[0])
    return Heading(
        _("Tid for å evaluere"), _("Planen"), short(sight.words(found.text)) if found else ""
    )


def _letter(sight: Sight, item: Item) -> Heading:
    letter = letters.of(sight, item)
    return Heading(
        sight.seat_name(letter.sender), letters.kind(letter.kind), short(sight.words(letter.text))
    )


def _need(sight: Sight, item: Item) -> Heading:
    needed = sight.state[Coordinators].needs[item.ref].needed
    kind = _("Behov for koordinator, haster") if needed.acute else _("Behov for koordinator")
    return Heading(sight.seat_name(needed.seat), kind, short(sight.words(needed.text)))


def _appointment(sight: Sight, item: Item) -> Heading:
    gist = _("Vil du koordinere for %(child)s?", child=sight.child)
    return Heading(sight.seat_name(item.sender), _("Du er navngitt som koordinator"), gist)


def _first_meeting(_sight: Sight, _item: Item) -> Heading:
    gist = _("Møt familien, så de vet hvem du er.")
    return Heading(_("Det første møtet"), _("Koordinator"), gist)


def _release_time(sight: Sight, item: Item) -> Heading:
    gist = _("Har sagt ja til å koordinere, og trenger tid.")
    return Heading(sight.seat_name(item.sender), _("Tid til å koordinere"), gist)


def _pact(sight: Sight, item: Item) -> Heading:
    gist = _("Les og signer.") if item.waits else _("Er skrevet, og gjelder nå.")
    return Heading(sight.seat_name(item.sender), _("Avtalen"), gist)


def _talk(sight: Sight, item: Item) -> Heading:
    talked = sight.state[Cooperation].talks[item.ref].talked
    return Heading(
        sight.seat_name(talked.seat), _("Om samarbeidet"), short(sight.words(talked.named))
    )


def _disagreement(sight: Sight, item: Item) -> Heading:
    said = sight.state[Cooperation].disagreements[item.ref].said
    return Heading(
        sight.seat_name(said.seat), _("Ser det annerledes"), short(sight.words(said.why))
    )


def _reminder(sight: Sight, item: Item) -> Heading:
    kind, words_of_it = letters.reminded(sight, item.ref)
    if kind:
        return Heading(_("Påminnelse"), kind, words_of_it)
    passed = sight.state[Handovers].passes.get(item.ref.rpartition("-")[0])
    if passed is None:
        return Heading(_("Påminnelse"), _("Overlevering"))
    ends = {
        "sender": sight.seat_name(passed.sender),
        "receiver": sight.seat_name(passed.receiver),
    }
    if passed.step in ("offered", "seen"):
        gist = _("Fra %(sender)s til %(receiver)s. Ikke overtatt ennå.", **ends)
    elif passed.step == "declined":
        gist = _("Fra %(sender)s til %(receiver)s, som sa nei.", **ends)
    else:
        gist = _("Fra %(sender)s til %(receiver)s. Den er overtatt nå.", **ends)
    return Heading(_("Påminnelse"), _("Overlevering"), gist)


def _notice(sight: Sight, item: Item) -> Heading:
    told = notices.told(sight, item)
    family = leave.whose(sight, item.ref)
    if family:
        return Heading(family, _("Samtykke"), told)
    line = relay_log.noted(sight, item.ref.removeprefix("family-noted-"))
    if line is not None:
        return Heading(relay_log.whose(sight, line), _("Stafettlogg"), short(told))
    return Heading(sight.seat_name(item.sender), _("Beskjed"), told)


def _text(sight: Sight, task: str) -> str:
    found = sight.plan.tasks.get(task)
    return found.text if found else ""


_BY_KIND: dict[str, Callable[[Sight, Item], Heading]] = {
    "inject": _inject,
    "share": _share,
    "question": _question,
    "reply": _reply,
    "handover": _handover,
    "agreement": _agreement,
    "meeting": _meeting,
    "task": _task,
    "baton": _baton,
    "escalation": _escalation,
    "measure": _measure,
    "notification": _letter,
    "referral": _letter,
    "samordning": _letter,
    "need": _need,
    "appointment": _appointment,
    "first_meeting": _first_meeting,
    "release_time": _release_time,
    "pact": _pact,
    "talk": _talk,
    "disagreement": _disagreement,
    "reminder": _reminder,
    "notice": _notice,
}
