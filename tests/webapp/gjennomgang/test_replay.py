"""The replay page: any moment at its own address, for those who may see it, as they may."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from html import unescape

import pytest

from debrief.record import Record
from scenarios.loader import load
from simulator.play.facts import Facts
from simulator.play.spoken import ConfirmAgreed, SayAgreed
from simulator.rehearse import rehearse
from tests.debrief.builder import Tale, changed
from tests.webapp.browser import Browser
from tests.webapp.gjennomgang.played import Gjennomgang
from webapp.gjennomgang import replay
from webapp.gjennomgang.eyes import Eyes
from webapp.gjennomgang.moment import MomentView, moment
from webapp.gjennomgang.opened import Opened
from webapp.gjennomgang.through import Through
from webapp.runtime import Runtime

ROW = re.compile(r'<tr data-seq="(\d+)" data-at="(\d+)"( data-begins)?>')
WAY = re.compile(r'data-go="([\w-]+)"\s+href="([^"]+)"\s+aria-disabled="false"')
SLIDER = re.compile(r'name="step".*?\svalue="(\d+)".*?aria-valuetext="([^"]+)"', re.DOTALL)
LEADER = Eyes("leader", "x", "x-1", 1, 1)
ROOM = Eyes("screen", "x", "x-1", 1, 1)


def _seqs(shown: str) -> list[int]:
    return [int(seq) for seq, _at, _begins in ROW.findall(shown)]


def _place(shown: str) -> tuple[int, str]:
    found = SLIDER.search(shown)
    assert found
    return int(found[1]), unescape(found[2])


def _ways(shown: str) -> dict[str, str]:
    return {go: unescape(href) for go, href in WAY.findall(shown)}


def test_links_alone_lead_through_all_moments(analysed: Gjennomgang) -> None:
    """B6: without scripts, by event and by scene, from the first moment to the last and back."""
    first = analysed.leader.get(analysed.at(1, "replay")).text
    shown, seqs, places = first, _seqs(first), []
    for _moment in range(8):
        places.append(_place(shown)[0])
        shown = analysed.leader.get(_ways(shown)["on"]).text
    assert places == list(range(8))
    starts = [place for place, row in enumerate(ROW.findall(first)) if row[2]]
    shown, places = first, []
    while "phase-on" in _ways(shown):
        places.append(_place(shown)[0])
        shown = analysed.leader.get(_ways(shown)["phase-on"]).text
    assert [*places, _place(shown)[0]] == starts
    last = analysed.leader.get(f"{analysed.at(1, 'replay')}?step={len(seqs) - 1}").text
    assert set(_ways(last)) == {"phase-back", "back"}
    assert set(_ways(first)) == {"on", "phase-on"}


def test_the_slider_says_when_and_what(analysed: Gjennomgang) -> None:
    """B6: its value in words is the story's hour and what happened, as the table has it."""
    shown = analysed.leader.get(f"{analysed.at(1, 'replay')}?step=5").text
    place, said = _place(shown)
    assert place == 5
    assert re.match(r"\w{3}\. \d+\. \w+\.? kl\. \d\d\.\d\d, .+", said), said
    row = shown.split("<tr data-seq=")[place + 1]
    cells = [unescape(each) for each in re.findall(r"<t[hd][^>]*>([^<]*)</t[hd]>", row)]
    assert said == f"{cells[0]}, {cells[3]}"


def test_every_number_opens_its_moment(analysed: Gjennomgang) -> None:
    """B4: a link of evidence lands where the entry is told, and the timeline's line is one on."""
    for who, browser in (("leader", analysed.leader), ("participant", analysed.people[0])):
        shown = analysed.everybody("handovers")[who]
        links = set(re.findall(r'href="([^"]+/replay\?at=(\d+))"', shown))
        assert links
        for href, seq in sorted(links)[:5]:
            region = browser.get(unescape(href)).text.partition('class="then-now"')[2]
            assert f"#seq-{seq}" in region.partition("then-stood")[0]


def test_a_moment_can_be_asked_for_alone(analysed: Gjennomgang) -> None:
    """B6: what the page fetches as one moves is the very region that the page opens with."""
    doors = (
        (analysed.leader, analysed.at(1, "replay")),
        (analysed.screen, analysed.at(1, "replay")),
        (analysed.people[0], "/gjennomgang/vis/replay"),
    )
    for browser, page in doors:
        for at in (1, 40, 10_000, "-3", "x"):
            said = browser.get(f"{page}/moment?at={at}").json
            assert said
            (made,) = said["regions"]
            assert made["region"] == "replay"
            assert at == "x" or made["html"] in browser.get(f"{page}?at={at}").text


@pytest.mark.parametrize("stage", ["reactions", "description"])
def test_nothing_is_replayed_before_the_analysis(played: Gjennomgang, stage: str) -> None:
    """B2: page, moments and tables answer 403 to everybody until it is opened."""
    played.open(stage)
    for end in ("replay", "replay/moment", "replay/table.csv", "lanes/table.csv"):
        assert played.leader.get(played.at(1, end)).status_code == 403
        assert played.screen.get(played.at(1, end)).status_code in (303, 403)
        assert played.people[0].get(f"/gjennomgang/vis/{end}").status_code == 403


def test_what_waited_on_a_role_is_for_that_role_and_whoever_leads(
    analysed: Gjennomgang, here: Runtime
) -> None:
    """B3: others see what a role knew and held, not its inbox; the room no word that a person
    wrote."""
    own = _seat_of(analysed.people[0], here)
    other = next(seat for seat in ("rektor", "barnevern", "kontaktlaerer") if seat != own)
    for seat, browser, page, told in (
        (own, analysed.people[0], "/gjennomgang/vis/replay", True),
        (other, analysed.people[0], "/gjennomgang/vis/replay", False),
        (other, analysed.leader, analysed.at(1, "replay"), True),
        (other, analysed.screen, analysed.at(1, "replay"), False),
    ):
        shown = browser.get(f"{page}?at=60&as={seat}").text
        assert "Visste, og fra hvem" in shown
        assert ("Ventet på rollen" in shown) == told
        assert ("Rollen ventet på" in shown) == told


def _seat_of(person: Browser, here: Runtime) -> str:
    row = here.room.participant(person.cookie("samspill_seat").partition(".")[0])
    assert row is not None
    assert row.seat_id
    return row.seat_id


def test_only_whoever_leads_asks_what_if(analysed: Gjennomgang) -> None:
    """A moment in which something could be otherwise leads there, for whoever leads alone."""
    timeline = analysed.leader.get(analysed.at(1, "timeline")).text
    asked = re.search(r'/what-if/(\d+)"', timeline)
    assert asked
    shown = analysed.everybody(f"replay?at={asked[1]}")
    assert f"/what-if/{asked[1]}" in shown["leader"]
    assert "/what-if/" not in shown["screen"] + shown["participant"]


def test_the_rooms_replay_has_nothing_to_send(analysed: Gjennomgang) -> None:
    """A10: the screen in the room may look through the moments; its forms only look."""
    shown = analysed.screen.get(analysed.at(1, "replay")).text
    assert 'method="post"' not in shown
    assert "table.csv" not in shown


@pytest.mark.usefixtures("asked")
def test_who_had_something_in_hand_at_the_same_time_is_said() -> None:
    """Simultaneity in words: two or more who held something at once are named, one alone is not."""
    through = Through(Opened(LEADER, _emma(), "nb"))
    together = [moment(through, step.seq).at_once for step in through.steps]
    assert {len(each) for each in together} >= {0, 2, 3}
    assert not any(len(each) == 1 for each in together)
    told = replay.region(through, through.steps[together.index(max(together, key=len))].seq)
    assert "Samtidig hadde disse noe i hendene: " in told


# -- as a role, it shows what that role could see then ---------------------------------------------


@cache
def _emma() -> Record:
    made = rehearse(load("emma"), "45", seed=3, manned=["bup", "ke"])
    return Record(made.plan, made.entries)


@cache
def _until(seq: int) -> Record:
    return Record(_emma().plan, _emma().entries[:seq])


def _looks() -> Iterator[tuple[Through, int]]:
    """Every seat at moments all over the exercise, through three pairs of eyes."""
    record = _emma()
    for number, seat in enumerate(record.plan.seats):
        mine = Eyes("participant", "x", "x-1", 1, 1, seat, "p")
        for eyes in (LEADER, ROOM, mine):
            through = Through(Opened(eyes, record, "nb"), seat)
            for step in through.steps[number % 9 :: 9]:
                yield through, step.seq


def _alone(view: MomentView) -> MomentView:
    return replace(view, of=0)


@pytest.mark.usefixtures("asked")
def test_as_a_role_nothing_is_shown_that_it_did_not_know_then() -> None:
    """B7: no card that the seat did not hold at that very moment stands anywhere in the region."""
    texts = {fact.id: fact.text for fact in _emma().plan.facts.values()}
    looked = 0
    for through, seq in _looks():
        known = through.replay.state_at(seq)[Facts].of(through.seat)
        shown = unescape(replay.region(through, seq))
        for fact, text in texts.items():
            assert fact in known or text not in shown, (through.seat, seq, fact)
        looked += 1
    assert looked > 200


def _as(tale: Tale, seat: str) -> MomentView:
    """The moment that a tale has come to, as whoever leads sees it with a seat's eyes."""
    record = tale.record
    return moment(Through(Opened(LEADER, record, "nb"), seat), len(record.entries))


@pytest.mark.usefixtures("asked")
def test_news_for_all_are_a_headline_to_those_it_was_not_sent_to() -> None:
    """B7: that it came is seen by everybody; its words by those who got it."""
    tale = Tale(changed("injects", "I2", headline="SFO rydder i listene")).start().wait(1_000)
    tale.deliver("I2")
    told = {seat: _as(tale, seat).now[0].line.quotes for seat in ("rektor", "barnevern")}
    assert told["barnevern"] == ()
    assert "Jeg rydder i listene" in told["rektor"][0]


@pytest.mark.usefixtures("asked")
def test_a_card_in_an_agreement_is_known_once_the_other_side_has_confirmed() -> None:
    """B7: what one side says it told stands as its card, not yet as the other's."""
    tale = Tale(people=("kontaktlaerer", "rektor")).start().wait(1_000)
    tale.deliver("I1")
    tale.wait(1_000).do("kontaktlaerer", SayAgreed("rektor", facts=("F2",), line="Jeg sa det."))
    seen = {seat: _as(tale, seat).now[0].line.cards for seat in ("kontaktlaerer", "rektor")}
    assert seen["rektor"] == ()
    assert len(seen["kontaktlaerer"]) == 1
    tale.wait(1_000).do("rektor", ConfirmAgreed("kontaktlaerer-1"))
    role = _as(tale, "rektor").role
    assert role
    assert "F2" in role.fresh


@pytest.mark.usefixtures("asked")
def test_how_the_child_was_is_told_to_a_role_that_had_met_her() -> None:
    """B7: never her load or her rights; and nothing before they had met."""
    tale = Tale(people=("rektor",)).start().wait(1_000)
    tale.deliver("I1")
    everybody = _as(tale, "").had
    assert len(everybody) > 2
    assert _as(tale, "rektor").had == ()
    assert _as(tale, "kontaktlaerer").had == everybody[:1]


@pytest.mark.usefixtures("asked")
def test_a_moment_is_told_from_what_had_happened_by_then() -> None:
    """B7: cut the journal off at the moment, and the moment is the same."""
    for number, (through, seq) in enumerate(_looks()):
        if number % 5:
            continue
        for seat in (through.seat, ""):
            now = Through(through.opened, seat)
            then = Through(replace(through.opened, record=_until(seq)), seat)
            assert _alone(moment(now, seq)) == _alone(moment(then, seq))


@pytest.mark.usefixtures("asked")
def test_what_is_seen_of_a_moment_is_what_the_role_and_the_one_who_looks_may_see() -> None:
    """B3, B7: seen as another, nothing is told that one may not read oneself."""
    for through, seq in _looks():
        if through.eyes.is_screen:
            view = moment(through, seq)
            assert all(not each.request for each in view.passing)
            assert view.role
            assert (view.role.waiting, view.role.new, view.role.waited) == ((), (), ())
