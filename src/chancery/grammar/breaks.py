"""Where sentences end: on a stop, a question, a shout or an ellipsis, if what follows can begin a sentence.

Full stops of abbreviations, initials, numbers and web addresses end none, nor do marks inside a quotation that its
speaker's verb follows ("“Is it war?” Lavrov asked").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

TITLES = frozenset(
    "Mr. Mrs. Ms. Dr. Prof. Sen. Rep. Gov. Gen. Col. Lt. Maj. Capt. Cmdr. Adm. Sgt. Cpl. Pvt. Pres. Sec. Amb. Hon. "
    "Rev. Fr. Msgr. St. Ste. Mt. Ft. vs. v. approx. dept. Dept. est. Messrs. Supt. Insp. Brig. Atty. Mme. Mlle. Sr. "
    "Sra. Gens. Sens. Reps. Drs. Profs. cf. e.g. i.e. viz. esp. incl. govt. Govt. intl. Intl. max. min.".split()
)
"""Abbreviations that a name or word follows: a sentence does not end on them."""

NUMBERED = frozenset("No. Nos. no. nos. Art. art. Vol. vol. Fig. fig. p. pp. ca. c. b. d. m. r. div. ed.".split())
"""Abbreviations before a number, and words with a full stop elsewhere ("He said no.")."""

SHORTS = frozenset(
    "Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sep. Sept. Oct. Nov. Dec. Inc. Ltd. Co. Corp. Bros. Jr. etc. al. a.m. p.m. "
    "A.M. P.M. Ave. Blvd. Rd. Calif. Conn. Fla. Mass. Mich. Minn. Pa. Tex. Va. Wash. Ariz. Ill. Univ. Assn. Ph.D. "
    "Rs. Mon. Tues. Tue. Wed. Thu. Thur. Thurs. Fri. Sat. Sun. N. S. E. W.".split()
)
"""Abbreviations that a sentence may end on."""

_OPENERS = frozenset(
    "the a an he it she they we you i in on at but and however this that these those his her their its our there when "
    "while after before for from as if also both some many most under since although though earlier last officials "
    "asked what who why how with by to not no yet so still meanwhile".split()
)
"""Words that open sentences and are no names: before them an abbreviation's stop ends its sentence."""
_TIMED = frozenset({"a.m.", "p.m.", "A.M.", "P.M."})
_AFTER_TIMES = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Febr)uary|March|April|May|June|July|August|"
    r"(?:Septem|Octo|Novem|Decem)ber|[A-Z]{2,5}|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|"
    r"Nov|Dec)\.?|Eastern|Central|Pacific|Greenwich|Standard|Daylight|Local|Zulu"
)
"""What may follow "5 p.m." inside a sentence: a day, a month, a zone."""
_SAYING = frozenset(
    "said says asked asks added told replied answered wrote writes declared cried shouted warned insisted exclaimed "
    "wondered remarked tweeted".split()
)
_LONGEST_ABBREVIATION = 4
"""Letters from which a lower-case word before a stop is no abbreviation."""
_LONGEST_FRAME = 8
"""Words in which a speaker and the verb of saying must stand after a quoted question."""

_CLOSERS = frozenset("\"”’')]»''")
_OPENING = re.compile(r"[\"“‘'(\[«—–•*-]")
_NEVER_FIRST = frozenset(",;:)]}%”’»")
_FINAL = re.compile(r"[.!?]+")
_LONGEST_NOTE = 3
"""Digits at most of a footnote's number."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the text: half-open character range, and the number of its paragraph."""

    start: int
    end: int
    text: str
    par: int


def is_short(form: str, after: str) -> bool:
    """Does the full stop belong to this abbreviation?

    Args:
        form: a word with its full stop. after: the text behind it, of which the first characters are looked at.
    """
    known = form.capitalize() if form.isupper() else form  # "GEN. LI", "JAN. 3"
    if known in NUMBERED:
        return after.lstrip(" ")[:1].isdigit()
    return known in TITLES or known in SHORTS


def broken(words: Sequence[Word]) -> Iterator[list[Word]]:
    """The sentences of one paragraph's words."""
    begin, i = 0, _after_item(words, 0)
    while i < len(words):
        if not _may_end(words[i].text):
            i += 1
            continue
        end = _after_closers(words, i)
        if end >= len(words) or _may_start(words, i, end):
            yield list(words[begin:end])
            begin, end = end, _after_item(words, end)
        i = end
    if begin < len(words):
        yield list(words[begin:])


def _after_item(words: Sequence[Word], begin: int) -> int:
    """The first word behind the number or letter of a list's item ("1.", "b."), which ends no sentence."""
    if begin + 2 >= len(words) or words[begin + 1].text != "." or _tight(words, begin + 2):
        return begin
    item = words[begin].text
    return begin + 2 if (item.isdigit() and len(item) <= 2) or (item.isalpha() and len(item) == 1) else begin


def _after_closers(words: Sequence[Word], i: int) -> int:
    """Behind the mark at `i`, closing marks, and a footnote's number ("ended.[3]", "ended.”4")."""
    at = i + 1
    while at < len(words) and words[at].text in _CLOSERS and _tight(words, at):
        at += 1
    if at < len(words) and words[i].text == "." and _tight(words, at) and _is_note(words, at):
        return at + (at + 1 == len(words) or not _tight(words, at + 1))
    while at + 2 < len(words) and words[at].text == "[" and words[at + 2].text == "]" and _is_note(words, at + 1):
        at += 3
    return at


def _is_note(words: Sequence[Word], at: int) -> bool:
    return words[at].text.isdigit() and len(words[at].text) <= _LONGEST_NOTE


def _tight(words: Sequence[Word], at: int) -> bool:
    return words[at].start == words[at - 1].end


def _may_end(form: str) -> bool:
    if form == "…" or _FINAL.fullmatch(form):
        return True
    if not form.endswith(".") or len(form) < 2 or form in TITLES:
        return False
    known = form.capitalize() if form.isupper() else form
    return form in SHORTS or known in SHORTS or form.count(".") >= 2


def _may_start(words: Sequence[Word], i: int, at: int) -> bool:
    """May a sentence begin at word `at`, when the one before would end on word `i`?"""
    form, after = words[i].text, words[at].text
    opens = at
    while opens < len(words) - 1 and _OPENING.fullmatch(words[opens].text):
        opens += 1
    first = words[opens].text
    if after in _NEVER_FIRST:
        return False
    if _tight(words, at) and form == "." and after not in '“"‘(' and not (len(after) > 1 and after[0].isupper()):
        return False  # "example.com", "3.a": no space
    if form == "…" or form.startswith(".."):
        return first[:1].isupper()
    if _FINAL.fullmatch(form):
        if first[:1].islower():
            return at == i + 1 and _is_plain(words, i) and not _is_frame(words, at)
        return form == "." or at == i + 1 or not _is_frame(words, at)
    if form in _TIMED and first[:1].isupper() and not _AFTER_TIMES.fullmatch(first):
        return not (opens + 1 < len(words) and words[opens + 1].text.lower() in ("time", "standard"))
    # an abbreviation: only before a word that begins sentences and no name
    return (first[:1].isupper() and first.lower() in _OPENERS) or after in '“"‘'


def _is_plain(words: Sequence[Word], i: int) -> bool:
    """Is the word before the stop an ordinary one, so that even a lower-case word behind it begins a sentence?

    Names ("Yahoo! shares"), numbers and what may be an abbreviation that no list has ("govt. aid") are not.
    """
    before = words[i - 1].text if i else ""
    return len(before) >= _LONGEST_ABBREVIATION and before.isalpha() and before.islower()


def _is_frame(words: Sequence[Word], at: int) -> bool:
    """Do a speaker and a verb of saying follow the quoted question: "Lavrov asked", "he said", "asked the envoy"?"""
    for word in words[at : at + _LONGEST_FRAME]:
        if word.text.lower() in _SAYING:
            return True
        if not word.text[0].isalpha():
            return False
    return False
