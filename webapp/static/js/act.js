// Forms of acts: sent without leaving the page until they are stored, kept when the net is gone.

import { forget } from "./drafts.js";
import { say } from "./say.js";
import { send } from "./send.js";

const KEPT = document.querySelector("[data-kept-words]")?.dataset.keptWords ?? "";

export function bodyOf(form, button) {
  const body = {};
  for (const field of form.querySelectorAll('[name^="body."][name$="[]"]')) body[field.name.slice(5, -2)] = [];
  for (const [name, value] of new FormData(form, button)) {
    if (!name.startsWith("body.")) continue;
    const field = name.slice(5);
    const [key, inner] = field.split(".", 2);
    if (field.endsWith("[]")) body[field.slice(0, -2)].push(value);
    else if (value !== "" && inner) body[key] = { [inner]: value, ...body[key] };
    else if (value !== "" && !(field in body)) body[field] = value;
  }
  return body;
}

function tell(form, kind, words) {
  if (kind === "kept") say(words);
  for (const each of form.querySelectorAll("[data-error], [data-kept]")) {
    const on = kind in each.dataset && words;
    each.hidden = !on;
    each.textContent = on ? words : "";
  }
}

async function submitted(event) {
  const form = event.target;
  if (!form.matches("form[data-act]")) return;
  event.preventDefault();
  if (form.dataset.sending) return;
  form.dataset.sending = "1";
  tell(form, "", "");
  const command = {
    command_id: form.elements.command_id.value,
    kind: form.elements.kind.value,
    body: bodyOf(form, event.submitter),
    exercise: form.elements.exercise?.value ?? "",
    team: form.elements.team?.value ?? "",
  };
  const answer = await send(command, (words) => tell(form, "kept", words || KEPT));
  delete form.dataset.sending;
  if (answer.ok) {
    forget(form);
    // The same page again: the browser must not put back what has been sent.
    const following = form.elements.next.value;
    form.reset();
    location.assign(following);
    return;
  }
  // Refused: nothing happened, so the corrected act is another act.
  form.elements.command_id.value = crypto.randomUUID?.() ?? `r${Date.now()}-${Math.random()}`.replace(".", "");
  tell(form, "error", answer.text);
}

document.addEventListener("submit", submitted);
