"""The documents hold the figures of the journal, in the reader's language, and no names."""

from __future__ import annotations

import re
from datetime import datetime
from functools import cache
from io import BytesIO

import docx
import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from debrief.documents.model import Document, Language, Table
from debrief.five_r import five_r
from debrief.handovers import handover_rows
from debrief.record import Record
from debrief.responses import response_rows
from debrief.timeline import timeline
from scenarios.loader import load
from scenarios.plan import plan_for
from simulator.play.kernel import FACILITATOR, seat_actor
from simulator.rehearse import rehearse
from tests.debrief.builder import Tale
from webapp.cli.spoken import spoken
from webapp.documents.eyes import Reading
from webapp.documents.frame import services
from webapp.documents.log import log
from webapp.documents.making import COMPOSED, made
from webapp.documents.report import report
from webapp.gjennomgang.five_r import decimal

LANGUAGES: tuple[Language, ...] = ("nb", "nn")
SENT = {
    "nb": "Sendt: {}. Overtatt: {}. Fulgt helt fram: {}.",
    "nn": "Sendt: {}. Overteke: {}. Følgt heilt fram: {}.",
}
