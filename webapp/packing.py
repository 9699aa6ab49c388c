"""Style sheets and scripts go out packed (gzip), so that a first page is light on a poor net (A12).

Only files that are the same for everybody. Pages are not packed: they hold a token beside words
that others can choose, and how well that packs would give the token away.
"""

from __future__ import annotations

import gzip
from functools import lru_cache

from flask import Flask, Response, request

PACKED = frozenset({"text/css", "text/javascript", "application/javascript", "image/svg+xml"})
SMALL = 500
"""Bytes below which packing saves nothing."""
OK = 200


def init(app: Flask) -> None:
    """Pack what may be packed, for those who can unpack it."""
    app.after_request(_pack)


def _pack(response: Response) -> Response:
    if request.endpoint != "static" or response.mimetype not in PACKED:
        return response
    response.vary.add("Accept-Encoding")
    asked = request.accept_encodings.quality("gzip") > 0
    if not asked or response.status_code != OK or (response.content_length or 0) < SMALL:
        return response
    response.direct_passthrough = False
    response.set_data(_packed(response.get_data()))
    response.headers["Content-Encoding"] = "gzip"
    etag, _weak = response.get_etag()
    if etag:
        # Not the same bytes as the unpacked file, only the same file.
        response.set_etag(etag, weak=True)
    return response


@lru_cache(maxsize=128)
def _packed(plain: bytes) -> bytes:
    return gzip.compress(plain, mtime=0)
