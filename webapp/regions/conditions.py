"""What an inject waits on, in words, from the parts that the board tells."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal

from flask_babel import format_decimal

from facilitator.board import Waiting
from webapp.regions.say import _, ngettext
from webapp.regions.sight import Sight

About = Mapping[str, str]


def told(sight: Sight, parts: Iterable[Waiting]) -> str:
    """A condition as a sentence without its first 'når'."""
    return " ".join(_part(sight, part) for part in parts)


def _part(sight: Sight, part: Waiting) -> str:
    if part.code in ("all", "any"):
        return _("og") if part.code == "all" else _("eller")
    negated = part.code.startswith("not_") and part.code != "not_done"
    code = part.code.removeprefix("not_") if negated else part.code
    return _SAYS[code](sight, part.about, negated)


def _act(sight: Sight, expected: str) -> str:
    found = sight.plan.expected.get(expected)
    return found[1].text.rstrip(".") if found else expected


def _done(sight: Sight, about: About, negated: bool) -> str:  # noqa: FBT001 - one shape for all
    act = _act(sight, about["what"])
    return _("«%(act)s» ikke er gjort", act=act) if negated else _("«%(act)s» er gjort", act=act)


def _unowned(sight: Sight, about: About, negated: bool) -> str:  # noqa: FBT001
    found = sight.plan.tasks.get(about["what"])
    task = found.text if found else about["what"]
    if negated:
        return _("noen har ansvar for «%(task)s»", task=task)
    return _("ingen har ansvar for «%(task)s»", task=task)


def _scene(sight: Sight, about: About, negated: bool) -> str:  # noqa: FBT001
    found = sight.plan.scenes.get(about["what"])
    title = found.title if found else about["what"]
    if negated:
        return _("scenen ikke er «%(scene)s»", scene=title)
    return _("scenen er «%(scene)s»", scene=title)


def _known(sight: Sight, about: About, negated: bool) -> str:  # noqa: FBT001
    fact = sight.plan.facts.get(about["what"])
    told_ = {"seat": sight.seat_name(about["seat"]), "fact": fact.text if fact else about["what"]}
    if negated:
        return _("%(seat)s ikke vet: «%(fact)s»", **told_)
    return _("%(seat)s vet: «%(fact)s»", **told_)


def _handover(sight: Sight, about: About, negated: bool) -> str:  # noqa: FBT001
    found = sight.plan.handovers.get(about["what"])
    state = {
        "none": _("ikke er begynt"),
        "offered": _("er sendt"),
        "accepted": _("er overtatt"),
        "declined": _("er avslått"),
        "closed": _("er ført helt fram"),
    }[about["state"]]
    text = found.text if found else about["what"]
    said = _("overleveringen «%(text)s» %(state)s", text=text, state=state)
    return _("ikke: %(said)s", said=said) if negated else said


def _inject(sight: Sight, about: About, negated: bool) -> str:  # noqa: FBT001
    found = sight.plan.injects.get(about["what"])
    state = {
        "waiting": _("venter"),
        "delivered": _("er levert"),
        "not_taken": _("ikke kom"),
        "skipped": _("er tatt ut"),
    }[about["state"]]
    said = f"{found.code} {found.sender} {state}" if found else about["what"]
    return _("ikke: %(said)s", said=said) if negated else said


def _elapsed(sight: Sight, about: About, negated: bool) -> str:  # noqa: FBT001
    inject, scene = sight.plan.injects.get(about["what"]), sight.plan.scenes.get(about["what"])
    since = f"{inject.code} {inject.sender}" if inject else scene.title if scene else about["what"]
    if negated:
        return _("det er gått mindre enn %(span)s siden %(since)s", span=span(about), since=since)
    return _("det er gått mer enn %(span)s siden %(since)s", span=span(about), since=since)


def span(about: About) -> str:
    """A length of time as an author wrote it, in words."""
    return " ".join(_length(part) for part in about["span"].split())


def _length(part: str) -> str:
    """One number with its unit: '1wd' is one working day, '2.5h' two and a half hours."""
    unit = part.lstrip("0123456789.")
    written = part.removesuffix(unit)
    num, n = (1 if written == "1" else 2), format_decimal(Decimal(written or 0))
    return {
        "wd": ngettext("%(n)s arbeidsdag", "%(n)s arbeidsdager", num, n=n),
        "min": ngettext("%(n)s minutt", "%(n)s minutter", num, n=n),
        "h": ngettext("%(n)s time", "%(n)s timer", num, n=n),
        "d": ngettext("%(n)s dag", "%(n)s dager", num, n=n),
        "w": ngettext("%(n)s uke", "%(n)s uker", num, n=n),
        "s": ngettext("%(n)s sekund", "%(n)s sekunder", num, n=n),
    }.get(unit, part)


def _value(sight: Sight, about: About, low: bool) -> str:  # noqa: FBT001
    what = {
        "trust": _("tilliten hos %(child)s", child=sight.child),
        "load": _("belastningen for %(child)s", child=sight.child),
        "school": _("skolen for %(child)s", child=sight.child),
        "health": _("helsen til %(child)s", child=sight.child),
        "protection": _("tryggheten til %(child)s", child=sight.child),
        "development": _("utviklingen til %(child)s", child=sight.child),
    }[about["value"]]
    return _("%(what)s er lav", what=what) if low else _("%(what)s er høy", what=what)


_SAYS: dict[str, Callable[[Sight, About, bool], str]] = {
    "done": _done,
    "not_done": lambda sight, about, negated: _done(sight, about, not negated),
    "unowned": _unowned,
    "scene": _scene,
    "fact_known": _known,
    "handover": _handover,
    "inject": _inject,
    "elapsed": _elapsed,
    "below": lambda sight, about, negated: _value(sight, about, not negated),
    "at_least": _value,
}
