"""Names in a parsed article: the reader's spans and the atlas's entries, brought into one list.

The reader knows context, the atlas knows the world: an atlas entry decides what a span is, unless the span
is longer ("Jordan Smith", "Bank of China"), and adds what the reader missed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from chancery.grammar.types import Parsed, Sentence, Token
from chancery.lexicon.atlas import Atlas, Known
from chancery.lexicon.titles import Titles

NameKind = Literal["PER", "ORG", "LOC"]
KINDS: dict[str, NameKind] = {"PER": "PER", "ORG": "ORG", "LOC": "LOC"}

_OUTLETS = frozenset(
    "agency news newspaper paper daily weekly magazine tabloid broadcaster channel station television website network "
    "wire service of and the".split()
)
"""Words in lower case behind a name that say what it is ("the Meridian news agency"), and small words."""
_NEVER_FIRST = frozenset({"PUNCT", "ADP", "AUX", "VERB", "PRON", "CCONJ", "SCONJ", "PART", "SYM"})
"""Parts of speech of words that, in lower case, begin no name."""


@dataclass(frozen=True, slots=True)
class Name:
    """Tokens `first` to `last` (not included), what they name, and the atlas's entry for it if there is one."""

    first: int
    last: int
    kind: NameKind
    known: Known | None = None


def find_names(parsed: Parsed, atlas: Atlas, titles: Titles) -> list[Name]:
    """All names, in text order, none overlapping another."""
    found: list[Name] = []
    for sentence in parsed.sentences:
        for name in _in_sentence(parsed, sentence, atlas):
            kept = _bare(parsed, name, atlas, titles) if name.kind == "PER" else name
            found.extend(_owner(parsed, name, kept, atlas))
            if kept is not None:
                found.append(kept)
    found = people_again(parsed, [n for n in found if not _half(parsed, n)])
    after = {name.first for name in found}
    return [n for n in found if not (_described(parsed, n) and n.last in after)]


def _half(parsed: Parsed, name: Name) -> bool:
    """ "The North": a half of a country, or a point of the compass, is told by the words around it."""
    alone = name.known is None and name.last - name.first == 1
    return alone and parsed.tokens[name.first].text in ("North", "South", "East", "West")


def people_again(parsed: Parsed, names: list[Name]) -> list[Name]:
    """Family names that the reader took for something else or left, once the report has named their bearer in full.

    The family name stands first or last, so both are looked for.
    """
    full = [n for n in names if n.kind == "PER" and n.last - n.first > 1]
    family = {parsed.tokens[i].text for n in full for i in (n.first, n.last - 1)}
    found = [Name(n.first, n.last, "PER") if _is_one(parsed, n, family) else n for n in names]
    named = {i for n in found for i in range(n.first, n.last)}
    left = [t for t in parsed.tokens if t.upos == "PROPN" and t.text in family and t.i not in named]
    found += [Name(t.i, t.i + 1, "PER") for t in left if t.rel not in ("compound", "flat")]
    return sorted(found, key=lambda n: n.first)


def _is_one(parsed: Parsed, name: Name, family: set[str]) -> bool:
    """Is it such a family name? Firms are called so too ("Bloomberg", "Ford"), but who is named in full is meant.

    So are places ("Austin"): there the reader must take this very mention for a person's.
    """
    token, known = parsed.tokens[name.first], name.known
    free = (
        known is None or known.sector in ("BUS", "MED", "EDU", "NGO") or (known.kind == "place" and token.name == "PER")
    )
    return name.kind != "PER" and free and name.last - name.first == 1 and token.text in family


def _described(parsed: Parsed, name: Name) -> bool:
    """Is the name but a description ("the South Korean newspaper") that a proper name may follow?"""
    return name.known is not None and ":" in name.known.key[3:4] and parsed.tokens[name.last - 1].upos != "PROPN"


def _bare(parsed: Parsed, name: Name, atlas: Atlas, titles: Titles) -> Name | None:
    """A person's name without the titles and states that the reader took along ("Azeri President Ilham Aliyev").

    None where nothing remains. A people ("Ukrainians") is named as a body is.
    """
    words = [t.text for t in parsed.tokens[name.first : name.last]]
    first = max(_title_across(parsed, name, titles), _behind_owner(words))
    while first < len(words):
        step = _lead(words, first, atlas, titles)
        if not step:
            break
        first += step
    rest = words[first:]
    capital = any(part[:1].isupper() for w in rest for part in w.split("-"))  # "al-Sisi"
    if not rest or not capital or all(titles.qualifies(w) for w in rest):
        return None
    people = atlas.demonym(" ".join(rest)) is not None
    return Name(name.first + first, name.last, "ORG" if people else "PER")


def _behind_owner(words: list[str]) -> int:
    """Where the name begins behind an owner that the reader took along: "Lagoon FC | 's Ana Duarte"."""
    ends = [i + 1 for i, word in enumerate(words[:-1]) if i and word in ("'s", "’s") and words[i + 1][:1].isupper()]
    return max(ends, default=0)


def _owner(parsed: Parsed, name: Name, kept: Name | None, atlas: Atlas) -> Iterator[Name]:
    """The state or body that was taken along with somebody's title: "OSCE" in "OSCE Chairman NAME"."""
    stop = kept.first if kept is not None else name.last
    if name.kind == "PER" and stop > name.first:
        match = atlas.match([t.text for t in parsed.tokens[name.first : stop]], 0)
        if match is not None:
            yield Name(name.first, name.first + match[0], _kind_of(match[1]), match[1])


def _title_across(parsed: Parsed, name: Name, titles: Titles) -> int:
    """How many words of the name end a title that begins before it: "State" in "Secretary of | State Antony ..."."""
    low = parsed.sentence(parsed.tokens[name.first]).first
    words = [t.text for t in parsed.tokens[low : name.last]]
    for end in range(len(words) - 1, name.first - low, -1):
        title = titles.match(words, end - 1)
        if title is not None and title[0] < name.first - low:
            return end - (name.first - low)
    return 0


def _lead(words: list[str], first: int, atlas: Atlas, titles: Titles) -> int:
    """How many words of a title, honorific, state or adjective stand at `first`, with a name still to come."""
    if words[first].lower() in ("'s", "’s"):  # "Jordan" | "'s Abdullah"
        return 1
    match = atlas.match(words, first)
    if match is not None and first + match[0] < len(words):
        titled = any((t := titles.match(words, i)) and t[0] == first + match[0] for i in range(len(words)))
        if match[1].kind == "country" or titled:
            return match[0]
    for length in (2, 1):
        if first + length < len(words) and atlas.adjective(" ".join(words[first : first + length])) is not None:
            return length
    for end in range(len(words), first, -1):
        title = titles.match(words, end - 1)
        if title is not None and title[0] == first:
            return end - first
    return int(titles.honorific(words[first]))


def _in_sentence(parsed: Parsed, sentence: Sentence, atlas: Atlas) -> Iterator[Name]:
    tokens = parsed.tokens_of(sentence)
    words = [t.text for t in tokens]
    cleared = [trimmed for span in spans(tokens) if (trimmed := _trimmed(tokens, span)) is not None]
    found = [part for span in cleared for part in _parted(words, span, atlas)]
    by_word = {k: span for span in reversed(found) for k in range(*span[:2])}
    i = 0
    while i < len(tokens):
        span = by_word.get(i)
        match = _known(atlas, words, i) if may_begin(tokens[i]) and atlas.may_compose(words, i) else None
        end = i + match[0] if match else i
        if match and (span is None or not _inside_longer(span, i, end, match[1])):
            yield Name(sentence.first + i, sentence.first + end, _kind_of(match[1]), match[1])
            i = end
        elif span is not None:
            start, stop, kind = i, span[1], span[2]
            yield Name(sentence.first + start, sentence.first + stop, kind)
            i = stop
        else:
            i += 1


def _parted(words: list[str], span: tuple[int, int, NameKind], atlas: Atlas) -> list[tuple[int, int, NameKind]]:
    """The names of a span cut at "and" before a state, as in "North and South Korea", unless the whole is a name."""
    first, last, kind = span
    joint = next((i for i in range(first + 1, last - 1) if words[i] == "and"), None)
    if joint is None or _known(atlas, words[:last], first) is not None:
        return [span]
    state = atlas.match(words, joint + 1)
    if state is None or state[1].kind != "country" or joint + 1 + state[0] != last:
        return [span]
    return [(first, joint, kind), (joint + 1, last, "LOC")]


def may_begin(token: Token) -> bool:
    """May something that the atlas knows begin here? No name begins with a mark or a small word of grammar."""
    return token.upos not in _NEVER_FIRST or token.text[:1].isupper()


def _known(atlas: Atlas, words: list[str], i: int) -> tuple[int, Known] | None:
    """The longest that the atlas knows at a word: a state, a body, a state's organ, a place."""
    found = [atlas.match(words, i), atlas.composed(words, i), atlas.place_match(words, i)]
    told = [f for f in found if f is not None]
    return max(told, key=lambda f: f[0], default=None)


def _inside_longer(span: tuple[int, int, NameKind], start: int, end: int, known: Known) -> bool:
    """Is the atlas's match only a part of the reader's span, which is then the better name?"""
    if start > span[0] or end >= span[1]:
        return False
    if span[2] == "LOC" and known.kind == "country":
        return False  # "Syria's Aleppo" run together
    return not (span[2] == "PER" and known.kind == "country" and end - start > 1)


def spans(tokens: Sequence[Token]) -> list[tuple[int, int, NameKind]]:
    """The reader's names in a sentence: first token, last (not included), kind."""
    found: list[tuple[int, int, NameKind]] = []
    for i, token in enumerate(tokens):
        kind = KINDS.get(token.name)
        if kind is None:
            continue
        if found and not token.begins and found[-1][1:] == (i, kind):
            found[-1] = (found[-1][0], i + 1, kind)
        else:
            found.append((i, i + 1, kind))
    return found


def _trimmed(tokens: Sequence[Token], span: tuple[int, int, NameKind]) -> tuple[int, int, NameKind] | None:
    """A name without articles and marks before it, and small words behind; None where nothing remains."""
    first, last, kind = span
    while first < last and tokens[first].upos in ("DET", "PUNCT"):
        first += 1
    small = _OUTLETS | {"state"} if kind == "ORG" else frozenset({"of", "and", "the"})
    while first < last - 1 and tokens[last - 1].text in small:
        last -= 1
    return (first, last, kind) if first < last else None


def _kind_of(known: Known) -> NameKind:
    return "ORG" if known.kind == "body" else "LOC"
