"""RL1 and RL3: the same adult, and the chain from her voice to what was decided."""

from __future__ import annotations

from collections import Counter

from debrief.contacts import chances, contacts
from debrief.figure import Figure, Tally
from debrief.measures.meetings import scripted
from debrief.record import Record
from simulator.play.minutes import MeetingDecided
from simulator.play.voice import VoiceHeard, VoiceSought, VoiceTold

CONTACT_KINDS = ("inject.delivered", "expectation.opened", "voice.sought")
CHAIN_KINDS = ("leg.started", "meeting.decided", "voice.sought", "voice.heard", "voice.told")

LINKS = 4
"""Space, voice, audience, influence."""


def continuity(record: Record) -> Figure:
    """RL1: Σp² over the seats' shares of her contacts × share of the chances taken up.

    A seat counts once a story day. N and N_eff = 1 ÷ Σp² stand in the counts.
    """
    tally = Tally()
    days = {(each.seat, each.day) for each in record.once(contacts)}
    offered = chances(record)
    taken = sum(each.taken for each in offered)
    tally.cite(each.seq for each in record.once(contacts))
    tally.cite(each.seq for each in offered)
    shares = Counter(seat for seat, _ in days)
    tally.counts |= {
        "contacts": len(days),
        "seats": len(shares),
        "chances": len(offered),
        "taken": taken,
    }
    n = len(days) + len(offered) - taken
    if not n:
        return tally.figure_of("RL1", None, 0, CONTACT_KINDS)
    alike = sum((count / len(days)) ** 2 for count in shares.values())
    if alike:
        tally.counts["effective"] = round(1 / alike, 2)
    coverage = taken / len(offered) if offered else 1.0
    return tally.figure_of("RL1", alike * coverage, n, CONTACT_KINDS)


def chain(record: Record) -> Figure:
    """RL3: how far the chain space → voice → audience → influence holds, mean over decisions.

    Decisions about the child on the agenda of a meeting. Space: somebody asked her before it.
    Voice: she answered, silence included. Audience: the decision names what she said. Influence:
    she was told what came of it. Each link is a quarter; a broken one ends the chain.
    """
    tally = Tally()
    for run, meeting in scripted(record):
        for decision in run.leg.scene.decisions:
            if not decision.about_child:
                continue
            made = [
                (entry.seq, event)
                for entry, event in record.of(MeetingDecided)
                if meeting and event.meeting == meeting.id and event.decision == decision.id
            ]
            links = max((_links(record, *each) for each in made), key=len, default=())
            tally.add(len(links) / LINKS, [run.seq, *(seq for seq, _ in made[-1:]), *links])
            tally.count(f"links_{len(links)}")
    return tally.figure("RL3", CHAIN_KINDS)


def _links(record: Record, seq: int, decided: MeetingDecided) -> tuple[int, ...]:
    """The entries of the unbroken chain that ends in a decision, first link first."""
    sought = {
        event.listening: entry.seq
        for entry, event in record.of(VoiceSought)
        if event.speaker == "child" and entry.seq < seq
    }
    heard = {
        event.listening: entry.seq
        for entry, event in record.of(VoiceHeard)
        if event.listening in sought and entry.seq < seq
    }
    told = {event.listening: entry.seq for entry, event in record.of(VoiceTold)}
    named = decided.listening
    if named not in heard:
        best = next(iter(heard), next(iter(sought), ""))
        return tuple(found[best] for found in (sought, heard) if best in found)
    chain_ = (sought[named], heard[named], seq)
    return (*chain_, told[named]) if named in told else chain_
