"""Words given in whole paragraphs without quotation marks: documents behind a colon, and transcripts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chancery.grammar.clauses import head_among
from chancery.grammar.types import Token
from chancery.observations.speech.holder import speaker_of
from chancery.observations.speech.page import Page, Said
from chancery.observations.types import Span

_END_MARK = re.compile(r"\s*(?:-0-|-30-|\\?#{2,}|\(END\))\s*$")
_LABEL = re.compile(r"(?P<label>[A-Z][A-Z.'’-]*(?: [A-Z][A-Z.'’-]*){0,4}):[ \t]+(?=\S)")
_NAMED_LABEL = re.compile(r"(?P<label>(?:[^\W\d_][\w.'’-]* ){0,5}[^\W\d_][\w.'’-]*):[ \t]+(?=\S)")
"""The same in ordinary letters, where only a person's name makes it a label."""
_FEWEST_TURNS = 2
"""Labelled paragraphs that make a transcript; a single one is a headline or a dateline."""


def block_sayings(page: Page) -> list[Said]:
    """The sayings that stand as paragraphs of their own, unquoted, in text order."""
    return [*_documents(page), *_transcript(page)]


def paragraphs(page: Page) -> list[tuple[Token, ...]]:
    """The article's tokens by paragraph."""
    found: list[list[Token]] = []
    for token in page.parsed.tokens:
        if not found or found[-1][-1].par != token.par:
            found.append([])
        found[-1].append(token)
    return [tuple(tokens) for tokens in found]


def _documents(page: Page) -> Iterator[Said]:
    """ "The statement says:" at a paragraph's end: what follows are its words, all of them for a document."""
    every = paragraphs(page)
    for number, tokens in enumerate(every[:-1]):
        verb = _announcing(page, tokens)
        if verb is None or page.quote_of(every[number + 1][0]) is not None:
            continue
        holder = speaker_of(page, verb)
        if holder is None:
            continue
        noun = page.cues.speakers.get(holder.lemma.lower())
        document = noun is not None and noun.kind == "document"
        following = every[number + 1 :] if document else every[number + 1 : number + 2]
        cue = page.cues.verbs[verb.lower][-1]
        for place, words in enumerate(following):
            span = _whole(page, words)
            if span is None:
                continue
            if place == 0:
                yield Said(span, verb, holder, "document", cue, (verb.start, verb.end))
            else:
                yield Said(span, words[0], holder, "document")


def _announcing(page: Page, tokens: tuple[Token, ...]) -> Token | None:
    """The verb of reporting in the last words of a paragraph that ends in a colon."""
    if tokens[-1].text != ":":
        return None
    for token in reversed(tokens[-8:-1]):
        if token.upos == "VERB":
            cues = page.cues.verbs.get(token.lower, ())
            return token if any("beside" in cue.takes for cue in cues) else None
    return None


def _transcript(page: Page) -> Iterator[Said]:
    """ "MR. SMITH: ...": each labelled paragraph, and those without a label that go on behind it."""
    turns = [(words, _label(page, words[0])) for words in paragraphs(page)]
    if sum(match is not None for _, match in turns) < _FEWEST_TURNS:
        return
    holder: Token | None = None
    label: str | None = None
    for words, match in turns:
        if match:
            label = match["label"]
            named = page.parsed.covering(match.start("label"), match.end("label"))
            holder = None if _asks(page, match["label"], named) else head_among(named)
        if holder is None:
            continue
        behind = [t for t in words if match is None or t.start >= match.end()]
        span = _whole(page, tuple(behind)) if behind else None
        if span is not None:
            yield Said(span, behind[0], holder, "transcript", label=label)


def _asks(page: Page, label: str, named: tuple[Token, ...]) -> bool:
    """True for who puts the questions: "Q", "Reporter", the name of an outlet."""
    media = any(party.sector == "MED" for token in named for party in page.marked.named(token))
    return media or label.split()[0].lower() in page.words.askers


def _label(page: Page, first: Token) -> re.Match[str] | None:
    """The name that a paragraph opens with, in capitals or plain letters; no "READ MORE:" nor "SEOUL:"."""
    match = _LABEL.match(page.text, first.start)
    if match is None:
        return _named_label(page, first)
    lead = match["label"].split()[0].rstrip(".")
    words = page.parsed.covering(match.start("label"), match.end("label"))
    if lead.lower() in page.words.titles or _asks(page, match["label"], words):
        return match
    head = head_among(words)
    named = page.marked.named(head) if head is not None else ()
    surname = match["label"].split()[-1].casefold()
    known = any(p.kind == "person" and p.name.split()[-1].casefold() == surname for p in page.marked.parties)
    return match if known or any(party.kind == "person" for party in named) else None


def _named_label(page: Page, first: Token) -> re.Match[str] | None:
    """A label in plain letters: an asker, or nothing but a person's title and name."""
    match = _NAMED_LABEL.match(page.text, first.start)
    if match is None:
        return None
    named = page.parsed.covering(match.start("label"), match.end("label"))
    if _asks(page, match["label"], named):
        return match
    head = head_among(named)
    person = head is not None and any(party.kind == "person" for party in page.marked.named(head))
    return match if person and all(t.text[:1].isupper() for t in named) else None


def _whole(page: Page, words: tuple[Token, ...]) -> Span | None:
    """The characters of a paragraph's words, an agency's end mark left off."""
    start, end = words[0].start, words[-1].end
    mark = _END_MARK.search(page.text[start:end])
    end = start + mark.start() if mark else end
    return (start, end) if page.words_between(start, end) else None
