"""Text to words and sentences, in the manner of UD's English treebanks, with news in mind.

As in EWT: clitics are words ("Kim 's", "do n't"), compounds fall at the hyphen ("US - led") unless a prefix
begins them ("pro-Beijing"), currency signs and per cent signs stand apart. Other than there: romanised given
names stay whole ("Jong-un"), as the field writes them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

MAX_WORDS = 160
"""Words of a sentence at most: a longer one is cut at the last clause mark, so that no input is too long."""

TITLES = frozenset(
    "Mr. Mrs. Ms. Dr. Prof. Sen. Rep. Gov. Gen. Col. Lt. Maj. Capt. Cmdr. Adm. Sgt. Cpl. Pvt. Pres. Sec. Amb. Hon. "
    "Rev. Fr. Msgr. St. Ste. Mt. Ft. vs. v. No. Nos. Art. Vol. Fig. pp. approx. dept. Dept. est. Messrs. Supt. Insp. "
    "Brig. Atty. Mme. Mlle. Sr. Sra. Gens. Sens. Reps. Drs. Profs. cf. e.g. i.e. viz.".split()
)
"""Abbreviations that a name or number follows: a sentence does not end on them."""

SHORTS = frozenset(
    "Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sep. Sept. Oct. Nov. Dec. Inc. Ltd. Co. Corp. Bros. Jr. etc. al. a.m. p.m. "
    "A.M. P.M. Ave. Blvd. Rd. Calif. Conn. Fla. Mass. Mich. Minn. Pa. Tex. Va. Wash. Ariz. Ill. Univ. Assn. Ph.D. "
    "Rs. Mon. Tues. Tue. Wed. Thu. Thur. Thurs. Fri. Sat. Sun. N. S. E. W.".split()
)
"""Abbreviations that a sentence may end on."""

PREFIXES = frozenset(
    "anti bi co counter cyber de demi e ex extra geo hyper inter intra mega meta micro mid mini mis multi neo non off "
    "over pan para post pre pro proto pseudo quasi re semi sub super trans tri ultra un under vice wi x self".split()
)

GIVEN = frozenset(
    "abd abdel abdul abu al an anna anne ar as ash at bar ben bin carl claude ed el emmanuel ez hans jan jean karl "
    "louis luc marie mary paul pierre ul umm ur".split()
)
"""First halves of hyphenated names ("Jean-Yves", "al-Assad"), which stay whole."""

ENGLISH_SECOND = frozenset(
    "aged aid all area armed based born bound built call class day deal deep era east far fire first free front fuel "
    "funded gas going grade half hand head held high home hour in-law installed issued its job kind large last leg "
    "level like line linked long made major man mate mid mile mind month most north oil old only owned paid part party "
    "plan point poll post proof range rate ready ride rule run scale set share side sized soft sold south speed state "
    "step style term test tier time to top trade type war way week west wide wing wise word work year zone".split()
)
"""Second halves that make a compound of what could be read as a romanised name ("Moscow-made")."""

_URL = r"(?:https?://|www\.)[^\s<>\"“”]+[^\s<>\"“”.,;:!?)\]'’]"
_MAIL = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
_TAG = r"[@#]\w+"
_NUMBER = r"\d{4}-\d{2}-\d{2}|\d{1,2}:\d{2}(?::\d{2})?|\d+(?:,\d{3})+(?:\.\d+)?[a-zA-Z]*|\d+(?:\.\d+)?(?:[a-zA-Z]+\b)?"
_ACRONYM = r"(?:[A-Za-z]\.){2,}|[A-Z]\.(?=\s*[A-Z])"
_MONEY = r"(?:US|A|C|NZ|HK|S|NT|R)?[$€£¥₩₹₽]"
_GLUED = r"(?<=[a-z]{2})[.](?=[A-Z][a-z])"
"""A full stop between two sentences that a page ran together ("the war.Putin said")."""
_WORD = rf"[^\W\d_]+(?:(?!{_GLUED})[.'’\-‐‑&][^\W_]+)*[^\W\d_]*|[^\W_]+"
_TOKEN = re.compile(
    rf"{_URL}|{_MAIL}|{_TAG}|{_MONEY}(?=\d)|{_ACRONYM}|{_NUMBER}|{_WORD}|\.\.\.+|…|--+|['’](?:s|S)\b|''|``|\S"
)
_CLITIC = re.compile(r"(?i)^(.+?)(n['’]t|['’](?:s|re|ve|ll|d|m))$")
_CLOSERS = frozenset("\"”’')]»''")
_CLAUSE_MARKS = frozenset({";", ",", ":", "—", "--"})
_STARTS = re.compile(r"[\"“‘'(\[«—–•*-]")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the text: half-open character range, and the number of its paragraph."""

    start: int
    end: int
    text: str
    par: int


def sentences(text: str) -> list[list[Word]]:
    """The words of a text, sentence by sentence; a line break always ends a sentence."""
    found: list[list[Word]] = []
    par = -1
    for line in re.finditer(r"[^\n]+", text):
        if not line.group().strip():
            continue
        par += 1
        words = list(_words(line.group(), line.start(), par))
        for sentence in _sentences(words):
            found.extend(_bounded(sentence))
    return found


def _words(line: str, offset: int, par: int) -> Iterator[Word]:
    at = 0
    while match := _TOKEN.search(line, at):
        start, end = match.span()
        form = match.group()
        if line[end : end + 1] == "." and (form + "." in TITLES or form + "." in SHORTS):
            end, form = end + 1, form + "."
        at = end
        for a, b in _parts(form):
            yield Word(offset + start + a, offset + start + b, form[a:b], par)


def _parts(form: str) -> Iterator[tuple[int, int]]:
    """The ranges of the words inside a run of letters: clitics and hyphens part, the rest stays."""
    if len(form) == 1 or not any(c in "'’-‐‑." or c.isalpha() for c in form) or form.startswith(("http", "www")):
        yield 0, len(form)
        return
    if form.lower() in ("cannot", "gonna", "wanna", "gotta"):
        yield 0, 3
        yield 3, len(form)
        return
    clitic = _CLITIC.match(form)
    if clitic:
        cut = clitic.start(2)
        yield from _hyphens(form[:cut], 0)
        yield cut, len(form)
        return
    yield from _hyphens(form, 0)


def _hyphens(form: str, base: int) -> Iterator[tuple[int, int]]:
    cut = re.search(r"[-‐‑]", form)
    if cut is None or cut.start() == 0 or cut.end() == len(form) or "@" in form or _name_like(form):
        yield base, base + len(form)
        return
    left, right = form[: cut.start()], form[cut.end() :]
    if left.lower() in PREFIXES and not re.search(r"[-‐‑]", right):
        yield base, base + len(form)
        return
    yield base, base + cut.start()
    yield base + cut.start(), base + cut.end()
    yield from _hyphens(right, base + cut.end())


def _name_like(form: str) -> bool:
    """A romanised or French given name, or an Arabic one with its article: "Jong-un", "Jean-Yves", "al-Assad"."""
    parts = re.split(r"[-‐‑]", form)
    if len(parts) > 3 or not all(p.isalpha() for p in parts):
        return False
    if parts[0].lower() in GIVEN and parts[-1][:1].isupper():
        return True
    if len(parts) == 3:
        return parts[1].lower() in ("ul", "al", "ur", "el", "ud", "e")
    left, right = parts
    short = len(left) <= 7 and len(right) <= 6
    english = right in ENGLISH_SECOND or right.endswith(("ed", "ing", "led", "ly"))
    return short and left[:1].isupper() and left[1:].islower() and right.islower() and not english


def _sentences(words: list[Word]) -> Iterator[list[Word]]:
    begin = 0
    i = 0
    while i < len(words):
        if _may_end(words, i):
            end = i + 1
            while end < len(words) and words[end].text in _CLOSERS and words[end].start == words[end - 1].end:
                end += 1
            if end >= len(words) or _may_start(words, i, end):
                yield words[begin:end]
                begin = end
            i = end
        else:
            i += 1
    if begin < len(words):
        yield words[begin:]


def _may_end(words: list[Word], i: int) -> bool:
    form = words[i].text
    if form in (".", "!", "?", "…") or form.startswith("..."):
        return True
    if form in TITLES or not form.endswith(".") or len(form) < 2:
        return False
    return form in SHORTS or form.count(".") >= 2


def _may_start(words: list[Word], i: int, at: int) -> bool:
    """May a sentence begin at word `at`, when the one before would end on word `i`?"""
    form, after = words[i].text, words[at].text
    opens = at
    while opens < len(words) - 1 and _STARTS.fullmatch(words[opens].text):
        opens += 1
    first = words[opens].text
    tight = words[at].start == words[at - 1].end
    capital = len(after) > 1 and after[0].isupper()
    if tight and form == "." and after not in '“"‘(' and not capital:
        return False  # "example.com", "3.a": no space
    if form in (".", "!", "?"):
        if at > i + 1 and form in "!?" and first[:1].islower():
            return False  # “Why?” he asked
        return not first[:1].islower()
    if form == "…" or form.startswith("..."):
        return first[:1].isupper()
    # an abbreviation: only before a word that begins sentences and no name
    return first in _OPENERS


_OPENERS = frozenset(
    "The A An He She It They We I You In On At But And However This That These Those His Her Their Its Our There When "
    "While After Before For From As If Also Both Some Many Most Under Since Although Though Earlier Last Officials "
    'Asked What Who Why How With By To Not No Yet So Still Meanwhile “ " ‘'.split()
)


def _bounded(sentence: list[Word]) -> Iterator[list[Word]]:
    while len(sentence) > MAX_WORDS:
        marks = (k for k in range(MAX_WORDS, MAX_WORDS // 2, -1) if sentence[k - 1].text in _CLAUSE_MARKS)
        cut = next(marks, MAX_WORDS)
        yield sentence[:cut]
        sentence = sentence[cut:]
    if sentence:
        yield sentence
