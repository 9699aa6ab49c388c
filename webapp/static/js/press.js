// A press lasts from when a finger goes down until its click has come. What it aims at stays so long:
// an element replaced under the finger would swallow the press.

const CLICK_WITHIN_MS = 150;
const LONGEST_MS = 2_000;
let over = Promise.resolve();

export function pressed() {
  return over;
}

function begun() {
  over = new Promise((done) => {
    const lifted = () => setTimeout(done, CLICK_WITHIN_MS);
    for (const end of ["pointerup", "pointercancel"]) addEventListener(end, lifted, { once: true, capture: true });
    setTimeout(done, LONGEST_MS);
  });
}

addEventListener("pointerdown", begun, true);
