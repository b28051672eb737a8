"""From what a user names (files, folders, standard input) to articles, one at a time.

Every input gives an article or one line that says why not; the others go on.
"""

from __future__ import annotations

import io
import json
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

from chancery.articles.dates import iso_date
from chancery.articles.decode import decode
from chancery.articles.finish import TEXT_LIMIT, finish, too_long
from chancery.articles.html import html_draft
from chancery.articles.records import own_name, record_draft
from chancery.articles.text import text_draft
from chancery.articles.types import Loaded, PassedOver
from chancery.errors import InputError

Outcome = Loaded | PassedOver | InputError
"""An article, or what of the input could not be read: printed as a line each."""

STANDARD_INPUT = "-"
GOLD_SUFFIX = ".gold.json"
"""Annotations beside reports; a folder's are left alone."""
RAW_LIMIT = 32_000_000
"""Bytes of one report as published; pages carry pictures and scripts, texts may not fill this."""
TEXT_SUFFIXES = frozenset({".txt", ".text"})
HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
JSON_SUFFIXES = frozenset({".json", ".ninjs"})
LINES_SUFFIXES = frozenset({".jsonl", ".ndjson"})
TREES_SUFFIX = ".conllu"
"""Files that bring their analysis with them: read further on (`run.parsing`), passed by here."""
SUFFIXES = TEXT_SUFFIXES | HTML_SUFFIXES | JSON_SUFFIXES | LINES_SUFFIXES


def load(
    paths: Iterable[str | Path], *, published: str | None = None, stdin: BinaryIO | None = None
) -> Iterator[Outcome]:
    """Loads reports in the order named; a folder's in the order of their paths.

    Args:
        paths: files, folders, or "-" for standard input.
        published: ISO date, whole or cut, for reports that carry none.
        stdin: what "-" reads; the process's own by default.

    Yields:
        for each report an article with what was missing in it; an InputError for each input that could not be
        read; for a folder with files of other types, how many were passed over.

    Raises:
        InputError: where `published` is no date.
    """
    day = iso_date(published) if published else None
    if published and not day:
        raise InputError("--published", f"{published!r} is no date (2019-04-26, 2019-04 and 2019 are)")
    for path in paths:
        if str(path) == STANDARD_INPUT:
            yield from _stream(stdin or sys.stdin.buffer, day)
        else:
            yield from _path(str(path), day)


def _path(name: str, day: str | None) -> Iterator[Outcome]:
    path = Path(name)
    if not name:
        yield InputError("''", "an empty path")
    elif path.is_dir():
        yield from _folder(path, name, day)
    elif not path.exists():
        yield InputError(name, "no such file or folder")
    elif path.suffix.lower() not in SUFFIXES:
        known = "Chancery reads .txt, .html, .json, .jsonl, .conllu and folders"
        yield InputError(name, f"unknown file type ({path.suffix or 'no ending'}); {known}")
    else:
        yield from _file(path, name, day)


def _folder(folder: Path, name: str, day: str | None) -> Iterator[Outcome]:
    """A folder's reports, in folders below it too; hidden ones and annotations are left alone."""
    others: Counter[str] = Counter()
    empty = True
    for path in files_below(folder):
        if path.name.endswith(GOLD_SUFFIX):
            continue
        if path.suffix.lower() in SUFFIXES:
            empty = False
            yield from _file(path, str(path), day)
        elif path.suffix.lower() == TREES_SUFFIX:
            empty = False
        else:
            others[path.suffix.lower()] += 1
    if empty:
        yield InputError(name, "no report in this folder")
    if others:
        yield PassedOver(name, tuple(sorted(others.items())))


def files_below(folder: Path) -> list[Path]:
    """All files below a folder in the order of their paths; hidden files and folders are left alone.

    Pipes and sockets are passed by: reading one would wait for ever. A broken link stays, to be told of.
    """
    found: list[Path] = []
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(parent, name) for name in names if not name.startswith(".")]
    regular = [path for path in found if path.is_file() or not path.exists()]
    return sorted(regular, key=lambda path: path.parts)


def _file(path: Path, name: str, day: str | None) -> Iterator[Outcome]:
    suffix = path.suffix.lower()
    try:
        with path.open("rb") as file:
            if suffix in LINES_SUFFIXES:
                yield from _lines(file, name, day)
            else:
                yield from _whole(file, name, day, suffix)
    except OSError as error:
        yield InputError(name, f"cannot be read ({error.strerror or error})")


def _stream(stream: BinaryIO, day: str | None) -> Iterator[Outcome]:
    """Standard input, whose form its first bytes tell: JSON Lines, JSON, HTML or text."""
    try:
        raw = stream.read(RAW_LIMIT + 1)
        if _are_json_lines(raw):
            yield from _lines(_Joined(raw, stream), STANDARD_INPUT, day)
        else:
            yield from _whole(io.BytesIO(raw), STANDARD_INPUT, day, "")
    except OSError as error:
        yield InputError(STANDARD_INPUT, f"cannot be read ({error.strerror or error})")


def _are_json_lines(raw: bytes) -> bool:
    """True where the first two lines are JSON objects, each whole."""
    lines = [line for line in raw.lstrip(b"\xef\xbb\xbf \r\n\t").split(b"\n", 2)[:2] if line.strip()]
    return len(lines) == 2 and all(isinstance(_json_or_none(line), dict) for line in lines)


class _Joined(io.RawIOBase):
    """Bytes read already, then the rest of their stream: lets a long stream be read line by line."""

    def __init__(self, start: bytes, rest: BinaryIO) -> None:
        self._start, self._rest = io.BytesIO(start), rest

    def readable(self) -> bool:
        return True

    def readline(self, size: int | None = -1, /) -> bytes:
        limit = -1 if size is None else size
        line = self._start.readline(limit)
        if line.endswith(b"\n") or len(line) == limit:
            return line
        return line + self._rest.readline(limit - len(line) if limit > 0 else -1)


def _lines(file: BinaryIO | _Joined, name: str, day: str | None) -> Iterator[Outcome]:
    """The reports of a JSON Lines stream, one a line; a line that is none gives its error alone."""
    number = 0
    while line := file.readline(RAW_LIMIT + 1):
        number += 1
        where = f"{name}#{number}"
        if len(line) > RAW_LIMIT:
            while line and not line.endswith(b"\n"):
                line = file.readline(RAW_LIMIT)
            yield too_long(where)
        elif line.strip():
            yield _outcome(partial(_record_of_line, line, where, day))
    if number == 0:
        yield InputError(name, "empty")


def _record_of_line(line: bytes, where: str, day: str | None) -> Loaded:
    record = _parsed_json(decode(line, where), where)
    return _record(record, own_name(record) if isinstance(record, Mapping) else None, where, day)


def _whole(file: BinaryIO, name: str, day: str | None, suffix: str) -> Iterator[Outcome]:
    """The report of a whole file, or the reports where it is a JSON array of them."""
    raw = file.read(RAW_LIMIT + 1)
    if len(raw) > RAW_LIMIT:
        yield too_long(name)
        return
    try:
        text = decode(raw, name)
        if suffix not in JSON_SUFFIXES and not (suffix == "" and text.lstrip()[:1] in ("{", "[")):
            yield _page(text, name, day, suffix)
            return
        data = _parsed_json(text, name)
    except InputError as error:
        yield error
        return
    if not isinstance(data, list):
        yield _outcome(partial(_record, data, None, name, day))
        return
    if not data:
        yield InputError(name, "an empty list")
    for number, record in enumerate(data, start=1):
        where = f"{name}#{number}"
        own = own_name(record) if isinstance(record, Mapping) else None
        yield _outcome(partial(_record, record, own, where, day))


def _page(text: str, name: str, day: str | None, suffix: str) -> Loaded:
    """A page, as HTML where its ending or its beginning says so."""
    start = text[:500].lstrip("\ufeff \r\n\t").lower()
    if suffix in HTML_SUFFIXES or start.startswith(("<!doctype html", "<html", "<?xml")):
        draft = html_draft(text)
        if draft is None:
            raise InputError(name, "no text in it (nothing but scripts and markup)")
        return finish(draft, name, day)
    if len(text) > TEXT_LIMIT:
        raise too_long(name)
    return finish(text_draft(text), name, day)


def _record(data: object, own: str | None, where: str, day: str | None) -> Loaded:
    if not isinstance(data, Mapping):
        raise InputError(where, "no report: not a JSON object")
    draft = record_draft(data)
    if draft is None:
        raise InputError(where, "no text in it (none of `text`, `html`, `body_text`, `body_xhtml`)")
    return finish(draft, own or where, day)


def _parsed_json(text: str, where: str) -> Any:
    try:
        return json.loads(text, strict=False)
    except json.JSONDecodeError as error:
        raise InputError(where, f"not JSON ({error.msg}, line {error.lineno}, column {error.colno})") from error
    except (RecursionError, ValueError) as error:
        raise InputError(where, "not JSON that can be read (nested too deep or a number too long)") from error


def _json_or_none(raw: bytes) -> Any:
    try:
        return json.loads(raw)
    except (ValueError, RecursionError):
        return None


def _outcome(read: Callable[[], Loaded]) -> Outcome:
    try:
        return read()
    except InputError as error:
        return error
