"""Where reported words stop and the reporter goes on in the same sentence.

English backshifts what it reports: under "said", the reported clause has "would", "had" and past forms, so a
relative clause in the present at its end ("..., which is battling inflation") is likelier the reporter's own.
A dash that is not closed, and a noun that takes up what was said ("an accusation denied by Rome"), mark asides
likewise; and a verb that does not fit the form of the one it seems to be coordinated with is the reporter's
second verb ("said it would leave and voiced regret").
"""

from __future__ import annotations

from chancery.grammar.types import Token
from chancery.observations.speech.page import Page

_DASHES = frozenset({"–", "—", "-", "--", "―"})
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "DET", "PART", "NUM"})
_BACKSHIFTED = frozenset("would could might had should".split())
_SIDE_BY_SIDE = frozenset({"as", "while", "though", "although", "whereas"})
_ARTICLES = frozenset({"a", "an", "the", "one"})


def tail_cut(page: Page, start: Token, end: Token) -> Token:
    """The last token of the content that runs from `start` to `end`, asides at its end taken off."""
    while True:
        shorter = _cut_once(page, start, end)
        if shorter.i >= end.i:
            return end
        end = shorter


def _cut_once(page: Page, start: Token, end: Token) -> Token:
    for token in page.parsed.tokens[start.i + 2 : end.i + 1]:
        if page.quote_of(token) is not None:
            continue
        for test in _ASIDES:
            if test(page, token, start, end):
                return page.parsed.tokens[token.i - 1]
    return end


def _dash_aside(page: Page, token: Token, start: Token, end: Token) -> bool:
    """A dash that no second dash closes."""
    tokens = page.parsed.tokens
    if token.text not in _DASHES or token.i == end.i:
        return False
    spaced = tokens[token.i - 1].end < token.start and token.end < tokens[token.i + 1].start
    others = [t for t in tokens[start.i : end.i + 1] if t.text == token.text and t.i != token.i and _spaced(page, t)]
    following = tokens[token.i + 1]
    if following.lower in ("and", "or", "but", "not") or following.lower.endswith("ing"):
        return False
    return spaced and not others and following.upos not in ("VERB", "AUX", "PUNCT")


def _spaced(page: Page, token: Token) -> bool:
    tokens = page.parsed.tokens
    return 0 < token.i < len(tokens) - 1 and tokens[token.i - 1].end < token.start < tokens[token.i + 1].start - 1


def _participle(page: Page, token: Token, start: Token, end: Token) -> bool:
    """A comma and a participle of reporting or of what it led to: "..., adding that", "..., drawing protests"."""
    following = _behind_comma(page, token, end)
    if following is not None and following.lower == "while" and following.i < end.i:
        following = page.parsed.tokens[following.i + 1]  # "..., while warning that"
    if following is None or following.upos != "VERB" or not following.lower.endswith("ing"):
        return False
    if following.lower in page.words.effects:
        return True
    reports = any(cue.takes - {"beside", "speaker"} for cue in page.cues.verbs.get(following.lower, ()) if not cue.rest)
    return reports and following.rel in ("advcl", "acl", "conj", "parataxis", "ccomp")


def _taken_up(page: Page, token: Token, start: Token, end: Token) -> bool:
    """A comma and a noun that takes up what was said, with a clause of its own: "..., a claim that Rome denied"."""
    following = _behind_comma(page, token, end)
    if following is None:
        return False
    window = page.parsed.tokens[following.i : min(following.i + 4, end.i + 1)]
    noun = next((t for t in window if t.upos in ("NOUN", "PRON")), None)
    if noun is None or noun.lemma.lower() not in page.words.taking_up:
        return False
    if noun.rel == "nsubj" and noun.head > noun.i:
        return False
    listed = noun.rel == "conj" and page.parsed.children(noun, "cc")
    return bool(page.parsed.children(noun, "acl")) and not listed


def _late_clause(page: Page, token: Token, start: Token, end: Token) -> bool:
    """A comma and "as" or "though" with another act of speech: "..., as it repeated that"."""
    following = _behind_comma(page, token, end)
    if following is None or following.lower not in _SIDE_BY_SIDE or following.upos not in ("SCONJ", "ADP"):
        return False
    rest = page.parsed.tokens[following.i : end.i + 1]
    return any(t.upos == "VERB" and t.lower in page.cues.verbs and page.parsed.child(t, "nsubj") for t in rest)


def _occasion(page: Page, token: Token, start: Token, end: Token) -> bool:
    """ "as he arrived in Rome": what the speaker did while speaking, in a form that is not backshifted."""
    verb = page.parsed.head(token)
    if token.lower not in ("as", "while") or token.rel != "mark" or verb is None or not token.i < verb.i <= end.i:
        return False
    who = page.parsed.child(verb, "nsubj")
    past = verb.feat("Tense") == "Past" and not page.parsed.children(verb, "aux")
    speaker = who is not None and who.lower in ("he", "she", "they")
    return past and speaker and verb.lemma.lower() in page.words.occasions


def _inserted_report(page: Page, token: Token, start: Token, end: Token) -> bool:
    """A comma and who said it all: "..., the ministry said, drawing protests"."""
    following = _behind_comma(page, token, end)
    if following is None:
        return False
    parsed = page.parsed
    for verb in parsed.tokens[following.i + 1 : min(following.i + 9, end.i + 1)]:
        if verb.text == ",":
            return False
        told = [c for c in parsed.children(verb, "nsubj") if parsed.subtree(c)[0].i == following.i]
        closed = verb.i >= end.i or parsed.tokens[verb.i + 1].text in (",", ".")
        behind = parsed.tokens[verb.i + 1 : parsed.sentence(verb).last - 1]
        last = all(t.upos == "PROPN" for t in behind)  # "..., a spokesman told Reuters."
        closed = closed or last
        named = last and all(t.upos in _NOMINAL or t.feat("Poss") for t in parsed.tokens[following.i : verb.i])
        if closed and ((told and verb.rel == "parataxis") or named):
            return any("beside" in cue.takes and not cue.rest for cue in page.cues.verbs.get(verb.lower, ()))
    return False


def _source_phrase(page: Page, token: Token, start: Token, end: Token) -> bool:
    """A comma and the source of it all: "..., according to the ministry"."""
    following = _behind_comma(page, token, end)
    if following is None or following.i + 1 > end.i:
        return False
    return following.lower == "according" and page.parsed.tokens[following.i + 1].lower == "to"


def _apposition(page: Page, token: Token, start: Token, end: Token) -> bool:
    """A comma and a last phrase that tells who the one named before is: "..., a former minister"."""
    following = _behind_comma(page, token, end)
    if following is None or following.lower not in _ARTICLES:
        return False
    head = page.parsed.head(following)
    if head is None or head.rel != "appos" or page.parsed.children(head, "conj"):
        return False
    whom = page.parsed.head(head)
    if whom is None or not (whom.name == "PER" or any(p.kind == "person" for p in page.marked.named(whom))):
        return False
    inside = page.parsed.subtree(head)
    return inside[-1].i >= end.i - 1 and not any(page.quote_of(t) for t in inside)


def _relative(page: Page, token: Token, start: Token, end: Token) -> bool:
    """A last relative clause behind a comma that is not in the forms of reported speech."""
    following = _behind_comma(page, token, end)
    if following is None or following.lower not in ("which", "who", "whom", "whose"):
        return False
    rest = page.parsed.tokens[following.i : end.i + 1]
    if any(page.quote_of(t) for t in rest) or any(t.lower in _BACKSHIFTED for t in rest):
        return False
    return not any(t.text == "," for t in rest[1:]) or following.rel in ("nsubj", "obj", "nmod", "nsubj:pass")


def _second_verb(page: Page, token: Token, start: Token, end: Token) -> bool:
    """ "and" with a verb, without a subject, that cannot be parallel to the one it is coordinated with."""
    parsed = page.parsed
    if token.upos != "CCONJ":
        return False
    second = parsed.head(token)
    if second is None or not token.i < second.i <= end.i:
        return False
    first = parsed.head(second)
    if first is None or not start.i <= first.i < token.i:
        return False
    return is_second_verb(page, second) or _is_other_report(page, second)


def _is_other_report(page: Page, second: Token) -> bool:
    """True for "... and the envoy said it was over", joined to what somebody else said."""
    parsed = page.parsed
    reports = any({"that", "beside"} <= c.takes and not c.rest for c in page.cues.verbs.get(second.lower, ()))
    if not reports or second.rel != "conj" or parsed.children(second, "mark", "aux"):
        return False
    return bool(parsed.children(second, "nsubj") and parsed.children(second, "ccomp"))


def is_second_verb(page: Page, second: Token) -> bool:
    """True for a coordinated verb without a subject whose form cannot be parallel to its first conjunct's."""
    parsed = page.parsed
    first = parsed.head(second)
    if first is None or second.rel != "conj" or second.upos != "VERB":
        return False
    return not parsed.children(second, "nsubj", "expl", "mark") and not _parallel(page, first, second)


def _parallel(page: Page, first: Token, second: Token) -> bool:
    parsed = page.parsed
    helpers = [a.lower for a in parsed.children(first, "aux")]
    own = [a.lower for a in parsed.children(second, "aux")]
    past = second.feat("Tense") == "Past" and second.feat("VerbForm") == "Fin"
    if own:
        return not (own[0] in ("has", "have") and not helpers and first.feat("Tense") == "Past")
    if helpers:
        return not past
    if second.feat("VerbForm") in ("Ger", "Part") and second.lower.endswith("ing"):
        return first.lower.endswith("ing") or first.upos != "VERB"
    if past and first.feat("Tense") == "Pres" and first.feat("VerbForm") == "Fin" and second.lower in page.cues.verbs:
        return False  # "said it seeks peace and called for talks"
    reports = past and parsed.children(second, "ccomp", "xcomp") and second.lower in page.cues.verbs
    return not (reports and parsed.children(first, "cop"))


def _behind_comma(page: Page, token: Token, end: Token) -> Token | None:
    """The token behind a comma outside quotations, or None."""
    if token.text != "," or token.i >= end.i:
        return None
    return page.parsed.tokens[token.i + 1]


_ASIDES = (
    _dash_aside,
    _participle,
    _taken_up,
    _late_clause,
    _occasion,
    _inserted_report,
    _source_phrase,
    _apposition,
    _relative,
    _second_verb,
)
"""Tests of a token: does what begins with it, up to the end, belong to the reporter?"""
