"""The files of a document: one main file, and those it names under ``include``."""

from __future__ import annotations

import os
from pathlib import Path as FilePath

from scenarios.finding import Finding
from scenarios.locate import Located, Mark
from scenarios.yaml_text import MAX_BYTES, Parsed, UnreadableError, decode, parse_yaml, too_big

MAX_FILES = 40


def read_document(main: FilePath) -> tuple[Located | None, list[Finding]]:
    """Read ``main`` and its includes into one mapping. None if any of them can't be read."""
    parsed, findings = _read(main, MAX_BYTES)
    if parsed is None:
        return None, findings
    whole = Located({}, {}, shown(main))
    _merge(whole, parsed, shown(main), findings)
    names = whole.data.pop("include", [])
    if not isinstance(names, list) or len(names) > MAX_FILES:
        findings.append(
            whole.finding(
                ("include",),
                f"must be a list of at most {MAX_FILES} files",
                "write it as include: [facts.yaml, injects.yaml]",
                "file.include",
            )
        )
        names = []
    left = MAX_BYTES - parsed.size
    for at, name in enumerate(names):
        left -= _include(whole, main, name, at, left, findings)
    return (None if any(f.unreadable for f in findings) else whole), findings


def _include(
    whole: Located, main: FilePath, name: object, at: int, left: int, findings: list[Finding]
) -> int:
    """Merge one included file of at most ``left`` bytes; its size."""
    folder = main.parent.resolve()
    file = (folder / str(name)).resolve()
    if not file.is_relative_to(folder) or file == main.resolve():
        findings.append(
            whole.finding(
                ("include", at),
                f"'{name}' is not a file below this folder",
                "name a file in the scenario's own folder",
                "file.include",
            )
        )
        return 0
    parsed, faults = _read(main.parent / str(name), left)
    findings += faults
    if parsed is None:
        return 0
    _merge(whole, parsed, shown(main.parent / str(name)), findings)
    return parsed.size


def _read(file: FilePath, most: int) -> tuple[Parsed | None, list[Finding]]:
    name = shown(file)
    try:
        parsed = parse_yaml(decode(_bytes(file, most)))
    except OSError as error:
        reason = error.strerror or "can't be opened"
        return None, [
            Finding(name, 1, "file", f"can't be read ({reason})", "check the name", "file.missing")
        ]
    except UnreadableError as fault:
        return None, [Finding(name, fault.line, "file", fault.wrong, fault.remedy, fault.code)]
    if isinstance(parsed.data, dict):
        return parsed, []
    wrong = "the file is not a mapping of keys to values"
    return None, [Finding(name, 1, "file", wrong, "write 'key: value' lines", "file.shape")]


def _bytes(file: FilePath, most: int) -> bytes:
    if file.exists() and not file.is_file():
        raise UnreadableError(1, "this is not a file", "name a YAML file", "file.missing")
    with file.open("rb") as stream:
        if (size := os.fstat(stream.fileno()).st_size) > most:
            raise too_big(size)
        return stream.read(most + 1)


def _merge(whole: Located, parsed: Parsed, file: str, findings: list[Finding]) -> None:
    """Lists of the same key are joined; mappings are joined if they share no key."""
    shift: dict[str, int] = {}
    for key, value in parsed.mapping.items():
        have = whole.data.get(key)
        if isinstance(have, list) and isinstance(value, list):
            shift[key] = len(have)
            whole.data[key] = [*have, *value]
        elif isinstance(have, dict) and isinstance(value, dict) and not have.keys() & value.keys():
            whole.data[key] = {**have, **value}
        elif key in whole.data:
            findings.append(_twice(whole, key, file, parsed.lines[(key,)]))
        else:
            whole.data[key] = value
    for path, line in parsed.lines.items():
        moved: tuple[str | int, ...] = path
        if len(path) > 1 and path[0] in shift:
            moved = (path[0], int(path[1]) + shift[str(path[0])], *path[2:])
        whole.marks.setdefault(moved, Mark(file, line))


def _twice(whole: Located, key: str, file: str, line: int) -> Finding:
    first = whole.mark((key,))
    return Finding(
        file,
        line,
        key,
        f"already written in {first.file}:{first.line}",
        "keep it in one file; only lists, and mappings without a common key, may be split",
        "file.twice",
    )


def shown(file: FilePath) -> str:
    """How a file is named to the author: from where they stand if it is below, else whole."""
    try:
        return str(file.resolve().relative_to(FilePath.cwd()))
    except ValueError:
        return str(file)
