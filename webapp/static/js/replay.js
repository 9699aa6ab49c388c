// The replay: slider, ways on and playing all lead to one moment, and the page follows it.

import { read, shower } from "./replay-moments.js";
import { player } from "./replay-player.js";
import { say } from "./say.js";

const root = document.querySelector("[data-replay]");
const slider = root.querySelector("[data-step]");
const moments = read(document.querySelector("[data-moments]"));
const show = shower(root);
// Browsers allow only so many new addresses in a while: a drag makes one, when it rests.
const REST_MS = 300;
let place = Number(slider.defaultValue);
let resting = 0;

function phase(step) {
  let to = place + step;
  while (moments[to] && !moments[to].begins) to += step;
  return moments[to] ? to : place;
}
const ways = {
  "phase-back": () => phase(-1),
  back: () => Math.max(place - 1, 0),
  on: () => Math.min(place + 1, moments.length - 1),
  "phase-on": () => phase(1),
};

// What else on the page speaks of the moment: addresses, and forms that lead back to it.
function follow() {
  const { seq, said, href } = moments[place];
  slider.value = place;
  slider.setAttribute("aria-valuetext", said);
  clearTimeout(resting);
  resting = setTimeout(() => history.replaceState(null, "", href), REST_MS);
  for (const field of document.querySelectorAll("input[name=at]")) field.value = seq;
  const { pathname, search } = new URL(href);
  for (const field of document.querySelectorAll("input[name=next]")) field.value = pathname + search;
  for (const link of document.querySelectorAll("[data-follows]")) {
    const to = new URL(link.href);
    to.searchParams.set("at", seq);
    link.href = to;
  }
  for (const link of root.querySelectorAll("[data-go]")) {
    const to = ways[link.dataset.go]();
    link.href = moments[to].href;
    link.setAttribute("aria-disabled", String(to === place));
  }
}

function go(to) {
  if (to === place) return;
  place = to;
  follow();
  show(moments[to].seq);
}

const playing = player(root, { moments, go, here: () => place, paused: () => say(moments[place].said) });

slider.value = place;
slider.addEventListener("input", () => playing.moved(() => go(Number(slider.value))));
slider.addEventListener("keydown", (event) => {
  const way = { PageUp: "phase-on", PageDown: "phase-back" }[event.key];
  if (!way) return;
  event.preventDefault();
  playing.moved(() => go(ways[way]()));
});
root.addEventListener("click", (event) => {
  const link = event.target.closest("[data-go]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  playing.moved(() => go(ways[link.dataset.go]()));
  say(moments[place].said);
});
root.querySelector("[data-bar]").addEventListener("submit", (event) => event.preventDefault());
root.querySelector("[data-without-scripts]").hidden = true;
