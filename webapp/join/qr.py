"""The QR code that lets a phone in."""

from __future__ import annotations

import segno
from markupsafe import Markup


def svg(link: str, label: str) -> Markup:
    """The link as an inline SVG that fills its box; ``label`` is what a screen reader says."""
    drawn = segno.make(link, error="m").svg_inline(
        omitsize=True, border=4, light="#ffffff", dark="#072f35", svgclass="qr", lineclass=None
    )
    opening = Markup('<svg role="img" aria-label="{}" ').format(label)
    return Markup(drawn.replace("<svg ", opening, 1))  # noqa: S704 - segno's own drawing
