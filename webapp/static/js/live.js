// Regions: applies what the server pushes, and fetches what was missed. The socket only hints.
import { connect, onState } from "./line.js";
import { held, replace } from "./region.js";

const root = document.querySelector("[data-live]");
const POLL_MS = 5_000;
const GAP_MS = 1_000;
let asking = false;
let again = false;
let last = 0;
let timer = 0;

async function resync() {
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
    if (answer.ok) apply(await answer.json());
  } catch {
    // No network just now; the next poll, push or return tries again.
  }
  asking = false;
  if (again) {
    again = false;
    resync();
  }
}

function apply(said) {
  later(said.again);
  root.dataset.seq = Math.max(said.seq, Number(root.dataset.seq));
  for (const { region, html } of said.regions) replace(region, html);
}

// Story time goes on also when nothing happens: ask again when it would read otherwise.
function later(ms) {
  if (ms === undefined) return;
  clearTimeout(timer);
  if (ms > 0) timer = setTimeout(resync, ms + Math.random() * GAP_MS);
}

function pushed(said) {
  const mine = Number(root.dataset.seq);
  if (said.after > mine || said.more) {
    resync();
    return;
  }
  if (said.seq >= mine) apply(said);
  // Regions of one thing (an item, a meeting) are not in a push.
  if (document.querySelector('[data-region*="~"]')) resync();
}

if (root) {
  later(Number(root.dataset.again));
  const socket = connect(root.dataset.live, root.dataset.exercise);
  socket?.on("regions", pushed);
  socket?.on("connect", resync);
  socket?.on("left", () => location.reload());
  // Without a socket nobody tells this page what came of its own act.
  document.addEventListener("acted", () => onState() !== "on" && resync());
  setInterval(() => onState() !== "on" && !document.hidden && resync(), POLL_MS);
  for (const back of ["pageshow", "online", "focus"]) addEventListener(back, resync);
  document.addEventListener("visibilitychange", () => document.hidden || resync());
}
