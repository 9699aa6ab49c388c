"""docs/actions.md tells every action of a seat, whole and true."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from debrief.measures import measure
from debrief.record import Record
from scenarios.indicators import indicators
from simulator.play.rooms import COMMANDS, EVENTS, ROOMS
from tests.architecture.tables import Row, lost_test, named, rows
from tests.architecture.tree import ROOT, ending
from tests.simulator.builder import Room
from webapp.acting import SEAT_COMMANDS
from webapp.views.verbs import VERBS

PAGE = ROOT / "docs" / "actions.md"
TEMPLATES = ROOT / "webapp" / "templates"
COLUMNS = ("action", "room", "command", "events", "rule", "screen", "test", "indicators")
RULES = {kind.KIND: (room.name, rule) for room in ROOMS for kind, rule in room.rules.items()}
SEAT_KINDS = {command.KIND for command in SEAT_COMMANDS}
THROUGH_WHAT_IS_EXPECTED = {"RA3", "RA7", "RE7", "RG3"}
"""These read an act by the expectation that it met."""
DEFINED = {
    f"{r}{number}"
    for r, count in (("RA", 7), ("RE", 7), ("RO", 8), ("RG", 7), ("RL", 8))
    for number in range(1, count + 1)
}
"""The indicators of domain 4; those that are not built yet come with issue 5."""
SENT = re.compile(r"""(?:tap|hidden)\([^)]*?["']([a-z_]+\.[a-z_]+)["']""", re.DOTALL)


def by_command() -> dict[str, Row]:
    """The rows of the page by their command."""
    return {named(row["command"])[0]: row for row in rows(PAGE)}


def wanted(kind: str) -> str:
    """The row to add for a command, as far as it can be told from the code."""
    room, rule = RULES[kind]
    screen = next(
        (f"desk/verbs/{verb}.html" for verb, each in VERBS.items() if each.kind == kind),
        next((path for path in screens() if asks(path, kind)), "desk/….html"),
    )
    cells = ["what the screen calls it", f"`{room}`", f"`{kind}`", "`the.event`"]
    cells += [f"`{rule.__name__}`", f"`{screen}`", "`tests/….py::test_…`"]
    return f"| {' | '.join([*cells, 'the indicators that read it, or none: why'])} |"


@cache
def screens() -> tuple[str, ...]:
    """Every template of the desk, as the page names it."""
    found = (path.relative_to(TEMPLATES) for path in ending(".html", "webapp"))
    return tuple(sorted(str(path) for path in found if path.parts[0] == "desk"))


def asks(screen: str, kind: str) -> bool:
    """Whether a template or a view sends this command, in its own words or as a verb's form."""
    verb = re.fullmatch(r"desk/verbs/(\w+)\.html", screen)
    if verb and verb[1] in VERBS and VERBS[verb[1]].kind == kind:
        return True
    file = ROOT / screen if screen.startswith("webapp/") else TEMPLATES / screen
    return file.is_file() and bool(re.search(rf"""["'=]{re.escape(kind)}["'&]""", file.read_text()))


def test_every_action_of_a_seat_has_its_row() -> None:
    """Each command of a seat stands on the page once, and nothing else does."""
    told = [named(row["command"])[0] for row in rows(PAGE)]
    lacking = [wanted(kind) for kind in sorted(SEAT_KINDS - set(told))]
    assert not lacking, "docs/actions.md lacks these rows (fill in and add):\n" + "\n".join(lacking)
    assert sorted(told) == sorted(SEAT_KINDS), "docs/actions.md tells a command twice, or no seat's"


def test_no_row_is_empty() -> None:
    """Eight cells, each with something in it."""
    for row in rows(PAGE):
        assert tuple(row) == COLUMNS
        assert all(row.values()), row


def test_room_rule_and_events_are_those_of_the_code() -> None:
    """A row names the room and the function that judge the command, and events there are."""
    for kind, row in by_command().items():
        room, rule = RULES[kind]
        assert named(row["room"]) == [room], kind
        assert named(row["rule"]) == [rule.__name__], kind
        assert named(row["events"]), kind
        assert set(named(row["events"])) <= set(EVENTS), kind


def test_every_screen_is_there_and_asks_for_it() -> None:
    """The templates a row names exist; one of them, or the view beside it, sends the command."""
    for kind, row in by_command().items():
        assert named(row["screen"]), kind
        for name in named(row["screen"]):
            file = ROOT / name if name.startswith("webapp/") else TEMPLATES / name
            assert file.is_file(), f"{kind}: {name}"
        assert any(asks(name, kind) for name in named(row["screen"])), (
            f"docs/actions.md: no screen that {kind} names sends it"
        )


def test_what_screens_send_is_a_command() -> None:
    """A verb or a button that no rule knows would be refused in everybody's hands."""
    sent = {verb.kind for verb in VERBS.values()}
    for path in ending(".html", "webapp"):
        sent |= set(SENT.findall(path.read_text(encoding="utf-8")))
    assert sent - set(COMMANDS) == set()
    assert len(sent & SEAT_KINDS) > len(VERBS)


def test_every_test_is_there_and_plays_it() -> None:
    """A row's tests exist, in files that name the command or its class."""
    for kind, row in by_command().items():
        tests = named(row["test"])
        assert tests, kind
        assert [lost_test(test) for test in tests if lost_test(test)] == []
        played = "".join((ROOT / test.partition("::")[0]).read_text("utf-8") for test in tests)
        assert kind in played or COMMANDS[kind].__name__ in played or f"/{_door(kind)}" in played, (
            f"docs/actions.md: {tests} never name {kind}"
        )


def _door(kind: str) -> str:
    """The page of its own that some acts have beside the one door for all."""
    return {"item.see": "open", "care.touched": "touched"}.get(kind, kind)


def test_every_indicator_is_built_or_named_with_its_issue() -> None:
    """An indicator that is said to read an act reads one of its events; none has a reason."""
    reads = kinds_read()
    for kind, row in by_command().items():
        said = row["indicators"]
        if said.startswith("none: "):
            continue
        for each in said.split(", "):
            found = re.fullmatch(r"([A-Z]{2}\d)( \(issue \d\))?", each)
            assert found, f"docs/actions.md, {kind}: {each}"
            if found[2]:
                assert found[1] in DEFINED - set(reads), f"docs/actions.md, {kind}: {each}"
                continue
            assert found[1] in reads, f"docs/actions.md, {kind}: {each} is not built"
            assert found[1] in THROUGH_WHAT_IS_EXPECTED or _meets(
                reads[found[1]], named(row["events"])
            ), f"docs/actions.md, {kind}: {each} reads none of its events"


def _meets(kinds: Iterable[str], events: Iterable[str]) -> bool:
    return bool(set(kinds) & set(events))


@cache
def kinds_read() -> dict[str, tuple[str, ...]]:
    """The kinds of entries that each built indicator may rest on."""
    room = Room(manned=("rektor",)).start()
    figures = measure(Record(room.state.plan, room.entries))
    assert set(figures) <= set(indicators())
    return {indicator: figure.kinds for indicator, figure in figures.items()}
