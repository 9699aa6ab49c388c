"""One command path for two doors: sockets and forms hand a visitor's wish to ``perform``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from simulator.journal.store_contract import Receipt, StoreUnavailable
from simulator.play import board, survey
from simulator.play.codec import WireError, plain, read
from simulator.play.debriefing import OpenStage
from simulator.play.kernel import ANONYMOUS, FACILITATOR, Actor, Command
from simulator.play.rooms import (
    CLOCK_COMMANDS,
    COMMANDS,
    FACILITATOR_COMMANDS,
    FAMILY_COMMANDS,
    PART_COMMANDS,
)
from simulator.play.roster import LeaveSeat, StandIn, TakeSeat
from simulator.play.steering import StartPlay
from simulator.play.undo import Withdraw
from webapp import access, fanout, solo
from webapp.access import Account, Participant, Visitor
from webapp.notebook.open import notebook, opened_at
from webapp.runtime import Runtime
from webapp.security import log, realdata

COMMAND_ID = re.compile(r"[A-Za-z0-9_-]{8,64}")
AT_THE_DOOR = frozenset({TakeSeat, LeaveSeat, StandIn})
"""Places are taken and left through ``join``, which also knows whose phone it is; who is away, the
ticker knows."""
BY_NOBODY = frozenset({board.PutNote, survey.AnswerSurvey})
"""What a person says as nobody in particular."""
SEAT_COMMANDS = (
    frozenset(COMMANDS.values())
    - FACILITATOR_COMMANDS
    - AT_THE_DOOR
    - FAMILY_COMMANDS
    - PART_COMMANDS
    - BY_NOBODY
)


def perform(  # noqa: PLR0913 - what the doors know of a wish
    here: Runtime,
    visitor: Visitor,
    kind: str,
    body: object,
    command_id: str,
    *,
    exercise_id: str = "",
    team_id: str = "",
    briefed: bool = False,
) -> Receipt:
    """Do what a visitor asks, and tell everybody concerned.

    A participant acts as their own seat, a facilitator on ``exercise_id``: its clock, one team, or
    all teams if ``team_id`` is empty. ``briefed``: 'Før vi starter' has been read aloud, without
    which play does not start (B1). Returns the receipt, with a ``code`` if it was refused, or if
    nothing can be stored just now. Sending the same ``command_id`` again gives the first answer.
    Raises PermissionError if it is not theirs to ask.
    """
    command = _read(kind, body, command_id)
    if isinstance(command, Receipt):
        return command
    try:
        if isinstance(visitor, Participant):
            if isinstance(command, StartPlay) and not briefed:
                return Receipt(0, code="not_read_aloud")
            receipt, teams = _as_seat(here, visitor, command, command_id)
        elif isinstance(visitor, Account) and access.leads(here, visitor, exercise_id):
            if isinstance(command, StartPlay) and not briefed:
                return Receipt(0, code="not_read_aloud")
            _remember(here, command, exercise_id)
            name = f"f:{command_id}"
            receipt, teams = _as_facilitator(here, command, name, exercise_id, team_id)
        else:
            raise PermissionError(kind)
        fanout.announce(teams)
    except StoreUnavailable:
        return Receipt(0, code="unavailable")
    return receipt


def _remember(here: Runtime, command: Command, exercise_id: str) -> None:
    """What is kept beside the journal of a facilitator's command: when, by the wall."""
    if isinstance(command, StartPlay):
        notebook().set_wish(exercise_id, "briefed", str(here.wall()))
    elif isinstance(command, OpenStage):
        notebook().set_wish(exercise_id, opened_at(command.stage), str(here.wall()))


def perform_sent(
    here: Runtime, visitor: Visitor, sent: Mapping[str, Any], exercise_id: str
) -> Receipt:
    """``perform`` what a page or a socket sent: ``kind``, ``body``, ``command_id``, ``team``,
    ``briefed``."""
    return perform(
        here,
        visitor,
        str(sent.get("kind", "")),
        sent.get("body", {}),
        str(sent.get("command_id", "")),
        exercise_id=exercise_id,
        team_id=str(sent.get("team") or ""),
        briefed=bool(sent.get("briefed")),
    )


def _read(kind: str, body: object, command_id: str) -> Command | Receipt:
    """The command, or why it is none. Real people's data stop here (C11)."""
    if not COMMAND_ID.fullmatch(command_id):
        return Receipt(0, code="malformed", about={"why": "command_id"})
    try:
        command: Command = read(COMMANDS, kind, body)
    except WireError as error:
        return Receipt(0, code="malformed", about={"why": str(error)[:200]})
    found = realdata.found_within(plain(command))
    return Receipt(0, code=f"real_{found}") if found else command


def name_of(me: Participant, command_id: str) -> str:
    """The journal's name for an act of a participant: what one phone sends is nobody else's."""
    return f"p:{me.id}:{command_id}"


def _as_seat(
    here: Runtime, me: Participant, command: Command, command_id: str
) -> tuple[Receipt, set[str]]:
    speaks = isinstance(command, Withdraw) and me.seat_id is None
    if speaks or type(command) in FAMILY_COMMANDS | PART_COMMANDS:
        return _as_family(here, me, command, command_id)
    name = name_of(me, command_id)
    if solo.may_lead(here, me, command):
        return solo.lead(here, me, command, name), {me.team_id}
    if isinstance(command, board.PutNote):
        # By nobody's hand: the name under which it is stored must not tell, either.
        return here.conduct.handle(me.team_id, ANONYMOUS, command, command_id), {me.team_id}
    if type(command) not in SEAT_COMMANDS:
        log.record("act.refused", participant=me.id, kind=command.KIND)
        return Receipt(0, code="not_yours_to_ask"), set()
    if me.state != "in" or me.seat_id is None:
        return Receipt(0, code="no_seat"), set()
    actor = Actor("seat", me.seat_id, me.id)
    receipt = here.conduct.handle(me.team_id, actor, command, name)
    if receipt.code is None:
        solo.follow(here, me, command, name)
    return receipt, {me.team_id}


def _as_family(
    here: Runtime, me: Participant, command: Command, command_id: str
) -> tuple[Receipt, set[str]]:
    """Somebody who plays child or parents, or has been asked to; the rules know which."""
    actor = Actor("family", participant=me.id)
    receipt = here.conduct.handle(me.team_id, actor, command, name_of(me, command_id))
    return receipt, {me.team_id}


def _as_facilitator(
    here: Runtime, command: Command, command_id: str, exercise_id: str, team_id: str
) -> tuple[Receipt, set[str]]:
    if type(command) not in FACILITATOR_COMMANDS | FAMILY_COMMANDS | {Withdraw}:
        return Receipt(0, code="not_yours_to_ask"), set()
    teams = [team.id for team in here.store.teams(exercise_id)]
    if type(command) in CLOCK_COMMANDS:
        return here.conduct.steer(exercise_id, FACILITATOR, command, command_id), set(teams)
    if team_id and team_id not in teams:
        raise PermissionError(team_id)
    meant = [team_id] if team_id else teams
    receipts = [here.conduct.handle(each, FACILITATOR, command, command_id) for each in meant]
    refused = next((receipt for receipt in receipts if receipt.code), None)
    return refused or receipts[0], set(meant)


def body_of(form: Mapping[str, list[str]]) -> dict[str, object]:
    """The body of a command as a plain form carries it.

    A field is named ``body.text``; ``body.cards[]`` is a list, also with one value or none ticked;
    ``body.answers.q1`` is a mapping's entry. Empty fields are left out, so that defaults hold.
    """
    body: dict[str, object] = {}
    for name, values in form.items():
        head, _, rest = name.partition(".")
        if head != "body" or not rest:
            continue
        given = [value for value in values if value != ""]
        if rest.endswith("[]"):
            body[rest.removesuffix("[]")] = given
        elif given:
            _put(body, rest, given[0])
    return body


def _put(body: dict[str, object], path: str, value: str) -> None:
    key, dot, inner = path.partition(".")
    if not dot:
        body[key] = value
        return
    entries = body.setdefault(key, {})
    if isinstance(entries, dict):
        entries[inner] = value
