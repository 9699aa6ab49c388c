// The line to the server: one socket a page, and words for how it is.

import { say as aloud } from "./say.js";

let socket = null;
let state = "slow";

const chip = document.querySelector("[data-line]");

function say(now) {
  const lost = chip?.dataset.state && chip.dataset.state !== now;
  state = now;
  sessionStorage.setItem("line", now);
  if (!chip) return;
  chip.dataset.state = now;
  chip.querySelector("[data-line-words]").textContent = chip.dataset[now];
  // Said aloud only when it changes; that a page has come is no news.
  if (lost) aloud(chip.dataset[now]);
}

export function connect(as, exercise = "") {
  if (socket || typeof window.io !== "function") {
    say(navigator.onLine ? "slow" : "off");
    return socket;
  }
  socket = window.io({ auth: { as, exercise }, reconnectionDelayMax: 5_000 });
  socket.on("connect", () => say("on"));
  socket.on("disconnect", () => say(navigator.onLine ? "slow" : "off"));
  socket.on("connect_error", () => say(navigator.onLine ? "slow" : "off"));
  addEventListener("offline", () => say("off"));
  addEventListener("online", () => socket.connected || say("slow"));
  // As it was on the page before: words that change later would move what a finger aims at.
  const words = sessionStorage.getItem("line") === "slow" ? "slow" : "begin";
  if (chip) chip.querySelector("[data-line-words]").textContent = chip.dataset[words];
  return socket;
}

export function onState() {
  return state;
}

export function line() {
  return socket?.connected ? socket : null;
}
