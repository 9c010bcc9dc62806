"""Papers that look like inspections and are none: letters of peer challenges, self-evaluations, notes of conversations.

``OTHER_PAPERS`` knows them by the words of their titles and subjects, which stand among the first blocks of a document.
A plan that answers one of them ("Action plan after the peer review") names itself a plan and is one.
"""

import re
from collections.abc import Sequence

from ingest.blocks import Block, BlockKind

FRONT = 16
TITLE_LENGTH = 200
PEERS = (
    "a letter or report of a peer challenge or peer review",
    re.compile(r"\bpeer\s+(?:challenge|review|diagnostic)", re.I),
)
THEMSELVES = ("a self-evaluation", re.compile(r"\bself[\s-]*(?:evaluation|assessment)\b|\bSEF\b", re.I))
OTHER_PAPERS: tuple[tuple[str, re.Pattern[str]], ...] = (
    PEERS,
    THEMSELVES,
    ("a note of an annual conversation", re.compile(r"\bannual\s+(?:conversation|engagement\s+meeting)\b", re.I)),
    (
        "an annual rating of children's services",
        re.compile(r"\bchildren.?s\s+services\s+(?:annual\s+)?(?:assessment|rating)\b|\bannual\s+rating\b", re.I),
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
    ("minutes of a meeting", re.compile(r"^\s*(?:draft\s+)?minutes\b", re.I)),
)
PLAN = re.compile(r"\bplans?\b", re.I)
TOP = 6


def looks_like(blocks: Sequence[Block]) -> str | None:
    """What a document that is no inspection seems to be, by the first title or subject that tells it, or None."""
    return next((name for words in _titles(blocks[:FRONT]) for name, own in OTHER_PAPERS if own.search(words)), None)


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
