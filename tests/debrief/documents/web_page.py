"""Reading a document's web page back, with the standard library's parser."""

from __future__ import annotations

from html.parser import HTMLParser


class WebPage(HTMLParser):
    """A page as its reader has it: every tag, what each block says, the tables row by row."""

    BLOCKS = ("title", "h1", "h2", "h3", "p", "li", "caption", "th", "td")

    def __init__(self, file: bytes) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.said: list[tuple[str, str]] = []
        self.rows: list[list[str]] = []
        self._inside = ""
        self._words = ""
        self.feed(file.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A row begins, or a block."""
        self.tags.append((tag, dict(attrs)))
        if tag == "tr":
            self.rows.append([])
        if tag in self.BLOCKS:
            self._inside, self._words = tag, ""

    def handle_data(self, data: str) -> None:
        """Words of the block that is open."""
        self._words += data

    def handle_endtag(self, tag: str) -> None:
        """A block is whole."""
        if tag == self._inside:
            self.said.append((tag, self._words))
            self._inside = ""
            if tag in ("th", "td"):
                self.rows[-1].append(self._words)

    def all(self, tag: str) -> list[str]:
        """What the blocks of a kind say, in order."""
        return [words for each, words in self.said if each == tag]

    def words(self) -> str:
        """Everything it says, as one line."""
        return " ".join(words for _tag, words in self.said)
