"""Every refusal in words: what the rules said no to, and what one can do instead."""

from __future__ import annotations

from collections.abc import Mapping

from flask_babel import lazy_gettext as _l

from simulator.journal.store_contract import Receipt

AT_THE_DOORS = {
    "malformed": _l("Det forsto vi ikke. Last siden på nytt og prøv igjen."),
    "not_yours_to_ask": _l("Det kan ikke gjøres herfra."),
    "not_read_aloud": _l("Les «Før vi starter» høyt først, og kryss av."),
    "no_seat": _l("Du har ingen rolle ennå. Hent rollen din først."),
    "too_fast": _l("Det gikk litt fort. Vent et øyeblikk og prøv igjen."),
    "left": _l("Plassen din gjelder ikke lenger. Last siden på nytt."),
    "unknown_event": _l("Det forsto vi ikke. Last siden på nytt og prøv igjen."),
    "unavailable": _l(
        "Det er ikke lagret ennå. Vent litt og prøv igjen; teksten din er her fortsatt."
    ),
    "real_national_id": _l(
        "Dette ligner et ekte fødselsnummer, og er derfor verken sendt eller lagret. Øvelsen er "
        "oppdiktet: ta bort nummeret, så kan resten sendes. Teksten din står her fortsatt."
    ),
    "real_phone": _l(
        "Dette ligner et ekte telefonnummer, og er derfor verken sendt eller lagret. Øvelsen er "
        "oppdiktet: ta bort nummeret, så kan resten sendes. Teksten din står her fortsatt."
    ),
    "real_email": _l(
        "Dette ligner en ekte e-postadresse, og er derfor verken sendt eller lagret. Øvelsen er "
        "oppdiktet: ta bort adressen, så kan resten sendes. Teksten din står her fortsatt."
    ),
}
IN_PLAY = {
    "already_answered": _l("Dette er allerede besvart."),
    "already_asked": _l("Du har allerede spurt om dette."),
    "about_what": _l("Skriv hva det gjelder."),
    "already_repaired": _l("Dere har allerede tatt det opp igjen."),
    "already_resting": _l("Du har allerede tatt pause."),
    "already_signed": _l("Du har allerede signert denne versjonen."),
    "already_started": _l("Øvelsen er allerede i gang."),
    "already_told": _l("Det er allerede sagt fra."),
    "already_yours": _l("Den har du allerede."),
    "amount_missing": _l("Skriv hvor mye: timer i uka, eller kroner."),
    "card_not_known": _l("Du kan bare dele opplysninger du selv har fått."),
    "card_twice": _l("Den samme opplysningen er valgt to ganger."),
    "goal_not_known": _l("Det målet finner vi ikke i den delen av planen du er med i."),
    "evidence_missing": _l("Skriv hva som viser det."),
    "five_sentences": _l("Skriv en setning om hvert av de fem."),
    "handover_is_settled": _l("Overleveringen er allerede avgjort."),
    "has_a_role": _l("Den som har en rolle i laget, kan ikke spille familien også."),
    "inject_is_settled": _l("Innspillet er allerede sendt eller tatt ut."),
    "leave_for_what": _l("Velg hvilke opplysninger du ber om å få dele."),
    "measure_is_stopped": _l("Tiltaket er avsluttet. Sett et nytt hvis det trengs."),
    "measure_not_known": _l("Det tiltaket finner vi ikke i den delen av planen du er med i."),
    "no_advice_here": _l("Råd finnes bare i øvelser som er laget med råd."),
    "level_is_so": _l("Det nivået er det allerede."),
    "no_such_line": _l("Den linja finner vi ikke i loggen. Last siden på nytt."),
    "no_such_criterion": _l("Det punktet hører ikke til noe nivå. Last siden på nytt."),
    "no_such_ground": _l("Det grunnlaget finner vi ikke. Last siden på nytt."),
    "nobody_to_settle": _l("Ingen på laget kan avgjøre det. Ta det opp med øvingslederen."),
    "not_yours_to_settle": _l("Det er en kommunalsjef som avgjør det. Be heller om en avgjørelse."),
    "say_why": _l("Skriv hvorfor."),
    "takes_no_notification": _l("En bekymringsmelding går til barnevernet. Velg hvem der."),
    "takes_no_referral": _l("Denne rollen tar ikke imot henvisninger. Spør, eller overlever."),
    "is_coordinator": _l("Den rollen er allerede koordinator."),
    "newer_pact": _l("Avtalen er skrevet på nytt. Les den nye versjonen, og signer den."),
    "no_interlude": _l("Det er ikke noe hopp å gå videre fra nå."),
    "no_ke": _l("Laget har ingen koordinerende enhet i denne øvelsen."),
    "no_pact": _l("Det er ingen avtale å gjøre det med nå."),
    "no_scene": _l("Ingen scene er i gang nå."),
    "no_such_inject": _l("Det innspillet finnes ikke i dette formatet."),
    "no_such_listening": _l("Den samtalen finner vi ikke."),
    "no_such_meeting": _l("Det møtet finner vi ikke."),
    "no_such_probe": _l("Det spørsmålet finner vi ikke."),
    "no_such_question": _l("Det spørsmålet finner vi ikke."),
    "no_such_request": _l("Det spørsmålet om samtykke finner vi ikke."),
    "no_such_seat": _l("Den rollen finnes ikke på laget."),
    "no_such_voice": _l("Det kan ikke sies i denne samtalen. Velg et annet svar."),
    "nobody_asked_you": _l("Ingen har spurt deg om dette."),
    "nobody_comes_yet": _l("Møtet trenger minst én til. Velg hvem som skal komme."),
    "not_asked_for": _l("Svaret kan bare gjelde det de spurte om."),
    "not_in_the_meeting": _l("Du er ikke med i dette møtet."),
    "nobody_to_stand_in_for": _l("Systemet spiller den rollen fra før, eller ingen gjør det."),
    "not_in_your_inbox": _l("Den saken ligger ikke i innboksen din."),
    "not_paused": _l("Øvelsen står ikke på pause."),
    "not_resting": _l("Du er ikke på pause."),
    "not_running": _l("Øvelsen er ikke i gang nå."),
    "not_the_caller": _l("Det er den som kalte inn, som gjør dette."),
    "not_the_scribe": _l("Det er den som skriver referat, som gjør dette."),
    "not_your_handover": _l("Den overleveringen er ikke din."),
    "not_your_listening": _l("Den samtalen er ikke din."),
    "not_your_part": _l("Det er familien som sier dette, og de sier bare sitt eget."),
    "not_your_seat": _l("Det er ikke din rolle."),
    "not_yours": _l("Den er ikke din."),
    "nothing_to_extend": _l("Det er ikke noe å forlenge nå."),
    "nothing_to_send": _l("Skriv noe, eller velg en opplysning, før du sender."),
    "nothing_to_take_back": _l("Det er ikke noe samtykke å trekke tilbake her."),
    "nothing_to_undo": _l("Det er ikke noe å angre."),
    "only_facilitator": _l("Det er det bare øvingslederen som kan."),
    "other_end_is_yours": _l(
        "Du har sittet i den andre enden av en overlevering som er åpen. "
        "Velg en annen rolle, eller vent til overleveringen er fulgt helt i mål."
    ),
    "only_ke": _l(
        "Det er koordinerende enhet som navngir. Du kan melde behovet dit, "
        "eller løfte det til en leder."
    ),
    "only_ke_or_leaders": _l("Det er koordinerende enhet og lederne som svarer for dette."),
    "only_leaders": _l("Det er ledere som kan frigjøre dette. Løft det til lederen din."),
    "pace_out_of_range": _l("Tempoet må være mellom ti sekunder og ti minutter."),
    "paused": _l("Øvelsen står på pause. Det du har skrevet, er her når den går videre."),
    "pen_is_taken": _l(
        "Den som holder pennen, skriver avtalen. Åpne den igjen når den er skrevet."
    ),
    "nothing_to_merge": _l("Bare to lapper som henger på samme side, kan slås sammen."),
    "nothing_to_rate": _l("Det er ikke noe å vurdere der."),
    "survey_is_closed": _l("Det var før øvelsen. Etterpå kommer de samme spørsmålene igjen."),
    "play_goes_on": _l("Det kommer når spillet er over."),
    "play_is_over": _l("Spillet er over."),
    "probe_asked_before": _l("Det spørsmålet er stilt før."),
    "probe_first": _l("Svar på spørsmålet underveis først."),
    "probe_is_closed": _l("Spørsmålet er lukket."),
    "reopen_first": _l("Noen har signert. Åpne avtalen igjen, og si hvorfor."),
    "request_missing": _l("Skriv hva du ber om, før du overleverer."),
    "seen_already": _l("Mottakeren har allerede sett det, så det kan ikke angres."),
    "somebody_coordinates": _l("Noen andre har koordineringsansvaret. Be om å få det overført."),
    "start_first": _l("Den må settes i gang først."),
    "story_stands_still": _l("Fortellingen står stille nå, så tempoet kan ikke endres."),
    "take_over_first": _l("Overta saken først."),
    "task_not_open": _l("Den oppgaven er ikke åpen nå."),
    "talk_it_over": _l("Her snakker dere sammen. Den som skriver, skriver hva dere blir enige om."),
    "the_scene_ends_it": _l("Møtet avsluttes med scenen."),
    "to_yourself": _l("Velg en annen enn deg selv."),
    "too_late_to_undo": _l("Det er for sent å angre. Angre må gjøres innen ti sekunder."),
    "which_cards": _l("Velg hvilke opplysninger det er greit å dele."),
    "who_plays_it": _l("Velg hvem du spør."),
    "waits_for_an_answer": _l("En annen er navngitt og har ikke svart ennå. Vent på svaret først."),
    "who_gets_it": _l("Velg hvem som får det, eller hvilken oppgave det er til."),
    "who_takes_it": _l("Velg hvem som tar det."),
    "why_missing": _l("Skriv hvorfor, eller hva du foreslår i stedet."),
    "you_are_resting": _l("Du er på pause. Kom tilbake når du vil, så kan du handle igjen."),
}
WORDS = AT_THE_DOORS | IN_PLAY
UNKNOWN = _l("Det gikk ikke nå. Last siden på nytt og prøv igjen.")


def in_words(code: str, about: Mapping[str, str] | None = None) -> str:
    """The text of a refusal, in the reader's language."""
    text = str(WORDS.get(code, UNKNOWN))
    try:
        return text % (about or {}) if "%(" in text else text
    except KeyError:
        return text


def answer(receipt: Receipt) -> dict[str, object]:
    """A receipt as both doors give it back."""
    if receipt.code is not None:
        words = in_words(receipt.code, receipt.about)
        return {"ok": False, "seq": receipt.seq, "code": receipt.code, "text": words}
    return {
        "ok": True,
        "seq": receipt.seq,
        "seqs": list(receipt.seqs),
        "repeated": receipt.repeated,
    }
