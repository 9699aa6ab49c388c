"""What stops the desk for a while: questions underway, and meetings."""

from __future__ import annotations

from flask import abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from webapp import access
from webapp.regions.duties import duties
from webapp.regions.meeting import meeting, uses
from webapp.regions.probe import ProbeView, probe
from webapp.views.desk import bp, others, whens
from webapp.views.pages import page
from webapp.views.tapping import asked


@bp.get("/probe")
@access.allow("participant")
def probe_page() -> str | Response:
    """The private questions that are open now."""
    shown = page()
    questions = probe(shown.sight)
    if questions is None or questions.answered:
        return redirect(url_for("desk.index"), 303)
    return render_template("desk/probe.html", page=shown, probe=questions)


@bp.post("/probe")
@access.allow("participant")
def answer_probe() -> Response:
    """The seat's own answers."""
    questions = probe(page().sight)
    if questions is not None:
        body = {"probe": questions.id, "answers": answers_of(questions)}
        asked("probe.answer", body, request.form.get("command_id", ""))
    return redirect(url_for("desk.index"), 303)


def answers_of(questions: ProbeView) -> dict[str, list[str]]:
    """What was chosen, question by question; what was left open stays out."""
    chosen = {each.id: request.form.getlist(f"answer.{each.id}") for each in questions.questions}
    return {name: values for name, values in chosen.items() if values}


@bp.get("/meetings/<meeting_id>")
@access.allow("participant")
def meeting_page(meeting_id: str) -> str:
    """A meeting the seat sits in, or called and has not opened."""
    shown = page([f"meeting~{meeting_id}"])
    found = meeting(shown.sight, meeting_id)
    if found is None:
        abort(404)
    return render_template(
        "desk/meeting.html",
        page=shown,
        meeting=found,
        duties=duties(shown.sight),
        everybody=[*others(shown.sight)],
        whens=whens(),
        uses=uses(),
    )
