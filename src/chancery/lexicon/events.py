"""Event rules: which words in which construction report which PLOVER event, and who stands on which side.

A rule is one row of a tab-separated file; docs/events.md explains every column. The types and modes are those of
the PLOVER codebook of 2021 (Open Event Data Alliance). Rules of the user's own have the same form: they are added
to ours, or take the place of those with the same key.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Literal, cast, get_args

from chancery.errors import DataError
from chancery.lexicon.inflection import lemma_by_form
from chancery.lexicon.tables import numbered_lines, pairs

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

COLUMNS = ("key", "event", "mode", "words", "frame", "needs", "actor", "recipient", "sides", "example", "near_miss")
_ACTOR = {"verb": "agent", "adj": "subject|agent", "noun": "poss|mod|by|governor"}
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
    tried in order; `sides` says what must be known of them for the row to speak at all."""

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

    @property
    def weight(self) -> int:
        """How particular the rule is: more conditions speak before fewer."""
        return 2 * sum(not n.forbids for n in self.needs) + (self.sides in ("both", "mutual"))


@dataclass(frozen=True)
class EventRules:
    """All rules, and the word lists that they and the reading of their status rest on.

    Attributes:
        rules: by key. `by_lemma` has those of each lemma, the most particular first.
        classes: noun and verb classes by name ("SANCTIONS"), as lemmas.
        contents: for REQUEST, REJECT and THREATEN the modes, each with the lemmas that call for it, in order.
        governors: what a word does to the act that depends on it: ("verb", "refuse") gives "denied".
        contexts: PLOVER contexts, each with its lemmas, in order.
        recalls: by noun the types of acts told before that it may point back to, when definite.
        irregular: irregular forms of lemmas.
    """

    rules: tuple[EventRule, ...]
    classes: Mapping[str, frozenset[str]]
    contents: Mapping[str, tuple[tuple[str, frozenset[str]], ...]]
    governors: Mapping[tuple[str, str], str]
    contexts: tuple[tuple[str, frozenset[str]], ...]
    recalls: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    irregular: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    by_lemma: Mapping[str, tuple[EventRule, ...]] = field(init=False)
    by_form: Mapping[str, str] = field(init=False)
    known: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        index: dict[str, list[EventRule]] = {}
        for rule in sorted(self.rules, key=lambda r: (-r.weight, r.key)):
            for lemma in dict.fromkeys(word for word, _ in rule.words):
                index.setdefault(lemma, []).append(rule)
        object.__setattr__(self, "by_lemma", {word: _by_weight(word, rules) for word, rules in index.items()})
        known = {*index, *self.recalls, *(word for _, word in self.governors), *chain(*self.classes.values())}
        known.update(w for modes in self.contents.values() for _, words in modes for w in words)
        object.__setattr__(self, "known", frozenset(known))
        object.__setattr__(self, "by_form", lemma_by_form(known, self.irregular))

    def lemma(self, form: str, given: str, upos: str) -> str:
        """The lemma of a word: the parser's where our lists know it, else that of our lemma with this form.

        A parser that guesses at endings gives "impos" for "imposed"; the lists then say "impose". A verb's past and
        participles are always read as forms of a verb ("concerned" is one of "concern", unless an adjective).
        """
        form, given = form.lower(), given.lower()
        if upos == "VERB" and form in self.by_form and (form.endswith(("ed", "ing")) or given not in self.known):
            return self.by_form[form]
        return given if given in self.known else self.by_form.get(form, given)


def _by_weight(word: str, rules: list[EventRule]) -> tuple[EventRule, ...]:
    """A word's rules, the most exact first; those that ask for a particle too ("call off") before the bare word's."""
    return tuple(sorted(rules, key=lambda rule: -(rule.weight + 2 * ((word, "") not in rule.words))))


def load_events(folder: Path, extra: Path | None = None) -> EventRules:
    """The rules of a folder (`rules/*.tsv` and the word lists beside it), and those of a user's file.

    Args:
        folder: the lexicon's data folder; its `events/` holds `rules/`, `classes.tsv`, `contents.tsv`,
            `governors.tsv` and `contexts.tsv`.
        extra: a rule file whose rows are added, or take the place of rows with the same key.

    Raises:
        DataError: where a file or row is not of the form it should have; it names file, line and mend.
    """
    folder = folder / "events"
    classes = {name: _lemmas(words) for name, words in pairs(folder / "classes.tsv")}
    return EventRules(
        rules=_all_rules(folder / "rules", extra, classes),
        classes=classes,
        contents=_contents(folder / "contents.tsv"),
        governors={
            (kind, word): effect
            for name, words in pairs(folder / "governors.tsv")
            for kind, _, effect in [name.partition("/")]
            for word in words.split()
        },
        contexts=tuple((name, _lemmas(words)) for name, words in pairs(folder / "contexts.tsv")),
        recalls=_recalls(folder / "recalls.tsv"),
        irregular={lemma: tuple(words.split()) for lemma, words in pairs(folder / "irregular.tsv")},
    )


def _all_rules(folder: Path, extra: Path | None, classes: Mapping[str, frozenset[str]]) -> tuple[EventRule, ...]:
    found: dict[str, EventRule] = {}
    for path in sorted(folder.glob("*.tsv")):
        for rule in read_rules(path, classes):
            if rule.key in found:
                raise DataError(f"{path}: the key {rule.key!r} is there twice")
            found[rule.key] = rule
    if extra is not None:
        found |= {rule.key: rule for rule in read_rules(extra, classes)}
    return tuple(found[key] for key in sorted(found))


def _contents(path: Path) -> dict[str, tuple[tuple[str, frozenset[str]], ...]]:
    found: dict[str, tuple[tuple[str, frozenset[str]], ...]] = {}
    for name, words in pairs(path):
        event, _, mode = name.partition("/")
        found[event] = (*found.get(event, ()), (mode, _lemmas(words)))
    return found


def _recalls(path: Path) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for kind, words in pairs(path):
        found |= {word: (*found.get(word, ()), kind) for word in words.split()}
    return found


def read_rules(path: Path, classes: Mapping[str, frozenset[str]]) -> list[EventRule]:
    """The rules of one file, in its order.

    Raises:
        DataError: where the file cannot be read, or a row is not of the form it should have.
    """
    lines = numbered_lines(path)
    _, header = next(lines, ("", ""))
    names = header.split("\t")
    if tuple(names[: len(COLUMNS)]) != COLUMNS:
        raise DataError(f"{path}: the first line must name the columns: {' '.join(COLUMNS)}")
    found: dict[str, EventRule] = {}
    for where, line in lines:
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) > len(names) or len(cells) < len(COLUMNS) - 1:
            raise DataError(f"{where}: {len(cells)} columns, where {len(COLUMNS)} are named")
        row = dict(zip(names, [*cells, *[""] * (len(names) - len(cells))], strict=True))
        rule = _rule(row, classes, where)
        if rule.key in found:
            raise DataError(f"{where}: the key {rule.key!r} is there twice")
        found[rule.key] = rule
    return list(found.values())


def _rule(row: Mapping[str, str], classes: Mapping[str, frozenset[str]], where: str) -> EventRule:
    _check(row, where)
    frame = cast(Frame, row["frame"])
    words = tuple(_word(w, where) for w in _alternatives(row["words"], classes, where))
    if not words:
        raise DataError(f"{where}: a rule needs words")
    recipient = "" if row["recipient"] == "-" else row["recipient"] or _RECIPIENT[frame]
    return EventRule(
        key=row["key"],
        event=row["event"],
        mode=row["mode"] or None,
        words=words,
        frame=frame,
        needs=tuple(_need(n.strip(), classes, where) for n in row["needs"].split(";") if n.strip()),
        actor=_paths(row["actor"] or _ACTOR[frame], where),
        recipient=_paths(recipient, where),
        sides=cast(Sides, row["sides"] or _SIDES[frame]),
        example=row["example"],
        near_miss=row["near_miss"],
    )


def _check(row: Mapping[str, str], where: str) -> None:
    """Refuses a row whose cells are not of the values that their columns may have."""
    event, mode, frame, sides = row["event"], row["mode"], row["frame"], row["sides"]
    if not row["key"]:
        raise DataError(f"{where}: a rule needs a key")
    if event not in MODES:
        raise DataError(f"{where}: {event!r} is no PLOVER type")
    if mode and mode not in MODES[event] and not (mode == BY_CONTENT and event in ABOUT_CONTENT):
        raise DataError(f"{where}: {event} has no mode {mode!r}")
    if frame not in get_args(Frame):
        raise DataError(f"{where}: the frame must be one of {', '.join(get_args(Frame))}, not {frame!r}")
    if sides and sides not in get_args(Sides):
        raise DataError(f"{where}: sides must be one of {', '.join(get_args(Sides))}, not {sides!r}")
    if not row["example"] or not row["near_miss"]:
        raise DataError(f"{where}: a rule needs an example and a near miss")


def _need(text: str, classes: Mapping[str, frozenset[str]], where: str) -> Need:
    """Reads `negated`, `!passive`, `xcomp:negated`, `patient=SANCTION_N,tariff`, `!to=PARTY`, `on|upon`, `!against`."""
    forbids = text.startswith("!")
    text = text.removeprefix("!")
    if text in FLAGS:
        return Need((), flag=text, forbids=forbids)
    path, colon, flag = text.partition(":")
    if colon:
        if flag not in FLAGS:
            raise DataError(f"{where}: {flag!r} is no condition; there are {', '.join(sorted(FLAGS))}")
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
                raise DataError(f"{where}: there is no word class {word!r}")
            yield from sorted(classes[word])
        else:
            yield word


def _word(text: str, where: str) -> tuple[str, str]:
    lemma, _, particle = text.partition("+")
    if not lemma:
        raise DataError(f"{where}: {text!r} is no word")
    return lemma, particle


def _paths(text: str, where: str) -> tuple[Path_, ...]:
    return tuple(_path(p.strip(), where) for p in text.split("|") if p.strip())


def _path(text: str, where: str) -> Path_:
    steps = tuple(text.split("."))
    for step in steps:
        if step not in STEPS:
            raise DataError(f"{where}: {step!r} is no step of a path; there are {', '.join(sorted(STEPS))}")
    return steps


def _lemmas(words: str) -> frozenset[str]:
    return frozenset(words.split())
