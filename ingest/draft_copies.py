"""Draft copies of inspection reports: what a council is sent to check before the report is final.

The title or a line of its own says so ("DRAFT for factual accuracy check"), or a running line does on every page.
Grades and words may change until publication, so a draft is never read as complete. Papers and plans of councils often
are drafts and stay what they are.
"""

import re
from collections.abc import Sequence

from ingest.blocks import Block, BlockKind
from ingest.notices import NoticeDraft
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel

FRONT = 16
"""Blocks of a report among which its title stands."""
LONGEST_LINE = 160
_WHAT = r"(?:(?:inspection|outcome|ofsted|final)\s+){0,2}(?:report|letter|copy|version|findings|outcomes?)"
DRAFT = re.compile(
    rf"^\W*(?:(?:strictly\s+|in\s+)?(?:private|confidential|confidence|restricted)\W+(?:and\s+\w+\W+)?)?"
    rf"(?:pre-?publication\s+|first\s+|second\s+|final\s+|provisional\s+)?draft\b\W*"
    rf"(?:$|[-–—:(]|(?:for|not\s+for|subject|until|v?\d)\b|(?:{_WHAT}|(?:joint\s+|area\s+)*(?:inspection|ilacs|send|jtai))\b)"
    rf"|^[^.]{{0,120}}(?:[-–—:(]|\s)\s*(?:final\s+)?draft\W*(?:(?:{_WHAT}|v?\d+)\W*)?$"
    rf"|\b(?:for|subject\s+to|pending)\s+(?:a\s+)?factual\s+accuracy(?:\s+check\w*)?\W*$"
    r"|\bpre-?publication\s+(?:report|copy|version|draft)\b|\bnot\s+for\s+(?:onward\s+)?(?:publication|circulation)\W*$",
    re.I,
)


def draft_notice(blocks: Sequence[Block]) -> NoticeDraft | None:
    """An error (``draft-report``) where the title or a line of an inspection's report says that it is a draft."""
    titles = (block for block in blocks[:FRONT] if block.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH))
    running = (block for block in blocks if block.kind is BlockKind.FURNITURE)
    said = next((b for b in (*titles, *running) if len(b.text) <= LONGEST_LINE and DRAFT.search(b.text)), None)
    if said is None:
        return None
    message = (
        f"The document says that it is a draft (“{said.text[:80]}”): its grades and words may differ from the report "
        "that was published. Read the published report."
    )
    return NoticeDraft(NoticeLevel.ERROR, NoticeCode.DRAFT_REPORT, message, said.place.page, said.place.line)
