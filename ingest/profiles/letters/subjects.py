"""The subject of a letter: the line under the salutation, or, where that line is lost, what the opening sentence tells.

A line is lost where an address box lies over it or recognition has broken it. The opening sentence of these letters
says what they are about ("This letter summarises the findings of the focused visit to ... on ..."); it stands in for
the subject only in a letter that is addressed and signed.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.blocks import Block, BlockKind
from ingest.profiles.letters.form import LetterForm
from ingest.profiles.letters.text import is_heading
from ingest.structure.council_paper import is_of_inspectors
from ingest.wording.closings import VALEDICTION

LETTERHEAD_LENGTH = 60
LONGEST_SUBJECT = 260
DEAR = re.compile(r"^dear\b", re.I)
TOLD = re.compile(
    r"this\s+(?:letter|report)\b.{0,80}?\b(?:findings|outcomes?|results?|conclusions?)\b.{0,30}?\b(?:of|from|following)"
    r"\s+(?:(?:the|our|a|an|recent|ofsted's|ofsted|local|authority)\s+){0,4}(?P<what>.+)",
    re.I | re.S,
)
WHEN = re.compile(
    r"\s*,|\s+(?:on|between|from|which|that|carried|undertaken|conducted|took|held|in\s+\w+\s+\d{4})\b", re.I
)


def is_subject(form: LetterForm, blocks: Sequence[Block], index: int) -> bool:
    """Tell whether a block is the subject line of a letter of the form."""
    block = blocks[index]
    if block.kind not in (BlockKind.HEADING, BlockKind.PARAGRAPH) or len(block.text) > LONGEST_SUBJECT:
        return False
    if not form.subject.match(block.text):
        return False
    addressed = any(DEAR.match(b.text) for b in blocks[max(0, index - 3) : index])
    headed = is_heading(block) or (addressed and not block.text.endswith("."))
    return headed and is_of_inspectors(blocks, index, addressed)


def told_subject(form: LetterForm, block: Block) -> Block | None:
    """The subject as a heading that an opening sentence tells, or None."""
    told = TOLD.match(block.text)
    if block.kind is BlockKind.TABLE or told is None or not form.subject.match(told["what"]):
        return None
    end = WHEN.search(told["what"])
    words = told["what"][: end.start() if end else LONGEST_SUBJECT].rstrip(" .")
    return replace(block, kind=BlockKind.HEADING, text=words[:1].upper() + words[1:])


def subject_at(form: LetterForm, blocks: Sequence[Block]) -> tuple[int, Block] | None:
    """Where a letter names its subject near its top, and the subject; the line comes before the opening sentence."""
    top = range(min(LETTERHEAD_LENGTH, len(blocks)))
    for index in top:
        if is_subject(form, blocks, index):
            return index, blocks[index]
    return next(((i, told) for i in top if (told := tells_subject(form, blocks, i))), None)


def tells_subject(form: LetterForm, blocks: Sequence[Block], index: int) -> Block | None:
    """The subject that a block tells as the opening sentence of a letter that is addressed and signed."""
    told = told_subject(form, blocks[index])
    if told is None:
        return None
    addressed = any(DEAR.match(b.text) for b in blocks[max(0, index - LETTERHEAD_LENGTH) : index])
    signed = any(VALEDICTION.match(b.text) for b in blocks[index:])
    return told if addressed and signed and is_of_inspectors(blocks, index, addressed) else None
