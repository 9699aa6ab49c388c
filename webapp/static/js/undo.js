// What may be regretted for ten seconds goes away by itself.

const UNDO_MS = 10_000;

function fade() {
  for (const undo of document.querySelectorAll("[data-undo]")) {
    setTimeout(() => undo.remove(), UNDO_MS);
  }
}
document.addEventListener("region", (event) => event.target.querySelector("[data-undo]") && fade());
fade();
