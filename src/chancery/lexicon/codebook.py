"""The codebook as a whole: how many words and constructions each PLOVER type and mode has, and the page that prints it.

Beside the event rules, the words for encounters (`chancery.lexicon.meetings`) belong to it, since CONSULT events are
coded from the meetings found.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from chancery.lexicon.event_rules import BY_CONTENT, MODES, numbered_cells
from chancery.lexicon.events import EventRules
from chancery.lexicon.meetings import EncounterKind, EncounterWord, MeetingWords
from chancery.lexicon.tables import pairs

Pair = tuple[str, str, str]
"""A lemma with its particle, the frame, and the conditions that must hold: one word in one construction."""

Kind = tuple[str, str]
"""A PLOVER type with a mode, "" for none."""

MODE_OF: Mapping[EncounterKind, str] = {
    "visit": "visit",
    "call": "phone",
    "multilateral": "multilateral",
    "summit": "",
    "talks": "",
}
"""The CONSULT mode that an encounter of each kind has, where its sides and place do not say otherwise."""


def pairs_by_kind(rules: EventRules, meetings: MeetingWords) -> dict[Kind, set[Pair]]:
    """The distinct pairs of a lemma and a construction, by type and mode; other forms and spellings are not counted.

    A mode told by what is asked, refused or threatened counts the lemmas that call for it, as "content".
    """
    found: dict[Kind, set[Pair]] = {(event, mode): set() for event, modes in MODES.items() for mode in ("", *modes)}
    for rule in rules.rules:
        mode = "" if rule.mode in (None, BY_CONTENT) else str(rule.mode)
        needs = " ".join(sorted(map(repr, rule.needs)))
        words = frozenset(f"{word} {particle}".strip() for word, particle in rule.words)
        found[rule.event, mode].update((word, rule.frame, needs) for word in distinct(words, rules.by_form))
    for event, contents in rules.contents.items():
        for mode, lemmas in contents:
            found[event, mode].update((lemma, "content", "") for lemma in distinct(lemmas, rules.by_form))
    for part, encounters in (("verb", meetings.verbs), ("noun", meetings.nouns)):
        for word in encounters.values():
            mode = MODE_OF[word.kind] if word.kind else ""
            found["CONSULT", mode].update((word.word, part, frame) for frame in word.frame)
    return found


def distinct(words: frozenset[str], by_form: Mapping[str, str]) -> frozenset[str]:
    """Words without those that are a form of another among them ("sanctions"), or its other spelling ("penalise")."""
    return frozenset(w for w in words if by_form.get(w) not in words and not (_american(w) & words - {w}))


def _american(word: str) -> frozenset[str]:
    return frozenset(word.replace(*pair) for pair in (("isation", "ization"), ("ise", "ize"), ("our", "or")))


def words_by_type(rules: EventRules, meetings: MeetingWords) -> dict[str, frozenset[str]]:
    """For each type, the lemmas that some row of it names, without their particles."""
    found: dict[str, set[str]] = {event: set() for event in MODES}
    for (event, _), rows in pairs_by_kind(rules, meetings).items():
        found[event].update(word.split()[0] for word, frame, _ in rows if frame != "content")
    return {event: frozenset(words) for event, words in found.items()}


def page(folder: Path, rules: EventRules, meetings: MeetingWords) -> Iterator[str]:
    """The lines of the printed codebook, in Markdown.

    Args:
        folder: the lexicon's data folder, whose rule files are printed as they stand.
    """
    counts = pairs_by_kind(rules, meetings)
    yield "# The codebook\n"
    yield "Every rule that an event is coded by, printed from `src/chancery/lexicon/data/events/rules/` by"
    yield "`python -m bench.codebook --page docs/codebook.md`; a test keeps the two alike. [Events](events.md) tells"
    yield "what paths, conditions and flags mean. Each rule codes its first sentence and not its second; tests read"
    yield "both.\n"
    yield from _counted(counts)
    for path in sorted((folder / "events" / "rules").glob("*.tsv")):
        yield from _of_type(path)
    yield from _contents(rules)
    yield from _encounters(meetings)
    yield from _classes(folder / "events" / "classes.tsv")


def _counted(counts: Mapping[Kind, set[Pair]]) -> Iterator[str]:
    total = len({(kind, pair) for kind, rows in counts.items() for pair in rows})
    yield f"{total:,} pairs of a word and a construction, inflected forms and other spellings not counted:\n"
    yield "| type | in all | by mode |"
    yield "| --- | ---: | --- |"
    for event, modes in MODES.items():
        in_all = sum(len(rows) for (of, _), rows in counts.items() if of == event)
        told = [f"{mode} {len(counts[event, mode])}" for mode in sorted(modes)]
        yield f"| {event} | {in_all} | {', '.join(told)} |"
    yield ""


def _of_type(path: Path) -> Iterator[str]:
    event = ""
    for _, row in numbered_cells(path):
        if row["event"] != event:
            event = row["event"]
            yield f"## {event}\n"
        mode = f" / {row['mode']}" if row["mode"] else ""
        yield f"**{row['key']}**: {event}{mode}, by the {_frame(row['frame'])} {_words(row['words'])}"
        yield from (f"- {line}" for line in _conditions(row))
        yield f"- codes: {row['example']}"
        yield f"- not: {row['near_miss']}\n"


def _conditions(row: Mapping[str, str]) -> Iterator[str]:
    if row["needs"]:
        yield "needs " + "; ".join(f"`{need.strip()}`" for need in row["needs"].split(";") if need.strip())
    sides = [f"{side} `{row[side]}`" for side in ("actor", "recipient") if row[side]]
    if row["sides"]:
        sides.append(f"told: {row['sides']}")
    if sides:
        yield ", ".join(sides)


def _frame(frame: str) -> str:
    return "adjective" if frame == "adj" else frame


def _words(words: str) -> str:
    return ", ".join(f"`{w}`" if w.isupper() else f"*{w.replace('+', ' ')}*" for w in words.split())


def _contents(rules: EventRules) -> Iterator[str]:
    yield "## Modes by content\n"
    yield "Rules with the mode `content` take it from the first of these words in what is asked, refused or"
    yield "threatened, from its head downwards.\n"
    for event, contents in rules.contents.items():
        for mode, lemmas in contents:
            yield f"- {event} / {mode}: {', '.join(sorted(lemmas))}"
    yield ""


def _encounters(meetings: MeetingWords) -> Iterator[str]:
    yield "## CONSULT from meetings\n"
    yield "A held meeting is a CONSULT; [Meetings](meetings.md) tells how meetings are found. Its kind gives the mode,"
    yield "but for `third-party` and `multilateral`, which may follow from its sides and place.\n"
    for part, words in (("verb", meetings.verbs), ("noun", meetings.nouns)):
        for word in words.values():
            yield from _encounter(part, word)
    yield ""


def _encounter(part: str, word: EncounterWord) -> Iterator[str]:
    mode = f" / {MODE_OF[word.kind]}" if word.kind and MODE_OF[word.kind] else ""
    yield f"- *{word.word}* ({part}, {', '.join(sorted(word.frame)) or 'event'}): CONSULT{mode}. {word.example}"
    if word.near_miss:
        yield f"  Not: {word.near_miss}"


def _classes(path: Path) -> Iterator[str]:
    yield "## Word classes\n"
    for name, words in pairs(path):
        yield f"- `{name}`: {', '.join(words.split())}"
