"""Small PNGs: a screenshot with its few colours in a palette, as flat screens have them."""

from __future__ import annotations

import base64
import struct
import zlib
from typing import Any, cast

from playwright.sync_api import Page

COLOURS = 64
SIGNATURE = b"\x89PNG\r\n\x1a\n"
READ = """async ([data, most]) => {
  const picture = new Image();
  picture.src = `data:image/png;base64,${data}`;
  await picture.decode();
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  pen.drawImage(picture, 0, 0);
  const pixels = pen.getImageData(0, 0, picture.width, picture.height).data;
  const counts = new Map();
  const key = at => (pixels[at] << 16) | (pixels[at + 1] << 8) | pixels[at + 2];
  for (let at = 0; at < pixels.length; at += 4) counts.set(key(at), (counts.get(key(at)) ?? 0) + 1);
  const apart = (one, other) => [16, 8, 0].reduce((sum, by) =>
    sum + (((one >> by) & 255) - ((other >> by) & 255)) ** 2, 0);
  // The commonest as they are, then none that is nearly another: a small green dot stays green.
  const palette = [];
  for (const [colour] of [...counts].sort((one, other) => other[1] - one[1])) {
    const wanted = palette.length < 24 || palette.every(each => apart(each, colour) > 300);
    if (palette.length < most && wanted) {
      palette.push(colour);
    }
  }
  const places = new Map(palette.map((colour, place) => [colour, place]));
  const nearest = colour => {
    if (!places.has(colour)) {
      let best = 0;
      palette.forEach((each, place) => {
        if (apart(each, colour) < apart(palette[best], colour)) best = place;
      });
      places.set(colour, best);
    }
    return places.get(colour);
  };
  let rows = "";
  for (let at = 0; at < pixels.length; at += 4) rows += String.fromCharCode(nearest(key(at)));
  return { width: picture.width, height: picture.height, palette, rows: btoa(rows) };
}"""


class Palette:
    """Reads pictures in a browser's page, which knows how, and writes them again."""

    def __init__(self, page: Page) -> None:
        page.goto("about:blank")
        self._page = page

    def of(self, png: bytes) -> bytes:
        """The same picture in at most ``COLOURS`` colours."""
        sent = [base64.b64encode(png).decode(), COLOURS]
        read = cast("dict[str, Any]", self._page.evaluate(READ, sent))
        width, height = int(read["width"]), int(read["height"])
        flat = base64.b64decode(read["rows"])
        rows = b"".join(b"\0" + flat[at : at + width] for at in range(0, width * height, width))
        colours = b"".join(int(each).to_bytes(3, "big") for each in read["palette"])
        header = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
        parts = ((b"IHDR", header), (b"PLTE", colours), (b"IDAT", zlib.compress(rows, 9)))
        return SIGNATURE + b"".join(_chunk(*part) for part in (*parts, (b"IEND", b"")))


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
