// How much of a phase is used, in whole minutes, for whoever leads; quietly, and nothing runs out.
const MINUTE_MS = 60_000;
const LOOK_MS = 10_000;
const told = document.querySelector("[data-used]");

if (told) {
  const began = performance.now() - Number(told.dataset.used);
  setInterval(() => {
    const minutes = Math.floor((performance.now() - began) / MINUTE_MS);
    told.textContent = told.dataset.words.replace("#", minutes);
  }, LOOK_MS);
}
