"""The review of a Local Safeguarding Children Board by itself, 2013 to 2018.

Bound in behind a single inspection, or alone.

The headings are those of the board's part of a single inspection. Order of decision: a sentence on the cover or in the
body awards the one grade; the recommendations may be bullets or numbered; the numbered paragraphs, which begin at 1
again, carry the judgement.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.blocks import Block, BlockKind
from ingest.drafts import ReportDraft
from ingest.profiles import families
from ingest.profiles.graded import sif
from ingest.profiles.protocol import Part
from ingest.structure.body import Body
from ingest.structure.cover import DATES, cover_prose, labelled
from ingest.structure.grade_claims import row_claims, sentence_claims
from ingest.structure.graded_report import Expected, Found, graded_report
from ingest.structure.outline import Outline, Role, rejoin_headings
from ingest.wording.domains import BOARD, SIF_ROWS, SIF_SENTENCES, expected
from inspections.vocabulary import ReportKind

NAME = "lscb-review/1"
TITLE = re.compile(
    r"(?:inspection|review)\s+of\s+(?:the\s+)?effectiveness\s+of\s+(?:the\s+)?local\s+safeguarding\s+children'?s?\s+board",
    re.I,
)
COVER_LENGTH = 12
TITLE_LENGTH = 140
SENTENCES = tuple(wording for wording in SIF_SENTENCES if wording.domain == BOARD)

# Everything in the report is about the board, whichever heading it stands under.
RULES = tuple(rule if rule.role is Role.BOILERPLATE else replace(rule, domain=BOARD) for rule in sif.RULES)


def _is_title(block: Block) -> bool:
    return (
        block.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH)
        and len(block.text) < TITLE_LENGTH
        and bool(TITLE.match(block.text))
    )


def _names(block: Block) -> bool:
    """A heading above the title that can only be the name of the area or of its board."""
    return block.kind is BlockKind.HEADING and len(block.text) < TITLE_LENGTH and not sif.TITLE.search(block.text)


class LscbReview:
    """The profile of reviews of a board that have a cover of their own."""

    name = NAME
    kind = ReportKind.LSCB_REVIEW
    family = families.BOARD_REVIEW

    def opens(self, blocks: tuple[Block, ...], index: int) -> bool:
        """A review opens with its title, or the name above it, and its dates.

        On the cover of a single inspection it does not.
        """
        if _is_title(blocks[index]):
            at = index
            if index and _names(blocks[index - 1]) and blocks[index - 1].page == blocks[index].page:
                return False
        elif _names(blocks[index]) and index + 1 < len(blocks) and _is_title(blocks[index + 1]):
            at = index + 1
        else:
            return False
        before = blocks[max(0, at - 6) : at]
        inspected = any(sif.TITLE.search(block.text) for block in before)
        return not inspected and labelled(blocks[at : at + COVER_LENGTH], DATES) is not None

    def score(self, part: Part) -> float:
        """Tell by the title (no single inspection's), the sentence that awards the grade, and the board's sections."""
        cover = part.blocks[:COVER_LENGTH]
        if not any(_is_title(block) for block in cover):
            return 0
        if sif.TITLE.search(" ".join(block.text for block in cover)) or row_claims(cover, SIF_ROWS):
            return 0
        outline = Outline(RULES)
        sections = any(o.rule.domain == BOARD for block in part.blocks if (o := outline.opening(block)))
        hints = (labelled(cover, DATES) is not None, bool(sentence_claims(cover, SENTENCES)), sections)
        return (1 + sum(hints)) / 4 if any(hints) else 0

    def extract(self, part: Part) -> ReportDraft:
        """Read the review."""
        blocks = rejoin_headings(part.blocks, RULES)
        end = sif.cover_end(blocks)
        cover = blocks[:end]
        body = Body(Outline(RULES), SENTENCES).read_cover(cover_prose(cover)).read(blocks[end:])
        title = next((block.text for block in cover if TITLE.search(block.text)), "")
        claims = [*sentence_claims(cover, SENTENCES), *body.claims]
        names = _cover_names(cover)
        facts = Expected(expected(self.kind), untabled=frozenset({BOARD}), led=False)
        return graded_report(self, blocks, Found(title, names, cover, body, claims), facts)


def _cover_names(cover: Sequence[Block]) -> list[str]:
    return [block.text for block in cover[:4] if block.kind is not BlockKind.TABLE]
