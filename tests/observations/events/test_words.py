"""Words of a rule take the place of one another in its example, in the example's own form, and code there too."""

from __future__ import annotations

import pytest

from bench.codebook_words import told_by, tried, unfit
from chancery.run.kit import Kit, load_kit


@pytest.fixture(scope="module")
def kit() -> Kit:
    return load_kit()


def texts(kit: Kit, key: str) -> dict[str, str]:
    rule = next(r for r in kit.lexicon.events.rules if r.key == key)
    return {t.word: t.text for t in tried(kit, rule)}


def test_a_word_takes_the_form_and_place_of_the_examples(kit: Kit) -> None:
    assert texts(kit, "reject-reject")["turn down"] == "India turned down Pakistan's offer of talks."
    assert texts(kit, "agree-ready")["eager"] == "Iran is eager to talk with Saudi Arabia."
    assert texts(kit, "assault-shooting-noun")["sniping"].startswith("The sniping of a Turkish guard")


def test_irregular_verbs_and_articles(kit: Kit) -> None:
    assert texts(kit, "threaten-vow-hostile")["swear"] == "Turkey swore to crush the PKK."
    assert texts(kit, "accuse-slur")["affront"] == "Hungary's affront on Poland made headlines."
    assert told_by(kit, "Turkey swore to crush the PKK.") == {"threaten-vow-hostile"}


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("India brushed off Pakistan's offer of talks.", "reject-reject"),
        ("Venezuelan forces cordoned off the Argentine embassy.", "coerce-surround"),
        ("Ireland ruled out the British plan.", "reject-reject"),
        ("The cease-fire between Israel and Hamas held.", "retreat-ceasefire-holds"),
    ],
)
def test_particles_read_as_prepositions_and_words_with_hyphens(kit: Kit, text: str, key: str) -> None:
    assert key in told_by(kit, text)


def test_a_preposition_is_no_particle_of_a_verb_that_has_none(kit: Kit) -> None:
    assert told_by(kit, "India walked off Pakistan's pitch.") == set()


@pytest.mark.slow
def test_nearly_every_word_codes(kit: Kit) -> None:
    missed, number = unfit(kit.lexicon.events, kit)
    assert number > 3000
    assert len(missed) / number < 0.06, "\n".join(f"{m.rule.key} {m.word}: {m.text}" for m in missed)
