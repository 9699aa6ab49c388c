// One region of the page: replaced whole, what was open stays open, focus stays where it was.

import { say } from "./say.js";

export function held() {
  return [...document.querySelectorAll("[data-region]")]
    .map((each) => `${each.dataset.region}.${each.dataset.mark}`)
    .join(",");
}

export function replace(name, html) {
  const old = document.querySelector(`[data-region="${CSS.escape(name)}"]`);
  if (!old) return;
  const made = new DOMParser().parseFromString(html, "text/html").body.firstElementChild;
  if (made.dataset.mark === old.dataset.mark) return;
  const focus = key(old.contains(document.activeElement) ? document.activeElement : null);
  const open = new Set([...old.querySelectorAll("details[open] > summary")].map(key));
  for (const summary of made.querySelectorAll("details > summary")) {
    if (open.has(key(summary))) summary.parentElement.open = true;
  }
  old.replaceWith(document.importNode(made, true));
  const fresh = document.querySelector(`[data-region="${CSS.escape(name)}"]`);
  if (focus) find(fresh, focus)?.focus({ preventScroll: true });
  speak(old, fresh);
  fresh.dispatchEvent(new CustomEvent("region", { bubbles: true, detail: name }));
  const waits = document.querySelector("[data-reload-on]");
  if (waits?.dataset.reloadOn === name) location.reload();
}

// What a thing is called, so that its successor in the new region can be told from the others.
function key(element) {
  if (!element) return "";
  const folds = element.matches("summary");
  const id = element.id || (folds && element.parentElement.id);
  if (id) return id;
  const words = element.textContent.trim();
  const about = element.closest("li, section, article");
  // What folds may tell how many lie in it, and is the same when that is another number.
  return `${element.tagName}|${element.value ?? ""}|${folds ? words.replace(/\d+/g, "") : words}|${
    about?.firstElementChild?.textContent.trim() ?? ""
  }`;
}

function find(region, wanted) {
  const all = region.querySelectorAll("a, button, summary, input");
  return [...all].find((each) => key(each) === wanted);
}

function speak(old, fresh) {
  const before = old.querySelector("[data-spoken]")?.textContent.trim();
  const now = fresh.querySelector("[data-spoken]")?.textContent.replace(/\s+/g, " ").trim();
  if (now && now !== before?.replace(/\s+/g, " ")) say(now);
}
