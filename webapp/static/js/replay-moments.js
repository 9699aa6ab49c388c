// The replay's moments: read from their table, and shown by fetching the region of one of them.

import { replace } from "./region.js";

// Read before anybody sorts the table.
export function read(table) {
  return [...table.querySelectorAll("tbody tr")].map((row) => ({
    seq: row.dataset.seq,
    at: Number(row.dataset.at),
    begins: "begins" in row.dataset,
    said: `${row.cells[0].textContent.trim()}, ${row.cells[3].textContent.trim()}`,
    href: row.querySelector("a").href,
  }));
}

// One question at a time; whoever moved on meanwhile gets the newest only.
export function shower(root) {
  const failed = root.querySelector("[data-failed-here]");
  let wanted = "";
  let asking = false;

  async function ask(seq) {
    const address = new URL(root.dataset.from, location.href);
    address.searchParams.set("at", seq);
    const answer = await fetch(address).catch(() => null);
    const said = answer?.ok ? await answer.json() : null;
    failed.hidden = Boolean(said);
    failed.textContent = said ? "" : root.dataset.failed;
    // Somebody may have gone further while this was under way.
    if (!wanted) for (const { region, html } of said?.regions ?? []) replace(region, html);
  }

  return async (seq) => {
    wanted = seq;
    if (asking) return;
    asking = true;
    while (wanted) {
      const next = wanted;
      wanted = "";
      await ask(next);
    }
    asking = false;
  };
}
