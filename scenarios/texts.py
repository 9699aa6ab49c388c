"""Which fields of a model people read, and how an overlay gives them in another language.

The models themselves say it (:class:`scenarios.schema.Translatable`); nothing is listed by hand.
An overlay mirrors the structure: items with an ``id`` stand under that id, other lists in the same
order; an item with a single text and no id is that text.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from pydantic import BaseModel

from scenarios.kinds import Translatable
from scenarios.yaml_text import Path

Problem = Literal["missing", "unknown", "shape"]
Report = Callable[[Path, Problem, str], None]
"""Called with the path, the kind of problem, and a detail (texts missing, or what was wanted)."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A text."""


@dataclass(frozen=True, slots=True)
class Row:
    """A model: its fields that hold texts."""

    fields: dict[str, Shape]
    keyed: bool

    @property
    def single(self) -> str | None:
        """The only text of an item without id; its overlay is the text itself."""
        names = list(self.fields)
        alone = not self.keyed and len(names) == 1 and isinstance(self.fields[names[0]], Leaf)
        return names[0] if alone else None


@dataclass(frozen=True, slots=True)
class Listed:
    """A list of ``item``."""

    item: Shape


@dataclass(frozen=True, slots=True)
class Mapped:
    """A mapping from any key to ``item``."""

    item: Shape


Shape = Leaf | Row | Listed | Mapped


def shape_of(model: type[BaseModel]) -> Row:
    """The texts of ``model``. Raises TypeError if it has none."""
    shape = _shape(model)
    if not isinstance(shape, Row):
        raise TypeError(f"{model.__name__} holds no text that people read")
    return shape


@cache
def _shape(annotation: object) -> Shape | None:
    return _walk(annotation, ())


def _walk(annotation: object, inside: tuple[type, ...]) -> Shape | None:
    origin, args = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated:
        marked = any(_is_mark(extra) for extra in args[1:])
        return Leaf() if marked else _walk(args[0], inside)
    if origin in (typing.Union, types.UnionType):
        return next((shape for arg in args if (shape := _walk(arg, inside))), None)
    if origin is list:
        item = _walk(args[0], inside)
        return Listed(item) if item else None
    if origin is dict:
        item = _walk(args[1], inside)
        return Mapped(item) if item else None
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _model(annotation, inside)
    return None


def _model(model: type[BaseModel], inside: tuple[type, ...]) -> Row | None:
    if model in inside:
        return None
    hints = typing.get_type_hints(model, include_extras=True)
    fields = {
        name: shape
        for name in model.model_fields
        if (shape := _walk(hints[name], (*inside, model)))
    }
    return Row(fields, "id" in model.model_fields) if fields else None


def _is_mark(extra: object) -> bool:
    return isinstance(extra, Translatable)


def translate(
    shape: Shape, source: object, overlay: object, report: Report, path: Path = ()
) -> object:
    """``source`` with the texts of ``overlay`` in place of its own.

    What is missing keeps the source's text and is reported; so is what ``source`` does not have.
    """
    if source is None:
        return source
    if overlay is None:
        if count := count_texts(shape, source):
            report(path, "missing", str(count))
        return source
    if isinstance(shape, Leaf):
        return _leaf(source, overlay, report, path)
    if isinstance(shape, Row):
        return _row(shape, source, overlay, report, path)
    if isinstance(shape, Mapped):
        keys = dict.fromkeys(source, shape.item) if isinstance(source, dict) else {}
        return _mapping(keys, source, overlay, report, path)
    return _list(shape.item, source, overlay, report, path)


def _leaf(source: object, overlay: object, report: Report, path: Path) -> object:
    if isinstance(overlay, str) and overlay.strip():
        return overlay
    report(path, "shape", "a text in quotes")
    return source


def _row(shape: Row, source: object, overlay: object, report: Report, path: Path) -> object:
    if shape.single and isinstance(overlay, str) and isinstance(source, dict):
        return {**source, shape.single: overlay}
    return _mapping(shape.fields, source, overlay, report, path)


def _mapping(
    shapes: dict[str, Shape], source: object, overlay: object, report: Report, path: Path
) -> object:
    if not isinstance(source, dict):
        return source
    if not isinstance(overlay, dict):
        report(path, "shape", "a mapping with the keys " + ", ".join(shapes))
        return source
    for key in overlay:
        if source.get(key) is None or key not in shapes:
            report((*path, key), "unknown", "")
    return source | {
        key: translate(shape, source[key], overlay.get(key), report, (*path, key))
        for key, shape in shapes.items()
        if key in source
    }


def _list(item: Shape, source: object, overlay: object, report: Report, path: Path) -> object:
    if not isinstance(source, list):
        return source
    if isinstance(item, Row) and item.keyed:
        by_id = {str(row.get("id")): row for row in source if isinstance(row, dict)}
        done = _mapping(dict.fromkeys(by_id, item), by_id, overlay, report, path)
        return list(done.values()) if isinstance(done, dict) else source
    if not isinstance(overlay, list) or len(overlay) != len(source):
        report(path, "shape", f"a list of {len(source)}, in the same order")
        return source
    return [
        translate(item, old, new, report, (*path, at))
        for at, (old, new) in enumerate(zip(source, overlay, strict=True))
    ]


def count_texts(shape: Shape, source: object) -> int:
    """How many texts ``source`` holds."""
    return sum(1 for _ in each_text(shape, source))


def each_text(shape: Shape, source: object, path: Path = ()) -> typing.Iterator[tuple[Path, str]]:
    """Every text in ``source`` with its path; items with an id by that id."""
    if isinstance(shape, Leaf):
        if isinstance(source, str):
            yield path, source
        return
    for below, value, name in _parts(shape, source):
        yield from each_text(below, value, (*path, name))


def _parts(
    shape: Row | Mapped | Listed, source: object
) -> typing.Iterator[tuple[Shape, object, str | int]]:
    if isinstance(shape, Row) and isinstance(source, dict):
        for key, below in shape.fields.items():
            yield below, source.get(key), key
    elif isinstance(shape, Mapped) and isinstance(source, dict):
        for key, value in source.items():
            yield shape.item, value, key
    elif isinstance(shape, Listed) and isinstance(source, list):
        for at, value in enumerate(source):
            yield shape.item, value, value.get("id", at) if isinstance(value, dict) else at
