"""What the rules for statements look at: a marked article with its quotations, and the stretches found in it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from chancery.grammar.quotes import Quote, find_quotes, quote_at
from chancery.grammar.types import Parsed, Sentence, Token
from chancery.lexicon.cues import Cue, Cues
from chancery.lexicon.speech import SpeechWords
from chancery.mentions.types import Marked
from chancery.observations.types import Span

_LOOSE = " \t\r\n\xa0\u200b\u200e\u200f,;:–—-"
_SENTENCE_END = ".?!…"


@dataclass(frozen=True, slots=True)
class Said:
    """One reported saying, before its speaker is named.

    Attributes:
        span: characters of the content, trimmed, without quotation marks round the whole.
        anchor: the token that reports it, or the first token of a quotation that no cue reports.
        holder: the head of the phrase that names the speaker, or None.
        rule: the name of the rule that found it.
        cue: the word of reporting; `cue_span`: its characters. None where only the marks carry the words on.
        addressee: the head of the phrase that names who was spoken to.
        target: the head of the phrase that names what is judged ("described X as ...").
        label: the name that a transcript prints before the words, or None.
    """

    span: Span
    anchor: Token
    holder: Token | None
    rule: str
    cue: Cue | None = None
    cue_span: Span | None = None
    addressee: Token | None = None
    target: Token | None = None
    label: str | None = None


@dataclass(frozen=True)
class Page:
    """A marked article, the words of reporting, and the article's quotations."""

    marked: Marked
    cues: Cues

    @property
    def parsed(self) -> Parsed:
        return self.marked.parsed

    @property
    def words(self) -> SpeechWords:
        return self.cues.words

    @property
    def text(self) -> str:
        return self.parsed.article.text

    @cached_property
    def quotes(self) -> tuple[Quote, ...]:
        return find_quotes(self.text)

    @cached_property
    def _in_quote(self) -> tuple[Quote | None, ...]:
        """The quotation that each token stands in."""
        return tuple(quote_at(self.quotes, token.start) for token in self.parsed.tokens)

    @cached_property
    def _words_before(self) -> tuple[int, ...]:
        """How many words, punctuation aside, stand before each token, and in all."""
        return tuple(accumulate((any(c.isalnum() for c in t.text) for t in self.parsed.tokens), initial=0))

    @cached_property
    def _sentence_ends(self) -> tuple[int, ...]:
        return tuple(sentence.end for sentence in self.parsed.sentences)

    def quote_of(self, token: Token) -> Quote | None:
        """The quotation that a token stands in."""
        return self._in_quote[token.i]

    def sentence_at(self, place: int) -> Sentence | None:
        """The sentence that holds a character, or the next one."""
        number = bisect_right(self._sentence_ends, place)
        return self.parsed.sentences[number] if number < len(self._sentence_ends) else None

    def words_between(self, start: int, end: int) -> int:
        """How many words, punctuation aside, lie wholly in a character range."""
        places = self.parsed.within(start, end)
        return self._words_before[places.stop] - self._words_before[places.start] if places else 0

    def opens_sentence(self, quote: Quote) -> bool:
        """True where a quotation begins a sentence: nothing but a sentence's end, or a colon, stands before."""
        before = self.text[: quote.start].rstrip()
        blank = self.text[len(before) : quote.start]
        if not before or "\n" in blank:
            return True
        last = before[-1]
        return last in _SENTENCE_END or last == ":" or (last in "”\"’'»)]" and before[-2:-1] in (*_SENTENCE_END, ","))

    def ends_sentence(self, quote: Quote) -> bool:
        """True where a sentence ends with a quotation, whichever side of the mark the full stop is on."""
        after = self.text[quote.end :]
        if not after.strip() or after[0] == "\n" or after.lstrip(" ")[:1] == "\n":
            return True
        if self.text[quote.inner_end - 1] in _SENTENCE_END:
            following = after.lstrip()[:1]
            return not following.islower() and following not in ",;:–—-"
        return after.lstrip()[:1] in _SENTENCE_END

    def is_block(self, quote: Quote) -> bool:
        """True for a quotation that is a sentence, or several, on its own."""
        return self.opens_sentence(quote) and self.ends_sentence(quote)

    def trimmed(self, start: int, end: int) -> Span | None:
        """The content between two characters: loose punctuation off, quotations whole, outer marks stripped.

        A quotation that the range cuts into is taken in whole. None where no word is left.
        """
        start, end = self._strip(start, end)
        for quote in self.quotes:
            if quote.start < start < quote.end and not self.words_between(quote.start, start):
                start = quote.start
            if quote.start < end < quote.end and quote.start >= start:
                end = quote.end
        start, end = self._strip(start, end)
        for quote in self.quotes:
            if quote.start <= start and end <= quote.end:
                start, end = max(start, quote.inner_start), min(end, quote.inner_end)
                if self.text[end - 1 : end] == ",":
                    end -= 1
        return (start, end) if self.words_between(start, end) else None

    def _strip(self, start: int, end: int) -> Span:
        while start < end and self.text[start] in _LOOSE:
            start += 1
        while end > start and (self.text[end - 1] in _LOOSE or self._lone_stop(end)):
            end -= 1
        return start, end

    def _lone_stop(self, end: int) -> bool:
        """A full stop that ends the reporter's own sentence, no abbreviation's."""
        if self.text[end - 1] not in _SENTENCE_END:
            return False
        last = next((t for t in self.parsed.covering(max(0, end - 4), end) if t.end == end), None)
        return last is not None and last.upos == "PUNCT" and self.quote_of(last) is None
