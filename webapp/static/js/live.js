// The page hears of news: by the socket, which only hints, or by asking now and then.
import { connect, onState } from "./line.js";
import { apply, later, resync, root } from "./news.js";

const POLL_MS = 5_000;

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
  // Too many pages of one person: this one asks now and then, and pushes out no other.
  socket?.on("left", (said) => said?.reason === "tabs" || location.reload());
  // Without a socket nobody tells this page what came of its own act.
  document.addEventListener("acted", () => onState() !== "on" && resync());
  setInterval(() => onState() !== "on" && !document.hidden && resync(), POLL_MS);
  for (const back of ["pageshow", "online", "focus"]) addEventListener(back, resync);
  document.addEventListener("visibilitychange", () => document.hidden || resync());
}
