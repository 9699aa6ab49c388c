// A press lasts from when a finger goes down until its click has come. What it aims at stays so long:
// an element replaced under the finger would swallow the press.

const CLICK_WITHIN_MS = 150;
const LONGEST_MS = 2_000;
let over = Promise.resolve();

// Until no press is under way, nor another that began meanwhile.
export async function pressed() {
  for (let waited; waited !== over; ) await (waited = over);
}

function begun() {
  over = new Promise((done) => {
    const lifted = () => setTimeout(done, CLICK_WITHIN_MS);
    for (const end of ["pointerup", "pointercancel"]) addEventListener(end, lifted, { once: true, capture: true });
    setTimeout(done, LONGEST_MS);
  });
}

addEventListener("pointerdown", begun, true);
