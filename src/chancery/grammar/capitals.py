"""Text in capitals, read in ordinary type: "PUTIN ARRIVES IN NORTH KOREA" as "Putin arrives in North Korea".

Wires print headlines, flashes and sometimes whole reports in capitals. The network reads them about as well as
ordinary type (training/README.md has figures); names, titles and cues are looked up to the letter. So once the trees
are known, each word gets the spelling that it would have in a mixed text: as the report's own mixed passages write
it, else as a table of proper spellings does ("US", "Russian", "bin Salman"), else with a capital where it is tagged
as a name, and small where it is not. Only `Token.text` and `lemma` change: offsets stay, and evidence is cut from
the article's text as printed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files

from chancery.grammar.hyphens import ARTICLES, GIVEN, HYPHENS, PREFIXES
from chancery.grammar.types import Parsed, Sentence, Token

FEWEST = 3
"""Words that a sentence in capitals has at least: fewer may be but a name ("NATO")."""
SHARE = 0.9
"""Part of a sentence's words that are in capitals at least; "AFP" and "US" alone make no sentence in capitals."""
LONGEST_PHRASE = 6

_NO_VOWEL = re.compile(r"[bcdfghjklmnpqrstvwxz]{2,6}")
_NEVER_NAMES = frozenset({"ADP", "AUX", "CCONJ", "DET", "PART", "PRON", "SCONJ", "VERB"})
"""Parts of speech that are written small, whatever the table says: "us" beside "US", "may" beside "May"."""


@dataclass(frozen=True, slots=True)
class Spellings:
    """Words that ordinary type does not write small (`english/spellings.tsv`, made by training/capitals.py).

    Attributes:
        words: the spelling of a word by its lower-case form ("us": "US", "mccain": "McCain").
        phrases: names whose words are spelled otherwise than each by itself, by their lower-case words.
    """

    words: dict[str, str] = field(default_factory=dict)
    phrases: dict[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict)


@cache
def spellings() -> Spellings:
    """The shipped table."""
    return spellings_from(files("chancery.grammar").joinpath("english/spellings.tsv").read_text("utf-8").splitlines())


def spellings_from(lines: Iterable[str]) -> Spellings:
    """A table from its lines, each a word or the words of a name, apart by blanks, as they are written."""
    table = Spellings()
    for line in lines:
        forms = tuple(line.split())
        lower = tuple(form.lower() for form in forms)
        if len(forms) == 1:
            table.words[lower[0]] = forms[0]
        elif forms:
            table.phrases[lower] = forms
    return table


def in_capitals(words: Sequence[str]) -> bool:
    """Is a sentence of these words in capitals? "The NATO chief" is not, "TALKS FAIL, SAYS LAVROV" is."""
    longer = [word for word in words if len(word) > 1 and word[0].isalpha()]
    return len(longer) >= FEWEST and sum(word.isupper() for word in longer) >= SHARE * len(longer)


def in_ordinary_type(parsed: Parsed, table: Spellings | None = None) -> Parsed:
    """The analysis with the words of sentences in capitals as ordinary type spells them; most have none such.

    Args:
        parsed: an analysis of our reader or of another. table: proper spellings, the shipped ones where None.
    """
    loud = _loud(parsed)
    if not loud:
        return parsed
    inside = {i for s in loud for i in range(s.first, s.last)}
    firsts = {s.first for s in parsed.sentences}
    own = Counter(t.text for t in parsed.tokens if t.i not in inside and t.i not in firsts)
    speller = _Speller(table or spellings(), _by_form(own))
    tokens = list(parsed.tokens)
    for sentence in loud:
        tokens[sentence.first : sentence.last] = speller.spelled(parsed.tokens_of(sentence))
    return replace(parsed, tokens=tuple(tokens))


def _loud(parsed: Parsed) -> list[Sentence]:
    """The sentences in capitals, and the short ones beside them ("NO DEAL.") in a paragraph or report of capitals."""
    words = [[t.text for t in parsed.tokens_of(s)] for s in parsed.sentences]
    loud = [in_capitals(forms) for forms in words]
    mostly = 2 * sum(loud) > len(loud)
    pars = {parsed.tokens[s.first].par for s, is_loud in zip(parsed.sentences, loud, strict=True) if is_loud}
    return [
        s
        for s, forms, is_loud in zip(parsed.sentences, words, loud, strict=True)
        if is_loud or ((mostly or parsed.tokens[s.first].par in pars) and " ".join(forms).isupper())
    ]


def _by_form(counts: Counter[str]) -> dict[str, list[str]]:
    """The spellings of each form that the report uses, the most frequent first."""
    found: dict[str, list[str]] = {}
    for word, _ in counts.most_common():
        found.setdefault(word.lower(), []).append(word)
    return found


@dataclass(frozen=True, slots=True)
class _Speller:
    table: Spellings
    own: dict[str, list[str]]

    def spelled(self, tokens: Sequence[Token]) -> Iterator[Token]:
        """The tokens of a sentence with their new spelling; what is not in capitals ("McCain") keeps its own."""
        lower = [token.lower for token in tokens]
        forms: list[str] = []
        while len(forms) < len(tokens):
            forms += self._phrase(lower, len(forms)) or [self._spelling(tokens[len(forms)])]
        begins = next((i for i, form in enumerate(forms) if form[:1].isalpha()), 0)
        for i, (token, form) in enumerate(zip(tokens, forms, strict=True)):
            opened = form[:1].upper() + form[1:] if i == begins else form
            yield replace(token, text=opened, lemma=_lemma(token, form)) if token.text.isupper() else token

    def _phrase(self, lower: Sequence[str], at: int) -> list[str]:
        for length in range(min(LONGEST_PHRASE, len(lower) - at), 1, -1):
            forms = self.table.phrases.get(tuple(lower[at : at + length]))
            if forms is not None:
                return list(forms)
        return []

    def _spelling(self, token: Token) -> str:
        form = token.lower
        proper = token.upos == "PROPN" or (bool(token.name) and token.upos not in _NEVER_NAMES)
        own = next((word for word in self.own.get(form, ()) if not word.islower() or not proper), None)
        if own is not None and (proper or own.islower() or token.upos not in _NEVER_NAMES):
            return own
        if token.upos in _NEVER_NAMES and form != "i":
            return form
        known = self.table.words.get(form)
        if token.name == "PER" and not token.begins and known == form.upper():  # "UN" of "KIM JONG UN"
            return self._name(form)
        return known or (self._name(form) if proper else self._word(form))

    def _word(self, form: str) -> str:
        """ "pro-Beijing", "ex-minister", "talks"."""
        left, hyphen, right = form.partition("-")
        return left + hyphen + self.table.words.get(right, right) if left in PREFIXES else form

    def _name(self, form: str) -> str:
        """ "Lavrov", "Jae-in", "Jean-Yves", "al-Assad", "S.", "DPRK"."""
        hyphen = next((h for h in HYPHENS if h in form[1:]), None)
        if _NO_VOWEL.fullmatch(form) or "." in form[1:]:
            return form.upper()
        if hyphen is None:
            return form.capitalize()
        left, right = form.split(hyphen, 1)
        if left in PREFIXES:
            return left + hyphen + self._name(right)
        if left in ARTICLES:
            return left + hyphen + right.capitalize()
        return left.capitalize() + hyphen + (right.capitalize() if left in GIVEN else right)


def _lemma(token: Token, form: str) -> str:
    """The lemma, written small as most words are, or as the name that it is the form of."""
    lemma = token.lemma.lower()
    if lemma == form.lower():
        return form
    return lemma if form.islower() else lemma[:1].upper() + lemma[1:]
