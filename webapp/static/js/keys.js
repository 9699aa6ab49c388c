// Keys of the console. They press what is on the screen, can be listed by "?", and switched off.

const OFF = "keys-off";
const dialog = document.getElementById("keys");
const off = dialog?.querySelector("[data-keys-off]");

function press(key) {
  const focus = document.querySelector(`[data-key-focus="${CSS.escape(key)}"]`);
  if (focus) {
    focus.focus();
    return true;
  }
  if (key === "m") {
    const panel = document.getElementById("adhoc");
    panel.open = true;
    panel.querySelector("input:not([type=hidden])").focus();
    return true;
  }
  const button = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  button?.click();
  return Boolean(button);
}

addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input:not([type=checkbox]):not([type=radio]), textarea, select");
  if (typing || dialog.open || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "?") {
    event.preventDefault();
    dialog.showModal();
  } else if (!off.checked && event.key.length === 1 && press(event.key)) event.preventDefault();
});

if (off) {
  off.checked = localStorage.getItem(OFF) === "1";
  off.addEventListener("change", () => localStorage.setItem(OFF, off.checked ? "1" : "0"));
}
for (const opener of document.querySelectorAll("[data-keys-open]")) {
  opener.addEventListener("click", () => dialog.showModal());
}
