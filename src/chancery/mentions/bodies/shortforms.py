"""Short forms that a report itself introduces: "the Zambezi River Authority (ZRA) ... the ZRA said".

The long form is found by the method of Schwartz and Hearst ("A simple algorithm for identifying abbreviation
definitions in biomedical text", 2003): read from the right, the letters of the short form occur in the words before
the bracket, and the first of them begins a word. What the report introduces goes before what the atlas knows: in a
report on the Popular Alliance Party, "PAP" is no news agency.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from chancery.grammar.types import Parsed, Token
from chancery.lexicon.atlas import Atlas
from chancery.lexicon.titles import Titles
from chancery.mentions.names import Name

_LETTERS = range(2, 11)
_OPEN = ("(", "[")
_QUOTES = frozenset("\"'“”‘’")
_SMALL = frozenset("of the for and in on to de la del du des and & at with".split())


@dataclass(frozen=True, slots=True)
class Short:
    """A short form and the tokens of its long form, `last` not included."""

    form: str
    first: int
    last: int


def introduced(parsed: Parsed) -> tuple[Short, ...]:
    """The short forms that the report introduces behind their long forms, each once, in text order."""
    found: dict[str, Short] = {}
    for opening in parsed.tokens:
        at = _short_at(parsed, opening)
        if at is None or parsed.tokens[at].text in found:
            continue
        form = parsed.tokens[at].text
        first = _long_form(parsed, form, opening.i)
        if first is not None:
            found[form] = Short(form, first, opening.i)
    return tuple(found.values())


def with_short_forms(
    parsed: Parsed, names: Sequence[Name], atlas: Atlas, titles: Titles
) -> tuple[list[Name], dict[str, int]]:
    """The names with long forms whole and short forms named, and the number of the long form of each short one.

    Only bodies are taken: of a missile, a treaty or a town nothing is changed.
    """
    kept = list(names)
    forms: dict[str, int] = {}
    for short in introduced(parsed):
        if _is_body(parsed, short, kept, titles) and not _known_alike(short, kept, atlas):
            forms[short.form] = short.first
            kept = _whole(parsed, kept, short, atlas)
    kept = sorted(_without_shorts(parsed, kept, forms.keys()), key=lambda n: n.first)
    numbers = {n.first: i for i, n in enumerate(kept)}
    return kept, {form: numbers[first] for form, first in forms.items()}


def _short_at(parsed: Parsed, opening: Token) -> int | None:
    """The token of a short form behind an opening bracket, or behind ", or" before another comma."""
    tokens, i = parsed.tokens, opening.i
    if opening.text in _OPEN:
        i += 1
        while i < len(tokens) and tokens[i].text in _QUOTES:
            i += 1
    elif opening.text == "," and i + 3 < len(tokens) and tokens[i + 1].lower == "or" and tokens[i + 3].text == ",":
        i += 2
    else:
        return None
    return i if i < len(tokens) and _is_short(tokens[i].text) else None


def _is_short(text: str) -> bool:
    capitals = sum(c.isupper() for c in text)
    return len(text) in _LETTERS and text[0].isalnum() and capitals >= 2 and capitals * 2 >= len(text)


def _long_form(parsed: Parsed, form: str, end: int) -> int | None:
    """The first token of the words before `end` that a short form stands for."""
    low = parsed.sentence(parsed.tokens[end]).first
    low = max(low, end - min(len(form) + 5, 2 * len(form)))
    letters = [c.lower() for c in form if c.isalnum()]
    words = [t.text.lower() for t in parsed.tokens[low:end]]
    first = _match(letters, words)
    if first is None or parsed.tokens[low + first].lower in _SMALL:
        return None
    return low + first


def _match(letters: list[str], words: list[str]) -> int | None:
    """Where a long form begins: its letters found from the right, the first at the beginning of a word."""
    w, c = len(words) - 1, len(words[-1]) - 1 if words else -1
    for n in range(len(letters) - 1, -1, -1):
        while w >= 0 and not (c >= 0 and words[w][c] == letters[n] and (n > 0 or c == 0)):
            c -= 1
            if c < 0:
                w -= 1
                c = len(words[w]) - 1 if w >= 0 else -1
        if w < 0:
            return None
        if n == 0:
            return w
        c -= 1
        if c < 0:
            w -= 1
            c = len(words[w]) - 1 if w >= 0 else -1
    return None


def _inside(short: Short, names: Sequence[Name]) -> Iterator[Name]:
    return (n for n in names if n.first < short.last and short.first < n.last)


def _is_body(parsed: Parsed, short: Short, names: Sequence[Name], titles: Titles) -> bool:
    """Does the reader or the atlas take some of the long form, or a word for a body with the short one, for a body?"""
    parts = list(_inside(short, names))
    if any(n.first < short.first or n.last > short.last for n in parts if n.kind != "ORG"):
        return False
    if any(n.kind == "ORG" for n in parts):
        return True
    called = any(n.kind == "ORG" and parsed.tokens[n.first].text == short.form for n in names)
    return called and any(_is_group(t.lower, titles) for t in parsed.tokens[short.first : short.last])


def _is_group(word: str, titles: Titles) -> bool:
    role = titles.role(word)
    return role is not None and role.kind == "group"


def _known_alike(short: Short, names: Sequence[Name], atlas: Atlas) -> bool:
    """Does the atlas know both forms as one and the same?"""
    long = next((n.known for n in _inside(short, names) if n.known is not None and n.first == short.first), None)
    return long is not None and long in atlas.names(short.form)


def _whole(parsed: Parsed, names: Sequence[Name], short: Short, atlas: Atlas) -> list[Name]:
    """The names with the long form as one; what stood before it in a name stays, if it is a name by itself."""
    parts = list(_inside(short, names))
    known = next((n.known for n in parts if (n.first, n.last) == (short.first, short.last)), None)
    kept = [n for n in names if n not in parts]
    for part in parts:
        before = [t.text for t in parsed.tokens[part.first : short.first]]
        owner = atlas.match(before, 0) if before else None
        if owner is not None:
            kept.append(Name(part.first, part.first + owner[0], "ORG" if owner[1].kind == "body" else "LOC", owner[1]))
    return sorted([*kept, Name(short.first, short.last, "ORG", known)], key=lambda n: n.first)


def _without_shorts(parsed: Parsed, names: Sequence[Name], forms: Collection[str]) -> Iterator[Name]:
    """The names, each token that is a short form as a name of its own."""
    single = {t.i for t in parsed.tokens if t.text in forms}
    for name in names:
        inside = [i for i in range(name.first, name.last) if i in single]
        if not inside:
            yield name
            continue
        start = name.first
        for i in inside:
            if start < i:
                yield replace(name, first=start, last=i, known=None)
            start = i + 1
        if start < name.last:
            yield replace(name, first=start, known=None)
    yield from (Name(i, i + 1, "ORG") for i in single)
