// Playing: play time runs at the chosen speed, and the last moment it has passed is shown.

const TICK_MS = 500;

export function player(root, { moments, go, here, paused }) {
  const button = root.querySelector("[data-play]");
  const last = moments.length - 1;
  let timer = 0;
  let clock = 0;
  let ticked = 0;

  const speed = () => Number(root.querySelector("[name=speed]:checked").value);

  function show() {
    button.textContent = timer ? button.dataset.pauseWords : button.dataset.playWords;
    root.toggleAttribute("data-is-playing", Boolean(timer));
  }

  function stop() {
    clearInterval(timer);
    timer = 0;
    show();
    // Quiet while it runs; where it stopped is told once.
    paused();
  }

  function tick() {
    const now = performance.now();
    clock += (now - ticked) * speed();
    ticked = now;
    let to = here();
    while (to < last && moments[to + 1].at <= clock) to += 1;
    go(to);
    if (to === last) stop();
  }

  // Whoever goes somewhere else while it plays, plays on from there.
  function moved(by) {
    by();
    clock = moments[here()].at;
    ticked = performance.now();
  }

  button.addEventListener("click", () => {
    if (timer) {
      stop();
      return;
    }
    moved(() => here() === last && go(0));
    timer = setInterval(tick, TICK_MS);
    show();
  });
  root.querySelector("[data-playing]").hidden = false;
  return { moved };
}
