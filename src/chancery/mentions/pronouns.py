"""Whom "he", "she", "it" and "they" stand for: by place in the clause, agreement and nearness.

A ranking in the manner of Lappin and Leass (1994), cut to what news needs: the subject of the reporting verb
for a pronoun in what is reported, else the subject of the clause or sentence before. No link where two
candidates are as good.
"""

from __future__ import annotations

from dataclasses import dataclass

from chancery.grammar.clauses import preposition
from chancery.grammar.types import Parsed, Token
from chancery.mentions.types import Met, Party

HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
IT = frozenset({"it", "its", "itself"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
LOOK_BACK = 3
"""Sentences before a pronoun that are searched."""

WEIGHTS = {"nsubj": 4.0, "obj": 2.0, "obl": 1.5, "nmod": 1.0}
MAIN, SPOKE, BACK, IN_QUOTES = 2.0, 1.0, 3.0, 4.0
"""What a main clause's subject gains, what the subject of a verb of saying gains, and what a candidate loses by
each sentence between and by standing inside quotation marks that the pronoun is outside of."""


@dataclass(frozen=True)
class Ground:
    """What a pronoun is resolved on: the parties met so far by token, people whose sex the report tells (by number),
    and the tokens inside quotation marks."""

    parsed: Parsed
    met: Met
    women: frozenset[int]
    men: frozenset[int]
    quoted: frozenset[int]


def quoted_tokens(parsed: Parsed) -> frozenset[int]:
    """The tokens between quotation marks, paragraph by paragraph, so that one stray mark does little harm."""
    found: set[int] = set()
    par, inside = -1, False
    for token in parsed.tokens:
        if token.par != par:
            par, inside = token.par, False
        if token.text == "“":
            inside = True
        elif token.text == "”":
            inside = False
        elif token.text in ('"', "``", "''"):
            inside = not inside
        elif inside:
            found.add(token.i)
    return frozenset(found)


def resolve(ground: Ground, token: Token) -> tuple[Party, ...]:
    """The parties of a pronoun, or none."""
    word = token.lower
    if word in HE or word in SHE:
        return _person(ground, token, ground.women if word in HE else ground.men)
    if word in IT:
        return _thing(ground, token)
    if word in THEY:
        return _several(ground, token)
    return ()


def _person(ground: Ground, token: Token, barred: frozenset[int]) -> tuple[Party, ...]:
    reporter = _reporter(ground, token)
    if reporter is not None and _fits(reporter, barred):
        return reporter
    best = sorted(_scores(ground, token, barred).values(), key=lambda item: -item[0])
    if not best or (len(best) > 1 and best[0][0] == best[1][0]):
        return ()
    return best[0][1]


def _fits(parties: tuple[Party, ...], barred: frozenset[int]) -> bool:
    return len(parties) == 1 and parties[0].kind == "person" and parties[0].entity not in barred


def _reporter(ground: Ground, token: Token) -> tuple[Party, ...] | None:
    """The subject of the verb whose reported clause the pronoun stands in: "Kim said he ..."."""
    below = token
    for above in ground.parsed.ancestors(token):
        if below.rel in ("ccomp", "advcl", "xcomp"):
            for child in ground.parsed.children(above, "nsubj"):
                if child.i in ground.met and child.i < token.i and not _co_argument(ground.parsed, token, child):
                    return ground.met[child.i]
        below = above
    return None


def _scores(ground: Ground, token: Token, barred: frozenset[int]) -> dict[int, tuple[float, tuple[Party, ...]]]:
    """A score for each person mentioned before, by number: the best of their mentions."""
    parsed = ground.parsed
    here = parsed.sentence(token).number
    found: dict[int, tuple[float, tuple[Party, ...]]] = {}
    for i in range(token.i - 1, -1, -1):
        other = parsed.tokens[i]
        back = here - parsed.sentence(other).number
        if back > LOOK_BACK:
            break
        parties = ground.met.get(i)
        if parties is None or not _fits(parties, barred) or _co_argument(parsed, token, other):
            continue
        score = _salience(ground, token, other) - BACK * back
        key = parties[0].entity
        if key not in found or found[key][0] < score:
            found[key] = (score, parties)
    return found


def _salience(ground: Ground, token: Token, other: Token) -> float:
    score = WEIGHTS.get(other.rel, 1.0)
    if other.rel == "nsubj":
        verb = ground.parsed.head(other)
        score += MAIN * _is_main(ground.parsed, other)
        score += SPOKE * (verb is not None and (verb.rel == "parataxis" or bool(ground.parsed.children(verb, "ccomp"))))
    if other.deprel == "nmod:poss" and token.feat("Poss") == "Yes":
        score += MAIN + SPOKE  # "Trump's handling of the talks and his threat"
    if other.i in ground.quoted and token.i not in ground.quoted:
        score -= IN_QUOTES
    return score


def _is_main(parsed: Parsed, subject: Token) -> bool:
    verb = parsed.head(subject)
    return verb is not None and (verb.is_root or verb.rel in ("parataxis", "conj"))


def _co_argument(parsed: Parsed, token: Token, other: Token) -> bool:
    """Is the pronoun an argument of the very verb that `other` is an argument of? ("Kim met him.")

    So is the subject of "agreed to see him", which is that of "see" too.
    """
    if token.feat("Poss") == "Yes" or token.rel in ("nmod", "det"):
        return False
    arguments = ("nsubj", "obj", "iobj", "obl")
    if token.rel not in arguments or other.rel not in arguments:
        return False
    verb = parsed.head(token)
    while verb is not None and verb.i != other.head and verb.rel == "xcomp" and other.rel == "nsubj":
        below, verb = verb, parsed.head(verb)
        if verb is not None and parsed.child(verb, "obj", "iobj") is not None and parsed.child(verb, "obj") != below:
            return False  # "asked Kim to see him": the object, not the subject, is to see him
    return verb is not None and verb.i == other.head


def _thing(ground: Ground, token: Token) -> tuple[Party, ...]:
    """A state or body: the subject of the clause, the clause above, or the sentence before."""
    if token.rel not in ("nsubj", "nmod", "obj", "obl", "det"):
        return ()
    for subject in _subjects(ground.parsed, token):
        parties = ground.met.get(subject.i, ())
        if len(parties) == 1 and parties[0].kind in ("country", "body"):
            return parties
    return ()


def _subjects(parsed: Parsed, token: Token) -> list[Token]:
    """The subjects of the clauses above a token, then the main ones of the sentence before."""
    found = [
        child for above in parsed.ancestors(token) for child in parsed.children(above, "nsubj") if child.i < token.i
    ]
    here = parsed.sentence(token)
    if here.number:
        before = parsed.tokens_of(parsed.sentences[here.number - 1])
        found += [t for t in before if t.rel == "nsubj" and _is_main(parsed, t)]
    return found


def _several(ground: Ground, token: Token) -> tuple[Party, ...]:
    """Several that acted together ("A and B", "A met B"), or a group, in a clause above or the sentence before."""
    for subject in _subjects(ground.parsed, token):
        together = tuple(p for t in ground.parsed.conjuncts(subject) for p in ground.met.get(t.i, ()))
        if len(together) == 1:
            together += _partner(ground, subject, together[0], token)
        if len(together) > 1 or (len(together) == 1 and together[0].kind in ("group", "body")):
            return together
    return ()


def _partner(ground: Ground, subject: Token, party: Party, token: Token) -> tuple[Party, ...]:
    """Whom the subject met or dealt with: the object, or the phrase with "with", of the same kind of party."""
    verb = ground.parsed.head(subject)
    if verb is None or token.lower not in ("they", "their", "them"):
        return ()
    for child in ground.parsed.children(verb, "obj", "obl"):
        if child.rel == "obl" and preposition(ground.parsed, child) != "with":
            continue
        others = ground.met.get(child.i, ())
        if len(others) == 1 and others[0].kind == party.kind and others[0].country != party.country:
            return others
    return ()
