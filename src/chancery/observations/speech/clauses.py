"""Where a reported clause begins and ends: grammar of reporting verbs."""

from __future__ import annotations

from chancery.grammar.clauses import RELATIVE_PRONOUNS, WILL, preposition
from chancery.grammar.types import Token
from chancery.observations.speech.page import Page
from chancery.observations.speech.said import UNREAL
from chancery.observations.speech.tail import tail_cut
from chancery.observations.types import Span

_AHEAD = WILL | {"would"}
_QUESTION_WORDS = frozenset("what how when where why who whom which whether".split())
_TELLING = frozenset({"tell", "inform", "remind", "assure", "notify"})
_RELATIVES = RELATIVE_PRONOUNS | {"where", "when"}
_WHERE = frozenset("in at on during via through over after before".split())
_LATER = frozenset("after as before following while when until since amid".split())


def own_start(page: Page, verb: Token) -> Token:
    """The first token of a reporting verb's own words to its left: its subject, auxiliaries, adverbs."""
    parsed = page.parsed
    first = parsed.sentence(verb).first
    content = {t.i for c in parsed.children(verb, "ccomp", "parataxis") for t in parsed.subtree(c)}
    own = {t.i for t in parsed.subtree(verb)} - content
    place = verb.i
    while place > first:
        before = parsed.tokens[place - 1]
        if before.i not in own or (before.head == verb.i and before.upos == "PUNCT"):
            break
        if page.quote_of(before) is not None and page.quote_of(verb) is None:
            break
        place -= 1
    return parsed.tokens[place]


def complements(page: Page, verb: Token) -> tuple[Token, ...]:
    """The heads of the finite clauses behind a reporting verb that tell what was said."""
    found = []
    for child in page.parsed.children(verb, "ccomp", "parataxis", "obj", "advcl", "xcomp", "csubj", "acl"):
        if child.i > verb.i and (_reports(page, verb, child) or _is_subjunctive(page, verb, child)):
            found.append(child)
    return tuple(found)


def _is_subjunctive(page: Page, verb: Token, clause: Token) -> bool:
    """True for "demanded the king go": a bare infinitive behind a noun phrase and a verb that asks."""
    parsed = page.parsed
    asks = any(cue.act == "ask" and "that" in cue.takes for cue in page.cues.verbs.get(verb.lower, ()))
    if not asks or clause.rel not in ("xcomp", "ccomp") or clause.upos != "VERB":
        return False
    who = parsed.child(clause, "nsubj") or parsed.child(verb, "obj")
    bare = clause.lower == clause.lemma.lower() and not parsed.children(clause, "mark", "aux", "case")
    return bare and who is not None and verb.i < who.i < clause.i


def _reports(page: Page, verb: Token, clause: Token) -> bool:
    parsed = page.parsed
    marks = [m.lower for m in parsed.children(clause, "mark")]
    if any(c.lower == "what" and c.i < verb.i for c in parsed.children(verb, "obj", "nsubj")):
        return False  # "what he said: ..." is a heading
    if _is_relative(page, verb, clause) or ("that" not in marks and _is_question(page, verb, clause)):
        return False
    if clause.rel == "ccomp":
        return is_finite(page, clause) or "that" in marks or _misheaded(page, clause)
    if clause.rel in ("obj", "xcomp", "csubj", "acl"):
        return "that" in marks and is_finite(page, clause)
    if clause.rel == "advcl":
        return marks[:1] == ["that"]
    stops = [t for t in parsed.tokens[verb.i + 1 : clause.i] if t.text in (";", ":") and page.quote_of(t) is None]
    return is_finite(page, clause) and not stops and not parsed.children(verb, "ccomp")


def _misheaded(page: Page, clause: Token) -> bool:
    """True for a sum or a number taken for the head of a clause that has its finite verb further on."""
    if clause.upos not in ("SYM", "NUM"):
        return False
    below = page.parsed.subtree(clause, without=lambda t: t.deprel == "acl:relcl" or t.rel in ("advcl", "parataxis"))
    return any(t.feat("VerbForm") == "Fin" and page.quote_of(t) is None for t in below)


def _is_relative(page: Page, verb: Token, clause: Token) -> bool:
    """True for a clause that a relative pronoun opens ("through which ..."), drawn to the verb by mistake."""
    inside = [t for t in page.parsed.subtree(clause) if t.i > verb.i and t.upos != "PUNCT"][:2]
    lead = inside[1:] if inside and inside[0].upos == "ADP" else inside[:1]
    return bool(lead) and lead[0].lower in ("which", "whom", "whose") and lead[0].feat("PronType") != "Int"


def _is_question(page: Page, verb: Token, clause: Token) -> bool:
    """True for an indirect question ("says what he would do"), which tells that something was said, not what."""
    inside = [t for t in page.parsed.subtree(clause) if t.i > verb.i and t.upos != "PUNCT"][:1]
    asks = bool(inside) and inside[0].lower in _QUESTION_WORDS and page.quote_of(inside[0]) is None
    return asks and inside[0].head == clause.i and inside[0].rel not in ("nsubj", "mark")


def is_finite(page: Page, clause: Token) -> bool:
    """True where a clause has a finite verb, its own or an auxiliary's or copula's."""
    parsed = page.parsed
    helpers = parsed.children(clause, "aux", "cop")
    if any(h.feat("VerbForm") == "Fin" or h.lower in UNREAL for h in helpers):
        return True
    if any(m.lower == "to" for m in parsed.children(clause, "mark")):
        return False
    if clause.feat("VerbForm") in ("Fin", None) and clause.upos in ("VERB", "AUX"):
        return True
    bare = clause.upos == "VERB" and clause.feat("VerbForm") in ("Inf", "Part")  # "demanded that he go"
    return bare and bool(parsed.children(clause, "nsubj", "expl", "csubj"))


def clause_behind(page: Page, verb: Token, last: Token) -> Span | None:
    """The characters of what a verb reports behind it; `last` is the last token of its fixed phrase.

    Untrimmed; None where no finite clause stands there.
    """
    clauses = complements(page, verb)
    if not clauses and last.head == verb.i:
        clauses = complements(page, last)  # "made it clear that": the clause hangs on "clear"
    if not clauses:
        return _under_noun(page, verb) or _loose_clause(page, verb, last)
    start = _clause_start(page, verb, last, clauses)
    end = _clause_end(page, verb, clauses)
    if end.i < start.i:
        return None
    return start.start, tail_cut(page, start, end).end


def _behind_whom(page: Page, verb: Token, first: Token, limit: int) -> Token | None:
    """For verbs that must tell whom: the word behind an addressee that the parser took for the clause's subject.

    "Told the council about ten were hurt": another noun, number or pronoun stands between it and the verb.
    """
    parsed = page.parsed
    subject = parsed.child(first, "nsubj")
    if verb.lemma.lower() not in _TELLING or subject is None or parsed.children(verb, "obj", "iobj"):
        return None
    rest = parsed.tokens[subject.i + 1 : first.i]
    apart = any(t.upos in ("NOUN", "PROPN", "PRON", "NUM") for t in rest)
    opens = apart and rest[0].upos in ("DET", "NUM", "PROPN", "NOUN", "PRON", "ADJ", "ADV")
    return rest[0] if opens and limit == verb.i + 1 and rest[0].lower not in _RELATIVES else None


def _under_noun(page: Page, verb: Token) -> Span | None:
    """A "that" clause hung on a noun behind the verb: "reminded them of the fact that", "said at a briefing that"."""
    parsed = page.parsed
    for noun in parsed.children(verb, "obj", "iobj", "obl"):
        clause = parsed.child(noun, "acl", "ccomp") if noun.i > verb.i else None
        that = _that(page, clause) if clause is not None else None
        if clause is None or that is None or not is_finite(page, clause) or not _leaves_room(page, verb, noun):
            continue
        start = parsed.tokens[that.i + 1]
        return start.start, tail_cut(page, start, parsed.subtree(clause)[-1]).end
    return None


def _that(page: Page, clause: Token) -> Token | None:
    """The "that" which brings in a clause."""
    return next((m for m in page.parsed.children(clause, "mark") if m.lower == "that" and m.i < clause.i), None)


def _leaves_room(page: Page, verb: Token, noun: Token) -> bool:
    """True where the noun is no content of its own: "the fact", where and by what means it was said, to whom."""
    if noun.lower == "fact":
        return True
    where = noun.rel == "obl" and preposition(page.parsed, noun) in _WHERE
    whom = noun.rel != "obl" and _takes_whom(page, verb)
    return (where or whom) and (noun.lemma.lower() in page.cues.channels or page.cues.nouns.get(noun.lower) is None)


def _clause_start(page: Page, verb: Token, last: Token, clauses: tuple[Token, ...]) -> Token:
    parsed = page.parsed
    first = clauses[0]
    tokens = parsed.tokens
    inside = [t for t in parsed.subtree(first) if t.i > last.i]
    subject = parsed.child(first, "nsubj", "csubj", "expl")
    limit = min([first.i, *(t.i for t in parsed.subtree(subject))] if subject else [first.i])
    for token in tokens[last.i + 1 : limit]:
        if token.lower == "that" and token.upos == "SCONJ":
            return tokens[token.i + 1]
    for clause in clauses:  # an earlier "clause" without "that" is a modifier of the addressee
        that = _that(page, clause)
        if that is not None and that.i > last.i:
            return tokens[that.i + 1]
    for clause in parsed.children(first, "ccomp"):  # "told envoys gathered in Rome that ...": hung on "gathered"
        that = _that(page, clause)
        if that is not None and _takes_whom(page, verb) and not parsed.children(first, "aux", "cop"):
            return tokens[that.i + 1]
    start = _behind_whom(page, verb, first, limit) or (inside[0] if inside else first)
    return _behind_channel(page, last, _behind_time(page, last, _drawn_in(page, verb, last, start)))


def _loose_clause(page: Page, verb: Token, last: Token) -> Span | None:
    """A finite clause right behind the verb that the parser hung elsewhere; None where none stands there."""
    start = _behind_time(page, last, _next_word(page, last))
    if start.lower == "that" and start.rel == "mark":
        return _that_clause(page, verb, start)
    told = _told_whom(page, verb, last)
    if told is not None:
        return told
    head = _clause_from(page, start) or _taken_for_subject(page, verb) or _taken_for_object(page, verb, start)
    if head is None or page.parsed.sentence(head) != page.parsed.sentence(verb):
        return None
    inside = [t for t in page.parsed.subtree(head) if t.i >= start.i]
    return start.start, tail_cut(page, start, inside[-1]).end


def _told_whom(page: Page, verb: Token, last: Token) -> Span | None:
    """The "that" clause behind whom it was told, hung on a verb above: "told Ruto that it would end, Reuters said"."""
    parsed = page.parsed
    for whom in parsed.children(verb, "iobj", "obj"):
        behind = parsed.subtree(whom)[-1].i + 1
        that = parsed.tokens[behind] if behind < parsed.sentence(verb).last else whom
        clause = parsed.head(that)
        if whom.i <= last.i or not _takes_whom(page, verb) or that.lower != "that" or that.rel != "mark":
            continue
        if clause is not None and clause.i > that.i and is_finite(page, clause):
            start = parsed.tokens[that.i + 1]
            inside = [t for t in parsed.subtree(clause) if t.i >= start.i]
            return start.start, tail_cut(page, start, inside[-1]).end
    return None


def _taken_for_object(page: Page, verb: Token, start: Token) -> Token | None:
    """The head of a clause whose subject was taken for the verb's object: "adding | the move | showed disregard"."""
    parsed = page.parsed
    thing = next((c for c in parsed.children(verb, "obj") if parsed.subtree(c)[0].i == start.i), None)
    if thing is None:
        return None
    behind = parsed.subtree(thing)[-1].i + 1
    if behind >= parsed.sentence(verb).last:
        return None
    first = parsed.tokens[behind]
    head = parsed.head(first) if first.rel in ("aux", "cop") else first
    if head is None or head.rel not in ("ccomp", "parataxis", "conj", "root") or not is_finite(page, head):
        return None
    return None if parsed.children(head, "nsubj", "expl", "mark") or head.upos == "PUNCT" else head


def _that_clause(page: Page, verb: Token, that: Token) -> Span | None:
    """What "that" brings in right behind a verb, to the end of the sentence or of its part."""
    parsed = page.parsed
    tokens = parsed.tokens
    stop = parsed.sentence(verb).last
    own = [c for c in parsed.children(verb, "conj") if c.i > that.i and "that" not in _marks(page, c)]
    stop = min([stop, *(parsed.subtree(c)[0].i for c in own)])
    end = tokens[stop - 1]
    while end.i > that.i and (end.upos in ("PUNCT", "CCONJ") and page.quote_of(end) is None):
        end = tokens[end.i - 1]
    told = tokens[that.i + 1 : end.i + 1]
    if not any(t.upos in ("VERB", "AUX") for t in told):
        return None
    return told[0].start, tail_cut(page, told[0], end).end


def _marks(page: Page, clause: Token) -> list[str]:
    return [m.lower for m in page.parsed.children(clause, "mark")]


def _next_word(page: Page, last: Token) -> Token:
    """The word behind a verb, adverbs passed over; the verb itself at the text's end."""
    tokens = page.parsed.tokens
    place = last.i + 1
    while place < len(tokens) and tokens[place].upos == "ADV":
        place += 1
    return tokens[min(place, len(tokens) - 1)]


def _taken_for_subject(page: Page, verb: Token) -> Token | None:
    """The head of the clause behind "adding" where the parser took the participle for its subject."""
    above = page.parsed.head(verb)
    comma = verb.i > 0 and page.parsed.tokens[verb.i - 1].text == ","
    if verb.rel != "csubj" or not verb.lower.endswith("ing") or not comma or above is None or above.i < verb.i:
        return None
    return above if is_finite(page, above) else None


def _clause_from(page: Page, start: Token) -> Token | None:
    """The head of the finite clause whose subject phrase begins with a word."""
    parsed = page.parsed
    word: Token | None = start
    while word is not None and parsed.sentence(word) == parsed.sentence(start):
        if word.rel in ("nsubj", "expl", "csubj") and parsed.subtree(word)[0].i == start.i:
            head = parsed.head(word)
            return head if head is not None and head.i > start.i and is_finite(page, head) else None
        word = parsed.head(word)
    return None


def _drawn_in(page: Page, verb: Token, last: Token, start: Token) -> Token:
    """The clause's first word, where the parser hung its beginning on the reporting verb.

    Without "that", a phrase that a comma parts from the clause belongs to it ("said after the war, ..."), and so
    does a noun phrase behind a verb that takes no addressee ("announced the minister had left").
    """
    tokens = page.parsed.tokens
    lead = tokens[last.i + 1 : start.i]
    if not lead:
        return start
    if lead[-1].text == "," and lead[0].text != "," and len(lead) > 2:
        return lead[0]
    objects = [t for t in lead if t.head == verb.i and t.rel in ("obj", "iobj", "nsubj")]
    if objects and not _takes_whom(page, verb) and page.parsed.child(verb, "nsubj") not in objects:
        return min(page.parsed.subtree(objects[0]), key=lambda t: t.i)
    return start


def _takes_whom(page: Page, verb: Token) -> bool:
    return any("whom" in cue.takes for cue in page.cues.verbs.get(verb.lower, ()))


def _behind_time(page: Page, last: Token, start: Token) -> Token:
    """Passes over the time of speaking where the parser drew it into the clause ("said on Friday it would")."""
    tokens = page.parsed.tokens
    for when in page.marked.times_in(page.parsed.sentence(start)):
        led = when.first == start.i + 1 and start.lower in ("on", "in", "late", "early")
        if not (led or when.first == start.i) or when.last >= len(tokens) or start.i > last.i + 3:
            continue
        following = tokens[when.last]
        if following.upos in ("DET", "PRON", "PROPN", "ADJ", "NOUN", "SCONJ", "NUM") and following.rel != "case":
            return following
    return start


def _behind_channel(page: Page, last: Token, start: Token) -> Token:
    """Passes over where or in what it was said, if the parser drew it in ("said in a statement it would")."""
    parsed = page.parsed
    tokens = parsed.tokens
    if start.upos != "ADP" or start.i > last.i + 1 or start.is_root:
        return start
    noun = tokens[start.head]
    behind = max(parsed.subtree(noun), key=lambda t: t.i).i + 1
    said_in = noun.lemma.lower() in page.cues.channels or noun.name == "LOC"
    if not said_in or noun.i < start.i or behind >= len(tokens):
        return start
    return tokens[behind] if tokens[behind].upos in ("DET", "PRON", "PROPN", "NOUN", "ADJ", "NUM") else start


def _clause_end(page: Page, verb: Token, clauses: tuple[Token, ...]) -> Token:
    """The last token of the reported clauses, with what follows them and belongs to them."""
    parsed = page.parsed
    inside = [t for clause in clauses for t in parsed.subtree(clause)]
    words = [t for t in inside if t.upos != "PUNCT"]  # a comma far behind is often hung on the clause
    end = max(words or inside, key=lambda t: t.i)
    for child in parsed.children(verb, "advcl", "conj", "ccomp"):
        if child.i > end.i and _belongs(page, child):
            end = max(parsed.subtree(child), key=lambda t: t.i)
    return end


def _belongs(page: Page, child: Token) -> bool:
    """True where what hangs on the verb behind its clause is part of what was said all the same."""
    marks = [m.lower for m in page.parsed.children(child, "mark")]
    if child.rel == "conj":
        aux = {a.lower for a in page.parsed.children(child, "aux")}
        own = bool(page.parsed.children(child, "nsubj"))
        return "that" in marks or (own and bool(aux & _AHEAD))  # "said he lost, and the party would appeal"
    if child.rel == "advcl":
        before = page.parsed.tokens[page.parsed.subtree(child)[0].i - 1]
        return bool(marks) and (marks[0] not in _LATER or before.text != ",")
    return True
