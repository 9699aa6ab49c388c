"""Heavy texts: warned of, a choice of the gentler twin, and never above what the format plays."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace

from flask import Flask
from flask_babel import force_locale

from scenarios.loader import Loaded
from scenarios.plan import Plan, plan_for
from simulator.play.inbox import Inbox, Item
from simulator.play.rooms import new_state
from webapp.regions.headings import heading
from webapp.regions.item import item
from webapp.regions.sight import Sight

GENTLE, AS_IT_IS = "Tuva har det vanskelig.", "Tuva gråter i timen."


def heavy(small: Loaded, weight: int, most: int) -> Plan:
    """The small drill with one text of a weight, in a format that plays up to ``most``."""
    plan = plan_for(small.scenario(), "demo")
    told = plan.injects["I1"].model_copy(
        update={"content_class": weight, "text": AS_IT_IS, "summary": GENTLE}
    )
    return replace(
        plan,
        injects={**plan.injects, "I1": told},
        format=plan.format.model_copy(update={"content_class": most}),
    )


def seen(plan: Plan) -> tuple[Sight, str]:
    """A seat that has been given it, and the item's id."""
    state = new_state(plan)
    found = Item("inject.I1@rektor", "rektor", "inject", "I1", "", 1, 0, 0, waits=True)
    state[Inbox].items[found.id] = found
    return Sight(state, plan, 0, 0, "rektor"), found.id


@contextmanager
def speaking(app: Flask, lang: str = "nb"):  # type: ignore[no-untyped-def]  # noqa: ANN201
    """In a language."""
    with app.app_context(), force_locale(lang):
        yield


def test_a_serious_text_waits_for_a_choice(app: Flask, small: Loaded) -> None:
    """Neither text is shown before; each choice shows its own, and the list shows none."""
    sight, name = seen(heavy(small, 2, 3))
    with speaking(app):
        shown = item(sight, name)
        full, short = item(sight, name, "full"), item(sight, name, "summary")
        listed = heading(sight, sight.state[Inbox].items[name])
    assert shown
    assert full
    assert short
    assert (shown.reading, shown.text, shown.heavy) == ("choose", "", "Alvorlig")
    assert (full.text, short.text) == (AS_IT_IS, GENTLE)
    assert listed.gist == "Kan være tungt å lese"


def test_above_the_formats_class_there_is_only_the_twin(app: Flask, small: Loaded) -> None:
    """Also for somebody who asks for the other by its address."""
    sight, name = seen(heavy(small, 3, 2))
    with speaking(app):
        for chosen in ("", "full", "summary"):
            shown = item(sight, name, chosen)
            assert shown
            assert (shown.text, shown.only_summary) == (GENTLE, True)


def test_a_worrying_text_is_shown_as_it_is(app: Flask, small: Loaded) -> None:
    """Warnings that stand everywhere warn of nothing."""
    sight, name = seen(heavy(small, 1, 3))
    with speaking(app):
        shown = item(sight, name)
    assert shown
    assert (shown.text, shown.heavy) == (AS_IT_IS, "")
