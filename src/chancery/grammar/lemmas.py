"""Lemmas as edits of the word's end, so that a classifier can give them (Chrupała 2006; Straka 2018)."""

from __future__ import annotations

import re


def edit_between(form: str, lemma: str) -> str:
    """The edit that turns `form` into `lemma`: how many last letters go, and what is put in their place.

    A leading `^` keeps the word's capitals, as names need.
    """
    keep_case = lemma != lemma.lower() and form != form.lower()
    source = form if keep_case else form.lower()
    shared = 0
    while shared < min(len(source), len(lemma)) and source[shared] == lemma[shared]:
        shared += 1
    return f"{'^' if keep_case else ''}{len(source) - shared}|{lemma[shared:]}"


def apply_edit(form: str, edit: str) -> str:
    """The lemma of `form` under an edit; the word itself where the edit would cut more than there is."""
    keep_case = edit.startswith("^")
    cut, _, end = edit.removeprefix("^").partition("|")
    source = form if keep_case else form.lower()
    if int(cut) > len(source):
        return source
    return (source[: len(source) - int(cut)] + end) or source


_DOUBLED = re.compile(r"([bdgkmnprt])\1e?$")
_KEEP_DOUBLE = frozenset("add err purr putt butt ebb egg watt boycott".split())
_LACKS_E = re.compile(r"(?:[^aeiou]|ie|ei)v$|[dlr]g$|[nr]c$|ieg$|[^aeious]u$")
_LONG_LL = re.compile(r"[aeiouy]+[^aeiouy]+[aeio]lle?$")
_KEEP_LL = frozenset("enroll install recall fulfill befall forestall appall enthrall unroll retell foretell".split())
_KEEP_I = frozenset("ski taxi".split())


def spelled_verb(form: str, lemma: str) -> str:
    """The lemma of a verb's form in "-ed" or "-ing" without what its spelling took on or lost.

    An edit that is right for "called" is wrong for "barred"; for verbs that the treebanks do not have, the classifier
    can only guess which. No English verb ends like "barr", "permitte", "ralli" or "bridg".
    """
    if not form.lower().endswith(("ed", "ing", "ies")) or lemma == form.lower():
        return lemma
    if lemma.endswith("i") and lemma not in _KEEP_I:
        return f"{lemma[:-1]}y"
    if _DOUBLED.search(lemma) and lemma not in _KEEP_DOUBLE:
        return _DOUBLED.sub(r"\1", lemma)
    if _LONG_LL.search(lemma) and lemma not in _KEEP_LL:
        return lemma.removesuffix("e")[:-1]
    return f"{lemma}e" if _LACKS_E.search(lemma) else lemma
