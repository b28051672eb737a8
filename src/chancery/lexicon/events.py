"""All event rules by their words, with the word lists that they rest on.

One row is told in `chancery.lexicon.event_rules`. Rules of the user's own have the same form: they are added to ours,
or take the place of those with the same key.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from chancery.errors import DataError
from chancery.lexicon.contexts import load_contexts
from chancery.lexicon.event_rules import EventRule, read_rules, refuse_contradictions
from chancery.lexicon.inflection import lemma_by_form
from chancery.lexicon.rulefiles import read_rule_file
from chancery.lexicon.tables import pairs


@dataclass(frozen=True)
class EventRules:
    """All rules, and the word lists that they and the reading of their status rest on.

    Attributes:
        rules: by key. `by_lemma` has those of each lemma, the most particular first.
            `particles` has the verbs that a rule names with a particle, each with it ("brush", "off").
        classes: noun and verb classes by name ("SANCTIONS"), as lemmas.
        contents: for REQUEST, REJECT and THREATEN the modes, each with the lemmas that call for it, in order.
        governors: what a word does to the act that depends on it: ("verb", "refuse") gives "denied".
        contexts: PLOVER contexts, each with its lemmas, in order.
        recalls: by noun the types of acts told before that it may point back to, when definite.
        irregular: irregular forms of lemmas.
        own: keys of the user's own rules, which are tried before ours.
    """

    rules: tuple[EventRule, ...]
    classes: Mapping[str, frozenset[str]]
    contents: Mapping[str, tuple[tuple[str, frozenset[str]], ...]]
    governors: Mapping[tuple[str, str], str]
    contexts: tuple[tuple[str, frozenset[str]], ...]
    recalls: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    irregular: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    own: frozenset[str] = frozenset()
    by_lemma: Mapping[str, tuple[EventRule, ...]] = field(init=False)
    by_form: Mapping[str, str] = field(init=False)
    particles: frozenset[tuple[str, str]] = field(init=False)
    known: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        index: dict[str, list[EventRule]] = {}
        for rule in sorted(self.rules, key=lambda r: (-r.weight, r.key)):
            for lemma in dict.fromkeys(word for word, _ in rule.words):
                index.setdefault(lemma, []).append(rule)
        object.__setattr__(self, "by_lemma", {w: _by_weight(w, found, self.own) for w, found in index.items()})
        known = {*index, *self.recalls, *(word for _, word in self.governors), *chain(*self.classes.values())}
        known.update(w for modes in self.contents.values() for _, words in modes for w in words)
        object.__setattr__(self, "known", frozenset(known))
        object.__setattr__(self, "by_form", lemma_by_form(known, self.irregular))
        particles = frozenset(word for rule in self.rules for word in rule.words if word[1])
        object.__setattr__(self, "particles", particles)

    def lemma(self, form: str, given: str, upos: str) -> str:
        """The lemma of a word: the parser's where our lists know it, else that of our lemma with this form.

        A parser that guesses at endings gives "impos" for "imposed"; the lists then say "impose". A verb's past and
        participles are always read as forms of a verb ("concerned" is one of "concern", unless an adjective).
        """
        form, given = form.lower(), given.lower()
        if upos == "VERB" and form in self.by_form and (form.endswith(("ed", "ing")) or given not in self.known):
            return self.by_form[form]
        return given if given in self.known else self.by_form.get(form, given)


def _by_weight(word: str, rules: list[EventRule], own: frozenset[str]) -> tuple[EventRule, ...]:
    """A word's rules: the user's own before ours, the most exact first, those with a particle before the bare word."""

    def order(rule: EventRule) -> tuple[bool, int]:
        return rule.key not in own, -(rule.weight + 2 * ((word, "") not in rule.words))

    return tuple(sorted(rules, key=order))


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
    own = [] if extra is None else read_rule_file(extra, classes)
    return EventRules(
        rules=_all_rules(folder / "rules", own, classes),
        classes=classes,
        contents=_contents(folder / "contents.tsv"),
        governors={
            (kind, word): effect
            for name, words in pairs(folder / "governors.tsv")
            for kind, _, effect in [name.partition("/")]
            for word in words.split()
        },
        contexts=tuple((c.name, c.words) for c in load_contexts(folder / "contexts.tsv")),
        recalls=_recalls(folder / "recalls.tsv"),
        irregular={lemma: tuple(words.split()) for lemma, words in pairs(folder / "irregular.tsv")},
        own=frozenset(rule.key for rule in own),
    )


def _all_rules(folder: Path, own: Sequence[EventRule], classes: Mapping[str, frozenset[str]]) -> tuple[EventRule, ...]:
    found: dict[str, EventRule] = {}
    for path in sorted(folder.glob("*.tsv")):
        for rule in read_rules(path, classes):
            if rule.key in found:
                raise DataError(f"{path}: the key {rule.key!r} is there twice")
            found[rule.key] = rule
    ours = {rule.key: rule for rule in own}
    found = {key: rule for key, rule in found.items() if key not in ours} | ours
    refuse_contradictions(found.values())
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


def _lemmas(words: str) -> frozenset[str]:
    return frozenset(words.split())
