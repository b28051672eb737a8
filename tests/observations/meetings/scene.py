"""Hand-drawn trees with their parties and places, for the tests of meetings.

A tree has a line a word: form (or form/lemma), part of speech, head, relation, and features if need be; "=Ruto"
after it names the party that the word stands for, "@Nairobi" the place.
"""

from __future__ import annotations

from chancery.grammar.conllu import parsed_from
from chancery.mentions.times.find import find_times
from chancery.mentions.types import Marked, Party, Place

RUTO = Party(0, "person", "William Ruto", "KEN", "KEN", "GOV", "President")
MUSEVENI = Party(1, "person", "Yoweri Museveni", "UGA", "UGA", "GOV", "President")
KAGAME = Party(2, "person", "Paul Kagame", "RWA", "RWA", "GOV", "President")
KENYA = Party(3, "country", "Kenya", "KEN", "KEN", "GOV")
UGANDA = Party(4, "country", "Uganda", "UGA", "UGA", "GOV")
REPORTERS = Party(-1, "group", "reporters", None, None, "MED")
ADVISERS = Party(-1, "group", "advisers", "KEN", "KEN", "GOV")
REBELS = Party(7, "body", "Kenyan opposition", "KEN", "KEN", "OPP")
CABINET = Party(8, "body", "Kenyan government", "KEN", "KEN", "GOV")
DELEGATION = Party(-1, "body", "delegation", "UGA", "UGA", "GOV")
SPEAKER = Party(9, "person", "Hussein Mohamed", "KEN", "KEN", "GOV", "spokesman", "State House")
UNION = Party(6, "body", "African Union", None, "IGO", "IGO")
PARTIES = {
    "Ruto": RUTO, "Museveni": MUSEVENI, "Kagame": KAGAME, "Kenya": KENYA, "Uganda": UGANDA,
    "reporters": REPORTERS, "advisers": ADVISERS, "Union": UNION,
    "rebels": REBELS, "cabinet": CABINET, "delegation": DELEGATION, "speaker": SPEAKER,
}  # fmt: skip
COUNTRIES = {"Nairobi": "KEN", "Entebbe": "UGA", "Kigali": "RWA", "Uganda": "UGA", "Kampala": "UGA"}


def scene(*trees: str, published: str | None = "2023-05-12") -> Marked:
    """The marked article of one or more trees, one a sentence."""
    blocks: list[str] = []
    parties: dict[int, tuple[Party, ...]] = {}
    places: list[Place] = []
    i = 0
    for tree in trees:
        rows: list[str] = []
        for number, line in enumerate(tree.strip().splitlines(), start=1):
            cells = line.split()
            marks = [c for c in cells if c[0] in "=@"]
            form, _, lemma = cells[0].partition("/")
            feats = next((c for c in cells[4:] if "=" in c[1:]), "_")
            rows.append(f"{number} {form} {lemma or form} {cells[1]} _ {feats} {cells[2]} {cells[3]} _ _")
            for mark in marks:
                if mark[0] == "=":
                    parties[i] = tuple(PARTIES[name] for name in mark[1:].split("+"))
                else:
                    places.append(Place(mark[1:], COUNTRIES.get(mark[1:]), i, i, i + 1))
            i += 1
        blocks.append("\n".join(rows))
    parsed = parsed_from("\n\n".join(blocks), published=published)
    return Marked(parsed, tuple(PARTIES.values()), (), parties, find_times(parsed), tuple(places))
