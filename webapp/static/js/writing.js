// Whoever writes a handover is left in peace for a while: the server hears that they write, never
// what. Nothing waits for its answer.

const AGAIN_MS = 60_000;
const form = document.querySelector('form[data-act="handover.offer"]');
let said = 0;

function tell(kind) {
  const command_id = crypto.randomUUID?.() ?? `w${Date.now()}-${Math.random()}`.replace(".", "");
  fetch("/act", {
    method: "POST",
    keepalive: true,
    headers: {
      "Content-Type": "application/json",
      Accept: "application/json",
      "X-CSRFToken": document.querySelector('meta[name="csrf-token"]').content,
    },
    body: JSON.stringify({ command_id, kind, body: {} }),
  }).catch(() => {});
}

form?.addEventListener("input", () => {
  if (said && performance.now() - said < AGAIN_MS) return;
  said = performance.now();
  tell("writing.begin");
});
addEventListener("pagehide", () => {
  if (said && !form.dataset.sent) tell("writing.end");
  said = 0;
});
