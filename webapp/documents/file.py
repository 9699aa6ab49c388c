"""A document as a file that a browser keeps."""

from __future__ import annotations

from flask import Response
from gevent import get_hub

from debrief.documents.model import Document
from webapp.documents.making import FORMS


def as_file(document: Document, form: str, name: str) -> Response:
    """``document`` in a form of ``FORMS``, to be kept under ``name`` with that form's ending.

    It is written in a thread: a long report in PDF takes half a second, and Typst leaves the
    interpreter to others meanwhile, so that everybody else is served.
    """
    content = get_hub().threadpool.apply(FORMS[form].write, (document,))
    answer = Response(content, content_type=FORMS[form].media)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}.{form}"'
    return answer
