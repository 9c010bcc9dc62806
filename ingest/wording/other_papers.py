"""Papers that look like inspections and are none, such as mock inspections, and reports of kinds that are not read.

``OTHER_PAPERS`` knows them by the words of their titles and subjects, which stand among the first blocks of a document.
A plan that answers one of them ("Action plan after the peer review") names itself a plan and is one. Those that have
the form of an inspection, with its title, its table of grades and its headings, also say of themselves in a sentence
or a running line what they are (``only_resembles``).
"""

import re
from collections.abc import Sequence

from ingest.blocks import Block, BlockKind
from ingest.wording.closings import PUBLISHER
from ingest.wording.joining import ends_like_a_sentence

FRONT = 16
TITLE_LENGTH = 200
PEERS = (
    "a letter or report of a peer challenge or peer review",
    re.compile(r"\bpeer\s+(?:challenge|review|diagnostic)", re.I),
)
_MADE = r"(?:mock|dummy|rehearsal|shadow|simulated|peer|internal|in-?house|desk-?top|practice)(?:[\s-]+led)?[\s-]+"
_STYLE = r"(?:(?:ofsted|ilacs|jtai|send|style|focus?sed|monitoring|joint|area)[\s-]+){0,3}"
_INSPECTION = (
    r"(?:inspections?|visits?|ilacs|jtai|judge?ments?|(?<!practice\s)(?:reviews?|assessments?|audits?|reports?))\b"
)
_STAFF = r"(?:auditors|staff|managers|officers|inspectors|team)\b"
_OWN_STAFF = rf"\bby\s+(?:our|its|their|the\s+council.s)\s+own\s+(?:\w+\s+)?{_STAFF}"
MOCK = (
    "a mock or peer inspection, or one by the council's own staff",
    re.compile(rf"\b{_MADE}{_STYLE}{_INSPECTION}|{_OWN_STAFF}|\bpractice\s+week\b", re.I),
)
MOCK_INSPECTION = re.compile(rf"\b{_MADE}{_STYLE}(?:inspections?|visits?|ilacs|jtai)\b", re.I)
"""What an inspection's own front says of no other: its lists may speak of internal audits and peer reviews."""
THEMSELVES = ("a self-evaluation", re.compile(r"\bself[\s-]*(?:evaluation|assessment)\b|\bSEF\b", re.I))
OTHER_PAPERS: tuple[tuple[str, re.Pattern[str]], ...] = (
    PEERS,
    THEMSELVES,
    MOCK,
    ("a note of an annual conversation", re.compile(r"\bannual\s+(?:conversation|engagement\s+meeting)\b", re.I)),
    (
        "an annual rating of children's services",
        re.compile(
            r"\bchildren.?s\s+services\s+(?:annual\s+)?(?:assessment|rating)\b"
            r"|\bannual\s+(?:performance\s+)?rating\b",
            re.I,
        ),
    ),
    (
        "a review of a single case",
        re.compile(r"\bserious\s+case\s+review\b|\b(?:child\s+safeguarding\s+practice|rapid|case)\s+review\b", re.I),
    ),
    (
        "an inspection of a school, a home or an agency",
        re.compile(
            r"\b(?:school|academy|nursery|college|children.?s\s+home|fostering|adoption)\b.{0,40}\binspection\b", re.I
        ),
    ),
    (
        "guidance for inspectors",
        re.compile(r"\binspectors?.?\s+handbook\b|\bguidance\s+for\s+inspectors\b|\bgrade\s+descriptors\b", re.I),
    ),
    ("minutes of a meeting", re.compile(r"^\s*(?:draft\s+)?minutes\b", re.I)),
)
NOT_READ: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "a letter about an area's arrangements for special educational needs, under the framework of 2016 to 2022",
        re.compile(
            r"\b(?:joint|local)\s+(?:local\s+)?area\s+SEND\s+(?:inspection|re-?visit)\b|\bSEND\s+re-?visit\b"
            r"|\brevisit(?:ed)?\b.{0,60}\bspecial\s+educational\s+needs\b",
            re.I,
        ),
    ),
    (
        "an inspection of youth offending services",
        re.compile(r"\binspection\s+of\s+youth\s+(?:offending|justice)\b", re.I),
    ),
    (
        "an inspection of private fostering, or of an adoption or fostering service",
        re.compile(
            r"\binspection\b.{0,60}\b(?:private\s+fostering|fostering\s+(?:service|agency)|adoption\s+(?:service|agency))\b",
            re.I,
        ),
    ),
    (
        "an assessment of a council as a whole",
        re.compile(r"\bcorporate\s+assessment\s+of\b|\bcomprehensive\s+(?:area|performance)\s+assessment\b", re.I),
    ),
    (
        "a rating of social services from before joint area reviews",
        re.compile(r"\b(?:performance\s+assessment|star\s+ratings?)\s+of\s+social\s+services\b", re.I),
    ),
    (
        "an inspection of services for young people, or of education and training from 14 to 19",
        re.compile(r"\b(?:youth\s+services?|enhanced\s+youth|14\s?[-–to]+\s?19\s+area)\s+inspection\b", re.I),
    ),
    (
        "an inspection of how a council supports the improvement of schools",
        re.compile(r"\binspection\s+of\b.{0,60}\bschool\s+improvement\b", re.I),
    ),
    (
        "an inspection, or a visit, on one theme",
        re.compile(
            r"\b(?:thematic|themed|targeted)\s+(?:local\s+authority\s+)?(?:inspection|visit|survey)\b"
            r"|\binspection\s+of\b.{0,60}\bsexual\s+exploitation\b",
            re.I,
        ),
    ),
    (
        "an inspection of the police",
        re.compile(r"\bnational\s+child\s+protection\s+inspection\b|\binspection\b.{0,40}\bconstabulary\b", re.I),
    ),
    (
        "an inspection of a home, a children's centre or supported accommodation",
        re.compile(
            r"\binspection\s+of\b.{0,40}\b(?:children.?s\s+centres?|residential\s+\w+|supported\s+accommodation)\b"
            r"|\b(?:supported\s+accommodation|children.?s\s+centres?)\s+inspection\b",
            re.I,
        ),
    ),
    (
        "an assurance or interim visit",
        re.compile(r"\b(?:assurance|interim)\s+visit\b", re.I),
    ),
)
"""Reports of inspectorates about services for children that no profile reads, by their titles and subjects."""
SAYS = re.compile(
    rf"^this\s+{_MADE}{_STYLE}(?:inspection|visit)\b"
    rf"|^this\s+(?:report\s+|document\s+)?(?:is|was|describes)\s+(?:of\s+)?(?:an?|our|the)\s+(?:\w+\s+)?"
    rf"(?:{_MADE}{_STYLE}{_INSPECTION}|self[\s-]*(?:evaluation|assessment))"
    rf"|\b(?:carried\s+out|conducted|undertook|made|led)\s+this\s+{_MADE}{_STYLE}{_INSPECTION}"
    r"|\bour\s+own\s+judge?ments?\b|\bnot\s+(?:an?\s+)?(?:\w+\s+){0,3}(?:of|by|from)\s+ofsted\b"
    r"|^we\s+(?:judge|grade|assess|rate)\s+(?:ourselves|our\s+(?:own\s+)?services?)\b",
    re.I,
)
"""A sentence in which a paper says that no inspectorate wrote it."""
FORM = re.compile(
    r"\b(?:inspection|visit|review)\b.*[\[<{]\s*(?:insert\b|(?:local\s+)?(?:authority|area|council)\b|name\b|LA\b|X+\b)"
    r"[^\]>}]{0,40}[\]>}]",
    re.I,
)
"""The title of a form of a report, with a gap for the name; guidance for inspectors has such forms behind its text."""
PLAN = re.compile(r"\bplans?\b", re.I)
TOP = 6
OFFICE = re.compile(r"\bmajest(?:y|ies).{0,3}\s+inspector", re.I)
SENTENCES = re.compile(r"(?<=[.!?])\s+")


def looks_like(blocks: Sequence[Block]) -> str | None:
    """What a document that is no inspection seems to be, by the first title or subject that tells it, or None."""
    return next((name for words in _titles(blocks[:FRONT]) for name, own in OTHER_PAPERS if own.search(words)), None)


def kind_not_read(blocks: Sequence[Block]) -> str | None:
    """What report of an inspectorate a document seems to be that no profile reads, by its title or subject, or None."""
    return next((name for words in _titles(blocks[:FRONT]) for name, own in NOT_READ if own.search(words)), None)


def only_resembles(blocks: Sequence[Block]) -> bool:
    """Tell whether a part with the form of an inspection says that no inspectorate made it.

    Its first titles or a running line say so, or a sentence near its beginning where the inspectorate is named nowhere;
    or it is a form whose title has a gap for the name. No title names a plan.
    """
    front = blocks[:FRONT]
    titles = _titles(front)
    if any(PLAN.search(title) for title in titles[:TOP]):
        return False
    tops = [title for title in _titles(blocks[:TOP]) if not ends_like_a_sentence(title)]
    lines = [block.text for block in blocks if block.kind is BlockKind.FURNITURE and len(block.text) <= TITLE_LENGTH]
    return (
        any(own.search(line) for line in (*tops, *lines) for _, own in (PEERS, THEMSELVES, MOCK))
        or any(
            MOCK_INSPECTION.search(title) or FORM.search(title) for title in titles if not ends_like_a_sentence(title)
        )
        or (
            any(SAYS.search(sentence) for block in front for sentence in SENTENCES.split(block.text))
            and not any(OFFICE.search(block.text) or PUBLISHER.match(block.text) for block in blocks)
        )
    )


def evaluates_itself(blocks: Sequence[Block]) -> bool:
    """Tell whether a paper with a table of actions is headed as a self-evaluation or peer challenge, and as no plan.

    The word must stand in that heading, above it or right below.
    """
    titles = _titles(blocks[:TOP])
    own = next((i for i, title in enumerate(titles) if any(own.search(title) for _, own in (PEERS, THEMSELVES))), None)
    return own is not None and not any(PLAN.search(title) for title in titles[: own + 2])


def _titles(blocks: Sequence[Block]) -> list[str]:
    kinds = (BlockKind.HEADING, BlockKind.PARAGRAPH)
    return [b.text for b in blocks if b.kind in kinds and not b.number and len(b.text) <= TITLE_LENGTH]
