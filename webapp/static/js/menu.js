// Small manners: the menu closes by itself, the places change without a new page.
for (const menu of document.querySelectorAll("[data-menu]")) {
  document.addEventListener("click", (event) => {
    if (!menu.contains(event.target)) menu.open = false;
  });
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
}

const places = document.querySelector("[data-places]");
for (const tab of document.querySelectorAll("[data-go]")) {
  tab.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || !places) return;
    event.preventDefault();
    places.dataset.place = tab.dataset.go;
    history.replaceState(null, "", tab.href);
    for (const each of document.querySelectorAll("[data-go]")) {
      if (each === tab) each.setAttribute("aria-current", "page");
      else each.removeAttribute("aria-current");
    }
    scrollTo(0, 0);
  });
}
