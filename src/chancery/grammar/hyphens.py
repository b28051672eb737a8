"""Where a hyphenated run parts: compounds fall at the hyphen, prefixed words and names stay whole.

As in UD's English treebanks "US-led" is three words and "pro-Beijing" is one. Other than there a romanised given
name ("Jong-un", "Ing-wen", "Hsien-loong"), a French one ("Jean-Yves") and a name with the Arabic article
("al-Assad") are one word too, as the field writes them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

HYPHENS = "-‐‑"

PREFIXES = frozenset(
    "agro ante anti bi bio co counter cross cyber de demi e ex extra geo hyper inter intra macro mega meta micro "
    "mid mini mis multi neo non over pan para post pre pro proto pseudo re semi socio sub super trans tri ultra un "
    "under vice wi".split()
)

GIVEN = frozenset(
    "abd abdel abdul abu al an anna anne ar as ash at bar ben bin carl claude ed el emmanuel ez hans jan jean karl "
    "louis luc marie mary paul pierre ul umm ur".split()
)
"""First halves of hyphenated names ("Jean-Yves", "al-Assad"), which stay whole."""
ARTICLES = frozenset("al an ar as ash at ed el ez ul ur".split())
"""Those of them that are Arabic articles, in lower case inside a sentence."""
_LINKS = frozenset({"ul", "al", "ur", "el", "ud", "e", "a"})
"""Middle parts of names of three ("Saif-ul-Islam", "Mar-a-Lago")."""

_NUMBERS = frozenset(
    "one two three four five six seven eight nine ten twenty thirty forty fifty sixty seventy eighty ninety first "
    "second third fourth fifth sixth seventh eighth ninth".split()
)
ENGLISH_SECOND = _NUMBERS | frozenset(
    "aged aid all area armed back based born bound built by call class day deal deep down east era far fire first "
    "free front fuel funded gas going grade half hand head held hill hit hole home hour in-law issue issued its job "
    "key kind lane large last leg level like line linked long made major maker man mate men mid mile mind month most "
    "mouth new night north off oil old only owned page paid part party piece plan point poll post proof range rate "
    "ready ride room row rule run scale school sea set share ship show side size sized soft sold south speed start "
    "state step style tech term test tier time to top town trade turn type up visual voice war water way week west "
    "wide win wing winner wise wood word work world year zone".split()
)
"""Second halves that make a compound of what could be read as a romanised name ("Moscow-made")."""
ENGLISH_FIRST = _NUMBERS | frozenset(
    "add all audio back big black break build buy check close cold cut drive fall far flip follow free full gas half "
    "hard high hold hot in kick know land line lock long low man mark mix new oil old open out part pay peace phase "
    "push put red right round run sea sell set show shut sit soft spin stand start step stop take tie top trade tug "
    "turn two view walk war warm water well white work world write".split()
)
"""First halves of compounds that open a sentence or stand in a headline ("Follow-up", "Two-man")."""
_PEOPLES = frozenset("han hmong hui khmer lao mon shan sino tai thai viet".split())
_SURNAMES = frozenset("abe bae cho choe choi han jang kim lai lee li ma moon pak park ri suh tsai wang xi yoon".split())
"""Family names that news couples ("the Kim-Moon summit")."""
_ACRONYMS = frozenset({"US", "UK", "EU", "UN", "UAE", "AU", "NATO", "ASEAN", "USA", "DPRK", "ROK"})

_SYLLABLE = re.compile(
    r"(?:[bcdfghjklmnpqrstvwxyz]|[cghkpstwz]h|[htks]s|tz|[hkg]w|pp|kk|tt|jj|n[gy])?"
    r"(?:[aeiouy]{1,3}w?)"
    r"(?:n[gh]?|[bcghlmprst]|kh?|ck|r[nmk])?"
)
"""A syllable of romanised Chinese, Korean or Vietnamese; some English words have the same form."""


def hyphen_parts(form: str, base: int, *, capitals: bool = False) -> Iterator[tuple[int, int]]:
    """The ranges of the words in a run without blanks, hyphens between them included.

    Args:
        form: the run. base: what the ranges are counted from. capitals: is the text around it all in capitals?
    """
    begin = 0
    if not _name_like(_ordinary(form) if capitals else form):
        for cut in re.finditer(f"(?<=.)[{HYPHENS}](?=.)", form):
            left, at = form[begin : cut.start()], cut.start()
            if not left or (left.lower() in PREFIXES and not _hyphen_in(form, cut.end())):
                continue
            yield base + begin, base + at
            yield base + at, base + cut.end()
            begin = cut.end()
    yield base + begin, base + len(form)


def _ordinary(form: str) -> str:
    """A run of a text in capitals as a name would be written: "JONG-UN" gives "Jong-un", "AL-ASSAD" "Al-Assad"."""
    left, hyphen, right = form.partition("-")
    if left in _ACRONYMS or (right in _ACRONYMS and right != "UN"):  # "JONG-UN" is likelier than "KIM-UN talks"
        return form
    return left.capitalize() + hyphen + (right.capitalize() if left.lower() in GIVEN else right.lower())


def _hyphen_in(form: str, start: int) -> bool:
    return any(form.find(hyphen, start) >= 0 for hyphen in HYPHENS)


def _name_like(form: str) -> bool:
    """A romanised or French given name, or an Arabic one with its article: "Jong-un", "Jean-Yves", "al-Assad"."""
    parts = re.split(f"[{HYPHENS}]", form, maxsplit=3)
    if not 2 <= len(parts) <= 3 or not all(p.isalpha() for p in parts):
        return False
    if parts[0].lower() in GIVEN and parts[-1][:1].isupper():
        return True
    if len(parts) == 3:
        return parts[1] in _LINKS and parts[0][:1].isupper() and parts[2][:1].isupper()
    left, right = parts
    if not (left[:1].isupper() and left[1:].islower()):
        return False
    return _romanised(left.lower(), right.lower(), as_written=right)


def _romanised(left: str, right: str, *, as_written: str) -> bool:
    if left in ENGLISH_FIRST or right in ENGLISH_SECOND:
        return False
    syllables = bool(_SYLLABLE.fullmatch(left) and _SYLLABLE.fullmatch(right))
    if not as_written.islower():  # "Jae-In", but not "Thai-Lao" and "Kim-Moon"
        return syllables and left not in _PEOPLES and not (left in _SURNAMES and right in _SURNAMES)
    short = len(left) <= 7 and len(right) <= 6
    return syllables or (short and not right.endswith(("ed", "ing", "led", "ly")))
