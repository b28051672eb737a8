"""Content that stands next to a verb of reporting: a quotation behind it, or words before it ("..., he said")."""

from __future__ import annotations

import re

from chancery.grammar.quotes import Quote, quote_at
from chancery.grammar.types import Sentence, Token
from chancery.lexicon.cues import Cue
from chancery.observations.speech.clauses import clause_behind, is_finite, own_start
from chancery.observations.speech.frames import LEAD, Found
from chancery.observations.speech.page import Page

_STOPS = frozenset({",", "–", "—", "-", "--", "?", "!", "…", "..."})
_CLOSING = frozenset("”\"’'»")
_DATELINE = re.compile(r"[^\n]{0,200}?\([A-Z][\w./& ]{1,30}\)\s*[-–—]+\s*|[A-Z][A-Z .,/-]{2,40}:\s+")
"""What opens a wire report: place and agency, or place and colon."""


def quotation_behind(page: Page, verb: Token, cue: Cue, last: Token) -> Found | None:
    """A quotation right behind the verb and its own words: `said: "..."`, `told them "..."`."""
    quote = next((q for q in page.quotes if q.start >= last.end), None)
    if quote is None or not _brings_in(page, verb, last, quote):
        return None
    if not page.ends_sentence(quote) and not _breaks_off(page, quote):
        return None
    if "quoted" not in cue.takes and not _is_clause(page, quote):
        return None
    addressee = next((c for c in page.parsed.children(verb, "obj", "iobj") if last.end <= c.start < quote.start), None)
    return Found((quote.inner_start, quote.inner_end), "verb + quotation", addressee)


def _brings_in(page: Page, verb: Token, last: Token, quote: Quote) -> bool:
    """True where all words between a verb and a quotation belong to the verb, not to what was said."""
    parsed = page.parsed
    lead = [t for t in parsed.tokens[last.i + 1 : last.i + 2 + LEAD] if t.end <= quote.start]
    if len(lead) > LEAD or any(t.text in (".", "?", "!", ";") for t in lead):
        return False
    if not lead:
        return True
    if any(t.upos in ("VERB", "AUX") and t.rel not in ("amod", "acl") for t in lead):
        return False
    if lead[-1].text == ":":
        return True
    if "\n" in page.text[lead[-1].end : quote.start]:
        return False
    if lead[-1].text == "," or lead[-1].lower == "that":
        return len(lead) == 1 or not _holds_subject(verb, lead)
    return lead[-1].head == verb.i and lead[-1].rel in ("obj", "iobj", "advmod", "nsubj")


def _holds_subject(verb: Token, lead: list[Token]) -> bool:
    """True where the words before a quotation include a subject of what is reported."""
    return any(t.rel in ("nsubj", "expl") and t.head != verb.i for t in lead)


def _breaks_off(page: Page, quote: Quote) -> bool:
    """True where what follows a quotation inside its sentence is the reporter's again."""
    if page.text[quote.inner_end - 1] == ",":
        return not _goes_on_behind(page, quote)
    following = page.parsed.token_from(quote.end)
    return following is None or following.text in (",", ";", ".", "–", "—", "-", ")") or following.upos == "CCONJ"


def _goes_on_behind(page: Page, quote: Quote) -> bool:
    """True where the clause that a quotation opens has its verb behind the closing mark."""
    parsed = page.parsed
    inside = parsed.covering(quote.inner_start, quote.inner_end)
    above = [
        parsed.head(t) for t in inside if t.rel in ("nsubj", "obj", "csubj") and t.head not in {x.i for x in inside}
    ]
    return any(head is not None and head.start >= quote.end for head in above)


def _is_clause(page: Page, quote: Quote) -> bool:
    inside = page.parsed.covering(quote.inner_start, quote.inner_end)
    return any(t.upos in ("VERB", "AUX") for t in inside) or page.opens_sentence(quote)


def content_before(page: Page, verb: Token, cue: Cue, last: Token) -> Found | None:
    """ "..., he said": the content stands before the verb, in quotation marks or not."""
    start = _left_edge(page, verb)
    if start is None:
        return None
    addressee = next((c for c in page.parsed.children(verb, "iobj", "obj") if c.i > verb.i), None)
    quote = next((q for q in reversed(page.quotes) if q.end <= start.start), None)
    if quote is not None and not page.words_between(quote.end, start.start):
        if page.opens_sentence(quote):
            return Found((quote.start, quote.end), "quotation + verb", addressee)
        sentence = page.sentence_at(quote.start)
        if sentence is not None:
            return Found((_voice_start(page, sentence), quote.end), "clause + verb", addressee)
    content = _content_head(page, verb, start)
    if content is None:
        return _content_around(page, verb, start)
    first = _voice_start(page, page.parsed.sentence(verb))
    return Found((first, start.start), "clause + verb", addressee)


def _content_around(page: Page, verb: Token, start: Token) -> Found | None:
    """ "The test, he said, was a success": the longer part, which holds the verb, stands behind."""
    parsed = page.parsed
    above = parsed.head(verb)
    if above is None or above.i < verb.i or verb.rel != "parataxis" or not is_finite(page, above):
        return None
    behind = [t for t in parsed.subtree(verb) if t.i > verb.i]
    last = behind[-1] if behind and behind[-1].i < above.i else verb
    inside = [t for t in parsed.subtree(above) if t.i > last.i]
    if not inside or not (inside[0].text in _STOPS or last.text in _STOPS):
        return None
    return Found((inside[0].start, inside[-1].end), "clause + verb")


def _voice_start(page: Page, sentence: Sentence) -> int:
    """Where a sentence begins: before the quotation that it was cut in, behind a dateline and a headline's colon."""
    cut = quote_at(page.quotes, sentence.start)
    if cut is not None and cut.start < sentence.start:
        before = page.sentence_at(cut.start)
        return before.start if before is not None else cut.start
    dateline = _DATELINE.match(page.text, sentence.start, sentence.end)
    return dateline.end() if dateline else sentence.start


def _left_edge(page: Page, verb: Token) -> Token | None:
    """The first token of the reporting clause, where it stands behind what it reports; else None."""
    tokens = page.parsed.tokens
    start = own_start(page, verb)
    first = page.parsed.sentence(verb).first
    for candidate in (start, _after_stop(page, verb)):
        if candidate is None or candidate.i <= first:
            continue
        before = tokens[candidate.i - 1]
        closes = any(q.end <= candidate.start and not page.words_between(q.end, candidate.start) for q in page.quotes)
        if before.text in _STOPS or set(before.text) <= _CLOSING or closes:
            return candidate
    quoted = next((q for q in reversed(page.quotes) if q.end <= start.start), None)
    if start.i == first and quoted is not None and not page.words_between(quoted.end, start.start):
        return start if not page.ends_sentence(quoted) or start.lower == verb.lower else None
    return None


def _after_stop(page: Page, verb: Token) -> Token | None:
    """The token behind the last comma or closing mark before a verb, a few words back at most."""
    tokens = page.parsed.tokens
    first = page.parsed.sentence(verb).first
    for place in range(verb.i - 1, max(first, verb.i - 12), -1):
        if set(tokens[place].text) <= _CLOSING or tokens[place].text == ",":
            return tokens[place + 1]
    return None


def _content_head(page: Page, verb: Token, start: Token) -> Token | None:
    """The head of a clause before the reporting clause that hangs together with it."""
    parsed = page.parsed
    for child in parsed.children(verb, "ccomp", "parataxis", "dep"):
        if child.i < start.i and (is_finite(page, child) or child.rel == "ccomp"):
            return child
    above = parsed.head(verb)
    if above is None or above.i >= start.i or parsed.children(verb, "cc"):
        return None
    own = bool(parsed.children(verb, "nsubj"))
    if verb.rel == "parataxis" or (own and verb.rel in ("conj", "dep", "advcl", "ccomp")):
        behind = clause_behind(page, verb, verb)
        if verb.rel == "advcl" and parsed.children(verb, "mark"):
            return None
        return above if behind is None else None
    return None


def told_after_as(page: Page, verb: Token, cue: Cue, last: Token) -> Found | None:
    """ "As the ministry said on Monday, ...": the content is the rest of the sentence."""
    parsed = page.parsed
    above = parsed.head(verb)
    inside = parsed.subtree(verb)
    sentence = parsed.sentence(verb)
    if verb.rel != "advcl" or above is None or above.i < verb.i or inside[0].i != sentence.first:
        return None
    if inside[0].lower != "as" or inside[0].head != verb.i or not parsed.children(verb, "nsubj"):
        return None
    if any(c.rel in ("obj", "ccomp", "xcomp", "advcl", "conj") for c in parsed.children(verb)):
        return None
    if "," not in (inside[-1].text, *(t.text for t in parsed.tokens[inside[-1].i + 1 : inside[-1].i + 2])):
        return None
    return Found((inside[-1].end, sentence.end), "as + verb")


def quotation_before(page: Page, verb: Token, cue: Cue, last: Token) -> Found | None:
    """`"...," the judge said, adding ...`: a quotation that ends right before the verb's subject, whatever follows."""
    clauses = page.parsed.children(verb, "ccomp")
    if not (clauses and clauses[0].i < verb.i and page.quote_of(clauses[0]) is not None):
        return None
    return quotation_tagged(page, verb)


def quotation_tagged(page: Page, verb: Token) -> Found | None:
    """`"...," Ruto said` by its print alone, for where the tree doesn't show it.

    A quotation that opens a sentence and breaks off with a comma, a name or pronoun, and the verb; or the verb
    and then the name.
    """
    quote = next((q for q in reversed(page.quotes) if q.end <= verb.start), None)
    if quote is None or not page.opens_sentence(quote):
        return None
    lead = [t for t in page.parsed.tokens[max(0, verb.i - 8) : verb.i] if t.start >= quote.end]
    comma = page.text[quote.inner_end - 1] in ",?!" or (bool(lead) and lead[0].text == ",")
    words = [t for t in lead if t.upos != "PUNCT"]
    if not comma or page.words_between(quote.end, verb.start) > len(words):
        return None
    if any(t.upos in ("VERB", "ADP", "SCONJ") for t in words) or any(t.text in ".;:" for t in lead):
        return None
    named = words and words[-1].upos in ("PROPN", "NOUN", "PRON", "AUX", "ADV")
    return Found((quote.start, quote.end), "quotation + verb") if named or not words else None
