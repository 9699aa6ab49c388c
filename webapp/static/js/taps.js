// Taps: acts of one touch, sent without leaving the page. The regions then show what came of it.

import { say } from "./say.js";
import { send } from "./send.js";

function commandOf(value, exercise = "") {
  const body = {};
  let kind = "";
  let team = "";
  for (const [name, each] of new URLSearchParams(value)) {
    if (name === "kind") kind = each;
    else if (name === "@team") team = each;
    else if (name.endsWith("[]")) (body[name.slice(0, -2)] ??= []).push(each);
    else body[name] = each;
  }
  return { command_id: newId(), kind, body, exercise, team };
}

function newId() {
  return crypto.randomUUID?.() ?? [...crypto.getRandomValues(new Uint8Array(16))].join("-");
}

async function tapped(event) {
  const form = event.target;
  const button = event.submitter;
  if (!form.matches("[data-taps]") || !button) return;
  event.preventDefault();
  if (button.getAttribute("aria-disabled") === "true") return;
  button.setAttribute("aria-disabled", "true");
  const answer = await send(commandOf(button.value, form.dataset.exercise), (words) => say(words || form.dataset.keptWords));
  button.removeAttribute("aria-disabled");
  if (answer.ok) document.dispatchEvent(new Event("acted"));
  if (answer.ok && document.querySelector(".reply, .meeting")) location.reload();
  const said = document.querySelector("[data-tap-said]");
  said.hidden = answer.ok;
  said.textContent = answer.ok ? "" : answer.text;
}

document.addEventListener("submit", tapped);
