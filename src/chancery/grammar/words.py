"""Text to words and sentences, in the manner of UD's English treebanks, with news in mind.

As in EWT: clitics are words ("Kim 's", "do n't"), compounds fall at the hyphen ("US - led") unless a prefix
begins them ("pro-Beijing"), currency signs and per cent signs stand apart, runs of one mark are one word ("!!!").
Other than there: romanised given names stay whole ("Jong-un"), as the field writes them (`grammar.hyphens`).
Every pattern takes time linear in the text: what repeats without bound is never tried again from its middle.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from chancery.grammar.breaks import Word, broken, is_short
from chancery.grammar.hyphens import hyphen_parts

__all__ = ["MAX_WORDS", "Word", "sentences"]

MAX_WORDS = 400
"""Words of a sentence at most: a longer one is cut at the last clause mark, so that trees stay small whatever comes."""

_URL = r"(?:https?://|www\.)[^\s<>\"“”]+[^\s<>\"“”.,;:!?)\]'’]"
_MAIL = r"[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+"
_TAG = r"@\w+|#[^\W\d]\w*"
_DATE = r"\d{4}-\d{2}-\d{2}|\d{1,4}/\d{1,4}(?:/\d{1,4})?(?![\w/])|\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})\b"
_NUMBER = r"\d{1,2}:\d{2}(?::\d{2})?|\d+(?:,\d{3})+(?:\.\d+)?[a-zA-Z]*|\d+(?:\.\d+)?(?:[a-zA-Z]+\b)?"
_ACRONYM = r"(?:[A-Za-z]\.){2,}|(?:[A-Z]\.)+[A-Z](?!\w)|[A-Z]\.(?=\s*[A-Z])|[A-Z]\d\+\d"
_MONEY = r"(?:US|AU|CA|A|C|NZ|HK|S|NT|R)?[$€£¥₩₹₽₺₴₪]"
_GLUED = r"(?<=[a-z]{2})[.](?=[A-Z][a-z]|\d)"
"""A full stop between two sentences that a page ran together ("the war.Putin said"), or before a footnote."""
_WORD = rf"[^\W\d_][^\W_]*(?:(?!{_GLUED})[.'’\-‐‑&][^\W_]+)*|[^\W_]+"
_FACE = r"(?<!\S)[:;]-?[)(DP](?!\w)"
_RUN = r"\.{2,}|…|--+|[!?]{2,}|([=*_~#$<>+])\1+|['’](?:s|S)\b|''|``"
_TOKEN = re.compile(rf"{_URL}|{_MAIL}|{_TAG}|{_MONEY}(?=\d)|{_FACE}|{_ACRONYM}|{_DATE}|{_NUMBER}|{_WORD}|{_RUN}|\S")
_CLITIC = re.compile(r"(?i)^(.+?)(n['’]t|['’](?:s|re|ve|ll|d|m))$")
_RUN_TOGETHER = {
    "cannot": 3, "gonna": 3, "wanna": 3, "gotta": 3, "gimme": 3, "lemme": 3, "dont": 2, "didnt": 3, "doesnt": 4,
    "isnt": 2, "arent": 3, "wasnt": 3, "werent": 4, "havent": 4, "hasnt": 3, "couldnt": 5, "wouldnt": 5, "shouldnt": 6,
}  # fmt: skip
"""Two words written as one, and where they part."""
_WHOLE = ("http://", "https://", "www.", "@", "#")
_CLAUSE_MARKS = frozenset({";", ",", ":", "—", "--"})


def sentences(text: str) -> list[list[Word]]:
    """The words of a text, sentence by sentence; a line break always ends a sentence."""
    found: list[list[Word]] = []
    par = -1
    for line in re.finditer(r"[^\n]+", text):
        if not line.group().strip():
            continue
        par += 1
        words = list(_words(line.group(), line.start(), par))
        for sentence in broken(words):
            found.extend(_bounded(sentence))
    return found


def _words(line: str, offset: int, par: int) -> Iterator[Word]:
    capitals = line.isupper()
    at = 0
    while match := _TOKEN.search(line, at):
        start, end = match.span()
        form = match.group()
        if line[end : end + 1] == "." and is_short(form + ".", line[end + 1 : end + 3]):
            end, form = end + 1, form + "."
        at = end
        for a, b in _parts(form, capitals):
            yield Word(offset + start + a, offset + start + b, form[a:b], par)


def _parts(form: str, capitals: bool) -> Iterator[tuple[int, int]]:
    """The ranges of the words inside a run of letters: clitics and hyphens part, the rest stays."""
    cut = _RUN_TOGETHER.get(form.lower())
    if cut is None and (form.isalnum() or form.startswith(_WHOLE) or not any(c.isalpha() for c in form[:2])):
        yield 0, len(form)
        return
    if cut is None:
        clitic = _CLITIC.match(form)
        if clitic is None:
            yield from hyphen_parts(form, 0, capitals=capitals)
            return
        cut = clitic.start(2)
    yield from hyphen_parts(form[:cut], 0, capitals=capitals)
    yield cut, len(form)


def _bounded(sentence: list[Word]) -> Iterator[list[Word]]:
    begin = 0
    while len(sentence) - begin > MAX_WORDS:
        last = begin + MAX_WORDS
        marks = (k for k in range(last, last - MAX_WORDS // 2, -1) if sentence[k - 1].text in _CLAUSE_MARKS)
        end = next(marks, last)
        yield sentence[begin:end]
        begin = end
    if begin < len(sentence):
        yield sentence[begin:]
