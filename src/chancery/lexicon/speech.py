"""Words that the rules for statements look for besides the cues: `data/speech.tsv`, a list a line."""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path

from chancery.errors import DataError
from chancery.lexicon.tables import pairs


@dataclass(frozen=True, slots=True)
class SpeechWords:
    """Lower-case words by what they do.

    Attributes:
        domestic: nouns for those who serve a state, and in reports without a name that of the report: "police",
            "a judge".
        shared: nouns for people of every state: only their own kind, or a word such as "local", tells of which.
        local: words before such a noun that say that it is of the state at hand.
        abroad: words before a noun that say that it is of no one state.
        taking_up: nouns that take up what was said: "..., a claim that Rome denied".
        effects: participles whose subject is the saying itself: "..., provoking an outcry".
        occasions: what a speaker is doing while he speaks: "..., as he met his advisers".
        done_to_sayings: verbs that are done to sayings: "the claim that he repeated" is relative, "that he had
            left" is not.
        refusals: verbs that a reason is given for, besides those of denial: "refused on the grounds that".
        issuing: verbs by which a document is put out: "issued a statement".
        studies: documents with a say of their own, whoever put them out.
        pages: where documents are put out: "on its website".
        askers: what transcripts call those who put the questions.
        titles: titles that transcripts print before a name.
    """

    domestic: frozenset[str]
    shared: frozenset[str]
    local: frozenset[str]
    abroad: frozenset[str]
    taking_up: frozenset[str]
    effects: frozenset[str]
    occasions: frozenset[str]
    done_to_sayings: frozenset[str]
    refusals: frozenset[str]
    issuing: frozenset[str]
    studies: frozenset[str]
    pages: frozenset[str]
    askers: frozenset[str]
    titles: frozenset[str]


def load_speech_words(folder: Path) -> SpeechWords:
    """Reads `speech.tsv`.

    Raises:
        DataError: where the file is missing, or its lists are not those of `SpeechWords`, each once.
    """
    path = folder / "speech.tsv"
    lists = [(name, frozenset(words.split())) for name, words in pairs(path)]
    wanted = [field.name for field in fields(SpeechWords)]
    if sorted(name for name, _ in lists) != sorted(wanted):
        raise DataError(f"{path}: the lists should be {' '.join(wanted)}, each once")
    return SpeechWords(**dict(lists))
