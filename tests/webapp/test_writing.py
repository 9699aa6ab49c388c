"""What people write: nothing of it runs, and real people's data stop at the door."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from stdnum import luhn

from webapp.security import realdata
from webapp.security.sanitize import to_html

PAYLOADS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "[klikk](javascript:alert(1))",
    "[klikk](data:text/html;base64,PHNjcmlwdD4=)",
    "[klikk](http://utrygt.example)",
    "![bilde](https://evil.example/x.png)",
    "<a href='https://x' onclick='alert(1)'>x</a>",
    "<style>body{display:none}</style>",
    "<iframe src='https://evil.example'></iframe>",
    "`<script>`",
    "<div style='position:fixed'>x</div>",
]
ALLOWED = {"p", "br", "em", "strong", "ul", "ol", "li", "a", "blockquote", "h3", "h4"}


class Tags(HTMLParser):
    """The tags of a piece of HTML, with their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note one."""
        self.found.append((tag, dict(attrs)))


@pytest.mark.parametrize("payload", PAYLOADS)
def test_markdown_comes_out_harmless(payload: str) -> None:
    """D12: no tag, attribute or address beyond the allowlist survives."""
    for tag, attributes in Tags(str(to_html(payload))).found:
        assert tag in ALLOWED
        assert set(attributes) <= {"href", "rel"}
        assert (attributes.get("href") or "https://").startswith("https://")


def test_templates_in_content_stay_text() -> None:
    """D12: content is never a template."""
    assert "{{7*7}}" in to_html("{{7*7}}")


def test_links_open_nothing_back() -> None:
    """D12: https links are kept, with rel."""
    html = to_html("[Lovdata](https://lovdata.no)")
    assert 'href="https://lovdata.no"' in html
    assert "noopener" in html


def national_id(first: str) -> str:
    """A made-up but valid national id number that begins with nine given digits."""
    digits = [int(digit) for digit in first]
    one = -sum(w * d for w, d in zip((3, 7, 6, 1, 8, 9, 4, 5, 2), digits, strict=True)) % 11
    two = -sum(w * d for w, d in zip((5, 4, 3, 2, 7, 6, 5, 4, 3, 2), [*digits, one], strict=True))
    return f"{first}{one}{two % 11}"


VALID = [
    number
    for number in map(national_id, ("010190401", "410190402", "150385502"))
    if len(number) == 11
]


@pytest.mark.parametrize("number", VALID)
def test_valid_national_ids_are_found(number: str) -> None:
    """C11: also D-numbers, and also with a space where people put it."""
    assert realdata.found_in(f"Hun er {number}.") == "national_id"
    assert realdata.found_in(f"{number[:6]} {number[6:]}") == "national_id"
    wrong = number[:-1] + str((int(number[-1]) + 1) % 10)
    assert realdata.found_in(wrong) is None


@pytest.mark.parametrize(
    "text",
    [
        "ring 912 34 567",
        "91234567",
        "22 33 44 55",
        "+47 912 34 567",
        "004791234567",
        "+46701234567",
    ],
)
def test_telephone_numbers_are_found(text: str) -> None:
    """C11: in the ways they are written here."""
    assert realdata.found_in(text) == "phone"


def test_email_addresses_are_found() -> None:
    """C11: anywhere in a text, and anywhere in a body."""
    assert realdata.found_in("Skriv til ola.normann@kommune.no da") == "email"
    assert realdata.found_within({"a": ["ok", {"b": "x@y.no"}]}) == "email"


@pytest.mark.parametrize(
    "text",
    [
        "Emma sa det klokka 13.30, tirsdag 12.03.2026.",
        "Ring 116 117 eller 113, 116 111 eller 116 123.",
        "Vi tar 3 av 5 tiltak, 1 200 kroner og uke 42.",
        "Fra 2025 til 2026",
        "oppll § 10-6, bvl § 13-4",
        "Saken er 2026/1234",
    ],
)
def test_ordinary_texts_pass(text: str) -> None:
    """Dates, help numbers, sections and sums are no one's data."""
    assert realdata.found_in(text) is None


def test_the_check_digit_of_other_numbers_does_not_matter() -> None:
    """Eleven digits that are no national id (such as an account number) are left alone."""
    assert luhn.is_valid("12345678903")
    assert realdata.found_in("12345678903") is None
