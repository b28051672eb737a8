"""Meetings: encounters between people or delegations who speak for states, organisations or armed groups.

One entry an encounter. Verbs and nouns give mentions (`meetings.verbs`, `meetings.nouns`), mentions of the same
encounter are put together (`meetings.merge`), and each cluster is written out here with its fullest sides, its
most exact place and date, and the status of its surest mention.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from chancery.grammar.clauses import preposition
from chancery.grammar.types import Parsed, Token
from chancery.lexicon.load import Lexicon
from chancery.lexicon.meetings import EncounterKind, MeetingWords
from chancery.mentions.types import Marked, Party, Place, When
from chancery.observations.meetings.agreed import agreed_when
from chancery.observations.meetings.appearances import appearances
from chancery.observations.meetings.draft import Encounter, Standing
from chancery.observations.meetings.merge import ACCEPTED, Cluster, clusters
from chancery.observations.meetings.nouns import noun_encounters
from chancery.observations.meetings.parties import CAMPS, compatible, is_head, official, two_sides
from chancery.observations.meetings.sides import sides_at, subject_of
from chancery.observations.meetings.status import lies
from chancery.observations.meetings.transcripts import transcribed
from chancery.observations.meetings.verbs import verb_encounters
from chancery.observations.meetings.visits import accepted
from chancery.observations.types import Meeting, MeetingStatus, Participant

_NAMELESS = frozenset({"GOV", "MIL", "SPY", "LEG", "ELI", None})
_DELEGATIONS = frozenset({"delegation", "delegations", "mission", "team"})
_MINISTERS = ("ministers", "ambassadors", "lawmakers", "chiefs")
_OWNER = re.compile(r"^.*?['’]s\s+(?=\w)")
_NEAR = 1
"""Sentences after the first mention in which a town still refines the place."""

_ORDER: tuple[MeetingStatus, ...] = ("cancelled", "denied", "postponed", "held", "planned", "proposed")


@dataclass(frozen=True, slots=True)
class _Told:
    """A cluster, united."""

    sides: tuple[Party, ...]
    status: MeetingStatus
    when: When | None
    place: Place | None
    ordinal: int | None


def find_meetings(marked: Marked, lexicon: Lexicon) -> list[Meeting]:
    """The meetings that a report tells, in text order.

    A mention that refuses or rules out an encounter gives no entry: two sides have met, or are to meet.
    """
    mentions = [*verb_encounters(marked, lexicon), *noun_encounters(marked, lexicon)]
    mentions.extend([*appearances(marked), *accepted(marked), *transcribed(marked)])
    met = [m for m in mentions if m.standing.status != "refused"]
    found: list[Meeting] = []
    for cluster in clusters(marked.parsed, lexicon.meetings, met):
        meeting = _written(marked, lexicon.meetings, cluster)
        if meeting is not None:
            found.append(meeting)
    return sorted(found, key=lambda m: m.span)


def _written(marked: Marked, words: MeetingWords, cluster: Cluster) -> Meeting | None:
    told = _united(marked, words, cluster)
    if told is None or not two_sides(told.sides) or not any(map(official, told.sides)):
        return None
    first = min(cluster, key=lambda m: (m.refers, _heading(marked, m), m.head.i))
    sentence = marked.parsed.sentence(first.head)
    return Meeting(
        participants=_participants(told.sides),
        status=told.status,
        kind=_kind(words, cluster, told.sides),
        evidence=marked.parsed.text_of(sentence),
        span=(sentence.start, sentence.end),
        rule=first.rule,
        start=told.when.start if told.when else None,
        end=told.when.end if told.when else None,
        date_basis=told.when.basis if told.when else None,
        place=told.place.name if told.place else None,
        place_country=told.place.country if told.place else None,
        ordinal=told.ordinal,
    )


def _heading(marked: Marked, mention: Encounter) -> bool:
    """True in a line without a verb, such as a title above a read-out: a sentence reports it better."""
    sentence = marked.parsed.sentence(mention.head)
    return not any(t.feat("VerbForm") == "Fin" for t in marked.parsed.tokens_of(sentence))


def _united(marked: Marked, words: MeetingWords, cluster: Cluster) -> _Told | None:
    status = _status([m.standing for m in cluster if _has_a_say(m)] or [m.standing for m in cluster])
    if status is None:
        return None
    when = _time(marked.parsed, cluster)
    if status == "held" and when is None:
        when = agreed_when(marked, _sides(cluster))
    if status == "held" and lies(marked.parsed.article.published, when) == "ahead":
        status = "planned"  # the day told at one mention tells the outlook of all
    return _Told(
        sides=_sides(cluster),
        status=status,
        when=when,
        place=_place(marked, words, cluster),
        ordinal=next((m.ordinal for m in cluster if m.ordinal is not None), None),
    )


def _has_a_say(mention: Encounter) -> bool:
    """A mention that points back decides where it is sure; a plan only where it bears a day or takes an offer up."""
    if not mention.refers:
        return True
    planned = mention.standing.status == "planned" and mention.when is None and mention.rule != ACCEPTED
    return mention.standing.sure and not planned


def _sides(cluster: Cluster) -> tuple[Party, ...]:
    """The sides of the fullest mention, people rather than their states; then those that only others name."""
    fullest = sorted(
        cluster,
        key=lambda m: (m.refers, -sum(p.kind == "person" for p in m.sides), -len(m.sides)),
    )
    kept: list[Party] = []
    for mention in fullest:
        for side in mention.sides:
            same = [i for i, k in enumerate(kept) if compatible(k, side)]
            if not same:
                kept.append(side)
            elif side.kind == "person" and kept[same[0]].kind != "person":
                kept[same[0]] = side
    return tuple(kept)


def _status(standings: list[Standing]) -> MeetingStatus | None:
    sure = [s.status for s in standings if s.sure] or [s.status for s in standings]
    return next((status for status in _ORDER if status in sure), None)


def _time(parsed: Parsed, cluster: Cluster) -> When | None:
    """The most exact time told; of the encounter itself before that of a journey to it."""
    told = [(m.when, m.kind == "visit" or _purpose(parsed, m.head)) for m in cluster if m.when]
    return min(told, key=lambda t: (_vagueness(t[0]), t[1]))[0] if told else None


def _purpose(parsed: Parsed, word: Token) -> bool:
    return word.upos == "VERB" and any(m.lower == "to" for m in parsed.children(word, "mark"))


def _vagueness(when: When) -> tuple[int, int]:
    """Days first, then spans of days, then months and years."""
    return -len(when.start), 0 if when.end is None else 1


def _place(marked: Marked, words: MeetingWords, cluster: Cluster) -> Place | None:
    """The most exact place told: a building before a town, a town before a state; of equals the first."""
    told = [m.place for m in cluster if m.place is not None]
    best = max(told, key=lambda p: _exactness(marked, words, p), default=None)
    if best is None or _exactness(marked, words, best) > 1:
        return best
    return _town_in(marked, best, cluster) or best


def _exactness(marked: Marked, words: MeetingWords, place: Place) -> int:
    if any(word in words.venues for word in place.name.lower().split()):
        return 3
    state = any(p.kind == "country" for p in marked.by_head.get(place.head, ()))
    return 1 if state or place.country is None else 2


def _town_in(marked: Marked, state: Place, cluster: Cluster) -> Place | None:
    """The town of that state in which one of the sides is told to act right after: "In Kyiv, the minister said"."""
    parsed = marked.parsed
    sides = {s.entity for m in cluster for s in m.sides if s.entity >= 0 and s.kind == "person"}
    here = parsed.sentence(cluster[0].head).number
    for place in marked.places:
        head = parsed.tokens[place.head]
        near = 0 <= parsed.sentence(head).number - here <= _NEAR
        if not near or place.country != state.country or preposition(parsed, head) != "in":
            continue
        if any(p.kind == "country" for p in marked.by_head.get(place.head, ())):
            continue
        clause = next((t for t in (head, *parsed.ancestors(head)) if t.rel in ("advcl", "obl") or t.is_root), None)
        verb = parsed.head(clause) if clause is not None else None
        actor = subject_of(marked, verb) if verb is not None else None
        if any(p.entity in sides for p in sides_at(marked, actor)):
            return place
    return None


def _participants(sides: tuple[Party, ...]) -> tuple[Participant, ...]:
    """People by name; a state, and unnamed people of one, by country alone, unless another side shares it."""
    found: list[Participant] = []
    for side in sides:
        shared = sum(s.country == side.country for s in sides) > 1
        bare = side.kind == "country" or (side.kind == "group" and side.sector in _NAMELESS) or _unnamed(side)
        nameless = bare and side.country is not None and not (shared and side.kind != "country")
        of_body = side.kind == "group" and side.body and (side.sector in CAMPS or _stands_for_all(side))
        name = side.body if of_body and side.body else side.name
        if side.kind != "person":
            name = _OWNER.sub("", name)  # "Kenya's opposition" is the opposition of KEN
        found.append(Participant(None if nameless else name, side.country, side.office, side.wikidata))
    return tuple(found)


def _stands_for_all(side: Party) -> bool:
    """True for "EU leaders", who are the Union; not for its ministers, a council of their own, nor its envoy."""
    name = side.name.lower()
    return side.country is None and name.endswith("s") and not name.endswith(_MINISTERS)


def _unnamed(side: Party) -> bool:
    """True for "an Omani delegation", which names its state alone; "the Ukraine Trade Mission" is a name."""
    return side.kind == "body" and side.name.rpartition(" ")[2] in _DELEGATIONS


def _kind(words: MeetingWords, cluster: Cluster, sides: tuple[Party, ...]) -> EncounterKind:
    """Calls are calls; three states make it multilateral; two heads a summit; else what the words say."""
    told = [m.kind for m in cluster if not m.refers]
    if "call" in told:
        return "call"
    if len({s.country or s.name for s in sides}) > 2:
        return "multilateral"
    heads = [s for s in sides if s.kind == "person" and is_head(words, s.office or "")]
    if len(heads) > 1 or ("summit" in told and all(s.kind != "person" for s in sides)):
        return "summit"
    if all(m.kind == "visit" for m in cluster if not m.refers):
        return "visit"
    return "summit" if "summit" in told else "multilateral" if "multilateral" in told else "talks"
