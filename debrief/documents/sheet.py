"""A document's tables as a spreadsheet (Office Open XML), a sheet each, to sort and to search."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.cell import Cell as SheetCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from debrief.documents.harmless import harmless
from debrief.documents.model import Cell, Document, Table
from debrief.documents.still import still

LONGEST_NAME = 31
"""Characters that a sheet's name may have."""
PAGE_WIDTH = 120
"""Characters over all columns of a sheet."""
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")


def sheet(document: Document) -> bytes:
    """The tables of ``document`` as an xlsx file. A row's evidence is for cells of its own."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    _describe(workbook, document)
    for table in document.tables:
        _fill(workbook.create_sheet(_name(table.caption)), table)
    return still(_saved(workbook), document.moment)


def _describe(workbook: Workbook, document: Document) -> None:
    about = workbook.properties
    about.title, about.language, about.creator = document.title, document.lang, "Samspill"
    about.created = about.modified = document.moment


def _fill(page: Worksheet, table: Table) -> None:
    for number, cells in enumerate((table.head, *(row.cells for row in table.rows)), start=1):
        for column, value in enumerate(cells, start=1):
            _write(page.cell(number, column), value)
    for cell in page[1]:
        cell.font = Font(bold=True)
    for column, width in enumerate(table.widths, start=1):
        share = width * PAGE_WIDTH / sum(table.widths)
        page.column_dimensions[get_column_letter(column)].width = share
    page.freeze_panes = "A2"
    page.auto_filter.ref = page.dimensions
    page.print_title_rows = "1:1"


def _write(cell: SheetCell, value: Cell) -> None:
    """D14: words are words, whatever they begin with."""
    if isinstance(value, int):
        cell.value = value
        return
    cell.value = harmless(value)
    cell.data_type = "s"
    cell.alignment = Alignment(wrap_text=True, vertical="top")


def _name(caption: str) -> str:
    return _NOT_IN_NAMES.sub(" ", caption)[:LONGEST_NAME]


def _saved(workbook: Workbook) -> bytes:
    """The file, made without the function that stamps the clock on it."""
    out = BytesIO()
    ExcelWriter(workbook, ZipFile(out, "w", ZIP_DEFLATED)).save()
    return out.getvalue()
