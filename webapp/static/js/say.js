// The page's one polite voice: at most one message in three seconds, the newest wins.

const GAP_MS = 3_000;
const voice = document.querySelector("[data-say]");
let next = "";
let last = 0;
let timer = 0;

function speak() {
  timer = 0;
  last = Date.now();
  if (voice) voice.textContent = next;
}

export function say(words) {
  next = words;
  if (!timer) timer = setTimeout(speak, Math.max(last + GAP_MS - Date.now(), 0));
}
