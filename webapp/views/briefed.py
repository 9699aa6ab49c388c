"""Which steps before play a person has been through; kept with their place, so that a new phone
goes on where the old one was (A3)."""

from __future__ import annotations

from webapp import access
from webapp.notebook.open import notebook
from webapp.runtime import runtime
from webapp.views.drafts import draft_of

STEPS = ("role", "brief", "practice")
ABOUT = "steps-before-play"


def done() -> list[str]:
    """The steps the participant who asks has been through; a role card counts for its role."""
    found = draft_of(ABOUT).split()
    return [each for each in STEPS if _told(each) in found]


def tick(step: str) -> None:
    """A step is done."""
    steps = " ".join({*draft_of(ABOUT).split(), _told(step)})
    notebook().save_draft(access.participant().id, ABOUT, steps, runtime().wall())


def _told(step: str) -> str:
    """How a step is remembered."""
    return f"role:{access.participant().seat_id}" if step == "role" else step


def ready() -> bool:
    """Whether the person has heard what there is to hear before playing."""
    return {"role", "brief"} <= set(done())
