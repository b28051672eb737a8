"""The whole way of one report, on one page: article, trees, mentions, observations."""

from __future__ import annotations

from chancery.articles.types import Article
from chancery.grammar.capitals import in_ordinary_type
from chancery.grammar.types import Parsed
from chancery.lexicon.load import Lexicon
from chancery.mentions.mark import mark
from chancery.mentions.reasons import reasons
from chancery.mentions.types import Marked
from chancery.observations.events.find import find_events
from chancery.observations.figures.find import find_figures
from chancery.observations.meetings.find import find_meetings
from chancery.observations.offices import find_offices
from chancery.observations.speech.find import find_statements
from chancery.observations.tallies.find import find_tallies
from chancery.observations.types import Reading
from chancery.run.kit import Kit


def read_article(article: Article, kit: Kit) -> Reading:
    """All that one report tells. Pure: the same article and kit give the same reading."""
    return read_parsed(kit.reader.parse(article), kit.lexicon)


def read_parsed(parsed: Parsed, lexicon: Lexicon) -> Reading:
    """All that a report tells whose trees are there already."""
    return read_marked(parsed, mark(in_ordinary_type(parsed), lexicon), lexicon)


def read_marked(parsed: Parsed, marked: Marked, lexicon: Lexicon) -> Reading:
    """All that a report tells in which it is marked who, when and where is meant."""
    offices = find_offices(marked, lexicon)
    meetings = find_meetings(marked, lexicon)
    statements = find_statements(marked, lexicon)
    tallies = find_tallies(marked, lexicon, meetings)
    figures = find_figures(marked, lexicon)
    events = find_events(marked, lexicon, meetings, statements)
    return Reading(
        article=parsed.article,
        parser=parsed.parser,
        meetings=tuple(meetings),
        statements=tuple(statements),
        events=tuple(events),
        tallies=tuple(tallies),
        figures=tuple(figures),
        offices=tuple(offices),
        skipped=marked.skipped,
        resolutions=reasons(marked),
    )
