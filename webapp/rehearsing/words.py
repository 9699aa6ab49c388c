"""Findings in words: what was seen, and what an author can do about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from facilitator.rehearsal.finding import Finding
from scenarios.plan import Plan
from webapp.regions.say import _, _l

R_NAMES = {
    "rammer": _l("Rammer"),
    "retning": _l("Retning"),
    "roller": _l("Roller"),
    "regler": _l("Regler"),
    "relasjoner": _l("Relasjoner"),
}
PLAYERS = {
    "typical": (_l("Vanlige"), _l("Det meste blir gjort, noe for sent, og noen kort blir borte.")),
    "novice": (_l("Ferske"), _l("Kjenner ikke hverandres oppgaver, og glemmer mer.")),
    "expert": (_l("Øvde"), _l("Gjør det meste i tide, og fører sakene helt fram.")),
    "silent": (_l("Tause"), _l("Ingen åpner eller gjør noe. Viser hva dreieboka gjør alene.")),
}
"""Profiles that can be chosen on the page: what they are called, and how they play."""


@dataclass(frozen=True, slots=True)
class Told:
    """A finding as it is told: what was seen, and what to try."""

    seen: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Advice:
    """What was seen, line by line, and the one thing to try about it."""

    seen: tuple[str, ...]
    remedy: str


def told(plan: Plan, finding: Finding) -> Told:
    """``finding`` in the language in use; names are those of ``plan``'s language."""
    seen, remedy = TEXTS[finding.code]
    about = dict(finding.figures)
    minutes = {
        name.removesuffix("_s"): _minutes(value)
        for name, value in about.items()
        if name.endswith("_s")
    }
    filled = {**about, **minutes, "name": name_of(plan, finding)}
    return Told(_(seen, **filled), _(remedy, **filled))


def advice(plan: Plan, found: Iterable[Finding]) -> list[Advice]:
    """Findings that have one remedy in common, told together, in the order of the first of them."""
    seen: dict[str, list[str]] = {}
    for finding in found:
        words = told(plan, finding)
        seen.setdefault(words.remedy, []).append(words.seen)
    return [Advice(tuple(each), remedy) for remedy, each in seen.items()]


def name_of(plan: Plan, finding: Finding) -> str:
    """What a finding is about, as an author knows it."""
    kind = finding.code.partition("_")[0]
    return NAMES[kind](plan, finding.about) if kind in NAMES else ""


def r_name(r: str) -> str:
    """An R in the language in use."""
    return _(R_NAMES[r])


def _minutes(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02}"


def _inject(plan: Plan, about: str) -> str:
    inject = plan.injects[about]
    return f"{about} ({inject.code}, {inject.sender})"


NAMES: dict[str, Callable[[Plan, str], str]] = {
    "scene": lambda plan, about: plan.scenes[about].title,
    "seat": lambda plan, about: plan.seats[about].name,
    "inject": _inject,
    "handover": lambda plan, about: f"{about} «{plan.handovers[about].text.rstrip('.')}»",
    "act": lambda plan, about: f"{about} «{plan.expected[about][1].text.rstrip('.')}»",
    "index": lambda _plan, about: r_name(about),
}

TEXTS: dict[str, tuple[str, str]] = {
    "hung": (
        _l(
            "Spillet stoppet opp %(count)s ganger: ingenting mer skulle skje, men det var ikke "
            "slutt."
        ),
        _l(
            "Se etter en scene som venter på noe som ikke kommer. Spill frø %(seed)s med "
            "samspill rehearse, ta vare på journalen og les slutten av den."
        ),
    ),
    "error": (
        _l("%(count)s kjøringer feilet. De andre er telt med."),
        _l(
            "Det er en feil i programmet eller i historien. Spill frø %(seed)s om igjen, og ta "
            "vare på meldingen."
        ),
    ),
    "scene_over": (
        _l(
            "«%(name)s» gikk over tiden sin, venting medregnet, i %(percent)s %% av kjøringene: "
            "planlagt %(planned)s, som oftest %(median)s minutter."
        ),
        _l("Sett av mer tid til scenen i dette formatet, eller legg færre innspill i den."),
    ),
    "scene_holds": (
        _l(
            "«%(name)s» er ferdig, men venter på noen i %(percent)s %% av kjøringene, som oftest "
            "%(hold)s minutter. Planlagt %(planned)s, i praksis %(median)s."
        ),
        _l(
            "La det siste innspillet komme tidligere, eller gjør scenen lengre: den som får noe, "
            "skal ha minst to og et halvt minutt på seg."
        ),
    ),
    "seat_crowded": (
        _l(
            "%(name)s får mer enn formatets grense i %(percent)s %% av kjøringene, på det meste "
            "%(most)s for mye."
        ),
        _l(
            "Akutte innspill slipper alltid fram. Flytt et som ikke er akutt, eller gi det til en "
            "annen rolle."
        ),
    ),
    "seat_idle": (
        _l(
            "%(name)s har mer enn seks minutter uten noe å gjøre i %(percent)s %% av kjøringene, "
            "som oftest %(minutes)s minutter på det lengste."
        ),
        _l("Gi rollen noe midt i det tomme strekket, eller del den ut først når dere er mange."),
    ),
    "inject_never_condition": (
        _l("%(name)s kom aldri på %(runs)s kjøringer: vilkåret ble ikke oppfylt."),
        _l(
            "Skal det bare komme når noe går galt, så prøv med svakere spillere. Ellers kan "
            "vilkåret gjøres lettere å oppfylle, eller innspillet få et fast tidspunkt."
        ),
    ),
    "inject_never_load": (
        _l("%(name)s kom aldri på %(runs)s kjøringer: mottakeren hadde fullt til scenen var over."),
        _l("La det komme tidligere i scenen, eller gi det til en rolle med bedre tid."),
    ),
    "inject_never_waiting": (
        _l("%(name)s kom aldri på %(runs)s kjøringer: spillet nådde ikke fram til det."),
        _l("Se hvorfor spillet tok slutt før scenen det hører til."),
    ),
    "inject_load": (
        _l("%(name)s faller ut i %(percent)s %% av kjøringene fordi mottakeren har fullt."),
        _l("La det komme tidligere i scenen, eller gi det til en rolle med bedre tid."),
    ),
    "inject_always": (
        _l("%(name)s har et vilkår, men kom i alle %(runs)s kjøringene."),
        _l(
            "Er det et svar på noe laget kan unngå, er det nesten ikke mulig å unngå det: gi dem "
            "mer tid eller et tydeligere tegn. Ellers kan det like gjerne ha et fast tidspunkt."
        ),
    ),
    "inject_waits": (
        _l("%(name)s venter som oftest %(minutes)s minutter til mottakeren har plass."),
        _l("Flytt det dit det er ro, eller flytt noe av det som kommer like før."),
    ),
    "handover_not_due": (
        _l("Overleveringen %(name)s ble aldri aktuell."),
        _l("Den hører til et innspill som ikke kom. Begynn med det."),
    ),
    "handover_not_made": (
        _l("Overleveringen %(name)s ble gjort %(made)s av %(due)s ganger."),
        _l("Se om avsenderen får kortene i tide, og om noe i teksten viser hvem som trenger dem."),
    ),
    "handover_not_closed": (
        _l("Overleveringen %(name)s ble sendt %(made)s ganger og ført helt fram %(closed)s."),
        _l(
            "La den begynne tidligere i scenen: mottakeren skal rekke å overta, svare, begynne og "
            "gi beskjed."
        ),
    ),
    "act_never": (
        _l("Ingen gjorde %(name)s i noen av de %(asked)s kjøringene der det var ventet."),
        _l(
            "Se om rollen har det den trenger: opplysningene, fristen, og en mottaker som finnes i "
            "formatet."
        ),
    ),
    "act_late": (
        _l("%(name)s ble gjort %(done)s av %(asked)s ganger, og aldri i tide."),
        _l("Gi lengre frist, eller la innspillet komme tidligere."),
    ),
    "index_none": (
        _l("%(name)s hadde for lite grunnlag i alle kjøringene."),
        _l("Formatet spør for lite om dette. Ta med flere handlinger eller overleveringer."),
    ),
    "index_flat": (
        _l("%(name)s ble nesten lik i alle kjøringene, rundt %(index)s av 100."),
        _l("Da viser øvelsen ikke forskjell på lag her. Legg inn noe der laget kan velge ulikt."),
    ),
}
"""What was seen and what to try, by code. Real times are minutes:seconds."""
