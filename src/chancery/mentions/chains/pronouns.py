"""Whom "he", "she", "it" and "they" stand for: by place in the clause, agreement and nearness.

In what is reported, the subject of the reporting verb; else the best-placed person before it (`antecedents`). No link
where two are about as good, or where somebody unnamed is better: a wrong link is worse than none.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from chancery.grammar.clauses import agent, preposition
from chancery.grammar.types import Parsed, Token
from chancery.lexicon.chains import Sex
from chancery.mentions.chains.antecedents import HE, SHE, Candidate, Ground, Placed, is_main, ranked
from chancery.mentions.types import Party, RunnerUp

IT = frozenset({"it", "its", "itself"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
SELF = frozenset({"himself", "herself"})
MARGIN = 1.5
"""By how much the best must be better than the next, lest it be left open."""
LEAST = 0.0
"""What the best must reach: somebody told of once, in passing and far off, is nobody's antecedent."""
SHOWN = 3
"""Runners-up that are kept."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """Whom a word stands for, by which rule, what it refers back to, and who else was thought of."""

    parties: tuple[Party, ...]
    rule: str
    antecedent: Token | None = None
    others: tuple[RunnerUp, ...] = ()


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


def resolve(ground: Ground, token: Token) -> Resolved | None:
    """The parties of a third-person pronoun, or None where they cannot be told."""
    word = token.lower
    if word in HE or word in SHE:
        return _person(ground, token, "m" if word in HE else "f")
    if word in IT:
        return _thing(ground, token)
    if word in THEY:
        return _several(ground, token)
    return None


def _person(ground: Ground, token: Token, sex: Sex) -> Resolved | None:
    if token.lower in SELF:
        return _reflexive(ground, token, sex)
    after = _subject_after(ground, token)
    told = [*_named_after(ground, after), *ground.recent(token)]
    bars = {c.key: why for c in told if (why := _bar(ground, token, c, sex)) is not None}  # a bar holds for the person
    fits = [c for c in told if c.key not in bars]
    barred = [RunnerUp(c.name, bars[c.key]) for c in told if c.key in bars and c.named]
    if after is not None and told[:1] == ground.recent(token)[:1] and _may_be(ground, after):
        return None  # "In his speech, the visitor said"
    reporter = _reporter(ground, token)
    if reporter is not None and reporter.sex in (None, sex):
        if not reporter.parties or _another_between(ground, token, reporter, fits):
            return None
        others = {c.name: RunnerUp(c.name, "not the one who is reported to say so") for c in fits if c.named}
        others.pop(reporter.name, None)
        shown = tuple(others.values())[:SHOWN]
        return Resolved(reporter.parties, "subject of the reporting verb", reporter.token, shown)
    return _best(ground, token, fits, barred)


def _another_between(ground: Ground, token: Token, chosen: Candidate, fits: list[Candidate]) -> bool:
    """Does somebody else who fits stand between, in the same sentence, so that either may be meant?

    A pronoun that is a subject goes on with a subject, so others count less.
    """
    here = ground.parsed.sentence(token).number
    if chosen.token.i > token.i:  # "While Kim was with Lee for his birthday, Moon said"
        return any(c.sentence == here and c.token.i < token.i and c.key != chosen.key for c in fits)
    between = [c for c in fits if c.sentence == here and chosen.token.i < c.token.i < token.i and c.key != chosen.key]
    if token.rel == "nsubj":
        return any(c.token.rel == "nsubj" and chosen.sentence == here for c in between)
    return bool(between)


def _best(ground: Ground, token: Token, fits: list[Candidate], barred: list[RunnerUp]) -> Resolved | None:
    placed = ranked(ground, token, fits)
    if not placed or not placed[0].candidate.parties or placed[0].score < LEAST:
        return None
    first = placed[0]
    if len(placed) > 1 and first.score - placed[1].score < MARGIN:
        return None
    if _another_between(ground, token, first.candidate, fits):
        return None
    lost = [RunnerUp(p.candidate.name, _why_lost(first, p)) for p in placed[1:]]
    others = {r.name: r for r in reversed((*lost, *barred)) if r.name != first.candidate.name}
    shown = tuple(reversed(others.values()))[:SHOWN]
    return Resolved(first.candidate.parties, "best-placed person before it", first.candidate.token, shown)


def _why_lost(first: Placed, other: Placed) -> str:
    if other.back > first.back:
        return "told of farther back"
    if first.candidate.token.rel == "nsubj" and other.candidate.token.rel != "nsubj":
        return "not the subject"
    return "less prominent"


def _bar(ground: Ground, token: Token, candidate: Candidate, sex: Sex) -> str | None:
    """Why a candidate cannot be meant, or None."""
    parsed, other = ground.parsed, candidate.token
    if candidate.sex not in (None, sex):
        return "a man" if candidate.sex == "m" else "a woman"
    if _co_argument(parsed, token, other):
        return "another part of the same act"
    if other.i == token.head or token.i == other.head or _coordinated(parsed, token, other):
        return "beside it in one phrase"
    noun = parsed.head(token)
    if noun is not None and noun.rel == "appos" and noun.head == other.i:
        return "beside it in one phrase"  # "Kim, his brother"
    if token.i in ground.quoted and other.i not in ground.quoted and _says(parsed, other, token):
        return "who is speaking"
    return None


def _coordinated(parsed: Parsed, token: Token, other: Token) -> bool:
    return (token.rel == "conj" and token.head == other.i) or any(c.i == token.i for c in parsed.conjuncts(other)[1:])


def _says(parsed: Parsed, other: Token, token: Token) -> bool:
    """Is `other` the subject of the verb over the quotation that the token stands in?"""
    if other.rel != "nsubj":
        return False
    verb = parsed.head(other)
    return (
        verb is not None
        and parsed.sentence(verb).number == parsed.sentence(token).number
        and (any(above.i == verb.i for above in parsed.ancestors(token)) or verb.rel == "parataxis")
    )


def _reflexive(ground: Ground, token: Token, sex: Sex) -> Resolved | None:
    """ "Himself" is the subject of its own verb, or the noun that it stands beside."""
    above = ground.parsed.head(token)
    if above is None:
        return None
    beside = ground.person_at(above)
    subject = agent(ground.parsed, above) if beside is None else above
    found = None if subject is None else ground.person_at(subject)
    if found is None or not found.parties or found.sex not in (None, sex):
        return None
    return Resolved(found.parties, "subject of its own verb", found.token)


def _reporter(ground: Ground, token: Token) -> Candidate | None:
    """The subject of the verb whose reported clause the pronoun stands in: "Kim said he ..."."""
    if token.i in ground.quoted:
        return None
    below = token
    for above in ground.parsed.ancestors(token):
        if below.rel == "ccomp":
            subject = agent(ground.parsed, above)
            if subject is not None and subject.i < token.i and not _co_argument(ground.parsed, token, subject):
                return _spoken_for(ground, subject) or ground.person_at(subject)
        below = above
    return None


def _spoken_for(ground: Ground, subject: Token) -> Candidate | None:
    """ "Ruto's office said he", "a spokesman for Ruto said he": whoever is spoken for."""
    if subject.lemma.lower() not in ground.scene.chains.voices:
        return None
    for child in ground.parsed.children(subject, "nmod"):
        if child.deprel == "nmod:poss" or preposition(ground.parsed, child) in ("for", "to"):
            found = ground.person_at(child)
            if found is not None and found.named:
                return replace(found, token=subject)  # it is the subject's place in the sentence that counts
    return None


def _subject_after(ground: Ground, token: Token) -> Token | None:
    """The subject that follows a clause or phrase set before it, in which the pronoun stands."""
    below = token
    for above in ground.parsed.ancestors(token):
        if below.rel in ("obl", "advcl") and below.i < above.i:
            return next((c for c in ground.parsed.children(above, "nsubj") if c.i > token.i), None)
        below = above
    return None


def _named_after(ground: Ground, subject: Token | None) -> list[Candidate]:
    """Somebody named as that subject: "In his speech, Kim said", "In his speech, the minister, Kim, said"."""
    if subject is None:
        return []
    heads = (subject, *ground.parsed.children(subject, "appos", "flat"))
    found = [ground.person_at(t) for t in heads if t.i in ground.heads and t.upos == "PROPN"]
    return [c for c in found if c is not None and c.named][:1]


def _may_be(ground: Ground, subject: Token) -> bool:
    """Does a subject tell of one person, whom the report does not name there?"""
    one = subject.upos == "NOUN" and subject.feat("Number") != "Plur"
    return one and ground.scene.chains.is_person(subject.lemma.lower())


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


def _thing(ground: Ground, token: Token) -> Resolved | None:
    """A state or body: the subject of the clause, the clause above, or the sentence before.

    The nearest subject that "it" agrees with is meant: where that is no party, nobody is. Nor where another state or
    body stands between.
    """
    if token.rel not in ("nsubj", "nmod", "obj", "obl", "det") or _expletive(ground.parsed, token):
        return None
    after = _subject_after(ground, token)
    if after is not None:  # "In its statement, the ministry said"
        meant = ground.met.get(after.i, ())
        fits = len(meant) == 1 and meant[0].kind in ("country", "body")
        return Resolved(meant, "subject that follows", after) if fits else None
    for subject in _subjects(ground.parsed, token):
        if _co_argument(ground.parsed, token, subject) or any(a.i == subject.i for a in ground.parsed.ancestors(token)):
            continue
        parties = ground.met.get(subject.i, ())
        if len(parties) == 1 and parties[0].kind in ("country", "body"):
            if subject.feat("Number") == "Plur" and (subject.upos == "NOUN" or _is_one_word(ground, subject)):
                continue
            if _is_open(ground, token, subject, parties[0]):
                return None
            return Resolved(parties, "state or body that is subject", subject)
        single = subject.upos in ("NOUN", "PROPN") and subject.feat("Number") != "Plur"
        if not parties and single and not ground.scene.chains.is_person(subject.lemma.lower()):
            return None
    return None


def _is_object(ground: Ground, token: Token, subject: Token) -> bool:
    """Is "it" or "them" an object, which may be any thing, and not of what the subject itself is told to have said?"""
    if token.rel not in ("obj", "iobj", "obl") and not (token.rel == "nmod" and token.feat("Poss") != "Yes"):
        return False
    below = token
    for above in ground.parsed.ancestors(token):
        if below.rel == "ccomp" and above.i == subject.head:
            return False
        below = above
    return True


def _is_open(ground: Ground, token: Token, subject: Token, party: Party) -> bool:
    """May "it" as well be something else than the state or body that is subject?"""
    if _is_object(ground, token, subject) or _undergoes(ground, token, subject):
        return True
    return _thing_between(ground, token, subject, party)


def _is_one_word(ground: Ground, subject: Token) -> bool:
    """Is a name one plural word ("Democrats"), which "it" does not go on with as with "the United States"?"""
    name = ground.scene.name_at(subject.i)
    return name is not None and name.last - name.first == 1 and (name.known is None or name.known.kind != "country")


def _undergoes(ground: Ground, token: Token, subject: Token) -> bool:
    """Is "it" what is done or what is so, with a thing told of between that may as well be meant?

    "The House passed the bill so that it can be signed": of states and bodies we are surer where they act.
    """
    verb = ground.parsed.head(token)
    if token.rel != "nsubj" or verb is None:
        return False
    passive = token.deprel.endswith(":pass") or bool(ground.parsed.children(verb, "cop"))
    between = ground.parsed.tokens[subject.i + 1 : token.i]
    things = (t for t in between if t.upos == "NOUN" and t.rel in ("nsubj", "obj") and t.i not in ground.met)
    return passive and any(t.feat("Number") != "Plur" for t in things)


def _thing_between(ground: Ground, token: Token, subject: Token, party: Party) -> bool:
    """Does another state or body that fits stand between the subject and the pronoun, nearer to it?"""
    if token.rel == "nsubj":
        return False
    for i in range(subject.i + 1, token.i):
        other = ground.parsed.tokens[i]
        met = ground.met.get(i, ())
        apart = other.rel in ("nsubj", "obj", "obl", "iobj") or other.deprel == "nmod:poss"
        if apart and len(met) == 1 and met[0].kind in ("country", "body") and met[0] != party:
            return True
    return False


def _expletive(parsed: Parsed, token: Token) -> bool:
    """ "It is clear that", "it was Kim who": nothing is meant."""
    verb = parsed.head(token)
    if token.rel != "nsubj" or verb is None:
        return False
    clauses = ("csubj", "ccomp", "xcomp", "advcl", "acl:relcl")
    measured = verb.upos in ("NUM", "SYM", "ADV") or verb.lemma in ("time", "percent", "%")
    return bool(parsed.children(verb, "csubj")) or (
        bool(parsed.children(verb, "cop")) and (measured or bool(parsed.children(verb, *clauses)))
    )


def _subjects(parsed: Parsed, token: Token) -> list[Token]:
    """The subjects of the clauses above a token, then the main ones of the sentence before."""
    found = [
        child for above in parsed.ancestors(token) for child in parsed.children(above, "nsubj") if child.i < token.i
    ]
    here = parsed.sentence(token)
    if here.number:
        before = parsed.tokens_of(parsed.sentences[here.number - 1])
        found += [t for t in before if t.rel == "nsubj" and is_main(parsed, t)]
    return found


def _several(ground: Ground, token: Token) -> Resolved | None:
    """Several that acted together ("A and B", "A met B"), or a group, in a clause above or the sentence before."""
    parsed = ground.parsed
    if _subject_after(ground, token) is not None:
        return None
    for subject in _subjects(parsed, token):
        if _co_argument(parsed, token, subject) or any(a.i == subject.i for a in parsed.ancestors(token)):
            continue
        if _many_before(parsed, token, subject) or _is_object(ground, token, subject):
            return None
        together = tuple(p for t in parsed.conjuncts(subject) for p in ground.met.get(t.i, ()))
        if len(together) == 1:
            together += _partner(ground, subject, together[0], token)
        if len(together) > 1 and len({p.kind == "group" for p in together}) > 1:
            return None  # "Syria and all refugees"
        if len(together) > 1:
            return Resolved(together, "those who acted together", subject)
        if len(together) == 1 and _speaks_of_many(parsed, token, subject, together[0]):
            return Resolved(together, "group that is subject", subject)
        if not together and subject.feat("Number") == "Plur" and subject.upos == "NOUN":
            return None
    return None


def _many_before(parsed: Parsed, token: Token, subject: Token) -> bool:
    """Do several others stand before "they" in its own sentence, while the subject is that of the one before?"""
    here = parsed.sentence(token)
    if parsed.sentence(subject) == here:
        return False
    before = parsed.tokens[here.first : token.i]
    return any(
        t.upos == "NOUN" and t.feat("Number") == "Plur" and t.rel in ("nsubj", "obj", "iobj", "dislocated")
        for t in before
    )


def _speaks_of_many(parsed: Parsed, token: Token, subject: Token, party: Party) -> bool:
    """May one party be "they"? A group may; a body where it goes on acting and no other plural stands between."""
    if party.kind == "group":
        return True
    acting = token.rel == "nsubj" or token.feat("Poss") == "Yes"
    near = parsed.sentence(token) == parsed.sentence(subject) or is_main(parsed, token)
    between = (parsed.tokens[i] for i in range(subject.i + 1, token.i))
    return (
        party.kind == "body"
        and acting
        and near
        and not any(t.upos in ("NOUN", "NUM") and t.feat("Number") == "Plur" for t in between)
    )


def _partner(ground: Ground, subject: Token, party: Party, token: Token) -> tuple[Party, ...]:
    """Whom the subject met or dealt with: the object, or the phrase with "with", of the same kind of party."""
    verb = ground.parsed.head(subject)
    if verb is None or token.lower not in ("they", "their", "them"):
        return ()
    mutual = verb.lemma.lower() in ground.scene.chains.mutual
    for child in ground.parsed.children(verb, "obj", "obl"):
        if not mutual if child.rel == "obj" else preposition(ground.parsed, child) != "with":
            continue
        others = ground.met.get(child.i, ())
        if len(others) == 1 and others[0].kind == party.kind and others[0].country != party.country:
            return others
    return ()
