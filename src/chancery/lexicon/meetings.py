"""Words for encounters: the verbs and nouns that name them, what holds them up, and what tells their status.

The words are data (`data/meetings.tsv`, `data/meeting_status.tsv`, `data/venues.tsv`); `docs/meetings.md`
says what the columns mean. Examples and near misses are kept with the words for the tests and docs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from chancery.errors import DataError
from chancery.grammar.types import Token
from chancery.lexicon.inflection import lemma_by_form
from chancery.lexicon.tables import numbered_rows, pairs, read_rows

EncounterKind = Literal["summit", "talks", "visit", "call", "multilateral"]
Outlook = Literal["held", "planned", "proposed", "postponed", "cancelled", "denied", "refused"]
NounFrame = Literal["event", "process", "loose", "visit", "call"]

_WORD_COLUMNS = "word pos kind frame example near_miss"
PARTS = ("verb", "noun", "support", "repeat", "part", "offer", "head")
_VERB_FRAMES = frozenset({"obj", "with", "to", "both", "place", "sent", "weak", "told"})


@dataclass(frozen=True, slots=True)
class EncounterWord:
    """One verb or noun that can name an encounter, or a verb that holds such a noun up.

    Attributes:
        word: the lemma, with its particle where it has one ("sit down").
        kind: the kind of encounter it names, or None for verbs that only hold a noun up.
        frame: for verbs, where the other side or the place stands (`obj`, `with`, `to`, `both` for a plural
            subject that is enough, `place` for a destination, `sent` where the object travels), `weak` where the
            word needs a purpose beside it, `told` where it needs a place to be face to face; for nouns, how much
            must be told beside it.
        example: a sentence that it makes an encounter in; near_miss: one that it doesn't.
    """

    word: str
    kind: EncounterKind | None
    frame: frozenset[str]
    example: str
    near_miss: str


@dataclass(frozen=True, slots=True)
class MeetingWords:
    """The word lists for encounters, by lemma.

    Attributes:
        verbs, nouns, supports: words that name an encounter, and verbs that hold up a noun ("hold talks").
        outlooks: (part, lemma) to what it says of an encounter in its scope; part is "verb", "adj" or "noun".
        outlook_examples: the example of each row of the status file.
        repeats: adverbs that make one encounter many ("regularly").
        stretches: nouns for a stretch or set of talks, which pass on what they have ("round", "resumption").
        offers: nouns for what one side puts to another, who may refuse it ("proposal").
        heads: offices of heads of state and government ("prime minister").
        venues: nouns for buildings and grounds ("palace").
        by_form: inflected forms of all these words, for parsers that guess at lemmas ("undertook": "undertake").
    """

    verbs: Mapping[str, EncounterWord]
    nouns: Mapping[str, EncounterWord]
    supports: Mapping[str, EncounterWord]
    outlooks: Mapping[tuple[str, str], Outlook]
    outlook_examples: Mapping[tuple[str, str], str]
    repeats: frozenset[str]
    stretches: frozenset[str]
    offers: frozenset[str]
    heads: frozenset[str]
    venues: frozenset[str]
    by_form: Mapping[str, str]

    def lemma_of(self, token: Token) -> str:
        """The lemma of a word: the parser's where the lists know it, else that of the listed word with this form."""
        given = token.lemma.lower()
        if (token.upos == "VERB" and given in self.supports) or given in self.verbs or given in self.nouns:
            return given
        return self.by_form.get(token.lower, given)


def load_meeting_words(folder: Path) -> MeetingWords:
    """Reads the word lists for encounters from a data folder.

    Raises:
        DataError: where a file is missing, or a row has not the form that `docs/meetings.md` describes.
    """
    parts = _parts(folder / "meetings.tsv")
    outlooks, examples = _outlooks(folder / "meeting_status.tsv")
    known = {w.split()[0] for words in parts.values() for w in words} | {w.split()[0] for _, w in outlooks}
    irregular = {lemma: tuple(words.split()) for lemma, words in pairs(folder / "events" / "irregular.tsv")}
    return MeetingWords(
        verbs=parts["verb"],
        nouns=parts["noun"],
        supports=parts["support"],
        outlooks=outlooks,
        outlook_examples=examples,
        repeats=frozenset(parts["repeat"]),
        stretches=frozenset(parts["part"]),
        offers=frozenset(parts["offer"]),
        heads=frozenset(parts["head"]),
        venues=frozenset(word for (word,) in read_rows(folder / "venues.tsv", "word")),
        by_form=lemma_by_form(known, irregular),
    )


def _parts(path: Path) -> dict[str, dict[str, EncounterWord]]:
    parts: dict[str, dict[str, EncounterWord]] = {part: {} for part in PARTS}
    for where, (word, part, kind, frame, example, near_miss) in numbered_rows(path, _WORD_COLUMNS):
        if part not in parts or (kind and kind not in get_args(EncounterKind)) or word in parts[part]:
            raise DataError(f"{where}: unknown or repeated: {word} {part} {kind}")
        frames = frozenset(frame.split(",")) if frame else frozenset()
        known = _VERB_FRAMES if part == "verb" else frozenset({*get_args(NounFrame), "subj"})
        if not frames <= known:
            raise DataError(f"{where}: unknown frame: {frame}")
        named: EncounterKind | None = next((k for k in get_args(EncounterKind) if k == kind), None)
        parts[part][word] = EncounterWord(word, named, frames, example, near_miss)
    return parts


def _outlooks(path: Path) -> tuple[dict[tuple[str, str], Outlook], dict[tuple[str, str], str]]:
    outlooks: dict[tuple[str, str], Outlook] = {}
    examples: dict[tuple[str, str], str] = {}
    for where, (word, part, status, example) in numbered_rows(path, "word pos status example"):
        outlook: Outlook | None = next((o for o in get_args(Outlook) if o == status), None)
        if outlook is None or part not in ("verb", "adj", "noun") or (part, word) in outlooks:
            raise DataError(f"{where}: unknown or repeated: {word} {part} {status}")
        outlooks[(part, word)] = outlook
        examples[(part, word)] = example
    return outlooks, examples
