// Drafts: kept in this browser each two seconds, on the server when one leaves a field, and found
// again on whichever phone the seat is played.

import { upload } from "./upload.js";

const EVERY_MS = 2_000;
const CHOICES = ["radio", "checkbox"];
const keyOf = (form) => `draft:${form.dataset.draft}`;

function fields(form) {
  return [...form.elements].filter((each) => each.name && !["hidden", "submit"].includes(each.type));
}

function valueOf(form) {
  return JSON.stringify(fields(form).map((each) => (CHOICES.includes(each.type) ? each.checked : each.value)));
}

function save(form) {
  const value = valueOf(form);
  if (value === form.dataset.saved || form.dataset.sent) return;
  form.dataset.saved = value;
  try {
    localStorage.setItem(keyOf(form), value);
  } catch {
    // A full or closed store must not stand in the way of writing.
  }
}

function fill(form, kept) {
  const own = fields(form);
  const values = JSON.parse(kept ?? "null");
  if (values?.length !== own.length) return;
  own.forEach((each, place) => {
    if (CHOICES.includes(each.type)) each.checked = values[place];
    else each.value = values[place];
    if (values[place] && each.closest("details")) each.closest("details").open = true;
  });
}

export function forget(form) {
  if (!form.dataset.draft) return;
  form.dataset.sent = "1";
  localStorage.removeItem(keyOf(form));
  if (form.dataset.uploaded || form.dataset.draftText) upload(form, "");
}

async function begin(form) {
  form.dataset.saved = form.dataset.empty = valueOf(form);
  const here = localStorage.getItem(keyOf(form));
  if (here) fill(form, here);
  else if (form.dataset.draftText) fill(form, form.dataset.draftText);
  setInterval(() => save(form), EVERY_MS);
  form.addEventListener("focusout", () => form.dataset.sent || (save(form), upload(form, form.dataset.saved)));
  let sent = null;
  form.addEventListener("submit", (event) => (sent = event));
  // Sent by the browser itself, where the script that sends was not there yet: then it is no draft.
  addEventListener("pagehide", () => (sent && !sent.defaultPrevented ? forget(form) : save(form)));
}

document.querySelectorAll("form[data-draft]").forEach(begin);
