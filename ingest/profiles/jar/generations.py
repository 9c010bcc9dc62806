"""The two sets of judgements of joint area reviews: the five outcomes until 2006, groups of children from 2007 on.

Until 2006 a review graded the outcomes, the council's services and the health service over three scopes. From 2007 on
it graded safeguarding, looked after children, children with learning difficulties and/or disabilities, the management
of services and the capacity to improve, and whatever else was worth an investigation, all for local services together.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from ingest.blocks import Block, BlockKind
from ingest.structure.outline import bare_heading
from ingest.wording.domains import CAPACITY, JAR_OF_2007, MANAGEMENT, domains_of
from inspections.reference.tables import FrameworkDomainFacts
from inspections.vocabulary import Scope

FRAMEWORK = "jar"
ADDITIONAL = "additional-investigation"
IN_BOTH = frozenset({MANAGEMENT, CAPACITY})
SECOND_SCOPES = (Scope.LOCAL_SERVICES,)
FEWEST = 2


def domain_of_2007(label: str) -> str | None:
    """The domain of 2007 on that a heading or a label of the table is, or None."""
    bare = bare_heading(label)
    return next((w.domain for w in JAR_OF_2007 if re.fullmatch(w.pattern, bare, re.I)), None)


def is_of_2007(blocks: Iterable[Block]) -> bool:
    """Tell whether headings and rows of tables name what only the later reviews judge."""
    labels: set[str] = set()
    for block in blocks:
        if block.kind is BlockKind.TABLE:
            labels |= {row.texts[0] for row in block.rows if row.texts}
        elif not block.number and not block.marker:
            labels.add(block.text.rstrip(" 1234") if block.text[-2:-1] == " " else block.text)
    return len({domain_of_2007(label) for label in labels} - {None, *IN_BOTH}) >= FEWEST


def domains_of_review(second: bool) -> tuple[FrameworkDomainFacts, ...]:
    """What every review of a generation judges and in which scopes, in the order of the framework."""
    if not second:
        return tuple(facts for facts in domains_of(FRAMEWORK) if not facts.first_year)
    judged = [facts for facts in domains_of(FRAMEWORK) if facts.first_year and facts.domain != ADDITIONAL]
    kept = [facts for facts in domains_of(FRAMEWORK) if facts.domain in IN_BOTH]
    return tuple(replace(facts, scopes=SECOND_SCOPES) for facts in (*judged, *kept))
