// Drafts: what is being written is kept in this browser each two seconds, and found again.

const EVERY_MS = 2_000;
const PREFIX = "draft:";

const keyOf = (form) => PREFIX + (document.body.dataset.who ?? "") + form.dataset.draft;

function fields(form) {
  return [...form.elements].filter((each) => each.name && !["hidden", "submit"].includes(each.type));
}

function valueOf(form) {
  return fields(form).map((each) => (["radio", "checkbox"].includes(each.type) ? each.checked : each.value));
}

function save(form) {
  const value = JSON.stringify(valueOf(form));
  if (value === form.dataset.saved || form.dataset.sent) return;
  form.dataset.saved = value;
  try {
    localStorage.setItem(keyOf(form), value);
  } catch {
    // A full or closed store must not stand in the way of writing.
  }
}

function restore(form) {
  const kept = JSON.parse(localStorage.getItem(keyOf(form)) ?? "null");
  const own = fields(form);
  form.dataset.saved = JSON.stringify(valueOf(form));
  if (!kept || kept.length !== own.length) return;
  own.forEach((each, place) => {
    if (["radio", "checkbox"].includes(each.type)) each.checked = kept[place];
    else each.value = kept[place];
    if (kept[place] && each.closest("details")) each.closest("details").open = true;
  });
}

export function forget(form) {
  form.dataset.sent = "1";
  if (form.dataset.draft) localStorage.removeItem(keyOf(form));
}

for (const form of document.querySelectorAll("form[data-draft]")) {
  restore(form);
  setInterval(() => save(form), EVERY_MS);
  form.addEventListener("focusout", () => save(form));
  addEventListener("pagehide", () => save(form));
}
