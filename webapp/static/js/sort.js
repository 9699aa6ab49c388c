// Tables that can be sorted: each head is a button; pressed again, it turns the order round.

const words = new Intl.Collator(document.documentElement.lang, { numeric: true });

function worth(row, column) {
  const cell = row.cells[column];
  return cell.dataset.order ?? cell.textContent.trim();
}

function sort(table, head) {
  const down = head.getAttribute("aria-sort") === "ascending";
  const column = head.cellIndex;
  const body = table.tBodies[0];
  const rows = [...body.rows].sort((one, other) => words.compare(worth(one, column), worth(other, column)));
  body.append(...(down ? rows.reverse() : rows));
  for (const each of table.tHead.rows[0].cells) each.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", down ? "descending" : "ascending");
}

for (const table of document.querySelectorAll("table[data-sorts]")) {
  for (const head of table.tHead.rows[0].cells) {
    if ("unsorted" in head.dataset) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sort";
    button.append(...head.childNodes);
    button.addEventListener("click", () => sort(table, head));
    head.append(button);
  }
}
