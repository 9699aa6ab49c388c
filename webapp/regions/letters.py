"""Letters in words: what they are called, what they say, what came of them."""

from __future__ import annotations

from simulator.play.decisions import Decisions
from simulator.play.inbox import Item
from simulator.play.letters import Letter, Letters
from simulator.play.levels import Levels
from simulator.play.notification import Notifications
from simulator.play.referral import Referrals
from simulator.play.samordning import Samordning
from webapp.regions import storytime
from webapp.regions.say import _
from webapp.regions.sight import Sight

KINDS = ("notification", "referral", "samordning")
"""Items that are letters."""


def kind(letter: str) -> str:
    """What a sort of letter is called."""
    return {
        "notification": _("Bekymringsmelding"),
        "referral": _("Henvisning"),
        "samordning": _("Hvem samordner?"),
    }[letter]


def of(sight: Sight, item: Item) -> Letter:
    """The letter that an item shows."""
    return sight.state[Letters].sent[item.ref]


def text(sight: Sight, item: Item) -> str:
    """The letter as its receiver reads it."""
    letter = of(sight, item)
    if letter.kind == "referral":
        tried = sight.words(sight.state[Referrals].tried.get(letter.id, ""))
        told = _("Dette er prøvd: %(tried)s", tried=tried) if tried else ""
        return f"{sight.words(letter.text)}\n\n{told}".strip()
    if letter.kind == "samordning":
        reason = sight.state[Samordning].raised[letter.id].reason
        said = {
            "disagree": _("Tjenestene er ikke enige."),
            "nobody": _("Ingen samordner."),
        }[reason]
        return f"{said} {sight.words(letter.text)}"
    return sight.words(letter.text)


def asked(sight: Sight, letter_id: str) -> str:
    """What the receiver has asked for and waits for now, '' if nothing."""
    letter = sight.state[Letters].sent.get(letter_id)
    return sight.words(letter.asked[-1]) if letter and letter.asked else ""


def more(sight: Sight, rest: str) -> str:
    """The notice to a sender that more is needed."""
    letter, _dash, number = rest.rpartition("-")
    found = sight.state[Letters].sent.get(letter)
    if found is None or not number.isdecimal() or int(number) > len(found.asked):
        return _("Trenger å vite mer før dere får svar.")
    text = sight.words(found.asked[int(number) - 1])
    return _("Trenger å vite mer før dere får svar: %(text)s", text=text)


def answered(sight: Sight, letter: str) -> str:
    """The notice to a sender of what came of the letter."""
    found = sight.state[Letters].sent.get(letter)
    if found is None:
        return ""
    say = {
        "notification": _notification,
        "referral": _referral,
        "samordning": _samordning,
    }[found.kind]
    return say(sight, letter).strip()


def _notification(sight: Sight, letter: str) -> str:
    answer = sight.state[Notifications].answers.get(letter)
    if answer is None:
        return ""
    text = sight.words(answer.text)
    if answer.outcome == "investigates":
        return _("Meldingen blir undersøkt. %(text)s", text=text)
    return _("Meldingen er lagt bort og blir ikke undersøkt. %(text)s", text=text)


def _referral(sight: Sight, letter: str) -> str:
    answer = sight.state[Referrals].answers.get(letter)
    if answer is None:
        return ""
    text = sight.words(answer.text)
    if answer.outcome == "accepted":
        said = _("Tar imot henvisningen. %(text)s", text=text)
    else:
        said = _("Sier nei til henvisningen: %(text)s", text=text)
    onward = " ".join(
        each for each in (sight.seat_name(answer.onward), sight.words(answer.way)) if each
    )
    way = _("Veien videre: %(way)s.", way=onward.rstrip(".")) if onward else ""
    family = _("Familien har fått det samme svaret.") if answer.family else ""
    return " ".join(each for each in (said.strip(), way, family) if each)


def _samordning(sight: Sight, letter: str) -> str:
    settled = sight.state[Samordning].answer_to(letter)
    if settled is None:
        return ""
    who, text = sight.seat_name(settled.who), sight.words(settled.text)
    return _("Har bestemt at dette skal samordnes av: %(who)s. %(text)s", who=who, text=text)


def decided(sight: Sight, decision: str) -> str:
    """The notice to the one who is to carry out a decision."""
    found = sight.state[Decisions].made.get(decision)
    if found is None:
        return ""
    said = _("Har bestemt noe du er ansvarlig for: %(text)s", text=sight.words(found.made.text))
    due = found.made.due_story
    return f"{said} ({storytime.until(sight, due)})" if due is not None else said


def reminded(sight: Sight, ref: str) -> tuple[str, str]:
    """A reminder's kind and words, ('', '') if it is none about a letter or a level."""
    if ref.startswith("level-") and sight.state[Levels].stalled:
        said = _("Uroen har ligget på nivå 0 i to uker. Gå videre med den, eller legg den bort.")
        return _("Nivå"), said
    clock, _dash, letter = ref.removeprefix("letter-").partition("-")
    found = sight.state[Letters].sent.get(letter) if ref.startswith("letter-") else None
    if found is None:
        return "", ""
    names = {"sender": sight.seat_name(found.sender), "to": sight.seat_name(found.to)}
    if clock == "feedback":
        return kind(found.kind), _("%(sender)s har ikke fått vite hva som skjer.", **names)
    return kind(found.kind), _("Fra %(sender)s til %(to)s. Ikke besvart ennå.", **names)
