"""Frames that a verb of reporting takes behind it: "that ...", "X to do Y", "X as Y", "it 'frank'", "of ..."."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from chancery.grammar.clauses import is_passive, oblique, preposition, subject
from chancery.grammar.quotes import Quote
from chancery.grammar.types import Token
from chancery.lexicon.cues import Cue
from chancery.observations.speech.clauses import clause_behind, is_finite
from chancery.observations.speech.holder import can_speak
from chancery.observations.speech.page import Page
from chancery.observations.speech.tail import tail_cut
from chancery.observations.types import Span

GAP = 3
"""How many words may stand inside a fixed phrase ("made it very clear")."""
LEAD = 14
"""How many words may stand between a verb and the quotation that it brings in ("told reporters in Rome: ")."""
_NEEDS = frozenset({"need", "necessity"})
_LEFT_OPEN = frozenset({"ask", "request", "recommend", "urge", "advise"})
_ASKING = frozenset("whether if how why when where what who which".split())


@dataclass(frozen=True, slots=True)
class Found:
    """What a frame found: the characters of the content, and who was addressed or judged, if told."""

    span: Span
    rule: str
    addressee: Token | None = None
    target: Token | None = None


Frame = Callable[[Page, Token, Cue, Token], Found | None]
"""A rule: page, verb, its cue, and the last token of the cue's fixed phrase."""


def urged_to(page: Page, verb: Token, cue: Cue, last: Token) -> Found | None:
    """ "urged X to do Y", "called on X to do Y": the content is "X to do Y"."""
    parsed = page.parsed
    whom = next((c for c in parsed.children(verb, "obj", "iobj", "obl", "nsubj:pass") if c.i > last.i), None)
    if cue.rest and verb.i not in (last.head, parsed.tokens[last.head].head):
        return None
    if any(t.upos == "ADP" and t.rel == "case" for t in parsed.tokens[verb.i + 1 : last.i]):
        return None  # "called for sanctions on X to be eased" is no "called on X"
    if cue.rest and whom is not None and preposition(parsed, whom).split()[-1:] != [cue.rest[-1]]:
        whom = None
    hung = parsed.children(whom, "acl") if can_speak(page, whom) and whom is not None else ()
    for child in (*parsed.children(verb, "xcomp", "advcl", "ccomp", "acl"), *hung):
        to = next((m for m in parsed.children(child, "mark") if m.lower == "to"), None)
        if child.i < last.i or to is None or child.upos not in ("VERB", "ADJ", "NOUN", "AUX"):
            continue
        inside = [t for t in parsed.subtree(child) if t.i > last.i]
        addressee = whom if whom is not None and whom.i < to.i else _drawn_below(page, child, last, to)
        if addressee is None and not _asks_for_others(verb):
            return None
        whose = parsed.subtree(addressee) if addressee is not None else ()
        start = min((t for t in (*whose, *inside) if t.i > last.i), key=lambda t: t.i)
        end = tail_cut(page, child, inside[-1])
        return Found((start.start, end.end), "verb + whom + to", addressee)
    return None


def _drawn_below(page: Page, infinitive: Token, last: Token, to: Token) -> Token | None:
    """Whom the parser hung on what they are asked to do: "urged all states [to carry it out]"."""
    held = page.parsed.children(infinitive, "nsubj", "obj", "iobj")
    return next((c for c in held if last.i < c.i < to.i), page.parsed.child(infinitive, "nsubj"))


def _asks_for_others(verb: Token) -> bool:
    """True for "wrote to the embassy asking to ...", "recommending to ...": somebody else is to do it, left unsaid."""
    participle = verb.lower.endswith("ing") and verb.rel in ("advcl", "acl", "conj")
    return participle and verb.lemma.lower() in _LEFT_OPEN


def reported_clause(page: Page, verb: Token, cue: Cue, last: Token) -> Found | None:
    """ "said (that) ...": a finite clause behind the verb."""
    span = clause_behind(page, verb, last)
    if span is None or (_told_before(page, verb) and page.text[last.end : span[0]].strip()):
        return None
    if not any(t.upos in ("VERB", "AUX") for t in page.parsed.covering(*span)):
        return None  # "reported a source", cut short
    addressee = next((c for c in page.parsed.children(verb, "iobj", "obj") if c.end <= span[0]), None)
    return Found(span, "verb + clause", addressee)


def _told_before(page: Page, verb: Token) -> bool:
    """True where a clause before the verb hangs on it, so that what follows a comma isn't what was said."""
    return any(c.i < verb.i for c in page.parsed.children(verb, "ccomp", "parataxis"))


def judged_as(page: Page, verb: Token, cue: Cue, last: Token) -> Found | None:
    """ "described X as Y": the content is "X as Y"."""
    parsed = page.parsed
    stop = parsed.sentence(verb).last
    for child in parsed.children(verb, "obl", "advcl", "xcomp", "ccomp", "obj"):
        mark = next((m for m in parsed.children(child, "case", "mark") if m.lower == "as"), None)
        if mark is None or mark.i < last.i or mark.i >= stop or is_finite(page, child):
            continue
        passive = is_passive(parsed, verb)
        judged = subject(parsed, verb) if passive else parsed.child(verb, "obj")
        if cue.rest and judged is None:  # "referred to X as Y"
            judged = oblique(parsed, verb, cue.rest[-1])
        inside = parsed.subtree(child)
        if judged is not None and last.i < judged.i < mark.i:
            start = min(t.start for t in parsed.subtree(judged) if t.i > last.i)
        elif passive or any(page.quote_of(t) for t in inside):
            start = mark.end
        else:
            continue
        end = tail_cut(page, mark, inside[-1])
        return Found((start, end.end), "verb + as", target=judged)
    return None


def called(page: Page, verb: Token, cue: Cue, last: Token) -> Found | None:
    """`called it "frank"`: the content is what is named and its name, where quotation marks make it a saying."""
    parsed = page.parsed
    stop = parsed.sentence(verb).end
    quote = next((q for q in page.quotes if last.end <= q.start < stop), None)
    parts = [c for c in parsed.children(verb, "obj", "xcomp", "ccomp", "iobj") if c.i > last.i]
    if quote is None or not parts or _is_title(page, quote):
        return None
    within = parsed.covering(quote.start, quote.end)
    holding = [p for p in parts if {t.i for t in parsed.subtree(p)} & {t.i for t in within}]
    near = page.words_between(last.end, quote.start) <= LEAD
    if not holding and not near:
        return None
    between = parsed.tokens[last.i + 1 : within[0].i] if within else ()
    if any(t.upos == "VERB" and t.lower in page.cues.verbs and page.quote_of(t) is None for t in between):
        return None
    start = _behind_adverbs(page, last)
    end = quote.end
    while (more := _next_quote(page, end)) is not None:
        end = more.end
    judged = parsed.child(verb, "obj")
    head = next((t for t in within if t.upos == "NOUN"), None)
    tail = parsed.token_from(end)
    if head is None and tail is not None and tail.upos == "NOUN":
        end = tail.end
    return Found((start.start, end), "verb + name", target=judged)


def _is_title(page: Page, quote: Quote) -> bool:
    """True for a proper name in quotation marks, which names and says nothing: "Desert Wind"."""
    inside = page.parsed.covering(quote.inner_start, quote.inner_end)
    weighty = [t for t in inside if t.upos not in ("ADP", "DET", "CCONJ", "PUNCT", "PART")]
    return bool(weighty) and all(t.text[:1].isupper() for t in weighty)


def _behind_adverbs(page: Page, last: Token) -> Token:
    tokens = page.parsed.tokens
    place = last.i + 1
    while place + 1 < len(tokens) and tokens[place].upos == "ADV":
        place += 1
    return tokens[place]


def _next_quote(page: Page, end: int) -> Quote | None:
    """A quotation that "and" or a comma joins to the one before."""
    for quote in page.quotes:
        if quote.start >= end:
            joined = page.text[end : quote.start].strip() in ("and", "or", ",", ", and", "but")
            return quote if joined else None
    return None


def stressed_need(page: Page, verb: Token, cue: Cue, last: Token) -> Found | None:
    """ "stressed the need to ...": the content is the noun phrase."""
    parsed = page.parsed
    need = parsed.child(verb, "obj")
    if need is None or need.lemma.lower() not in _NEEDS or need.i < verb.i:
        return None
    if not any(c.i > need.i for c in parsed.children(need, "acl", "advcl", "nmod")):
        return None
    if not any(t.lower == "to" for t in parsed.subtree(need)):
        return None
    inside = parsed.subtree(need, without=lambda t: t.head == need.i and t.rel in ("conj", "cc"))
    return Found((inside[0].start, inside[-1].end), "verb + need")


def warned_of(page: Page, verb: Token, cue: Cue, last: Token) -> Found | None:
    """ "warned of ...", "spoke of them leaving": the content is what follows the preposition."""
    parsed = page.parsed
    held = [
        c
        for c in (*parsed.children(verb, "obl", "advcl", "ccomp", "xcomp", "obj"), *_under_noun(page, last))
        if c.i > last.i and any(m.i == last.i for m in parsed.children(c, "case", "mark"))
    ]
    if not held:
        return None
    inside = [t for t in parsed.subtree(held[0]) if t.i > last.i]
    for clause in parsed.children(verb, "advcl"):
        if clause.i > inside[-1].i and parsed.child(clause, "mark") is not None:
            inside.extend(parsed.subtree(clause))  # "raised the prospect of war if talks failed"
    for clause in parsed.children(verb, "advcl", "xcomp", "ccomp"):
        if clause.i == inside[-1].i + 1 and clause.lower.endswith("ing"):
            inside.extend(t for t in parsed.subtree(clause) if t.i > inside[-1].i)
    clausal = any(t.upos in ("VERB", "AUX") for t in inside)
    if cue.head in ("speak", "talk") and not clausal:
        return None
    return Found((inside[0].start, inside[-1].end), "verb + of")


def _under_noun(page: Page, last: Token) -> tuple[Token, ...]:
    """What hangs on the noun inside a fixed phrase ("raised the specter of war")."""
    tokens = page.parsed.tokens[max(0, last.i - 1 - GAP) : last.i]
    return tuple(c for noun in tokens if noun.upos == "NOUN" for c in page.parsed.children(noun, "nmod", "acl"))


def asked_question(page: Page, verb: Token, cue: Cue, last: Token) -> Found | None:
    """ "asked whether ...": the content is the question, its first word with it."""
    parsed = page.parsed
    for child in parsed.children(verb, "ccomp", "advcl", "obj"):
        inside = [t for t in parsed.subtree(child) if t.i > last.i]
        if child.i > last.i and inside and inside[0].lower in _ASKING and is_finite(page, child):
            return Found((inside[0].start, inside[-1].end), "verb + question")
    return None
