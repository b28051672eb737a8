"""Which reports are copies of each other."""

from __future__ import annotations

from chancery.record.independent import Text, alike, copies, families, shingles, sketch

WIRE = " ".join(f"sentence {n} tells of the talks held by delegation {n * 7 % 31} on day {n}" for n in range(30))
OTHER = " ".join(f"paragraph {n} has other words about visitor {n * 5 % 29} and his hosts there" for n in range(30))


def text(id: str, words: str, agency: str | None = None) -> Text:
    return Text(id, agency, words)


def test_cut_copy_is_a_copy() -> None:
    cut = WIRE[: len(WIRE) // 3]
    assert copies(text("a", WIRE, "AFP"), text("b", cut, "AFP"))
    assert copies(text("a", WIRE, "AFP"), text("b", cut))
    assert alike(sketch(WIRE), sketch(cut))


def test_two_agencies_are_two_sources() -> None:
    assert not copies(text("a", WIRE, "AFP"), text("b", WIRE, "Reuters"))


def test_a_shared_quotation_is_no_copy() -> None:
    quote = WIRE[:200]
    assert not copies(text("a", f"{quote} {OTHER}", "AFP"), text("b", WIRE, "AFP"))


def test_texts_without_words_are_copies_of_nothing() -> None:
    assert not copies(text("a", "…"), text("b", "…"))
    assert sketch("") == ()
    assert not alike((), ())


def test_short_texts_are_one_shingle() -> None:
    assert len(shingles("Kim met Xi")) == 1
    assert copies(text("a", "Kim met Xi"), text("b", "KIM MET XI."))


def test_families_close_over_pairs_in_any_order() -> None:
    pairs = [("c", "d"), ("a", "b"), ("b", "c")]
    expected = {"a": "a", "b": "a", "c": "a", "d": "a", "e": "e"}
    assert families("abcde", pairs) == families("edcba", reversed(pairs)) == expected
