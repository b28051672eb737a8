"""Words of reporting: verbs, nouns and phrases that tell that somebody said something, and who can say it.

The words are data: `data/cues.tsv` (cues with what they take), `data/speakers.tsv` (nouns for those who
speak), `data/channels.tsv` (nouns for what it was said in or on), `data/unsaid.tsv` (words above an infinitive
that leave it open whether anything was said) and `data/speech.tsv` (lists that the rules need besides).
`docs/statements.md` says what the columns mean.
Every cue has an example that makes a statement and a near miss that makes none; tests read both.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast, get_args

from chancery.errors import DataError
from chancery.lexicon.inflection import forms as regular_forms
from chancery.lexicon.inflection import with_s
from chancery.lexicon.speech import SpeechWords, load_speech_words
from chancery.lexicon.tables import numbered_rows

CueKind = Literal["verb", "noun", "preposition"]
Act = Literal["assert", "ask", "promise", "threaten", "deny", "praise", "blame", "announce"]
Stance = Literal["for", "against"]
SpeakerKind = Literal["person", "body", "document", "outlet"]

FRAMES = frozenset(
    {
        "that", "beside", "to", "wh", "as", "name", "need", "quoted", "about", "voice", "voiced", "quoting",
        "reason", "speaker", "whom",
    }
)  # fmt: skip
"""What a cue takes; `docs/statements.md` has one line for each."""

_COLUMNS = "cue kind takes act stance forms example near_miss"


@dataclass(frozen=True, slots=True)
class Cue:
    """A word or fixed phrase that reports speech.

    Attributes:
        word: the lemma, or the phrase with its head first ("call on").
        head: the first word of `word`; `rest`: those that must follow it, if any.
        takes: the frames that it stands in, from `FRAMES`.
        act: what saying it does; stance: what it shows towards its object, or None.
        example: a sentence in which it makes a statement; near_miss: one in which it makes none.
    """

    word: str
    kind: CueKind
    head: str
    rest: tuple[str, ...]
    takes: frozenset[str]
    act: Act
    stance: Stance | None
    example: str
    near_miss: str


@dataclass(frozen=True, slots=True)
class SpeakerNoun:
    """A common noun for one who can speak: `official` is None where the noun alone doesn't tell."""

    noun: str
    kind: SpeakerKind
    official: bool | None


@dataclass(frozen=True, slots=True)
class Cues:
    """The words of reporting.

    Attributes:
        rows: all cues as the file has them.
        verbs, nouns: cues by each form of their head ("said", "claims"), longer phrases first.
        prepositions: phrases such as "according to", by their first word.
        speakers: nouns for speakers by lemma; channels: nouns for what carries the words ("interview").
        unsaid: lemmas under which an infinitive is not told as said ("declined to say").
        words: lists that the rules need besides.
    """

    rows: tuple[Cue, ...]
    verbs: Mapping[str, tuple[Cue, ...]]
    nouns: Mapping[str, tuple[Cue, ...]]
    prepositions: Mapping[str, tuple[Cue, ...]]
    speakers: Mapping[str, SpeakerNoun]
    channels: frozenset[str]
    unsaid: frozenset[str]
    words: SpeechWords


def load_cues(folder: Path) -> Cues:
    """Reads the words of reporting from a data folder.

    Raises:
        DataError: where a file is missing, or a row has not the form that `docs/statements.md` describes.
    """
    rows: list[Cue] = []
    indexes: dict[str, dict[str, list[Cue]]] = {kind: {} for kind in get_args(CueKind)}
    for where, fields in numbered_rows(folder / "cues.tsv", _COLUMNS):
        for cue, extra in _cues(where, fields):
            rows.append(cue)
            for form in _forms(cue, extra):
                indexes[cue.kind].setdefault(form, []).append(cue)
    speakers = {
        row[0]: _speaker(where, row) for where, row in numbered_rows(folder / "speakers.tsv", "noun kind official")
    }
    channels = frozenset(row[0] for _, row in numbered_rows(folder / "channels.tsv", "noun"))
    unsaid = frozenset(row[0] for _, row in numbered_rows(folder / "unsaid.tsv", "word example"))
    return Cues(
        rows=tuple(rows),
        verbs=_longest_first(indexes["verb"]),
        nouns=_longest_first(indexes["noun"]),
        prepositions=_longest_first(indexes["preposition"]),
        speakers=speakers,
        channels=channels,
        unsaid=unsaid,
        words=load_speech_words(folder),
    )


def _longest_first(index: dict[str, list[Cue]]) -> dict[str, tuple[Cue, ...]]:
    return {form: tuple(sorted(cues, key=lambda c: -len(c.rest))) for form, cues in index.items()}


def _cues(where: str, row: list[str]) -> Iterator[tuple[Cue, tuple[str, ...]]]:
    """The cues of a row, one a spelling, each with the irregular forms of its head."""
    words, kind, takes, act, stance, forms, example, near_miss = row
    frames = frozenset(takes.split(","))
    if kind not in get_args(CueKind) or act not in get_args(Act) or not frames <= FRAMES:
        raise DataError(f"{where}: unknown kind, act or frame: {kind}, {act}, {takes}")
    if stance and stance not in get_args(Stance):
        raise DataError(f"{where}: unknown stance: {stance}")
    for word in words.split("/"):
        head, *rest = word.split()
        cue = Cue(
            word=word,
            kind=cast(CueKind, kind),
            head=head,
            rest=tuple(rest),
            takes=frames,
            act=cast(Act, act),
            stance=cast(Stance, stance) if stance else None,
            example=example,
            near_miss=near_miss,
        )
        yield cue, tuple(forms.split(",")) if forms else ()


def _speaker(where: str, row: list[str]) -> SpeakerNoun:
    noun, kind, official = row
    if kind not in get_args(SpeakerKind) or official not in ("yes", "no", ""):
        raise DataError(f"{where}: unknown kind or officialness: {kind}, {official}")
    return SpeakerNoun(noun, cast(SpeakerKind, kind), {"yes": True, "no": False}.get(official))


def _forms(cue: Cue, extra: tuple[str, ...]) -> list[str]:
    """The forms of a cue's head: regular ones by rule, irregular ones as the file gives them."""
    regular = {"verb": regular_forms(cue.head), "noun": [with_s(cue.head)], "preposition": []}
    return list(dict.fromkeys([cue.head, *extra, *regular[cue.kind]]))
