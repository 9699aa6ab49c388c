"""Markdown of scenario authors as harmless HTML (D12): no raw HTML in, an allowlist out."""

from __future__ import annotations

import nh3
from markdown_it import MarkdownIt
from markupsafe import Markup

TAGS = {"p", "br", "em", "strong", "ul", "ol", "li", "a", "blockquote", "h3", "h4"}

_parser = MarkdownIt("commonmark", {"html": False, "linkify": False})


def to_html(text: str) -> Markup:
    """``text`` as HTML that holds no script, style, image or link but https."""
    clean = nh3.clean(
        _parser.render(text),
        tags=TAGS,
        attributes={"a": {"href"}},
        url_schemes={"https"},
        link_rel="noopener noreferrer",
    )
    return Markup(clean)  # noqa: S704 - the allowlist above has just cleaned it
