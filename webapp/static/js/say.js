// The page's one polite voice: at most one message in three seconds, the newest wins.

const GAP_MS = 3_000;
const voice = document.querySelector("[data-say]");
let next = "";
let last = 0;
let timer = 0;

function speak() {
  timer = 0;
  last = Date.now();
  if (voice && voice.textContent !== next) voice.textContent = next;
}

export function say(words) {
  next = words;
  if (!timer) timer = setTimeout(speak, Math.max(last + GAP_MS - Date.now(), 0));
}

// What a page has to tell of the act that led to it.
const ack = document.querySelector("[data-ack]");
if (ack) setTimeout(() => say(ack.textContent.trim()), GAP_MS / 10);
