"""One row of an event rule file: which words in which construction report which PLOVER event, between whom.

docs/events.md explains every column. The types and modes are those of the PLOVER codebook of 2021 (Open Event Data
Alliance). A row that cannot be right is refused with its file, line and reason.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Literal, cast, get_args

from chancery.errors import DataError
from chancery.lexicon.tables import numbered_lines

Frame = Literal["verb", "noun", "adj"]
Sides = Literal["both", "actor", "recipient", "either", "two", "mutual"]
Path_ = tuple[str, ...]
"""A way through the tree: ("patient", "on") is what "on" introduces under the patient."""

BY_CONTENT = "content"
"""In the mode column: the mode is read off what is asked, refused or threatened (`EventRules.contents`)."""

ABOUT_CONTENT = ("REQUEST", "REJECT", "THREATEN")
"""Types whose mode may be read off the content."""

MODES: Mapping[str, frozenset[str]] = {
    "AGREE": frozenset(),
    "CONSULT": frozenset({"visit", "third-party", "multilateral", "phone"}),
    "SUPPORT": frozenset(),
    "CONCEDE": frozenset(),
    "COOPERATE": frozenset(),
    "AID": frozenset(),
    "RETREAT": frozenset({"withdraw", "release", "return", "disarm", "ceasefire", "access", "resign"}),
    "REQUEST": frozenset({"assist", "change", "yield", "meet"}),
    "ACCUSE": frozenset({"disapprove", "investigate", "allege"}),
    "REJECT": frozenset({"assist", "change", "yield", "meet"}),
    "THREATEN": frozenset(
        {"restrict", "ban", "arrest", "relations", "rights", "expel", "territory", "violence"}
    ),
    "PROTEST": frozenset({"demo", "riot", "strike", "hunger", "boycott", "obstruct"}),
    "SANCTION": frozenset({"convict", "expel", "withdraw", "discontinue"}),
    "MOBILIZE": frozenset({"troops", "weapons", "police", "militia"}),
    "COERCE": frozenset(
        {
            "seize", "restrict", "ban", "censor", "curfew", "arrest", "deport", "withhold", "misinformation",
            "cyber",
        }
    ),
    "ASSAULT": frozenset(
        {
            "abduct", "beat", "torture", "execute", "sexual", "assassinate", "destroy", "primitive", "firearms",
            "explosives", "suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control", "cleansing",
            "massacre", "unconventional",
        }
    ),
}  # fmt: skip
"""The sixteen types of the codebook, each with its modes."""

FLAGS = frozenset(
    {
        "negated",
        "affirmed",
        "future",
        "must",
        "said",
        "asserted",
        "passive",
        "active",
        "definite",
        "firm",
        "unless",
        "bare",
        "behind",
    }
)
"""Conditions on the word itself, or (`xcomp:negated`) on a word that a path leads to."""

GRAMMAR_STEPS = frozenset(
    {
        "agent", "patient", "iobj", "poss", "mod", "owner", "verb", "governor", "content", "xcomp", "ccomp",
        "obj", "advcl", "acl", "parataxis", "nummod", "subject", "amod", "advmod",
        "addressee", "ground", "sayer", "state",
    }
)  # fmt: skip
PREPOSITIONS = frozenset(
    {
        "about", "across", "after", "against", "ahead_of", "along", "alongside", "among", "around", "as", "at",
        "because_of", "before", "behind", "between", "by", "despite", "during", "following", "for", "from", "in",
        "inside", "into", "near", "of", "off", "on", "onto", "out_of", "outside", "over", "regarding", "through",
        "to", "toward", "towards", "under", "until", "upon", "via", "with", "within", "without",
    }
)  # fmt: skip
STEPS = GRAMMAR_STEPS | PREPOSITIONS
"""What a path may be made of: places in the clause, and prepositions."""

PARTY = "PARTY"
"""Among the terms of a condition: the phrase there must name a party."""

ANYWHERE = frozenset(
    "be have do make take get give go come put set keep let see hold bring say tell thing people time year".split()
)
"""Words in nearly every report: a rule for one of them alone would match everything."""

_WORD = re.compile(r"[^\W\d_A-Z](?:[^\W\d_A-Z]|['’-])*(?:\+[a-z]+)?")

COLUMNS = ("key", "event", "mode", "words", "frame", "needs", "actor", "recipient", "sides", "example", "near_miss")
_ACTOR = {"verb": "agent", "adj": "subject|agent", "noun": "poss|mod|by|of.by|governor"}
_RECIPIENT = {"verb": "patient.owner", "adj": "", "noun": "of"}
_SIDES: Mapping[str, Sides] = {"verb": "actor", "adj": "actor", "noun": "both"}


@dataclass(frozen=True, slots=True)
class Need:
    """A condition of a rule.

    Attributes:
        paths: where to look from the word, one of them is enough; empty for a condition on the word itself.
        terms: lemmas of which one must head the phrase there (`PARTY`: it must name a party); none: it must exist.
        flag: one of `FLAGS` for a condition on the word there, else "".
        forbids: true where the condition must not hold.
    """

    paths: tuple[Path_, ...]
    terms: frozenset[str] = frozenset()
    flag: str = ""
    forbids: bool = False


@dataclass(frozen=True, slots=True)
class EventRule:
    """One row. `words` are lemmas, each with its particle or ""; `actor` and `recipient` list ways to each side,
    tried in order; `sides` says what must be known of them for the row to speak at all; `where` is FILE:LINE."""

    key: str
    event: str
    mode: str | None
    words: tuple[tuple[str, str], ...]
    frame: Frame
    needs: tuple[Need, ...]
    actor: tuple[Path_, ...]
    recipient: tuple[Path_, ...]
    sides: Sides
    example: str
    near_miss: str
    where: str = field(default="", compare=False)

    @property
    def weight(self) -> int:
        """How particular the rule is: more conditions speak before fewer."""
        return 2 * sum(not n.forbids for n in self.needs) + (self.sides in ("both", "mutual"))


def read_rules(path: Path, classes: Mapping[str, frozenset[str]]) -> list[EventRule]:
    """The rules of one table, in its order; `rules_of` of its rows."""
    return rules_of(numbered_cells(path), classes)


def rules_of(rows: Iterable[tuple[str, Mapping[str, str]]], classes: Mapping[str, frozenset[str]]) -> list[EventRule]:
    """The rules that rows say, in their order.

    Args:
        rows: each with its place, and its text by column. classes: word classes by name.

    Raises:
        DataError: where a row is not of the form it should have, or contradicts another.
    """
    found: dict[str, EventRule] = {}
    for where, row in rows:
        rule = _rule(row, classes, where)
        if rule.key in found:
            raise DataError(f"{where}: the key {rule.key!r} is there twice")
        found[rule.key] = rule
    refuse_contradictions(found.values())
    return list(found.values())


def numbered_cells(path: Path) -> Iterator[tuple[str, dict[str, str]]]:
    """The rows of a rule file as text, by column, each with its place ("FILE:LINE").

    Raises:
        DataError: where the file cannot be read, its columns are not `COLUMNS`, or a row has not as many.
    """
    lines = numbered_lines(path)
    _, header = next(lines, ("", ""))
    if tuple(header.split("\t")) != COLUMNS:
        raise DataError(f"{path}: the first line must name the columns: {' '.join(COLUMNS)}")
    for where, line in lines:
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) != len(COLUMNS):
            raise DataError(f"{where}: {len(cells)} columns, where {len(COLUMNS)} are named")
        yield where, dict(zip(COLUMNS, cells, strict=True))


def refuse_contradictions(rules: Iterable[EventRule]) -> None:
    """Refuses two rules that read the same word in the same construction as acts of different types.

    Raises:
        DataError: names the later row, the word, and the row that it contradicts.
    """
    said: dict[tuple[str, str, Frame, frozenset[Need]], EventRule] = {}
    for rule in rules:
        for word, particle in rule.words:
            other = said.setdefault((word, particle, rule.frame, frozenset(rule.needs)), rule)
            if other.event != rule.event:
                spoken = f"{word} {particle}".strip()
                raise DataError(
                    f"{rule.where}: {spoken!r} as a {rule.frame} with these needs is {rule.event} here and "
                    f"{other.event} in {other.where}; tell the two apart by a need, or give this row the key "
                    f"{other.key!r} to take the other's place"
                )


def _rule(row: Mapping[str, str], classes: Mapping[str, frozenset[str]], where: str) -> EventRule:
    _check(row, where)
    frame = cast(Frame, row["frame"])
    words = tuple(dict.fromkeys(_word(w, where) for w in _alternatives(row["words"], classes, where)))
    needs = tuple(_need(n.strip(), classes, where) for n in row["needs"].split(";") if n.strip())
    _refuse_all_and_none(words, needs, where)
    recipient = "" if row["recipient"] == "-" else row["recipient"] or _RECIPIENT[frame]
    return EventRule(
        key=row["key"],
        event=row["event"],
        mode=row["mode"] or None,
        words=words,
        frame=frame,
        needs=needs,
        actor=_paths(row["actor"] or _ACTOR[frame], where),
        recipient=_paths(recipient, where),
        sides=cast(Sides, row["sides"] or _SIDES[frame]),
        example=row["example"],
        near_miss=row["near_miss"],
        where=where,
    )


def _check(row: Mapping[str, str], where: str) -> None:
    """Refuses a row whose cells are not of the values that their columns may have."""
    event, mode, frame, sides = row["event"], row["mode"], row["frame"], row["sides"]
    if not row["key"]:
        raise DataError(f"{where}: a rule needs a key")
    if event not in MODES:
        raise DataError(f"{where}: {event!r} is no PLOVER type{_meant(event, MODES)}")
    if mode and mode not in MODES[event] and not (mode == BY_CONTENT and event in ABOUT_CONTENT):
        raise DataError(f"{where}: {event} has no mode {mode!r}{_meant(mode, MODES[event])}")
    if frame not in get_args(Frame):
        raise DataError(f"{where}: the frame must be one of {', '.join(get_args(Frame))}, not {frame!r}")
    if sides and sides not in get_args(Sides):
        raise DataError(f"{where}: sides must be one of {', '.join(get_args(Sides))}, not {sides!r}")
    if not row["example"] or not row["near_miss"]:
        raise DataError(f"{where}: a rule needs an example and a near miss")
    if row["example"] == row["near_miss"]:
        raise DataError(f"{where}: the near miss is the example itself")


def _refuse_all_and_none(words: tuple[tuple[str, str], ...], needs: tuple[Need, ...], where: str) -> None:
    """Refuses a row that would speak at nearly every sentence, and one that can speak at none."""
    if not words:
        raise DataError(f"{where}: a rule needs words")
    asks = any(n.paths and not n.forbids and (n.terms or n.flag or n.paths != (("agent",),)) for n in needs)
    for word, particle in words:
        if word in ANYWHERE and not particle and not asks:
            raise DataError(
                f"{where}: {word!r} alone matches nearly every sentence; it needs a condition on what stands with it"
            )
    for need in needs:
        if replace(need, forbids=not need.forbids) in needs:
            raise DataError(f"{where}: a condition is both asked for and forbidden; the row could never match")


def _meant(word: str, known: Collection[str]) -> str:
    """What a misspelt word may have been meant for, as the end of a complaint."""
    near = get_close_matches(word, sorted(known), n=1)
    return f"; did you mean {near[0]!r}?" if near else ""


def _need(text: str, classes: Mapping[str, frozenset[str]], where: str) -> Need:
    """Reads `negated`, `!passive`, `xcomp:negated`, `patient=SANCTION_N,tariff`, `!to=PARTY`, `on|upon`, `!against`."""
    forbids = text.startswith("!")
    text = text.removeprefix("!")
    if text in FLAGS:
        return Need((), flag=text, forbids=forbids)
    path, colon, flag = text.partition(":")
    if colon:
        if flag not in FLAGS:
            raise DataError(f"{where}: {flag!r} is no condition{_meant(flag, FLAGS)}; there are {_list(FLAGS)}")
        return Need(_paths(path, where), flag=flag, forbids=forbids)
    path, equals, terms = text.partition("=")
    steps = _paths(path, where)
    if not equals:
        return Need(steps, forbids=forbids)
    return Need(steps, frozenset(_alternatives(terms.replace(",", " "), classes, where)), forbids=forbids)


def _alternatives(text: str, classes: Mapping[str, frozenset[str]], where: str) -> Iterator[str]:
    for word in text.split():
        if word.isupper() and word != PARTY and len(word) > 1:
            if word not in classes:
                raise DataError(f"{where}: there is no word class {word!r}{_meant(word, classes)}")
            yield from sorted(classes[word])
        else:
            yield word


def _word(text: str, where: str) -> tuple[str, str]:
    if not _WORD.fullmatch(text):
        raise DataError(f"{where}: {text!r} is no lemma in small letters, nor one with its particle (`cut+off`)")
    lemma, _, particle = text.partition("+")
    return lemma, particle


def _paths(text: str, where: str) -> tuple[Path_, ...]:
    return tuple(_path(p.strip(), where) for p in text.split("|") if p.strip())


def _path(text: str, where: str) -> Path_:
    steps = tuple(text.split("."))
    for step in steps:
        if step not in STEPS:
            raise DataError(f"{where}: {step!r} is no step of a path{_meant(step, STEPS)}; there are {_list(STEPS)}")
    return steps


def _list(words: Iterable[str]) -> str:
    return ", ".join(sorted(words))
