"""Whether every word of an event rule codes: the rule's own example with each of its other words put in its place.

    python -m bench.codebook_words [KEY…]

Prints for each rule the words that do not code in its example, in the form that the example's own word has there, with
the rules that speak instead, and the share that do code. A word may fit its rule and not the example, so a few stay.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from chancery.articles.types import Article
from chancery.grammar.types import Token
from chancery.lexicon.event_rules import EventRule
from chancery.lexicon.events import EventRules
from chancery.lexicon.inflection import forms
from chancery.mentions.mark import mark
from chancery.observations.events.find import coded_status
from chancery.observations.events.match import Match, match_at
from chancery.observations.events.memory import Memory
from chancery.observations.events.slots import Scene
from chancery.run.kit import Kit, load_kit

TOLD = ("done", "ongoing", "background", "promised")
"""Statuses of acts told as acts."""

_PAST, _PARTICIPLE = "past", "participle"
_SHAPES = ("base", "s", "ing", _PAST, _PARTICIPLE)


@dataclass(frozen=True, slots=True)
class Tried:
    """A rule's word in the rule's example.

    Attributes:
        text: the sentence that was read.
        codes: whether the rule, or another for the same type and mode, spoke at the word.
        instead: the rules that spoke in the sentence otherwise.
    """

    rule: EventRule
    word: str
    text: str
    codes: bool
    instead: tuple[str, ...]


def matches(kit: Kit, text: str) -> tuple[Scene, list[Match]]:
    """What the rules find told as an act in a text of its own, published in 2019."""
    parsed = kit.reader.parse(Article("example", "example", text, published="2019-04-26"))
    scene = Scene(mark(parsed, kit.lexicon), kit.lexicon.events, Memory(kit.lexicon.events.recalls))
    found = (match_at(scene, token) for token in parsed.tokens)
    return scene, [m for m in found if m is not None and coded_status(scene, m, None) in TOLD]


def told_by(kit: Kit, text: str) -> set[str]:
    """The keys of the rules that find an act told as one in a text."""
    return {m.rule.key for m in matches(kit, text)[1]}


def tried(kit: Kit, rule: EventRule) -> Iterator[Tried]:
    """Each of a rule's other words in its example; nothing where the example does not code."""
    scene, found = matches(kit, rule.example)
    match = next((m for m in found if m.rule.key == rule.key), None)
    if match is None:
        return
    own = scene.lemma(match.token)
    for lemma, particle in rule.words:
        text = _put(rule, scene, match.token, own, (lemma, particle))
        if lemma != own and text is not None:
            yield _tried(kit, rule, (lemma, particle), text)


def _tried(kit: Kit, rule: EventRule, word: tuple[str, str], text: str) -> Tried:
    scene, found = matches(kit, text)
    same = [m for m in found if (m.rule.event, m.rule.mode) == (rule.event, rule.mode)]
    codes = any(scene.lemma(m.token) == word[0] for m in same)
    return Tried(rule, " ".join(word).strip(), text, codes, tuple(m.rule.key for m in found))


def _put(rule: EventRule, scene: Scene, token: Token, own: str, word: tuple[str, str]) -> str | None:
    """The rule's example with another word in the form of its own, or None where that form is not to be had."""
    lemma, particle = word
    irregular = scene.rules.irregular
    shape = next((s for s in _SHAPES if token.lower in _forms(own, irregular, rule.frame).get(s, ())), None)
    formed = _forms(lemma, irregular, rule.frame).get(shape or "", ())
    if not formed:
        return None
    form = formed[0].capitalize() if token.text[0].isupper() else formed[0]
    before, after = rule.example[: token.start], rule.example[token.end :]
    had = next((p for w, p in rule.words if w == own and p and after.startswith(f" {p}")), "")
    if had:
        after = after[len(had) + 1 :]
    for ending, article in ((" a ", " an "), (" an ", " a ")):
        if before.endswith(ending) and (form[0] in "aeiou") == (article == " an "):
            before = before.removesuffix(ending) + article
    return f"{before}{form}{' ' + particle if particle else ''}{after}"


def _forms(lemma: str, irregular: Mapping[str, tuple[str, ...]], frame: str) -> dict[str, tuple[str, ...]]:
    """A lemma's forms by shape, the commonest spelling first."""
    if frame == "adj":
        return {"base": (lemma,)}
    special = irregular.get(lemma, ())
    regular = forms(lemma)
    found = {
        "base": (lemma,),
        "s": (special[0],) if frame == "noun" and special else tuple(regular[:1]),
        "ing": tuple(f for f in (*special, *regular) if f.endswith("ing")),
    }
    past = tuple(f for f in special if not f.endswith("ing")) or tuple(f for f in regular if f.endswith("ed"))
    return found if frame == "noun" else found | {_PAST: past[:1], _PARTICIPLE: past[1:2] or past[:1]}


def unfit(rules: EventRules, kit: Kit, keys: frozenset[str] = frozenset()) -> tuple[list[Tried], int]:
    """The words that do not code in their rules' examples, and how many were tried.

    Args:
        keys: the rules to try; none: all.
    """
    every = [t for rule in rules.rules if not keys or rule.key in keys for t in tried(kit, rule)]
    return [t for t in every if not t.codes], len(every)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("keys", nargs="*", metavar="KEY")
    args = parser.parse_args()
    kit = load_kit()
    missed, number = unfit(kit.lexicon.events, kit, frozenset(args.keys))
    for one in missed:
        print(f"{one.rule.key}\t{one.word}\t{one.text}\t{' '.join(one.instead)}")
    print(f"{number - len(missed)} of {number} words code in their rule's example")
    return 0


if __name__ == "__main__":
    sys.exit(main())
