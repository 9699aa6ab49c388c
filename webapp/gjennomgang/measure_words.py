"""A measure to begin from, for each thing that can be proposed. Whoever leads writes it anew."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from webapp.regions.say import _


def suggested(code: str) -> str:
    """A measure for what was found; '' where there is none to suggest."""
    say = _MEASURES.get(code)
    return say() if say else ""


_MEASURES: Mapping[str, Callable[[], str]] = {
    "change.child_not_asked": lambda: _(
        "Vi avtaler hvem som snakker med barnet, før vi møtes om det."
    ),
    "change.child_not_told": lambda: _(
        "Den som har spurt barnet, går tilbake og forteller hva som skjer videre."
    ),
    "change.never_answered": lambda: _(
        "Vi skriver ned hvem som gjør dette, og hvem som gjør det når den er borte."
    ),
    "change.answered_late": lambda: _(
        "Vi avtaler når vi svarer hverandre, og hvem som svarer i fravær."
    ),
    "change.handover_never_sent": lambda: _(
        "Vi avtaler når vi gir saken videre, og hva som skal følge med."
    ),
    "change.handover_not_taken": lambda: _(
        "Den som mottar, svarer ja eller nei innen en dag, og sier hvem som har saken."
    ),
    "change.loop_left_open": lambda: _(
        "Den som tar over, sier fra når arbeidet er begynt, og familien får vite det."
    ),
    "change.card_never_came": lambda: _(
        "Vi går gjennom hva hver av oss trenger å vite, og hvem som kan gi det."
    ),
    "change.decision_open": lambda: _("Alle møter slutter med hvem som gjør hva, og til når."),
    "change.task_unowned": lambda: _("Hver oppgave får ett navn på rolle før vi går fra møtet."),
    "change.task_double": lambda: _("Vi avtaler hvem av oss som har denne oppgaven alene."),
    "change.meeting_not_held": lambda: _(
        "Den som kaller inn, setter ny tid samme dag hvis møtet ikke blir holdt."
    ),
    "change.decision_without_ground": lambda: _(
        "Vi skriver hvilken regel en beslutning bygger på, før den tas."
    ),
    "change.decision_without_view": lambda: _(
        "Vi skriver hva barnet mener, i hver beslutning som gjelder det."
    ),
}
