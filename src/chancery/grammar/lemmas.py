"""Lemmas as edits of the word's end, so that a classifier can give them (Chrupała 2006; Straka 2018)."""

from __future__ import annotations


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
