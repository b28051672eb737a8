"""Whom "he", "she", "it" and "they" stand for: by place in the clause, agreement and nearness.

A ranking in the manner of Lappin and Leass (1994), cut to what news needs: the subject of the reporting verb
for a pronoun in what is reported, else the subject of the clause or sentence before. No link where two
candidates are as good.
"""

from __future__ import annotations

from chancery.grammar.types import Parsed, Token
from chancery.mentions.types import Party

Met = dict[int, tuple[Party, ...]]

HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
IT = frozenset({"it", "its", "itself"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
LOOK_BACK = 3
"""Sentences before a pronoun that are searched."""


def resolve(parsed: Parsed, token: Token, met: Met, women: set[int], men: set[int]) -> tuple[Party, ...]:
    """The parties of a pronoun, or none. `women` and `men` hold the numbers of people whose sex is told."""
    word = token.lower
    if word in HE or word in SHE:
        barred = women if word in HE else men
        return _person(parsed, token, met, barred)
    if word in IT:
        return _thing(parsed, token, met)
    if word in THEY:
        return _several(parsed, token, met)
    return ()


def _person(parsed: Parsed, token: Token, met: Met, barred: set[int]) -> tuple[Party, ...]:
    def fits(parties: tuple[Party, ...]) -> bool:
        return len(parties) == 1 and parties[0].kind == "person" and parties[0].entity not in barred

    reporter = _reporter(parsed, token, met)
    if reporter is not None and fits(reporter):
        return reporter
    scores = _scores(parsed, token, met, fits)
    best = sorted(scores.items(), key=lambda item: -item[1][0])
    if not best or (len(best) > 1 and best[0][1][0] == best[1][1][0]):
        return ()
    return best[0][1][1]


def _reporter(parsed: Parsed, token: Token, met: Met) -> tuple[Party, ...] | None:
    """The subject of the verb whose reported clause the pronoun stands in: "Kim said he ..."."""
    below = token
    for above in parsed.ancestors(token):
        if below.rel in ("ccomp", "parataxis", "advcl", "xcomp"):
            for child in parsed.children(above, "nsubj"):
                if child.i in met and child.i != token.i and child.i < token.i:
                    return met[child.i]
        below = above
    return None


def _scores(parsed: Parsed, token: Token, met: Met, fits) -> dict[int, tuple[float, tuple[Party, ...]]]:  # type: ignore[no-untyped-def]
    """A score for each person mentioned before, by number: the best of their mentions."""
    here = parsed.sentence(token).number
    found: dict[int, tuple[float, tuple[Party, ...]]] = {}
    for i in range(token.i - 1, -1, -1):
        other = parsed.tokens[i]
        back = here - parsed.sentence(other).number
        if back > LOOK_BACK:
            break
        parties = met.get(i)
        if parties is None or not fits(parties) or _co_argument(parsed, token, other):
            continue
        score = {"nsubj": 4.0, "obj": 2.0, "nmod": 1.0, "obl": 1.5}.get(other.rel, 1.0)
        if other.rel == "nsubj" and _is_main(parsed, other):
            score += 2.0
        score -= 3.0 * back
        key = parties[0].entity
        if key not in found or found[key][0] < score:
            found[key] = (score, parties)
    return found


def _is_main(parsed: Parsed, subject: Token) -> bool:
    verb = parsed.head(subject)
    return verb is not None and (verb.is_root or verb.rel in ("parataxis", "conj"))


def _co_argument(parsed: Parsed, token: Token, other: Token) -> bool:
    """Is the pronoun an argument of the very verb that `other` is an argument of? ("Kim met him.")"""
    if token.feat("Poss") == "Yes" or token.rel in ("nmod", "det"):
        return False
    arguments = ("nsubj", "obj", "iobj", "obl")
    return token.head == other.head and token.rel in arguments and other.rel in arguments


def _thing(parsed: Parsed, token: Token, met: Met) -> tuple[Party, ...]:
    """A state or body: the subject of the clause, the clause above, or the sentence before."""
    if token.rel == "expl" or (token.rel not in ("nsubj", "nmod", "obj", "obl", "det")):
        return ()
    subjects = [above_subject for above_subject in _subjects_above(parsed, token)]
    here = parsed.sentence(token)
    if here.number:
        before = parsed.sentences[here.number - 1]
        subjects += [t for t in parsed.tokens_of(before) if t.rel == "nsubj" and _is_main(parsed, t)]
    for subject in subjects:
        parties = met.get(subject.i, ())
        if len(parties) == 1 and parties[0].kind in ("country", "body"):
            return parties
        if parties and parties[0].kind == "person" and token.lower == "its":
            continue
    return ()


def _subjects_above(parsed: Parsed, token: Token) -> list[Token]:
    return [
        child for above in parsed.ancestors(token) for child in parsed.children(above, "nsubj") if child.i < token.i
    ]


def _several(parsed: Parsed, token: Token, met: Met) -> tuple[Party, ...]:
    """Two or more coordinated before, or a group: the subject of the clause above or of the sentence before."""
    subjects = _subjects_above(parsed, token)
    here = parsed.sentence(token)
    if here.number:
        before = parsed.sentences[here.number - 1]
        subjects += [t for t in parsed.tokens_of(before) if t.rel == "nsubj" and _is_main(parsed, t)]
    for subject in subjects:
        together = tuple(p for t in parsed.conjuncts(subject) for p in met.get(t.i, ()))
        if len(together) > 1 or (len(together) == 1 and together[0].kind in ("group", "body")):
            return together
    return ()
