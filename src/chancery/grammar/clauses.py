"""Who does what to whom in a tree, as Universal Dependencies draw it: pure grammar, no lexicon.

Subjects are found through passives, relative and participle clauses, control, and coordination, which UD's
basic trees leave implicit (compare its enhanced graphs: Schuster and Manning 2016).
"""

from __future__ import annotations

from collections.abc import Sequence

from chancery.grammar.types import Parsed, Token

PASSIVE = ("nsubj:pass", "csubj:pass")
"""Relations of a passive clause's subject."""
WILL = frozenset({"will", "shall", "'ll", "’ll", "wo", "sha"})
WOULD = frozenset({"would", "'d", "’d"})
MAY = frozenset({"may", "might", "can", "ca", "could", "should", "must", "ought"})
"""Modal auxiliaries as treebanks split them ("wo" of "won't"): what lies ahead, what is supposed, what is open."""

RELATIVE_PRONOUNS = frozenset({"who", "which", "that", "whom", "whose"})


def is_passive(parsed: Parsed, verb: Token) -> bool:
    """True for a passive clause ("was struck") and for a bare passive participle ("sanctions imposed by")."""
    if parsed.children(verb, "aux:pass", *PASSIVE):
        return True
    if parsed.children(verb, "nsubj", "csubj"):
        return False
    participle = verb.feat("VerbForm") == "Part" and verb.feat("Tense") == "Past"
    bare = not parsed.children(verb, "aux", "cop")
    return participle and bare and verb.rel in ("acl", "advcl", "amod")


def is_misread_passive(parsed: Parsed, verb: Token) -> bool:
    """True where a parser took an active subject for a passive's: "have all called on", without "be" or "get"."""
    helpers = {a.lemma.lower() for a in parsed.children(verb, "aux")}
    by_subject = bool(parsed.children(verb, *PASSIVE)) and not parsed.children(verb, "aux:pass")
    return by_subject and "have" in helpers and not helpers & {"be", "get"}


def subject(parsed: Parsed, verb: Token) -> Token | None:
    """The head of the clause's own surface subject, a relative pronoun read as the noun that it stands for."""
    own = parsed.child(verb, "nsubj", "csubj")
    if own is not None:
        return _antecedent(parsed, own, verb)
    return None


def agent(parsed: Parsed, verb: Token) -> Token | None:
    """The head of the phrase that does what the verb says, or None where the grammar doesn't tell.

    "by"-phrases of passives; the subject of an active clause, shared over coordination ("met and agreed"),
    control and raising ("agreed to meet"), participles ("the envoy leading the talks", "arriving in ...").
    """
    if is_passive(parsed, verb):
        return by_phrase(parsed, verb)
    found = subject(parsed, verb)
    return found if found is not None else _shared(parsed, verb, depth=0)


def patient(parsed: Parsed, verb: Token) -> Token | None:
    """The head of what the act is done to: the object, or the subject of a passive."""
    if is_passive(parsed, verb):
        found = subject(parsed, verb)
        if found is not None:
            return found
        if verb.rel in ("acl", "amod"):
            return parsed.head(verb)
        above = parsed.head(verb)
        if verb.rel == "conj" and above is not None and is_passive(parsed, above):
            return patient(parsed, above)
        return None
    own = parsed.child(verb, "obj")
    if own is not None:
        return _antecedent(parsed, own, verb)
    for later in parsed.children(verb, "conj"):  # "condemned and rejected the plan"
        if later.upos == "VERB" and not parsed.child(verb, "obj") and later.i - verb.i <= 3:
            return parsed.child(later, "obj")
    return None


def by_phrase(parsed: Parsed, word: Token) -> Token | None:
    """The head of a "by" phrase under a verb or a noun."""
    return oblique(parsed, word, "by")


def oblique(parsed: Parsed, word: Token, *prepositions: str) -> Token | None:
    """The head of the first dependent (obl, nmod) that one of these prepositions introduces."""
    for child in parsed.children(word, "obl", "nmod"):
        case = preposition(parsed, child)
        if case in prepositions:
            return child
    return None


def preposition(parsed: Parsed, word: Token) -> str:
    """The preposition before a phrase, lower case, fixed ones whole ("ahead of"), or "".

    One that a parser hung on the name behind the head counts: "with Secretary of State Antony Blinken".
    """
    case = parsed.child(word, "case") or _case_over(parsed, word)
    if case is None:
        return ""
    parts = [case, *parsed.children(case, "fixed")]
    more = [c for c in parsed.children(word, "case") if c is not case and c.i == parts[-1].i + 1]
    return " ".join(t.lower for t in [*parts, *more])


def _case_over(parsed: Parsed, word: Token) -> Token | None:
    for name in parsed.children(word, "appos", "flat"):
        case = parsed.child(name, "case")
        if case is not None and case.i < word.i:
            return case
    return None


def negated(parsed: Parsed, word: Token) -> bool:
    """True where "not", "never", "no" or "without" applies to the word's own clause."""
    for child in parsed.children(word, "advmod", "det", "cc"):
        negates = child.lower in ("not", "n't", "n’t", "never", "no", "neither", "nor", "hardly")
        if negates and not _before_infinitive(parsed, word, child):
            return True
    above = parsed.head(word) if word.rel == "xcomp" else None
    before = () if above is None else tuple(c for c in parsed.children(above) if c.lower in ("not", "never"))
    if above is not None and any(_before_infinitive(parsed, above, c) for c in before):
        return True
    return any(c.lower == "without" for c in parsed.children(word, "mark", "case"))


def _before_infinitive(parsed: Parsed, verb: Token, adverb: Token) -> bool:
    """True of "never" in "vowed never to leave", which parsers hang on the first verb and which denies the second."""
    after = adverb.i + 1
    return adverb.i > verb.i and after < len(parsed.tokens) and parsed.tokens[after].lower == "to"


def phrase(parsed: Parsed, head: Token) -> tuple[Token, ...]:
    """The noun phrase of a head without what hangs on behind it as a clause of its own, or as coordination.

    Left out: relative clauses, appositions after a comma, parataxis, coordinated heads, surrounding punctuation.
    """

    def heavy(token: Token) -> bool:
        if token.rel in ("acl", "parataxis", "conj", "cc", "advcl", "punct", "case", "mark", "cop"):
            return token.head == head.i or token.rel in ("acl", "parataxis")
        return token.rel == "appos"

    return tuple(parsed.subtree(head, without=heavy))


def head_among(words: Sequence[Token]) -> Token | None:
    """Of words that stand side by side, the first that hangs on none of the others; None where there are none."""
    if not words:
        return None
    first, last = words[0].i, words[-1].i
    return next((t for t in words if t.is_root or not first <= t.head <= last), None)


def _antecedent(parsed: Parsed, token: Token, verb: Token) -> Token:
    if token.lower not in RELATIVE_PRONOUNS:
        return token
    clause: Token | None = verb
    while clause is not None and clause.rel == "conj":
        clause = parsed.head(clause)
    if clause is not None and clause.rel == "acl":
        above = parsed.head(clause)
        if above is not None:
            return above
    return token


def _shared(parsed: Parsed, verb: Token, depth: int) -> Token | None:
    above = parsed.head(verb)
    if above is None or depth > 6:
        return None
    if verb.rel == "conj":
        if above.upos not in ("VERB", "AUX", "ADJ", "NOUN"):
            return None
        found = subject(parsed, above)
        if found is not None:
            return found
        return _shared(parsed, above, depth + 1)
    if verb.rel == "acl":
        if verb.feat("VerbForm") == "Inf":  # "his decision to withdraw": the decider
            holder = parsed.child(above, "nmod:poss")
            return holder if holder is not None else _shared_noun(parsed, above, depth)
        return above
    if verb.rel == "xcomp":
        controller = parsed.child(above, "obj")
        if controller is not None:
            return _antecedent(parsed, controller, above)
        if is_passive(parsed, above):
            return subject(parsed, above)
        found = agent(parsed, above) if depth == 0 else subject(parsed, above)
        return found if found is not None or depth == 0 else _shared(parsed, above, depth + 1)
    if verb.rel == "advcl" and verb.feat("VerbForm") != "Fin":
        found = subject(parsed, above)
        return found if found is not None else _shared(parsed, above, depth + 1)
    if verb.rel in ("ccomp", "parataxis") and verb.feat("VerbForm") != "Fin":
        return None
    return None


def _shared_noun(parsed: Parsed, noun: Token, depth: int) -> Token | None:
    """The subject of the verb that a noun is the object of: "made a decision to withdraw"."""
    verb = parsed.head(noun)
    if noun.rel == "obj" and verb is not None:
        found = subject(parsed, verb)
        return found if found is not None else _shared(parsed, verb, depth + 1)
    return None
