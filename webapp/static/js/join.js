// The door: hands on a link's token, and goes on by itself when the wait is over or one is asked to play.

const WAIT_MS = 10_000;

const form = document.querySelector("form[data-exchange]");
const token = location.hash.slice(1);
if (form && token) {
  history.replaceState(null, "", location.pathname);
  form.elements.token.value = token;
  form.submit();
}

const waiting = document.querySelector("[data-wait]");
if (waiting) {
  const { wait, waits, asked } = waiting.dataset;
  const ask = async () => {
    try {
      const answer = await fetch(wait, { headers: { Accept: "application/json" } });
      const said = await answer.json();
      if (!answer.ok || String(said.waits) !== waits || String(said.asked) !== asked) {
        location.reload();
        return;
      }
    } catch {
      // No network just now: ask again.
    }
    setTimeout(ask, WAIT_MS + Math.random() * WAIT_MS / 2);
  };
  setTimeout(ask, WAIT_MS / 2);
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden && waits === "true") location.reload();
  });
}
