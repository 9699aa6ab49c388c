"""The desk in all its states, between two people: a school nurse and a teacher."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tests.browser.leader import Leader
from tests.browser.phone import Phone
from tests.browser.stage import Stage

NURSE, TEACHER = "helsesykepleier", "kontaktlaerer"
VERBS = ("answer", "ask", "share", "handover", "agreed", "wonder", "worry", "listen", "meet")
"""The forms that every item leads to in the demo format, and escalate."""


@dataclass
class Cast:
    """The two who play."""

    nurse: Phone
    teacher: Phone


def arrive(stage: Stage) -> Cast:
    """Both come in; every step before play is looked at on the nurse's phone."""
    nurse, teacher = stage.phone(), stage.phone()
    nurse.join(stage.server.pin, "Kari", stage.lang)
    nurse.take_role()
    names = iter(("role card", "before we start", "practice", "ready"))
    nurse.prepare(check=lambda page: stage.looks.at(page, next(names)))
    nurse.page.goto("/before?step=brief&missing=1")
    stage.looks.at(nurse.page, "before we start, something missing")
    for path, name in (("/role", "roles"), ("/device", "seat code"), ("/desk/help", "help")):
        nurse.page.goto(path)
        stage.looks.at(nurse.page, name)
    teacher.arrive(stage.server.pin, "Ola", stage.lang)
    return Cast(nurse, teacher)


def tour(stage: Stage) -> Cast:
    """The whole of play; ends on førsteinntrykk, with the nurse's given and the teacher's not."""
    cast, leader = arrive(stage), stage.leader()
    leader.starts()
    leader.does("clock.autopilot", on=False)
    cast.nurse.to_desk()
    _places(stage, cast.nurse, "empty")
    leader.gives("I02", "I27", "I05")
    _items(stage, cast)
    _between_two(stage, cast)
    _handover(stage, cast)
    _stops(stage, cast, leader)
    _jump(stage, cast, leader)
    _meeting(stage, cast, leader)
    _last_scene(stage, cast, leader)
    _over(stage, cast, leader)
    return cast


def _places(stage: Stage, phone: Phone, how: str) -> None:
    for place in ("inbox", "child", "team", "role"):
        phone.desk(place)
        stage.looks.at(phone.page, f"{place}, {how}")


def _items(stage: Stage, cast: Cast) -> None:
    nurse = cast.nurse
    nurse.awaits("inject.I27")
    _places(stage, nurse, "items waiting")
    nurse.open("inject.I02")
    stage.looks.at(nurse.page, "item")
    nurse.page.locator("details.menu > summary").click()
    stage.looks.at(nurse.page, "menu")
    item = nurse.path.rpartition("/")[2]
    for verb in (*VERBS, "escalate"):
        nurse.page.goto(f"/desk/do/{verb}?item={item}")
        stage.looks.at(nurse.page, f"verb {verb}")
    nurse.page.goto("/desk/do/give?about=T1")
    stage.looks.at(nurse.page, "verb give")
    nurse.page.goto("/desk/do/pass")
    stage.looks.at(nurse.page, "verb pass")
    nurse.open("inject.I02")
    nurse.listen()
    nurse.page.locator("#child .said blockquote, #child .said-quiet").first.wait_for()
    stage.looks.at(nurse.page, "child, words heard")
    nurse.open("inject.I27")
    nurse.answer("Jeg ringer i dag.")
    stage.looks.at(nurse.page, "inbox, just sent")


def _between_two(stage: Stage, cast: Cast) -> None:
    nurse, teacher = cast.nurse, cast.teacher
    teacher.page.goto("/desk")
    teacher.to_colleague("agreed", NURSE)
    teacher.agreed_now(NURSE, "Du ringer hjem i dag.")
    teacher.to_colleague("ask", NURSE)
    teacher.page.locator("[name='body.text']").fill("Har hun vært hos deg?")
    teacher.send()
    teacher.page.goto(f"/desk/do/give?about=T1&to={NURSE}")
    teacher.choose(NURSE)
    teacher.send()
    teacher.page.goto(f"/desk/do/pass?to={NURSE}")
    teacher.choose(NURSE)
    teacher.send()
    teacher.page.goto(f"/desk/do/meet?to={NURSE}")
    teacher.call_meeting(NURSE, "Hva gjør vi mens vi venter?")
    teacher.page.goto("/desk/do/escalate")
    teacher.choose(NURSE)
    teacher.page.locator("[name='body.text']").fill("Vi trenger noen timer.")
    teacher.send()
    for kind in ("agreement", "question", "task", "baton", "meeting", "escalation"):
        nurse.open(kind)
        stage.looks.at(nurse.page, f"item, {kind} to answer")
    nurse.open("agreement")
    nurse.tap("agreement.confirm")
    stage.looks.at(nurse.page, "item, agreement confirmed")
    nurse.open("meeting")
    nurse.tap("meeting.reply")
    teacher.to_colleague("share", NURSE)
    teacher.tick(1)
    teacher.send()
    nurse.awaits("share")
    item = nurse.item("share").first.get_attribute("value")
    teacher.tap("act.withdraw")
    nurse.page.goto(f"/desk/items/{item}")
    stage.looks.at(nurse.page, "item, withdrawn")


def _handover(stage: Stage, cast: Cast) -> None:
    nurse, teacher = cast.nurse, cast.teacher
    teacher.desk()
    teacher.open("inject.I05")
    teacher.hand_over(NURSE, "Ta imot det vi vet om fraværet.")
    teacher.desk("role")
    teacher.page.locator("a[href*='/desk/handovers/']").first.click()
    stage.looks.at(teacher.page, "handover, sent")
    nurse.open("handover")
    stage.looks.at(nurse.page, "handover, to take over")
    item = nurse.path.rpartition("/")[2]
    for verb in ("query", "decline"):
        nurse.page.goto(f"/desk/do/{verb}?item={item}")
        stage.looks.at(nurse.page, f"verb {verb}")
    nurse.page.goto(f"/desk/items/{item}")
    nurse.tap("handover.take_over")
    nurse.page.locator("[name='body.first_act']").wait_for()
    stage.looks.at(nurse.page, "handover, taken over")
    nurse.read_back("Jeg ringer hjem.")
    stage.looks.at(nurse.page, "handover, understood")
    nurse.tap("handover.start")
    stage.looks.at(nurse.page, "handover, under way")
    nurse.tap("handover.tell")
    stage.looks.at(nurse.page, "handover, told")
    stage.looks.at(teacher.page, "handover, as its sender sees it told")


def _stops(stage: Stage, cast: Cast, leader: Leader) -> None:
    nurse = cast.nurse
    nurse.desk()
    nurse.rest()
    stage.looks.at(nurse.page, "resting")
    nurse.page.locator("[name=kind][value='care.return']").click()
    nurse.desk("team")
    _places(stage, nurse, "under way")
    nurse.desk()
    leader.does("clock.pause")
    nurse.page.locator(".moment").wait_for()
    stage.looks.at(nurse.page, "paused")
    leader.does("clock.resume")
    leader.does("probe.open", probe="P6")
    nurse.page.locator(".moment a[href$='/desk/probe']").click()
    nurse.page.locator("fieldset.probe").first.wait_for()
    stage.looks.at(nurse.page, "probe")
    nurse.page.goto("/desk")
    nurse.answer_probe()
    stage.looks.at(nurse.page, "probe, answered")
    leader.does("probe.close")
    leader.does("leg.hold")
    nurse.page.locator(".moment").wait_for()
    stage.looks.at(nurse.page, "held")


def _jump(stage: Stage, cast: Cast, leader: Leader) -> None:
    nurse = cast.nurse
    nurse.claim()
    nurse.desk()
    leader.does("leg.end")
    nurse.page.locator(".moment-list").wait_for()
    stage.looks.at(nurse.page, "interlude")
    nurse.tap("interlude.confirm")
    stage.looks.at(nurse.page, "interlude, confirmed")
    leader.does("clock.jump")
    nurse.page.locator(".moment-told").wait_for()
    stage.looks.at(nurse.page, "told")


def _meeting(stage: Stage, cast: Cast, leader: Leader) -> None:
    nurse = cast.nurse
    leader.does("leg.end")
    nurse.page.locator(".moment a[href*='/desk/meetings/']").wait_for()
    stage.looks.at(nurse.page, "meeting begins")
    nurse.go_to_meeting()
    stage.looks.at(nurse.page, "meeting")
    nurse.take_pen()
    stage.looks.at(nurse.page, "meeting, with the pen")
    nurse.decide("Kari ringer hver fredag.", owner=NURSE)
    stage.looks.at(nurse.page, "meeting, something decided")


def _last_scene(stage: Stage, cast: Cast, leader: Leader) -> None:
    nurse = cast.nurse
    leader.does("leg.end")
    leader.does("clock.jump")
    leader.gives("I17")
    nurse.awaits("inject.I17")
    nurse.item("inject.I17").click()
    nurse.page.locator(".heavy").wait_for()
    stage.looks.at(nurse.page, "item, heavy")
    code = cast.teacher.seat_code()
    moved = stage.phone()
    moved.page.goto("/")
    moved.type_pin(code)
    moved.page.wait_for_url(re.compile("/desk$"))
    stage.looks.at(moved.page, "new phone, mid-play")
    cast.teacher.page.goto("/desk")
    stage.looks.at(cast.teacher.page, "moved to another device")
    cast.teacher = moved
    late = stage.phone()
    late.join(stage.server.pin, "Pia", stage.lang)
    late.take_role()
    stage.looks.at(late.page, "role card, late")


def _over(stage: Stage, cast: Cast, leader: Leader) -> None:
    nurse = cast.nurse
    nurse.desk()
    leader.does("play.end")
    nurse.page.locator(".moment a[href$='/desk']").wait_for()
    stage.looks.at(nurse.page, "play is over")
    nurse.page.locator(".moment a[href$='/desk']").click()
    nurse.page.locator("[name='body.well']").wait_for()
    stage.looks.at(nurse.page, "first impressions")
    nurse.first_impression("Vi fikk navn på ting.", "Å vente.")
    stage.looks.at(nurse.page, "first impressions, given")
