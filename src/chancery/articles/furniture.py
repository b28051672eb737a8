"""What a page prints around a report: navigation, buttons, credits, captions, copyright lines.

Rules are for classes of lines; the words are in `data/furniture.toml`. Nothing that reads like a sentence of a
report is taken out but for its opening words ("Reporting by …", "Sign up for …").
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from chancery.articles.paragraphs import ends_sentence

OPENING_WORDS = 40
"""A line that begins like furniture but has more words than this is taken for a paragraph of the report."""
TEASER_WORDS = 12
CREDIT_WORDS = 8
MENU_ITEM_WORDS = 4
CAPTION_WORDS = 60
TELLING_WORDS = 3
"""A caption with fewer words is a photographer's name."""
LONGEST_LINE = 600
"""Characters; anything longer is no furniture, and is spared the patterns."""
TAIL_SHARE = 0.5
"""How much of a page's words must stand before a line that ends the report."""

_SEPARATORS = re.compile(r"\s*[|•·»>›→]\s*|\s{1,3}/\s{1,3}")
_COUNT = re.compile(r"\(?\b\d[\d,.]*[km]?\)?\s*(?:comments?|shares?|likes?|views?|retweets?)?", re.IGNORECASE)
_COPYRIGHT = re.compile(r"^(?:copyright\b|©|\(c\)\s*(?:19|20)\d\d|all rights reserved)", re.IGNORECASE)
_RULE = re.compile(r"^[\W_]*(?:-0-|#{2,}|\*{3,}|_{3,}|-{3,}|={3,}|—{2,}|end(?:s|it)?|xxx|30)?[\W_]*$", re.IGNORECASE)
_EDITORS_NOTE = re.compile(
    r"^\(+[^()]{0,300}\b(?:corrects|corrected|refiled|refiles|clarifies|clarified|updates|updated|recasts|adds"
    r"|removes|fixes|story has been|version of th[ei]s? story)\b[^()]{0,400}\)+\s*",
    re.IGNORECASE,
)
_ROLES = (
    r"(?:(?:additional|and|further) |(?:reporting|writing|editing|compiling|translation|translating|reported|written"
    r"|edited|compiled|translated),? )+by\b"
)
_CREDITS_AT_END = re.compile(rf"\s*\({_ROLES}[^()]{{0,600}}\)\s*$|\s*-0-\s*$|\s*\\?#{{3,}}\s*$", re.IGNORECASE)
_WHOLE_CREDITS = re.compile(rf"^\(?{_ROLES}", re.IGNORECASE)
_CAPTION_START = re.compile(
    r"^(?:file (?:photo|picture|image)|file\s*[-–—:]|photo(?:graph)?s?\s*:|picture\s*:|image\s*:|pictured\b"
    r"|in this (?:photo|image|picture|handout|frame|undated|file)\b|handout (?:photo|picture)"
    r"|an? undated (?:photo|picture))",
    re.IGNORECASE,
)
_CREDIT_END = re.compile(
    r"\s*[\[(/|–—-]?\s*(?:\b(?:photo(?:graph)?|picture|image|pic|credits?)(?: credit| by)?\s*[:/]\s*[^.:]{2,60}"
    r"|(?<=[.!?”\"] )(?:photo|picture|image|photograph)s? by [^:!?]{2,60}"
    r"|\((?-i:[A-Z])[\w .'’-]{1,40}/(?-i:[A-Z])[\w .'’-]{1,40}\)"
    r"|\((?:photo|picture|image)s? by [^()]{2,60}\)|\([^()]{2,40} (?:photo|file|pool|handout)\)"
    r"|\b(?:AP|AFP|EPA|UPI) (?:photo|images?)\s*/[^.]{2,60}|\b(?-i:REUTERS/[A-Z])[^.]{2,60}"
    r"|\b(?:AFP|EPA|AP)?[^\s]{0,12}/?\s*getty images[^.]{0,30}|\bvia (?:AP|REUTERS|AFP|Getty Images))[\])]?\.?\s*$",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"^\(([^()]{2,80})\)$|^\[([^\[\]]{2,80})\]$")


@dataclass(frozen=True, slots=True)
class Sorted:
    """A page's lines sorted: `body` paragraphs, photo `captions` without their credits."""

    body: tuple[str, ...]
    captions: tuple[str, ...]


def sort_paragraphs(paragraphs: Sequence[str]) -> Sorted:
    """Parts the report's paragraphs from furniture and captions, in order."""
    repeated = {line for line, count in Counter(paragraphs).items() if count > 1}
    body: list[str] = []
    captions: list[str] = []
    for line in _until_page_end(paragraphs):
        caption = caption_in(line) or (line if line in repeated and not ends_sentence(line) else None)
        if is_furniture(line):
            continue
        if caption:
            captions += [caption] if len(caption.split()) >= TELLING_WORDS else []
        elif line not in repeated or line not in body:
            body.append(line)
    kept = (without_credits(line) for line in body)
    return Sorted(tuple(line for line in kept if line), tuple(dict.fromkeys(captions)))


def is_furniture(line: str) -> bool:
    """True where a line is navigation, a button, a credit, a rule, a copyright notice or the like."""
    if len(line) > LONGEST_LINE:
        return False
    if _RULE.match(line) or _COPYRIGHT.match(line) or _is_credit(line):
        return True
    key = _key(line)
    words = _words()
    if not key or key in words.lines or _is_menu(line):
        return True
    length = len(line.split())
    if length <= OPENING_WORDS and key.startswith(words.openings):
        return True
    return key.startswith(words.teasers) and (length <= TEASER_WORDS or not ends_sentence(line))


def caption_in(line: str) -> str | None:
    """The caption without label and credit, where a line is one."""
    if len(line) > LONGEST_LINE or len(line.split()) > CAPTION_WORDS:
        return None
    if not _CREDIT_END.search(line) and not _CAPTION_START.match(line):
        return None
    return bare_caption(line)


def bare_caption(caption: str) -> str:
    """A caption without the label before it ("FILE PHOTO:") and the credit behind it ("(Name/Agency)")."""
    bare = caption[_label_end(caption) :].lstrip(" -–—:")
    credit = _CREDIT_END.search(bare, max(0, len(bare) - LONGEST_LINE))
    return (bare[: credit.start()] if credit else bare).strip(" -–—:")


def without_credits(paragraph: str) -> str:
    """A paragraph without an editor's note before it and reporters' names or end marks behind it."""
    paragraph = _EDITORS_NOTE.sub("", paragraph, count=1)
    return _CREDITS_AT_END.sub("", paragraph).strip()


def copyright_holder(lines: Sequence[str]) -> str | None:
    """The name in a copyright line ("© 2019 Meridian Post", "Copyright 2018 Eastgate Daily."), or None."""
    for line in lines:
        if _COPYRIGHT.match(line):
            rest = re.sub(r"^(?:copyright|©|\(c\)|\s|[-–,]|(?:19|20)\d\d)+", "", line, flags=re.IGNORECASE)
            name = re.split(r"[.,|©]|\ball rights\b|\b(?:19|20)\d\d\b| - ", rest, maxsplit=1, flags=re.IGNORECASE)[0]
            if name.strip():
                return name.strip()
    return None


def without_buttons(line: str) -> str:
    """A line without the buttons at its end ("6:00 AM Print This Post" gives "6:00 AM")."""
    words = line.split()
    known = _words().lines
    while words:
        size = next((n for n in range(min(5, len(words)), 0, -1) if _key(" ".join(words[-n:])) in known), 0)
        if not size:
            break
        words = words[:-size]
    return " ".join(words)


def is_page_end(line: str) -> bool:
    return _key(line) in _words().page_ends


def _until_page_end(paragraphs: Sequence[str]) -> Sequence[str]:
    lengths = [len(line.split()) for line in paragraphs]
    before = 0
    for i, line in enumerate(paragraphs):
        if is_page_end(line) and before >= TAIL_SHARE * sum(lengths):
            return paragraphs[:i]
        before += lengths[i]
    return paragraphs


def _is_menu(line: str) -> bool:
    """Three or more short items side by side, or any number of known ones."""
    if ends_sentence(line):
        return False
    items = [item for item in _SEPARATORS.split(line) if item]
    known = _words().lines
    if len(items) == 1:
        words = _key(line).split()
        return len(words) > 1 and all(word in known for word in words)
    if all(_key(item) in known or not _key(item) for item in items):
        return True
    short = all(len(item.split()) <= MENU_ITEM_WORDS and not any(map(str.isdigit, item)) for item in items)
    return len(items) >= 3 and short


def _is_credit(line: str) -> bool:
    """A line in brackets that names a source and tells nothing: "(South China Morning Post)"."""
    if _WHOLE_CREDITS.match(line) or _EDITORS_NOTE.fullmatch(line):
        return True
    match = _BRACKETED.match(line)
    if not match:
        return False
    words = (match[1] or match[2]).split()
    names = sum(word[0].isupper() or word[0].isdigit() for word in words)
    return len(words) <= CREDIT_WORDS and not ends_sentence(words[-1]) and names * 2 > len(words)


def _label_end(caption: str) -> int:
    """Where the label before a caption ends; an opening that is part of its sentence ("In this photo") is none."""
    start = _CAPTION_START.match(caption)
    in_sentence = ("in this", "pictured", "a undated", "an undated")
    return 0 if start is None or start[0].casefold().startswith(in_sentence) else start.end()


def _key(line: str) -> str:
    """A line as the word lists have it."""
    bare = _COUNT.sub("", line) if any(map(str.isdigit, line)) and len(line) < 60 else line
    return bare.casefold().replace("’", "'").strip(" \t.:!…»›>→-–—*•·#()[]")


@dataclass(frozen=True, slots=True)
class _Words:
    lines: frozenset[str]
    openings: tuple[str, ...]
    teasers: tuple[str, ...]
    page_ends: frozenset[str]


@cache
def _words() -> _Words:
    data = tomllib.loads(files("chancery.articles").joinpath("data/furniture.toml").read_text("utf-8"))
    return _Words(
        frozenset(data["lines"]),
        tuple(data["openings"]),
        tuple(data["teasers"]),
        frozenset(data["page_ends"]),
    )
