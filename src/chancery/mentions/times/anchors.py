"""What a time phrase hangs on: the verb, act noun or modified noun that it dates.

Parsers err most on where a phrase of time hangs, so the tree has the last word only where the surface has
none: a time right behind a verb is that verb's ("said on Tuesday the talks ..."), a time between a
determiner and a noun is that noun's ("the June 3 meeting"), and a time does not cross into a clause that
begins after it.
"""

from __future__ import annotations

from chancery.grammar.types import Parsed, Token
from chancery.lexicon.times import TimeWords

_SKIPPED_BEFORE = frozenset({"the", "of", "at", "least", "about", "around", "this", "as"})
_LEADING = frozenset({"on", "in", "late", "early", "earlier", "later", "back", "during", "at"})
_MODIFIERS = frozenset({"nmod", "compound", "nummod", "amod", "nmod:poss", "nmod:tmod", "nmod:unmarked", "nmod:desc"})
_NOUNS = ("NOUN", "PROPN")
_UNMARKED = frozenset({"nmod:unmarked", "nmod:tmod", "obl:unmarked", "obl:tmod"})
_MAX_CLIMB = 8


def head_of(parsed: Parsed, first: int, last: int) -> Token:
    """The token of a phrase that hangs on something outside it; words before punctuation."""
    inside = [t for t in parsed.tokens[first:last] if t.upos != "PUNCT"]
    outward = [t for t in inside if t.is_root or not first <= t.head < last]
    return (outward or inside or [parsed.tokens[first]])[0]


def mark_of(parsed: Parsed, first: int, last: int, words: TimeWords) -> str | None:
    """As in "since", "until" or "aside" (before, after) by the preposition before a time, or None.

    "after Friday's talks" has none: there the preposition belongs to the talks.
    """
    if other_act(parsed, first, last) is not None or modified(parsed, first, last, words) is not None:
        return None
    start = parsed.sentence(parsed.tokens[first]).first
    for i in range(first - 1, start - 1, -1):
        word = parsed.tokens[i].lower
        if word in words.marks:
            return words.marks[word]
        if word not in words.parts and word not in _SKIPPED_BEFORE:
            return None
    return None


def acts(token: Token, words: TimeWords) -> bool:
    """Is the token a noun of something that happens and so has a time ("talks", "ceasefire")?"""
    return token.upos in _NOUNS and (token.lemma.lower() in words.acts or token.lower in words.acts)


def modified(parsed: Parsed, first: int, last: int, words: TimeWords) -> Token | None:
    """The noun that a time stands before as its modifier: "Friday's talks", "the 1994 ceasefire", "a
    June summit".
    """
    end = parsed.sentence(parsed.tokens[first]).last
    if last >= end:
        return None
    after = parsed.tokens[last]
    possessive = after.lower in ("'s", "’s")
    before = parsed.tokens[first - 1] if first > parsed.sentence(after).first else None
    named = parsed.tokens[last - 1].lower not in words.units  # not "since the start of the year Kyiv has"
    held = (
        before is not None
        and named
        and (before.upos == "DET" or before.feat("Poss") == "Yes" or before.lower in ("'s", "’s", "whose"))
    )
    head = head_of(parsed, first, last)
    case = any(c.i < first for c in parsed.children(head, "case"))
    above = parsed.head(head)
    in_tree = not case and above is not None and above.i >= last and above.upos in _NOUNS and head.deprel in _MODIFIERS
    if not (possessive or in_tree or (held and after.upos in (*_NOUNS, "ADJ"))):
        return None
    run = _noun_run(parsed, last + possessive, end)
    known = [t for t in run if acts(t, words)]
    if known:
        return known[-1]
    return above if in_tree else (run[-1] if run else None)


def _noun_run(parsed: Parsed, start: int, end: int) -> list[Token]:
    """The nominal words from a place on, over hyphens and possessives: "foreign ministers ' meeting"."""
    run: list[Token] = []
    for token in parsed.tokens[start:end]:
        if token.upos in (*_NOUNS, "ADJ", "NUM", "VERB") and token.feat("VerbForm") not in ("Fin", "Inf"):
            run.append(token)
        elif token.text not in ("-", "'s", "’s", "'", "’", ",") or (token.text == "," and run):
            break
    while run and run[-1].upos not in _NOUNS:
        run.pop()
    return run


def anchor_of(parsed: Parsed, first: int, last: int, words: TimeWords) -> Token | None:
    """What the time over tokens `first` to `last` (not included) dates, or None where it hangs on
    nothing.
    """
    other = other_act(parsed, first, last) or _told_from(parsed, first, last, words)
    if other is not None:
        return other
    noun = modified(parsed, first, last, words)
    if noun is not None:
        return noun
    head = head_of(parsed, first, last)
    subject = parsed.child(head, "nsubj")
    if subject is not None and parsed.child(head, "cop") is not None:
        return subject  # "the test was on Sept. 15"
    word = _verb_right_before(parsed, first) or _act_right_before(parsed, first, words)
    if word is not None:
        return word
    found = _climbed(parsed, head, words)
    if found is None:
        return None
    outside = _past_relative(parsed, found, first, words)
    if outside is not None:
        return outside
    return _kept_out(parsed, found, first, last) or _after_phrase(parsed, found, first, words) or found


def other_act(parsed: Parsed, first: int, last: int) -> Token | None:
    """What a phrase such as "two days after" dates: the verb or noun that its preposition belongs to."""
    word = parsed.tokens[last - 1]
    if last - first < 3 or word.lower not in ("after", "before") or word.rel not in ("mark", "case"):
        return None
    act = parsed.head(word)
    return act if act is not None and act.i >= last else None


def _told_from(parsed: Parsed, first: int, last: int, words: TimeWords) -> Token | None:
    """What "two days" dates in "met two days after he landed": the act above the one that it is told from."""
    counts = parsed.tokens[first].upos == "NUM" or parsed.tokens[first].lower in ("a", "an", "one")
    if not counts or last >= parsed.sentence(parsed.tokens[first]).last:
        return None
    word = parsed.tokens[last]
    if word.lower not in ("after", "before") or word.rel not in ("mark", "case"):
        return None
    return next((a for a in list(parsed.ancestors(word))[1:] if a.upos == "VERB" or acts(a, words)), None)


def _verb_right_before(parsed: Parsed, first: int) -> Token | None:
    start = parsed.sentence(parsed.tokens[first]).first
    i = first - 1
    while i >= start and parsed.tokens[i].lower in _LEADING:
        i -= 1
    found = parsed.tokens[i]
    return found if i >= start and found.upos == "VERB" and not _ongoing(parsed, found) else None


def _act_right_before(parsed: Parsed, first: int, words: TimeWords) -> Token | None:
    """As in "since the invasion in 2022": "in" a month or year right behind an act noun dates it.

    A verb that only carries the noun ("held talks in 2014") takes its time from there.
    """
    if first < 2 or parsed.tokens[first - 1].lower != "in":
        return None
    noun = parsed.tokens[first - 2]
    return noun if acts(noun, words) and noun.i >= parsed.sentence(parsed.tokens[first]).first else None


def _climbed(parsed: Parsed, head: Token, words: TimeWords) -> Token | None:
    node = head
    adverb = head.deprel in _UNMARKED and parsed.child(head, "det") is not None  # "spoke about the talks the same day"
    for _ in range(_MAX_CLIMB):
        above = parsed.head(node)
        if above is None:
            return None
        if (acts(above, words) and not adverb) or parsed.child(above, "cop") is not None:
            return above
        if above.upos in ("VERB", "AUX") and not (_stative(parsed, above, words) or _ongoing(parsed, above)):
            return above
        node = above
    return None


def _stative(parsed: Parsed, verb: Token, words: TimeWords) -> bool:
    """As in "a delegation led by the minister on Friday": not the leading is on Friday."""
    bare = verb.rel == "acl" and not parsed.children(verb, "nsubj", "aux")
    return bare and verb.lemma.lower() in words.stative


def _ongoing(parsed: Parsed, verb: Token) -> bool:
    """As in "released 40 men it had been holding on Friday": a stretch up to then is at no day of its own."""
    been = any(c.lower == "been" for c in parsed.children(verb, "aux"))
    return verb.rel == "acl" and been and verb.lower.endswith("ing")


def _kept_out(parsed: Parsed, verb: Token, first: int, last: int) -> Token | None:
    """The verb above, where the time stands before the clause that the tree hangs it in.

    "told the envoy on Tuesday it should leave": the clause of "should leave" begins with its subject.
    """
    above, subject = parsed.head(verb), parsed.child(verb, "nsubj", "expl")
    if above is None or subject is None or verb.i < last or above.i >= first or subject.i < last:
        return None
    if above.upos != "VERB" or verb.rel not in ("ccomp", "parataxis"):
        return None
    between = parsed.tokens[above.i + 1 : first]
    return None if any(t.lower in ("that", ",", ":", "“", '"') for t in between) else above


def _past_relative(parsed: Parsed, verb: Token, first: int, words: TimeWords) -> Token | None:
    """The main verb, where a comma closes a relative clause before the time.

    "launched a rocket, which Seoul calls a cover, on February 7" dates the launch.
    """
    noun = parsed.head(verb)
    before = parsed.tokens[max(first - 2, 0)]
    relative = any(c.lower in ("which", "who", "whose") for c in parsed.subtree(verb) if c.i <= verb.i)
    if verb.rel != "acl" or noun is None or not relative or before.text != "," or before.i < verb.i:
        return None
    return _climbed(parsed, noun, words)


def _after_phrase(parsed: Parsed, verb: Token, first: int, words: TimeWords) -> Token | None:
    """The act of "after", "following": "met in Jeju, following a summit in Seoul last week"."""
    for token in reversed(parsed.tokens[verb.i + 1 : first]):
        if token.lower not in ("after", "following"):
            continue
        noun = parsed.head(token) if token.rel in ("case", "mark") else parsed.child(token, "obj")
        if noun is not None and token.i < noun.i < first and acts(noun, words):
            return noun
    return None
