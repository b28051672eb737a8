"""From raw text to paragraphs: whitespace made plain, wrapped lines joined, every other character kept."""

from __future__ import annotations

import re
from collections.abc import Iterator

WRAP_WIDTHS = range(45, 101)
"""Lengths in characters that lines have which a mail program or terminal wrapped."""
WRAPPED_LINES = 3
"""Fewer lines than this may be a list or a header as well as a wrapped paragraph."""
PARAGRAPH_BREAK = "\n\n"

_INVISIBLE = re.compile("[\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad\x00-\x08\x0e-\x1f\x7f]")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_LINE_END = re.compile("\r\n|[\r\n\v\f\x85\u2028\u2029]")
_SPACES = re.compile(r"\s+")
_SENTENCE_END = re.compile(r"[.!?…:;][\"'”’»)\]]*$")


def plain(text: str) -> str:
    """One line with single spaces; invisible characters dropped, half characters marked (U+FFFD)."""
    return _SPACES.sub(" ", _LONE_SURROGATE.sub("\ufffd", _INVISIBLE.sub("", text))).strip()


def paragraphs_of(text: str) -> list[str]:
    """The paragraphs of a text in order.

    Blank lines part blocks. A block whose lines were wrapped is one paragraph; else each line is one, unless it
    goes on in lower case.
    """
    return [paragraph for block in _blocks(text) for paragraph in _paragraphs_in(block)]


def ends_sentence(line: str) -> bool:
    return bool(_SENTENCE_END.search(line))


def _blocks(text: str) -> Iterator[list[str]]:
    block: list[str] = []
    for raw in _LINE_END.split(text):
        line = plain(raw)
        if line:
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def _paragraphs_in(block: list[str]) -> list[str]:
    return [" ".join(block)] if _is_wrapped(block) else _mended(block)


def _mended(block: list[str]) -> list[str]:
    """The lines of a block, one that goes on in lower case joined to the line before it: no sentence begins so."""
    found: list[str] = []
    for line in block:
        if found and line[:1].islower():
            found[-1] += f" {line}"
        else:
            found.append(line)
    return found


def _is_wrapped(block: list[str]) -> bool:
    """True where all lines but the last are about one width and few of them end a sentence."""
    if len(block) < WRAPPED_LINES:
        return False
    full = block[:-1]
    if not all(len(line) in WRAP_WIDTHS for line in full) or len(block[-1]) not in range(1, WRAP_WIDTHS.stop):
        return False
    return sum(ends_sentence(line) for line in full) * 2 <= len(full)
