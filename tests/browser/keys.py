"""A keyboard and nothing else: Tab, arrows, Enter, space; and eyes that look for the focus."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.browser.fingers import Fingers

MOST_STEPS = 250
"""Tabs to anything on a page; more, and nobody would get there."""

STANDS = """wanted => {
  const active = document.activeElement;
  if (active === wanted) return "here";
  const group = wanted.type === "radio" && active.type === "radio" && active.name === wanted.name;
  if (group && active.form === wanted.form) return "group";
  if (active === document.body || !wanted.isConnected) return "after";
  return wanted.compareDocumentPosition(active) & Node.DOCUMENT_POSITION_FOLLOWING
    ? "before" : "after";
}"""
SHOWN = """() => {
  const active = document.activeElement;
  const ringed = each => {
    const style = each && getComputedStyle(each);
    return style && ((style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2)
      || style.boxShadow !== "none");
  };
  const name = `${active.tagName} ${active.name ?? ""} ${active.textContent.trim().slice(0, 40)}`;
  const label = active.closest("label");
  if (![active, label, active.nextElementSibling].some(ringed)) return `no ring: ${name}`;
  const box = (label ?? active).getBoundingClientRect();
  if (!box.width || !box.height) return `nothing to see: ${name}`;
  const points = [[0.5, 0.5], [0.1, 0.5], [0.5, 0.15], [0.5, 0.85]];
  const seen = points.some(([x, y]) => {
    const on = document.elementFromPoint(box.x + box.width * x, box.y + box.height * y);
    return on && ((label ?? active).contains(on) || on.contains(active));
  });
  return seen ? "" : `under something: ${name}`;
}"""


class Keys(Fingers):
    """Goes by Tab to whatever it uses. ``faults`` are places where the focus could not be seen."""

    def __init__(self) -> None:
        super().__init__()
        self.faults: list[str] = []
        self.steps = 0

    def press(self, target: Locator) -> None:
        """Go there and press Enter; space on what is ticked."""
        self.activations += 1
        self.go(target)
        kind = target.get_attribute("type")
        target.page.keyboard.press("Space" if kind in ("checkbox", "radio") else "Enter")

    def pick(self, field: Locator) -> None:
        """Space, or arrows within a group of radios."""
        if field.is_checked():
            return
        self.activations += 1
        self.go(field)
        if not field.is_checked():
            field.page.keyboard.press("Space")
        expect(field).to_be_checked()

    def write(self, field: Locator, text: str) -> None:
        """Go there and type over what stands."""
        self.go(field)
        field.page.keyboard.press("Control+a")
        field.page.keyboard.insert_text(text)
        expect(field).to_have_value(text)

    def choose(self, field: Locator, value: str) -> None:
        """Arrows until it stands there."""
        self.activations += 1
        self.go(field)
        for _ in range(field.locator("option").count()):
            if field.input_value() == value:
                return
            field.page.keyboard.press("ArrowDown")
        expect(field).to_have_value(value)

    def go(self, target: Locator) -> None:
        """Tab or Shift+Tab until the focus stands there; it must be seen when it does."""
        page = target.page
        target.wait_for(state="attached")
        for _ in range(MOST_STEPS):
            stands = target.evaluate(STANDS)
            if stands == "here":
                self._look(page)
                return
            step = {"group": "ArrowDown", "before": "Shift+Tab", "after": "Tab"}[stands]
            page.keyboard.press(step)
            self.steps += 1
        raise AssertionError(f"no way by keyboard to {target}")

    def skip(self, page: Page) -> None:
        """The skip link is the first thing on a page, is seen, and leads to the content."""
        page.keyboard.press("Tab")
        link = page.locator(".ds-skip-link")
        expect(link).to_be_focused()
        self._look(page)
        page.keyboard.press("Enter")
        expect(page.locator("#innhold")).to_be_focused()

    def _look(self, page: Page) -> None:
        fault = page.evaluate(SHOWN)
        if fault:
            self.faults.append(f"{page.url.partition('?')[0]}: {fault}")
