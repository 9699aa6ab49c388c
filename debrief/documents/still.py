"""Zip files that are the same bytes whenever they are made: no time but the one given.

Word documents and spreadsheets are zip files of XML; their makers stamp the clock into each entry.
"""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

EARLIEST = 1980
"""The first year that a zip file can tell."""


def still(made: bytes, moment: datetime) -> bytes:
    """The zip file ``made`` with ``moment`` on every entry."""
    out = BytesIO()
    with ZipFile(BytesIO(made)) as read, ZipFile(out, "w", ZIP_DEFLATED) as write:
        for name in sorted(read.namelist(), key=_order):
            info = ZipInfo(name, _stamp(moment))
            info.compress_type = ZIP_DEFLATED
            write.writestr(info, read.read(name))
    return out.getvalue()


def _order(name: str) -> tuple[bool, str]:
    """What tells the types of the others comes first: some readers look at nothing else."""
    return (name != "[Content_Types].xml", name)


def _stamp(moment: datetime) -> tuple[int, int, int, int, int, int]:
    year = max(moment.year, EARLIEST)
    return (year, moment.month, moment.day, moment.hour, moment.minute, moment.second)
