"""Statements: who is reported to have said, written or made known what, to whom and how.

Verbs, nouns and phrases of reporting are found first, each with the stretch of text that it reports; quotations
that no cue reports go to the speaker before them. Then speakers are named. What counts,
and how a content is cut, `docs/statements.md` tells with examples.
"""

from __future__ import annotations

from chancery.grammar.types import Token
from chancery.lexicon.load import Lexicon
from chancery.mentions.types import Marked
from chancery.observations.speech.blocks import block_sayings
from chancery.observations.speech.carried import carried_sayings
from chancery.observations.speech.leads import named_later
from chancery.observations.speech.nouns import noun_sayings, phrase_sayings
from chancery.observations.speech.page import Page, Said
from chancery.observations.speech.source import Source
from chancery.observations.speech.traits import act_of, addressee_of, date_of, medium_of, target_of
from chancery.observations.speech.turns import Turns
from chancery.observations.speech.verbs import verb_sayings
from chancery.observations.types import Span, Statement, StatementKind

_ACCORD = frozenset({"agree", "concur"})


def find_statements(marked: Marked, lexicon: Lexicon) -> list[Statement]:
    """The statements that an article reports, in text order of their contents.

    Args:
        marked: the article with its people, times and places marked.
        lexicon: its `cues` are the words of reporting.

    Returns:
        One statement for each speaker of each reported saying; `content` is `text[span]` to the letter.
    """
    page = Page(marked, lexicon.cues)
    cued = _in_order([*verb_sayings(page), *noun_sayings(page), *phrase_sayings(page)])
    told = [said for said in cued if not _is_part(said, cued)]
    blocks = block_sayings(page)
    spoken = [block for block in blocks if block.rule == "transcript"]
    told = [said for said in told if not any(_inside(said, block) for block in spoken)]
    every = _in_order([*told, *carried_sayings(page, told), *blocks])
    found = [
        _statement(page, said, source)
        for said, speakers in named_later(page, Turns(page, every).named())
        if not _only_passes_on(page, said, speakers)
        for source in speakers
    ]
    return sorted(found, key=lambda statement: statement.span)


def _in_order(sayings: list[Said]) -> list[Said]:
    """Sayings in text order, one where two cues report the same words."""
    kept: dict[Span, Said] = {}
    for said in sorted(sayings, key=lambda s: (s.span, s.anchor.i)):
        kept.setdefault(said.span, said)
    return list(kept.values())


def _inside(said: Said, block: Said) -> bool:
    return block.span[0] <= said.anchor.start < block.span[1]


def _is_part(said: Said, others: list[Said]) -> bool:
    """True for what is told inside a report and makes no entry of its own.

    An agreement ("she said they had agreed that ...") is an act there, a name given ("what it calls ...") a
    turn of phrase.
    """
    if said.cue is None or (said.cue.word not in _ACCORD and said.rule != "verb + name"):
        return False
    return any(o is not said and o.span[0] <= said.anchor.start < o.span[1] for o in others)


def _only_passes_on(page: Page, said: Said, speakers: tuple[Source, ...]) -> bool:
    """True where an outlet tells no more than that somebody said something ("..., he told it, Tass reported")."""
    if not any(source.outlet for source in speakers):
        return False
    inside = page.parsed.covering(*said.span)
    if not inside:
        return False
    heads = [t for t in inside if t.is_root or not inside[0].i <= t.head <= inside[-1].i]
    return any(t.upos == "VERB" and page.quote_of(t) is None and _reports(page, t) for t in heads)


def _reports(page: Page, verb: Token) -> bool:
    """True for a verb that by itself reports speech: "told them that", not "has alleged ties" nor "fired back"."""
    done_to = page.parsed.child(verb, "obj")
    clauses = page.parsed.children(verb, "ccomp", "parataxis", "iobj", "xcomp")
    if done_to is not None and done_to.upos != "PRON" and not clauses:
        return False
    return any(not cue.rest and {"that", "beside"} <= cue.takes for cue in page.cues.verbs.get(verb.lower, ()))


def _statement(page: Page, said: Said, source: Source) -> Statement:
    return Statement(
        speaker=source.name,
        kind=_kind(page, said),
        content=page.text[said.span[0] : said.span[1]],
        span=said.span,
        rule=said.rule,
        speaker_country=source.country,
        office=source.office,
        official=source.official,
        cue=page.text[said.cue_span[0] : said.cue_span[1]] if said.cue_span else None,
        addressee=addressee_of(page, said),
        medium=medium_of(page, said),
        date=date_of(page, said),
        act=act_of(page, said),
        target=target_of(page, said),
        stance=said.cue.stance if said.cue else None,
    )


def _kind(page: Page, said: Said) -> StatementKind:
    """All in quotation marks, none, or part."""
    start, end = said.span
    if any(q.start <= start and end <= q.end for q in page.quotes):
        return "direct"
    return "mixed" if any(q.start < end and start < q.end for q in page.quotes) else "indirect"
