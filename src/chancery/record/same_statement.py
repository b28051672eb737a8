"""When two reports carry one statement: one speaker and the same wording.

The wording is compared without case, accents and punctuation: the whole of it, or a stretch in quotation
marks of at least five words that both carry. A paraphrase in other words stays a statement of its own. Short
wordings ("we are ready") recur, so they are joined only where the days agree.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from chancery.observations.types import Statement
from chancery.record.blending import told
from chancery.record.joining import Rule
from chancery.record.names import compare, fullest, words
from chancery.record.types import Judged, Witness
from chancery.record.windows import Window, window

TELLING = 6
"""Words from which on a wording is taken to be said once."""

QUOTED = 5
"""Words from which on a quoted stretch stands for the statement that it is part of."""

NEAR_DAYS = 3
"""Days apart that reports of one short remark may be: time zones, and a weekly's delay left aside."""

_QUOTE = re.compile(r"[“\"„«]([^“”\"„«»]+)[”\"“»]")
_WORD = re.compile(r"\w+")


@lru_cache(maxsize=65536)
def wordings(content: str) -> tuple[tuple[str, ...], ...]:
    """The statement's words, and those of each longer quotation in it."""
    whole = words_of(content)
    quotes = [words_of(q) for q in _QUOTE.findall(content)]
    return tuple(dict.fromkeys([whole, *(q for q in quotes if len(q) >= QUOTED)]))


def words_of(text: str) -> tuple[str, ...]:
    """Lower-case words without accents and apostrophes; the text's own where folding leaves none."""
    return words(text) or tuple(_WORD.findall(text.lower()))


def keys(witness: Witness) -> tuple[str, ...]:
    found = wordings(_statement(witness).content)
    return tuple("statements|" + hashlib.sha256(" ".join(w).encode()).hexdigest()[:16] for w in found)


def vagueness(witness: Witness) -> tuple[float, ...]:
    """Full names and full wordings first."""
    statement = _statement(witness)
    return -float(len(words(statement.speaker))), -float(len(statement.content))


def judge(one: Witness, other: Witness) -> Judged:
    """Compares two statements; the reason tells what they share."""
    a, b = _statement(one), _statement(other)
    if None not in (a.speaker_country, b.speaker_country) and a.speaker_country != b.speaker_country:
        return Judged("different", 0.0, "speakers of two countries")
    shared = max((len(w) for w in wordings(a.content) if w in wordings(b.content)), default=0)
    if not shared:
        return Judged("open", 0.0, "other words")
    likeness = compare(a.speaker, b.speaker)
    if likeness == "no":
        return Judged("different", 4.0, "the same words of another speaker")
    points = 9.0 if likeness == "same" else 8.0
    if shared >= TELLING:
        return Judged("same", points, f"the same speaker and {shared} words the same")
    said, said_too = _when(one), _when(other)
    if said and said_too:
        near = said.gap(said_too) <= NEAR_DAYS
        return Judged(
            "same" if near else "different",
            points,
            "a short wording, " + ("about one day" if near else "on other days"),
        )
    return Judged("unsure", 5.0, "a short wording, the day not told")


def blend(members: tuple[Witness, ...]) -> tuple[str, Mapping[str, Any]]:
    """The entry's status and fields: the first report's wording, the fullest name."""
    statements = [_statement(w) for w in members]
    first = statements[0]
    return "reported", {
        "speaker": fullest([s.speaker for s in statements]),
        "speaker_country": told(statements, "speaker_country"),
        "office": told(statements, "office"),
        "official": told(statements, "official"),
        "kind": first.kind,
        "content": first.content,
        "cue": first.cue,
        **{name: told(statements, name) for name in ("addressee", "medium", "date", "act", "target", "stance")},
        "span": list(first.span),
    }


def _when(witness: Witness) -> Window | None:
    """The day told, else that of the report: an untold day of a short remark is taken to be about then."""
    return window(_statement(witness).date) or window(witness.published)


def _statement(witness: Witness) -> Statement:
    assert isinstance(witness.detail, Statement)
    return witness.detail


RULE = Rule("same_statement/1", keys, vagueness, judge, blend)
