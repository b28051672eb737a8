"""Who a pronoun for one person may mean: everybody told of not long before, named or not, and how prominent they are.

People whom the report never names are kept beside the named: where one of them is the likelier, the pronoun is not
linked to somebody named.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from chancery.grammar.types import Parsed, Token
from chancery.lexicon.chains import Sex
from chancery.mentions.scene import Scene
from chancery.mentions.types import Met, Party

HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})

LOOK_BACK = 3
"""Sentences before a pronoun that are searched."""

WEIGHTS = {"nsubj": 4.0, "obj": 2.0, "obl": 1.5, "nmod": 1.0}
MAIN, SPOKE, BACK, IN_QUOTES = 2.0, 1.0, 3.0, 6.0
"""What a main clause's subject gains, what the subject of a verb of saying gains, and what a candidate loses by
each sentence between and by standing inside quotation marks that the pronoun is outside of."""
SIDE_BY_SIDE = 1.5
"""What each of two who stand side by side loses where one alone is meant ("Kim and Moon")."""
KNOWN_SEX, EACH_AGAIN, MOST_AGAIN, UNNAMED = 1.0, 0.5, 1.5, 1.0
"""What it gains where its sex is known to fit, by each further mention of it and at most; what somebody
unnamed loses of whom nothing shows that the pronoun fits."""
NO_RIVAL = frozenset("another other any no every each either neither such whoever".split())
"""Words before a noun that tell of nobody certain, or of somebody new beside the one whom a pronoun goes on with."""
COMPARED = frozenset({"than", "like", "unlike", "as"})
"""Words before somebody with whom another is compared."""
_INSIDE = ("compound", "flat", "amod", "fixed", "goeswith", "nmod:desc")


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody told of at a token: `parties` holds the party if there is one; the same `key` is the same person."""

    token: Token
    sentence: int
    key: str
    parties: tuple[Party, ...]
    sex: Sex | None

    @property
    def named(self) -> bool:
        return bool(self.parties) and self.parties[0].entity >= 0

    @property
    def name(self) -> str:
        """What a reader calls it: the party's name, or the noun."""
        return self.parties[0].name if self.parties else f"the {self.token.lower}"


@dataclass
class Ground:
    """What pronouns are resolved on, growing as the text is read.

    Attributes:
        met: the parties met so far, by token. heads: the tokens that head a name.
        sexes: the sex of people, by their numbers, where the report tells it.
        quoted: the tokens inside quotation marks.
        people: those who have been told of, in text order.
    """

    scene: Scene
    met: Met
    heads: frozenset[int]
    sexes: dict[int, Sex]
    quoted: frozenset[int]
    people: list[Candidate] = field(default_factory=list)

    @property
    def parsed(self) -> Parsed:
        return self.scene.parsed

    def note(self, token: Token) -> None:
        """Takes a token, once it is resolved, among the candidates of later pronouns, if it tells of one person."""
        found = _candidate(self, token)
        if found is not None:
            self._learn(found)
        if found is not None and not (found.named is False and _is_no_rival(self, token)):
            self.people.append(found)

    def _learn(self, found: Candidate) -> None:
        """Keeps the sex of somebody whom a pronoun has been resolved to, where nothing told it before."""
        pronoun = found.token.upos in ("PRON", "DET")
        if pronoun and found.named and found.sex is not None:
            self.sexes.setdefault(found.parties[0].entity, found.sex)

    def recent(self, token: Token) -> list[Candidate]:
        """Those told of before a token, latest first, as far back as pronouns reach."""
        oldest = self.parsed.sentence(token).number - LOOK_BACK
        found: list[Candidate] = []
        for candidate in reversed(self.people):
            if candidate.sentence < oldest:
                break
            if candidate.token.i < token.i:
                found.append(candidate)
        return found

    def person_at(self, token: Token) -> Candidate | None:
        """The one person whom the phrase headed by a token, maybe one further on, tells of."""
        return _candidate(self, token)


def _candidate(ground: Ground, token: Token) -> Candidate | None:
    if token.upos not in ("NOUN", "PROPN", "PRON", "DET"):
        return None
    scene = ground.scene
    parties = ground.met.get(token.i, ())
    number = ground.parsed.sentence(token).number
    if token.upos in ("PRON", "DET"):
        word = token.lower
        sex: Sex | None = "m" if word in HE else "f" if word in SHE else None
        if sex is None:
            return None
        key = f"#{parties[0].entity}" if parties and parties[0].entity >= 0 else f"~{sex}"
        return Candidate(token, number, key, parties, sex)
    if scene.name_at(token.i) is not None:
        if token.i not in ground.heads or len(parties) != 1 or parties[0].kind != "person":
            return None
        if _names_a_thing(ground, token):
            return None
        return Candidate(token, number, f"#{parties[0].entity}", parties, ground.sexes.get(parties[0].entity))
    return _described(ground, token, number)


def _names_a_thing(ground: Ground, token: Token) -> bool:
    """Is the name but part of a thing's: "the Boxer scholarship"?"""
    noun = ground.parsed.head(token)
    if token.rel != "compound" or noun is None or noun.upos not in ("NOUN", "PROPN") or noun.i in ground.heads:
        return False
    return not (ground.scene.chains.is_person(noun.lemma.lower()) or _is_role(ground.scene, noun.lemma.lower()))


def _is_no_rival(ground: Ground, token: Token) -> bool:
    """Is somebody unnamed told of in a way that no pronoun of another clause part goes on with?

    "Another leader", "no leader", "any leader", "like a leader": none of them competes with who is named, unless they
    are the subject, whom a pronoun in their own clause may mean.
    """
    parsed = ground.parsed
    if token.rel == "nsubj" or token.upos not in ("NOUN", "PROPN"):
        return False
    words = {c.lower for c in parsed.children(token, "det", "amod", "case", "mark")}
    return bool(words & (NO_RIVAL | COMPARED))


def _described(ground: Ground, token: Token, number: int) -> Candidate | None:
    """Somebody told of by a common noun."""
    if token.upos not in ("NOUN", "PROPN") or token.deprel in _INSIDE or token.feat("Number") == "Plur":
        return None
    parsed, chains = ground.parsed, ground.scene.chains
    parties = ground.met.get(token.i, ())
    lemma = token.lemma.lower()
    if len(parties) == 1 and parties[0].kind == "person":
        sex = ground.sexes.get(parties[0].entity) or chains.sex(lemma)
        return Candidate(token, number, f"#{parties[0].entity}", parties, sex)
    if len(parties) == 1 and parties[0].kind == "group" and parties[0].office is not None:
        return Candidate(token, number, f"~{lemma}", parties, chains.sex(lemma))
    if parties or parsed.children(token, "cop", "appos", "flat") or token.rel == "appos":
        return None
    if not chains.is_person(lemma) and not _is_role(ground.scene, lemma):
        return None
    return Candidate(token, number, f"~{lemma}", (), chains.sex(lemma))


def _is_role(scene: Scene, lemma: str) -> bool:
    role = scene.titles.role(lemma)
    return scene.titles.head(lemma) is not None or (role is not None and role.kind == "person")


@dataclass(frozen=True, slots=True)
class Placed:
    """A candidate and how well it is placed: `score` for ranking, `back` sentences before the pronoun."""

    candidate: Candidate
    score: float
    back: int


def ranked(ground: Ground, token: Token, candidates: list[Candidate]) -> list[Placed]:
    """Each person once, at their best mention, best first.

    Subjects before objects, main clauses before others, near before far: the ranking of Lappin and Leass (1994), cut
    to what news needs.
    """
    here = ground.parsed.sentence(token).number
    best: dict[str, Placed] = {}
    times: dict[str, int] = {}
    for candidate in candidates:
        back = max(here - candidate.sentence, 0)
        score = _salience(ground, token, candidate) - BACK * back
        times[candidate.key] = times.get(candidate.key, 0) + 1
        if candidate.key not in best or best[candidate.key].score < score:
            best[candidate.key] = Placed(candidate, score, back)
    found = [
        Placed(p.candidate, p.score + min(EACH_AGAIN * (times[key] - 1), MOST_AGAIN), p.back) for key, p in best.items()
    ]
    return sorted(found, key=lambda p: (-p.score, p.candidate.token.i))


def _salience(ground: Ground, token: Token, candidate: Candidate) -> float:
    parsed, other = ground.parsed, candidate.token
    score = WEIGHTS.get(other.rel, 1.0)
    if other.rel == "nsubj":
        verb = parsed.head(other)
        score += MAIN * is_main(parsed, other)
        score += SPOKE * (verb is not None and (verb.rel == "parataxis" or bool(parsed.children(verb, "ccomp"))))
    if other.deprel == "nmod:poss" and token.feat("Poss") == "Yes":
        score += MAIN + SPOKE  # "Trump's handling of the talks and his threat"
    if other.i in ground.quoted and token.i not in ground.quoted:
        score -= IN_QUOTES
    if len(parsed.conjuncts(other)) > 1 or other.rel == "conj":
        score -= SIDE_BY_SIDE
    score += KNOWN_SEX * (candidate.sex is not None)
    return score - UNNAMED * (not candidate.named and candidate.sex is None)


def is_main(parsed: Parsed, subject: Token) -> bool:
    """Is a subject that of a main clause?"""
    verb = parsed.head(subject)
    return verb is not None and (verb.is_root or verb.rel in ("parataxis", "conj"))
