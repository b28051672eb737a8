"""Hand-drawn trees with their speakers, for the tests of statements.

A tree is one line: words as `form|UPOS|head|relation`, with features behind a fourth bar where a rule reads them.
A `~` before a form says that no space stands before it. `=Name` behind a word names the party it stands for.
Paragraphs are parted by an empty line.
"""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

from chancery.grammar.conllu import parsed_from
from chancery.lexicon.load import Lexicon
from chancery.mentions.times.find import find_times
from chancery.mentions.types import Marked, Party
from chancery.observations.speech.find import find_statements
from chancery.observations.types import Statement
from tests.lexicon.cue_table import CUES

PARTIES = {
    "Ruto": Party(0, "person", "William Ruto", "KEN", "KEN", "GOV", "President"),
    "Mbeki": Party(1, "person", "Sipho Mbeki", "ZAF", "ZAF", "EDU", "professor", "Cape University"),
    "Kenya": Party(2, "country", "Kenya", "KEN", "KEN", "GOV"),
    "Uganda": Party(3, "country", "Uganda", "UGA", "UGA", "GOV"),
    "Tass": Party(4, "body", "Tass", "RUS", "RUS", "MED"),
}


def scene(text: str) -> Marked:
    """The marked article of the trees in `text`, one a line."""
    blocks: list[str] = []
    parties: dict[int, tuple[Party, ...]] = {}
    number, opens = 0, True
    for line in text.strip().splitlines():
        if not line.strip():
            opens = True
            continue
        rows: list[str] = ["# newpar"] if opens else []
        opens = False
        words = [w for w in line.split() if not w.startswith("=")]
        place = -1
        for cell in line.split():
            if cell.startswith("="):
                parties[number - 1] = (PARTIES[cell[1:]],)
                continue
            place += 1
            form, upos, head, rel, *feats = cell.lstrip("~").split("|", 4)
            form, _, lemma = form.partition("/")
            glued = place + 1 < len(words) and words[place + 1].startswith("~")
            misc = "SpaceAfter=No" if glued else "_"
            feat = feats[0] if feats else "_"
            rows.append("\t".join((str(place + 1), form, lemma or form, upos, "_", feat, head, rel, "_", misc)))
            number += 1
        blocks.append("\n".join(rows))
    parsed = parsed_from("\n\n".join(blocks) + "\n", published="2023-05-12")
    return Marked(parsed, tuple(PARTIES.values()), (), parties, find_times(parsed), ())


def statements(text: str) -> list[Statement]:
    """What `find_statements` finds in hand-drawn trees."""
    return find_statements(scene(text), cast(Lexicon, SimpleNamespace(cues=CUES)))
