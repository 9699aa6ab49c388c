// What the page holds, and how it learns what it missed: one question at a time, one a second.
import { pressed } from "./press.js";
import { held, replace } from "./region.js";

export const root = document.querySelector("[data-live]");
const GAP_MS = 1_000;
let asking = false;
let again = false;
let last = 0;
let timer = 0;

export async function resync() {
  if (asking) {
    again = true;
    return;
  }
  asking = true;
  const wait = last + GAP_MS - Date.now();
  if (wait > 0) await new Promise((done) => setTimeout(done, wait));
  last = Date.now();
  try {
    const where = new URL(root.dataset.from, location);
    where.searchParams.set("after", root.dataset.seq);
    where.searchParams.set("held", held());
    const answer = await fetch(where, { headers: { Accept: "application/json" } });
    if (answer.status === 403) location.reload();
    if (answer.ok) await apply(await answer.json());
  } catch {
    // No network just now; the next poll, push or return tries again.
  }
  asking = false;
  if (again) {
    again = false;
    resync();
  }
}

export async function apply(said) {
  later(said.again);
  await pressed();
  root.dataset.seq = Math.max(said.seq, Number(root.dataset.seq));
  for (const { region, html } of said.regions) replace(region, html);
}

// Story time goes on also when nothing happens: ask again when it would read otherwise.
export function later(ms) {
  if (ms === undefined) return;
  clearTimeout(timer);
  if (ms > 0) timer = setTimeout(resync, ms + Math.random() * GAP_MS);
}
