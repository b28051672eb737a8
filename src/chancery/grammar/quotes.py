"""Quotation marks, paired: which stretches of a text stand in quotes.

Only the outermost quotes count; what is quoted inside a quote is part of it. A mark left open at the end of
a paragraph is closed there: by the convention of English print, where the next paragraph opens with a mark
again, the quotation goes on in it. So one missing mark never spoils more than its own paragraph.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

_CLOSERS = {"“": '”"', "”": '”"', "„": "“”", "«": "»", "‹": "›", '"': '"”', "‘": "’", "'": "'"}
"""Which marks close which; sloppy pages mix curly and straight ones."""
_SINGLE = "‘'"
_MARKS = "“”„«»‹›\"‘’'"
_BEFORE_OPENING = "([{—–-:,;…/“\"‘'"
_ENDS_SENTENCE = ".?!…"
_ENDS_CLAUSE = ",.?!…"
_PARAGRAPH_END = re.compile(r"\n\s*")
_FILLER = "\u2060"
"""Stands for the second character of a mark typed as two, so that places in the text stay what they are."""
_LONGEST_SINGLE = 300
"""Characters in which a single mark must find its closing one: beyond, the two are likelier apostrophes."""


@dataclass(frozen=True, slots=True)
class Quote:
    """An outermost quotation.

    Attributes:
        start, end: character range with its marks; `inner_start`, `inner_end`: without them, blanks stripped.
        closed: False where the closing mark is missing.
        single: True for single marks, which British outlets use as others use double ones.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool
    single: bool


def find_quotes(text: str) -> tuple[Quote, ...]:
    """The outermost quotations of a text in text order, none overlapping another."""
    scan = _Scan(text.replace("''", '"' + _FILLER).replace("``", "“" + _FILLER))
    for place, mark in enumerate(scan.text):
        if mark == "\n":
            scan.paragraph_end(place)
        elif mark in _MARKS:
            scan.mark(place)
    scan.give_up(len(text))
    return tuple(scan.found)


def quote_at(quotes: tuple[Quote, ...], place: int) -> Quote | None:
    """The quotation that the character at `place` stands in, its marks included."""
    behind = bisect_right(quotes, place, key=lambda quote: quote.start)
    return quotes[behind - 1] if behind and place < quotes[behind - 1].end else None


class _Scan:
    """One pass over a text: at most one outermost mark is open at a time."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.found: list[Quote] = []
        self.open: int | None = None

    def mark(self, place: int) -> None:
        """Takes the mark at `place` as opening, closing, or no quotation mark at all."""
        mark = self.text[place]
        if self.open is None:
            if self._opens(place):
                self.open = place
            return
        if mark in _CLOSERS[self.text[self.open]] and self._closes(place):
            self._add(self.open, place + 1 + self.text.startswith(_FILLER, place + 1), closed=True)
        elif self._reopens(place):
            self._leave(self.open, place)
            self.open = place

    def paragraph_end(self, place: int) -> None:
        """Closes what is open, unless the next paragraph goes on to the closing mark unopened."""
        if self.open is None or self._closes_in_next(place):
            return
        self.give_up(place)

    def give_up(self, place: int) -> None:
        """Ends an unclosed quotation at `place`; a lone single mark is taken for an apostrophe."""
        if self.open is not None and self.text[self.open] not in _SINGLE:
            self._add(self.open, place, closed=False)
        self.open = None

    def _opens(self, place: int) -> bool:
        mark = self.text[place]
        if mark == "”":
            return self._faces_right(place)
        if mark not in _CLOSERS:
            return False
        if mark in "“„«‹":
            return True
        if mark == '"':
            return self._faces_right(place) or not self._faces_left(place)
        return self._faces_right(place) and self._single_closes(place)

    def _closes(self, place: int) -> bool:
        mark = self.text[place]
        if mark in "’'":
            if self.text[self.open or 0] in _SINGLE and self._is_possessive(place):
                return False
            return self._faces_left(place) or not self.text[place - 1].isalnum()
        return mark != '"' or not self._faces_right(place)

    def _is_possessive(self, place: int) -> bool:
        """Is the mark the apostrophe of a plural inside single marks: "‘The ministers’ deal is done,’ he said"?

        So it is where the quotation goes on in small letters up to a mark that ends a clause.
        """
        if self.text[place - 1] not in "sS" or not self.text[place + 1 : place + 3].strip().islower():
            return False
        for at in range(place + 1, min(len(self.text), place + _LONGEST_SINGLE)):
            if self.text[at] in "’'" and self._faces_left(at):
                return self.text[at - 1] in _ENDS_CLAUSE
            if self.text[at] in '\n“”«»‘"':
                return False
        return False

    def _reopens(self, place: int) -> bool:
        same = self.text[place] == self.text[self.open or 0]
        return same and self.text[place] not in _SINGLE and self._faces_right(place)

    def _leave(self, start: int, place: int) -> None:
        """Keeps an unclosed quotation that ends like one; else its mark was a slip and is passed over."""
        body = self.text[start + 1 : place].rstrip()
        if body and body[-1] in _ENDS_SENTENCE:
            self._add(start, start + 1 + len(body), closed=False)
        self.open = None

    def _closes_in_next(self, place: int) -> bool:
        gap = _PARAGRAPH_END.match(self.text, place)
        start = gap.end() if gap else place
        stop = self.text.find("\n", start)
        opening = self.text[self.open or 0]
        for at in range(start, len(self.text) if stop < 0 else stop):
            if self.text[at] == opening and (opening != '"' or self._faces_right(at)):
                return False
            if self.text[at] in _CLOSERS[opening] and self._closes(at):
                return True
        return False

    def _single_closes(self, place: int) -> bool:
        """True where a closing single mark follows soon: else the mark is an apostrophe."""
        closer = _CLOSERS[self.text[place]]
        for at in range(place + 1, min(len(self.text), place + _LONGEST_SINGLE)):
            if self.text[at] == closer and at > place + 1 and self._faces_left(at):
                return True
            if self.text[at] in '\n"“”«»':
                return False
        return False

    def _after(self, place: int) -> str:
        """The character behind a mark; a blank at the text's end."""
        place += 1 + self.text.startswith(_FILLER, place + 1)
        return self.text[place] if place < len(self.text) else " "

    def _faces_right(self, place: int) -> bool:
        before = self.text[place - 1] if place else " "
        after = self._after(place)
        return (before.isspace() or before in _BEFORE_OPENING) and not after.isspace()

    def _faces_left(self, place: int) -> bool:
        before = self.text[place - 1] if place else " "
        after = self._after(place)
        return not before.isspace() and not after.isalnum()

    def _add(self, start: int, end: int, *, closed: bool) -> None:
        inner_start, inner_end = start + 1, end - 1 if closed else end
        while inner_start < inner_end and not _weighs(self.text[inner_start]):
            inner_start += 1
        if closed and self.text[inner_end] == _FILLER:
            inner_end -= 1
        while inner_end > inner_start and not _weighs(self.text[inner_end - 1]):
            inner_end -= 1
        self.open = None
        if inner_start < inner_end:
            single = self.text[start] in _SINGLE
            self.found.append(Quote(start, end, inner_start, inner_end, closed, single))


def _weighs(char: str) -> bool:
    """False for blanks and for the invisible marks of direction that news pages carry along."""
    return not char.isspace() and char not in "\u200b\u200c\u200d\u200e\u200f\ufeff\u2060"
