"""The legend with which a report explains the numbers of its grades, compared with the scale of its framework.

4 is the best grade of the reviews and assessments until 2008 and the worst of later inspections, so a legend that
explains a number otherwise than the framework does gives ``grade-scale``.
"""

import re
from collections.abc import Iterable, Iterator

from ingest.blocks import Block
from ingest.notices import NoticeDraft
from ingest.wording.grades import grade_of, grade_on_scale
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel

LEGEND = re.compile(r"(?<!\d)([1-4])\s*[:=]\s*([a-z]+)", re.I)


def check_legend(blocks: Iterable[Block], framework: str) -> Iterator[NoticeDraft]:
    """A notice for each number that a legend in the blocks explains differently from the framework."""
    for block in blocks:
        for number, word in LEGEND.findall(block.text):
            code = grade_of(word) or grade_on_scale(word, framework)
            known = grade_on_scale(number, framework)
            if code and code != known:
                message = f"The legend says that {number} is {word}; in this framework it is {known}. Check the grades."
                place = block.place
                yield NoticeDraft(NoticeLevel.ERROR, NoticeCode.GRADE_SCALE, message, place.page, place.line)
