"""Walks through every state of the screens, for those who look at them (axe, widths, pictures)."""
