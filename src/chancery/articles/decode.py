"""Bytes to text: byte order marks, UTF-8 and UTF-16, what the page declares, then detection; binary data told."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from chancery.errors import InputError

DETECT_BYTES = 200_000
"""Bytes from the start of an input that its encoding is detected from."""
WESTERN_SHARE = 0.12
"""Share of bytes above ASCII up to which a text that is no UTF-8 is taken for Windows-1252, as English is."""
CONTROL_SHARE = 0.01
"""Share of control characters above which bytes are no text."""

_SIGNATURES = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a media file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"SQLite format 3", "an SQLite database"),
    (b"PAR1", "a Parquet file"),
    (b"ID3", "an audio file"),
    (b"OggS", "a media file"),
)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_WESTERN = re.compile(r"[\u00a0-\u00ff\u2010-\u203a\u20ac\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u2122]")


def decode(raw: bytes, source: str) -> str:
    """The text of an input.

    Raises:
        InputError: where it is empty, binary, or in no encoding that can be told.
    """
    if not raw.strip(b" \t\r\n\0"):
        raise InputError(source, "empty")
    kind = next((name for start, name in _SIGNATURES if raw.startswith(start)), None)
    if kind:
        raise InputError(source, f"not text but {kind}")
    for name in _encodings(raw):
        text = _decoded(raw, name)
        if text is not None and not _is_binary(text):
            return text
    if b"\0" in raw[:DETECT_BYTES]:
        raise InputError(source, "not text but binary data")
    return _detected(raw, source)


def _encodings(raw: bytes) -> list[str]:
    """Encodings to try, the surest first."""
    marked = next((name for mark, name in _MARKS if raw.startswith(mark)), None)
    if marked:
        return [marked]
    wide = _wide(raw[:DETECT_BYTES])
    if wide:
        return [wide]
    declared = _DECLARED.search(raw[:4096])
    names = ["utf-8"] + ([declared[1].decode("ascii").lower()] if declared else [])
    return names if names[-1] not in {"utf-16", "utf-32"} else ["utf-8"]


def _wide(raw: bytes) -> str | None:
    """UTF-16 without its mark: nearly all of every second byte is zero, and of the others none."""
    even, odd = raw[0::2], raw[1::2]
    if len(odd) < 2:
        return None
    low, high = even.count(0) / len(even), odd.count(0) / len(odd)
    if high > 0.7 and low < 0.05:
        return "utf-16-le"
    return "utf-16-be" if low > 0.7 and high < 0.05 else None


def _decoded(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def _is_binary(text: str) -> bool:
    start = text[:DETECT_BYTES]
    return len(_CONTROLS.findall(start)) > CONTROL_SHARE * len(start)


def _detected(raw: bytes, source: str) -> str:
    western = _decoded(raw, "cp1252")
    if western is not None and not _is_binary(western):
        above = [c for c in western[:DETECT_BYTES] if c > "\x7f"]
        if len(above) <= WESTERN_SHARE * min(len(raw), DETECT_BYTES) and all(map(_WESTERN.match, above)):
            return western
    best = from_bytes(raw[:DETECT_BYTES]).best()
    text = _decoded(raw, best.encoding) if best else None
    if text is None or _is_binary(text):
        raise InputError(source, "not text in any encoding that can be told (save it as UTF-8)")
    return text
