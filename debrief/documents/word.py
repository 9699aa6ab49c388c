"""A document as Word (Office Open XML): real headings, a language, heads that repeat."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import docx
from docx.document import Document as Word
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph as WordParagraph

from debrief.documents.harmless import printable
from debrief.documents.model import Bullets, Document, Heading, Paragraph, Part, Row, Table, cited
from debrief.documents.still import still

LOCALES = {"nb": "nb-NO", "nn": "nn-NO", "en": "en-GB"}
FONT = "Calibri"
SMALL = Pt(8.5)
A4, MARGIN = (Mm(210), Mm(297)), Mm(22)


def word(document: Document) -> bytes:
    """The document as a docx file."""
    paper = docx.Document()
    _describe(paper, document)
    _shape(paper, LOCALES[document.lang])
    paper.add_heading(printable(document.title), level=0)
    for part in document.parts:
        _add(paper, part)
    out = BytesIO()
    paper.save(out)
    return still(out.getvalue(), document.moment)


def _describe(paper: Word, document: Document) -> None:
    about = paper.core_properties
    about.title, about.language = printable(document.title), LOCALES[document.lang]
    about.author = about.last_modified_by = "Samspill"
    about.comments, about.revision = "", 1
    about.created = about.modified = document.moment


def _shape(paper: Word, locale: str) -> None:
    section = paper.sections[0]
    section.page_width, section.page_height = A4
    section.left_margin = section.right_margin = section.top_margin = MARGIN
    usual = paper.styles["Normal"]
    usual.font.name, usual.font.size = FONT, Pt(10.5)
    for spoken in paper.styles.element.iter(qn("w:lang")):
        spoken.set(qn("w:val"), locale)


def _add(paper: Word, part: Part) -> None:
    match part:
        case Heading():
            paper.add_heading(printable(part.text), level=part.level)
        case Paragraph():
            words = paper.add_paragraph()
            words.add_run(printable(part.text)).bold = part.strong
            _cite(words, part.evidence)
        case Bullets():
            for each in part.items:
                paper.add_paragraph(printable(each), style="List Bullet")
        case Table():
            _add_table(paper, part)


def _add_table(paper: Word, table: Table) -> None:
    caption = paper.add_paragraph()
    caption.add_run(printable(table.caption)).bold = True
    caption.paragraph_format.keep_with_next = True
    made = paper.add_table(rows=1, cols=len(table.head), style="Table Grid")
    for cell, text in zip(made.rows[0].cells, table.head, strict=True):
        cell.paragraphs[0].add_run(printable(text)).bold = True
    _repeat_head(made)
    for row in table.rows:
        _add_row(made, row)
    whole = A4[0] - 2 * MARGIN
    for column, width in zip(made.columns, table.widths, strict=True):
        # Word goes by the cells, others by the column.
        column.width = whole * width // sum(table.widths)
        for cell in column.cells:
            cell.width = column.width
    paper.add_paragraph()


def _add_row(made: WordTable, row: Row) -> None:
    cells = made.add_row().cells
    for cell, value in zip(cells, row.cells, strict=True):
        cell.paragraphs[0].add_run(printable(str(value)))
    _cite(cells[-1].paragraphs[0], row.evidence)


def _repeat_head(made: WordTable) -> None:
    """Marks the first row as the head: screen readers say it, and each page shows it."""
    head: Any = OxmlElement("w:tblHeader")
    head.set(qn("w:val"), "true")
    made.rows[0]._tr.get_or_add_trPr().append(head)  # noqa: SLF001 - python-docx has no other way


def _cite(words: WordParagraph, seqs: tuple[int, ...]) -> None:
    if seqs:
        words.add_run(f" {cited(seqs)}").font.size = SMALL
