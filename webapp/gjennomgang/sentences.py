"""Sentences of the first minute and the proposals: of a pair or thing, never a seat at fault."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from debrief.said import Said
from scenarios.plan import Plan
from webapp.gjennomgang.naming import in_words, sentence_case
from webapp.regions.say import _, ngettext

Blanks = Mapping[str, str]


def sentence(plan: Plan, said: Said) -> str:
    """What was said, in the language in use."""
    about = {
        "child": plan.scenario.child.name,
        "expected_handover": "",
        "minutes": "0",
        "days": "0",
        # The first minute quotes them inside sentences of its own.
        **{name: words.removesuffix(".") for name, words in in_words(plan, said.about).items()},
    }
    return sentence_case(_SAYS[said.code](about))


def _handover_held(about: Blanks) -> str:
    if about["expected_handover"]:
        return _(
            "Denne overleveringen kom helt fram: «%(expected_handover)s». Noen tok over, begynte, "
            "og familien fikk vite det.",
            **about,
        )
    return _(
        "En overlevering mellom %(sender)s og %(receiver)s kom helt fram. Noen tok over, begynte, "
        "og familien fikk vite det.",
        **about,
    )


def _handover_started(about: Blanks) -> str:
    if about["expected_handover"]:
        return _(
            "Denne overleveringen førte til noe: «%(expected_handover)s». "
            "Noen tok over og begynte.",
            **about,
        )
    return _(
        "En overlevering mellom %(sender)s og %(receiver)s førte til noe: "
        "Noen tok over og begynte.",
        **about,
    )


def _gap(about: Blanks) -> str:
    told = _("Ingen sto oppført med navn på dette: «%(task)s».", **about)
    return f"{told} {_lasted(about)}"


def _coordination_gap(about: Blanks) -> str:
    told = _("Ingen hadde sagt ja til å koordinere for %(child)s.", **about)
    return f"{told} {_lasted(about)}"


def _lasted(about: Blanks) -> str:
    days = int(about["days"])
    if days:
        return ngettext(
            "Det varte i %(num)s dag av fortellingen.",
            "Det varte i %(num)s dager av fortellingen.",
            days,
        )
    return ngettext(
        "Det varte i omtrent %(num)s minutt av øvelsen.",
        "Det varte i omtrent %(num)s minutter av øvelsen.",
        int(about["minutes"]),
    )


def _never_sent(about: Blanks) -> str:
    if about["expected_handover"]:
        return _("Dette ble ikke overlevert: «%(expected_handover)s».", **about)
    return _("Det kom aldri noen overlevering mellom %(sender)s og %(receiver)s.", **about)


def _not_taken(about: Blanks) -> str:
    if about["expected_handover"]:
        return _("Dette ble sendt, men ingen tok over: «%(expected_handover)s».", **about)
    return _(
        "Noe ble sendt mellom %(sender)s og %(receiver)s, men ingen tok over.",
        **about,
    )


def _left_open(about: Blanks) -> str:
    if about["expected_handover"]:
        return _(
            "Dette ble overtatt, men ikke fulgt helt fram: «%(expected_handover)s».",
            **about,
        )
    return _(
        "En overlevering mellom %(sender)s og %(receiver)s ble overtatt, men ikke fulgt helt fram.",
        **about,
    )


def _late(about: Blanks) -> str:
    return _("Dette kom senere enn det trengtes, eller ikke: «%(expected)s».", **about)


def _ask_handover(about: Blanks) -> str:
    return _(
        "Hva skulle til mellom %(sender)s og %(receiver)s for at det hadde kommet fram, "
        "og blitt tatt imot?",
        **about,
    )


def _ask_gap(about: Blanks) -> str:
    if about.get("task"):
        return _("Hvordan kunne vi ha sett tidligere at ingen hadde «%(task)s»?", **about)
    return _("Hvem kunne ha sagt: Jeg holder i trådene til vi finner en annen?", **about)


_SAYS: Mapping[str, Callable[[Blanks], str]] = {
    "held.handover_told": _handover_held,
    "held.handover_started": _handover_started,
    "held.decided": lambda about: _(
        "Dette ble dere enige om, med én ansvarlig og en dato: «%(decision)s».", **about
    ),
    "held.told_back": lambda about: _(
        "Noen gikk tilbake til %(child)s og fortalte hva som kom ut av det hun hadde sagt.",
        **about,
    ),
    "held.in_time": lambda about: _("Dette ble gjort i tide: «%(expected)s».", **about),
    "held.task_kept": lambda about: _(
        "Én hadde ansvaret gjennom hele ventetiden for dette: «%(task)s».", **about
    ),
    "gap.task": _gap,
    "gap.coordination": _coordination_gap,
    "change.handover_never_sent": _never_sent,
    "change.handover_not_taken": _not_taken,
    "change.loop_left_open": _left_open,
    "change.card_never_came": lambda about: _(
        "Denne opplysningen kom ikke fram dit den trengtes: «%(fact)s»", **about
    ),
    "change.decision_open": lambda about: _(
        "Dette ble stående uten at dere skrev ned hvem og når: «%(decision)s».", **about
    ),
    "change.child_not_asked": lambda about: _(
        "Ingen spurte %(child)s selv mens dere spilte.", **about
    ),
    "change.child_not_told": lambda about: _(
        "Ingen gikk tilbake til %(child)s og fortalte hva som kom ut av det hun hadde sagt.",
        **about,
    ),
    "change.never_answered": lambda about: _("Dette ble ikke gjort: «%(expected)s».", **about),
    "change.answered_late": _late,
    "change.task_unowned": lambda about: _(
        "Ingen sto med denne oppgaven da scenene tok slutt: «%(task)s».", **about
    ),
    "change.task_double": lambda about: _(
        "Flere hadde den samme oppgaven samtidig: «%(task)s».", **about
    ),
    "change.meeting_not_held": lambda _about: _("Et møte ble kalt inn til, men ikke holdt."),
    "change.decision_without_ground": lambda _about: _(
        "En beslutning ble tatt uten grunnlag i loven eller i rollen som tok den."
    ),
    "change.decision_without_view": lambda about: _(
        "En beslutning ble tatt uten at det sto hva %(child)s selv mente.", **about
    ),
    "obstacle.no_such_service": lambda about: _(
        "Denne kommunen har ikke denne tjenesten: %(seat)s.", **about
    ),
    "obstacle.closed": lambda about: _(
        "Noe som ble sendt til %(seat)s, ble liggende: Det kom utenom tida da tjenesten er åpen og "
        "leser det som kommer.",
        **about,
    ),
    "obstacle.sent_back": lambda _about: _(
        "Noe ble løftet til ledelsen, og kom tilbake uten at noe ble frigjort."
    ),
    "obstacle.referral_declined": lambda about: _("En henvisning fikk nei fra %(seat)s.", **about),
    "count.handovers": lambda about: _("%(done)s av %(of)s ble overtatt og fulgt opp", **about),
    "count.tasks": lambda about: _("%(done)s av %(of)s oppgaver hadde noen til slutt", **about),
    "question.when_was_she_asked": lambda about: _(
        "Når kunne noen ha spurt %(child)s selv?", **about
    ),
    "question.handover": _ask_handover,
    "question.card": lambda about: _(
        "Hva gjorde at denne opplysningen ble liggende: «%(fact)s»", **about
    ),
    "question.decision": lambda about: _(
        "Hva hadde gjort det lettere å bestemme dette sammen: «%(decision)s»?", **about
    ),
    "question.gap": _ask_gap,
    "question.what_made_it_hold": lambda about: _(
        "Hva var det som gjorde at det holdt for %(child)s?", **about
    ),
}
"""Every code that the first minute and the proposals for the plan speak in."""
