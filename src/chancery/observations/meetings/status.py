"""Whether an encounter was held, is planned, proposed, put off or called off: from tense and governing words.

The walk goes from the word for the encounter to the words that govern it ("plans to visit have been
cancelled"), as long as they carry it: infinitives, objects, nouns such as "offer"; a finite clause ends it.
"""

from __future__ import annotations

from chancery.grammar.clauses import negated, preposition
from chancery.grammar.types import Parsed, Token
from chancery.lexicon.meetings import MeetingWords
from chancery.mentions.types import When
from chancery.observations.meetings.draft import Standing, Status
from chancery.observations.meetings.words import purpose_of

_RANK: tuple[Status, ...] = ("refused", "denied", "cancelled", "postponed", "proposed", "planned", "held")
"""Of two words over one encounter, the status that stands first here holds."""

_WILL = frozenset({"will", "shall", "'ll", "’ll", "wo"})
_MAY = frozenset({"may", "might", "could", "can", "should", "must", "ought", "ca"})
_WOULD = frozenset({"would", "'d", "’d"})
_IF = frozenset({"if", "unless", "whether", "until"})
_ABOUT = frozenset({"on", "of", "about", "against", "without"})
"""Before a gerund these speak of meeting as such: "conditions on holding talks"."""

_GIVEN = frozenset({"welcome", "reception"})
"""What is offered here is given: "offered a warm welcome"."""

_BEFORE = ("before", "ahead of", "prior to")
_WITHIN = ("during", "after", "following", "at", "since", "in", "on", "upon", "amid", "despite")
_TAKEN = frozenset({"accept", "welcome"})
_COMING = frozenset({"take", "happen", "occur", "proceed", "come"})
_CLAUSE_TIMES = frozenset({"when", "before", "until", "after", "once"})
LEAVING = frozenset({"leave", "depart", "head"})
"""Verbs of travel that tell the start of a journey and not its end."""
_MAX_STEPS = 5
"""Governors above one another; longer chains are parsing mistakes."""


def verb_standing(parsed: Parsed, words: MeetingWords, verb: Token, when: When | None) -> Standing:
    """The status of an encounter that a verb tells."""
    own = clause_standing(parsed, verb)
    found = [own, *_governed(parsed, words, verb, 0)]
    return _dated(parsed, _settled(found), when)


def noun_standing(parsed: Parsed, words: MeetingWords, noun: Token, when: When | None) -> Standing:
    """The status of an encounter that a noun tells."""
    found: list[Standing] = []
    outer = stretched(parsed, words, noun)
    for token in dict.fromkeys((noun, outer)):
        found.extend(_adjectives(parsed, words, token))
    if parsed.child(outer, "cop") is not None:
        found.append(clause_standing(parsed, outer))
    found.extend(_above_noun(parsed, words, outer, 0))
    told = [f for f in found if f.sure or f.status != "held"]
    return _dated(parsed, _settled(told or found or [Standing("held", False)]), when)


def stretched(parsed: Parsed, words: MeetingWords, noun: Token) -> Token:
    """The noun, or the noun for a stretch of it that it hangs on: the round, of "a round of talks"."""
    above = parsed.head(noun)
    while above is not None and noun.rel == "nmod" and words.lemma_of(above) in words.stretches:
        noun, above = above, parsed.head(above)
    return noun


def clause_standing(parsed: Parsed, verb: Token) -> Standing:
    """What a clause's own auxiliaries, negation and tense say."""
    if negated(parsed, verb):
        return Standing("refused", True)
    joined = parsed.children(verb, "compound")  # "face-to-face"
    marks = {m.lower for m in parsed.children(verb, "mark", *(() if joined else ("case",)))}
    if marks & _IF or (verb.lower.endswith("ing") and marks & _ABOUT and not parsed.children(verb, "aux")):
        return Standing("refused", True)
    aux = {a.lower for a in parsed.children(verb, "aux", "cop")}
    if aux and any(c.lower == "due" for c in parsed.children(verb, "case", "mark", "advmod", "amod")):
        return Standing("planned", True)
    if "have" in aux and "to" in marks and aux & {"was", "were"}:  # "were to have met"
        return Standing("cancelled", True)
    if aux & _WILL or ("to" in marks and aux & {"is", "are", "was", "were", "am"}):
        return Standing("planned", True)
    if aux & _MAY:
        return Standing("proposed", True)
    if aux & _WOULD:
        reported = verb.rel == "ccomp" and not parsed.children(verb, "advcl")
        return Standing("planned", reported)
    if "to" in marks:
        return Standing("planned", False)
    before = "before" in marks and verb.feat("VerbForm") != "Fin"
    return Standing("planned" if before else "held", verb.feat("VerbForm") == "Fin" or bool(aux))


def outlook_of(parsed: Parsed, words: MeetingWords, word: Token, prep: str = "") -> Status | None:
    """What a governing word says of the encounter in its scope, its own negation counted."""
    if word.upos == "VERB" and word.feat("VerbForm") == "Part" and parsed.child(word, "aux", "cop") is not None:
        adjective = words.outlooks.get(("adj", word.lower))  # "is prepared to meet" is no preparation
        if adjective is not None and not prep:
            return "refused" if negated(parsed, word) else adjective
    part = {"VERB": "verb", "AUX": "verb", "ADJ": "adj", "ADV": "adj"}.get(word.upos, "noun")
    if part == "adj":
        prep = ""  # "open to a meeting", "interested in talks"
    lemma = word.lemma.lower() if part == "adj" else words.lemma_of(word)
    particle = next(iter(parsed.children(word, "compound:prt", "advmod")), None)
    keys = [lemma]
    if particle is not None:
        keys.insert(0, f"{lemma} {particle.lower}")
    if prep:
        keys = [f"{key} {prep}" for key in keys]
    found = next((words.outlooks[part, k] for k in keys if (part, k) in words.outlooks), None)
    if found is None and word.upos == "VERB":
        found = words.outlooks.get(("adj", word.lower))
    if found is None or not negated(parsed, word):
        return found
    return "refused" if found in ("planned", "proposed") else "proposed" if found == "refused" else "held"


def _governed(parsed: Parsed, words: MeetingWords, verb: Token, depth: int) -> list[Standing]:
    """What stands over a verb: "refused to meet", "plans to visit", "is expected to travel"."""
    above = parsed.head(verb)
    served = purpose_of(parsed, verb)
    if above is None or depth > _MAX_STEPS:
        return []
    if served is not None:
        return _purpose(parsed, words, verb, served, depth)
    if verb.rel == "conj" and not parsed.children(verb, "nsubj", "aux", "mark"):
        own_tense = verb.feat("VerbForm") == "Fin" and verb.feat("Tense") == "Past"  # "would not go and held talks"
        shared = [] if own_tense else [clause_standing(parsed, above)]
        return [*shared, *_governed(parsed, words, above, depth + 1)]
    infinitive = any(m.lower == "to" for m in parsed.children(verb, "mark"))
    finite = not infinitive and (verb.feat("VerbForm") == "Fin" or bool(parsed.children(verb, "aux", "nsubj")))
    if finite and verb.rel in ("advcl", "acl"):
        return _while(parsed, words, verb)
    if verb.rel in ("ccomp", "parataxis") and finite:
        outlook = outlook_of(parsed, words, above)
        return [Standing(outlook, True)] if outlook in ("denied", "proposed") else []
    if verb.rel not in ("xcomp", "ccomp", "csubj", "advcl", "acl"):
        return []
    if verb.rel == "advcl" and not infinitive and above.upos in ("NOUN", "PROPN"):
        return []  # "his first talks since returning from the summit"
    if outlook_of(parsed, words, above) is None:
        shares = verb.rel in ("advcl", "acl", "xcomp")
        return _purpose(parsed, words, verb, above, depth) if shares else []
    return _ruled(parsed, words, above, depth)


def _ruled(parsed: Parsed, words: MeetingWords, above: Token, depth: int) -> list[Standing]:
    """What a governing word with an outlook says, and what stands over it: "plans to visit have been cancelled"."""
    outlook = outlook_of(parsed, words, above)
    if outlook is None:
        return []
    if outlook == "proposed" and _is_taken(parsed, above):
        return [Standing("planned", True)]
    if above.upos in ("NOUN", "PROPN"):
        own = Standing(outlook, outlook != "planned")
        return [own, *_over_offer(words, above, _above_noun(parsed, words, above, depth + 1))]
    over = (clause_standing(parsed, above), *_governed(parsed, words, above, depth + 1))
    return [Standing(outlook, True), *(s for s in over if s.status != "held")]


def _while(parsed: Parsed, words: MeetingWords, verb: Token) -> list[Standing]:
    """A clause of time lies ahead where the act that it times does: "will hand it over when he meets Trump"."""
    marks = {m.lower for m in parsed.children(verb, "mark", "advmod")} & _CLAUSE_TIMES
    timed = next((a for a in parsed.ancestors(verb) if a.upos in ("VERB", "ADJ")), None)
    if timed is None or not marks:
        return []
    if verb.feat("Tense") == "Pres" and marks & {"before", "until"}:
        return [Standing("planned", True)]
    would = any(a.lower in _WOULD for a in parsed.children(timed, "aux"))
    past = any(t.feat("Tense") == "Past" for t in (verb, *parsed.children(verb, "aux", "cop")))
    if past and not (would or marks & {"before", "until"}):
        return []
    if clause_standing(parsed, timed).status == "held":
        return []
    supposed = past and not would  # "would not lift them before Kim met Trump"
    return [Standing("refused" if supposed else "planned", True)]


def _purpose(parsed: Parsed, words: MeetingWords, verb: Token, above: Token, depth: int) -> list[Standing]:
    """An infinitive shares the fate of what is done for it: "flew to meet", "will fly to meet"."""
    infinitive = any(m.lower == "to" for m in parsed.children(verb, "mark"))
    if above.upos in ("VERB", "AUX") and infinitive:
        frame = words.verbs.get(words.lemma_of(above))
        if frame is not None and "place" in frame.frame:
            travel = travel_standing(parsed, words, above)
            if travel.status == "held" and frame.word in LEAVING:  # who has left to meet has not met yet
                travel = Standing("planned", False)
            return [travel, *_governed(parsed, words, above, depth + 1)]
    if above.upos in ("NOUN", "PROPN") and infinitive and _ranked(parsed, above):
        return [Standing("held", True)]
    if not infinitive and verb.rel == "advcl":
        own = clause_standing(parsed, above)
        return [] if own.status == "held" else [Standing(own.status, False)]
    return []


def travel_standing(parsed: Parsed, words: MeetingWords, verb: Token) -> Standing:
    """As `clause_standing`, but setting out in the present tense lies ahead: "flies to Cairo on Monday"."""
    own = clause_standing(parsed, verb)
    aux = {a.lower for a in parsed.children(verb, "aux")}
    frame = words.verbs.get(words.lemma_of(verb))
    setting_out = frame is not None and "place" in frame.frame and "obj" not in frame.frame
    simple = verb.feat("Tense") == "Pres" and verb.feat("VerbForm") == "Fin"
    going = verb.lower.endswith("ing") and bool(aux & {"is", "are", "'s", "’s", "am"})
    if own.status == "held" and setting_out and (simple or going):
        return Standing("planned", True)
    return own


def _above_noun(parsed: Parsed, words: MeetingWords, noun: Token, depth: int) -> list[Standing]:
    """What stands over a noun: "cancelled a visit", "an offer of talks", "talks will be held"."""
    above = _own_clause(parsed, noun) or parsed.head(noun)
    if above is None or depth > _MAX_STEPS:
        return []
    prep = preposition(parsed, noun)
    if noun.rel in ("conj", "appos"):
        same = above.upos == "NOUN"  # a name's apposition shares nothing of the name's verb
        return _above_noun(parsed, words, above, depth + 1) if same else []
    if above.upos in ("NOUN", "PROPN"):
        outlook = outlook_of(parsed, words, above)
        if outlook is None or noun.rel not in ("nmod", "compound"):
            return _timed(prep)
        if outlook == "proposed" and _is_taken(parsed, above):
            return [Standing("planned", True)]
        return [Standing(outlook, True), *_over_offer(words, above, _above_noun(parsed, words, above, depth + 1))]
    if noun.rel == "obl":
        outlook = outlook_of(parsed, words, above, prep)
    elif noun.rel in ("obj", "nsubj"):
        passive = noun.deprel == "nsubj:pass" or bool(parsed.children(above, "aux:pass"))
        ruled = noun.rel == "obj" or passive or above.upos in ("ADJ", "ADV")
        outlook = outlook_of(parsed, words, above) if ruled else None
    else:
        return []
    if outlook is not None and words.lemma_of(noun) not in _GIVEN:
        own = clause_standing(parsed, above)
        over = [s for s in (own, *_governed(parsed, words, above, depth + 1)) if s.status != "held"]
        return [Standing(outlook, True), *over]
    return _around(parsed, words, noun, above, prep, depth)


def _own_clause(parsed: Parsed, noun: Token) -> Token | None:
    """The clause of a subject that was hung on who reported it: "Plans to visit were cancelled, officials said"."""
    said = parsed.head(noun)
    if said is None or noun.rel != "nsubj":
        return None
    between = (c for c in parsed.children(said, "ccomp") if noun.i < c.i < said.i)
    return next((c for c in between if not parsed.children(c, "nsubj", "expl")), None)


def _is_taken(parsed: Parsed, offer: Token) -> bool:
    """True for an offer that is accepted."""
    taker = parsed.head(offer)
    taken = taker is not None and offer.rel == "obj" and taker.lemma.lower() in _TAKEN
    return taken and taker is not None and not negated(parsed, taker)


def _over_offer(words: MeetingWords, governing: Token, over: list[Standing]) -> list[Standing]:
    """What is said of a governing noun passes to the encounter; an offer stands also where it is refused."""
    stands = governing.lemma.lower() in words.offers
    return [s for s in over if s.status != "held" and not (stands and s.status == "refused")]


def _around(parsed: Parsed, words: MeetingWords, noun: Token, above: Token, prep: str, depth: int) -> list[Standing]:
    """A verb with no say of its own passes its tense on; a circumstance ("after the talks") is a fact."""
    if prep in _BEFORE:
        return _timed(prep)
    if noun.rel == "nsubj" and _before_it_began(parsed, above):
        return [Standing("cancelled", True)]
    standing = travel_standing(parsed, words, above)
    if not standing.sure and any(m.lower == "to" for m in parsed.children(above, "mark")):
        standing = Standing("held", False)
    over = [s for s in _governed(parsed, words, above, depth + 1) if s.status != "held"]
    if noun.rel == "nsubj" and words.lemma_of(above) not in _COMING:  # "denied that the visit was meant to": it was
        over = [s for s in over if s.status != "denied"]
    if noun.rel != "obl" or prep == "for":
        return [standing, *over]
    ahead = [s for s in (standing, *over) if s.status != "held"]
    if prep in ("after", "following", "since"):
        return [Standing("held", False)]
    return [Standing(s.status, False) for s in ahead if s.status != "refused"] or [Standing("held", False)]


def _before_it_began(parsed: Parsed, verb: Token) -> bool:
    """ "The talks collapsed before they began": a round that never was."""
    for clause in parsed.children(verb, "advcl"):
        started = clause.lemma.lower() in ("begin", "start", "open")
        if started and any(m.lower == "before" for m in parsed.children(clause, "mark", "advmod")):
            return verb.lemma.lower() in ("collapse", "fail", "founder", "fall", "break", "end")
    return False


def _timed(prep: str) -> list[Standing]:
    if prep in _BEFORE:
        return [Standing("planned", False)]
    return [Standing("held", False)] if prep in _WITHIN else []


def _adjectives(parsed: Parsed, words: MeetingWords, noun: Token) -> list[Standing]:
    found: list[Standing] = []
    for child in parsed.children(noun, "amod", "acl", "advmod"):
        outlook: Status | None = words.outlooks.get(("adj", child.lower)) or words.outlooks.get(
            ("adj", words.lemma_of(child))
        )
        if child.upos == "VERB" and child.rel == "acl":
            outlook = outlook_of(parsed, words, child) if _participle(parsed, child) else None
        if outlook is not None:
            found.append(Standing(outlook, True))
        elif child.rel == "acl" and child.deprel == "acl:relcl":
            found.append(clause_standing(parsed, child))
    return [f for f in found if f.status != "refused"]  # "talks that did not end the war" were held


def _participle(parsed: Parsed, verb: Token) -> bool:
    """ "talks planned for May", but not "talks intended to end the war"."""
    aimed = verb.lemma.lower() in ("intend", "aim", "design") and bool(parsed.children(verb, "xcomp", "advcl"))
    return verb.feat("VerbForm") == "Part" and verb.feat("Tense") == "Past" and not aimed


def _ranked(parsed: Parsed, noun: Token) -> bool:
    """ "the first leader to visit": an infinitive that tells a fact."""
    return any(
        c.feat("NumType") == "Ord" or c.lower in ("only", "last", "latest") for c in parsed.children(noun, "amod")
    )


def _settled(found: list[Standing]) -> Standing:
    """The first in rank among the sure; guesses only where nothing is sure."""
    sure = [f for f in found if f.sure]
    return min(sure or found, key=lambda s: _RANK.index(s.status))


def _dated(parsed: Parsed, standing: Standing, when: When | None) -> Standing:
    """An unsure status gives way to the calendar: what lies ahead of the report cannot have been held."""
    side = lies(parsed.article.published, when)
    if side == "ahead" and standing.status == "held":
        return Standing("planned", True)
    if side == "behind" and not standing.sure and standing.status in ("planned", "held"):
        return Standing("held", True)
    return standing


def time_ahead(parsed: Parsed, standing: Standing, when: When | None) -> When | None:
    """The time of an encounter; a day gone by is when it was proposed, not when it is to be."""
    gone = standing.status == "proposed" and lies(parsed.article.published, when) == "behind"
    return None if gone else when


def lies(published: str | None, when: When | None) -> str | None:
    """ "ahead" or "behind" where a time lies wholly after or before the publication date, else None."""
    if published is None or when is None:
        return None
    start, end = when.start, when.end or when.start
    if start[: len(published)] > published[: len(start)]:
        return "ahead"
    if end[: len(published)] < published[: len(end)] and not when.since:
        return "behind"
    return None
