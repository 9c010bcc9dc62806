"""Documents are cut where a report opens, and what stands right in front of an opening goes with it."""

import pytest

from ingest.blocks import Block, BlockKind, Place, ReadDocument
from ingest.drafts import ReportDraft
from ingest.profiles.protocol import Part
from ingest.split import split
from inspections.vocabulary import ReportKind

TITLE = "Inspection of children's services"


class OpensAtTitle:
    """A profile whose reports open with one title."""

    name = "title/1"
    kind = ReportKind.ILACS

    def opens(self, blocks: tuple[Block, ...], index: int) -> bool:
        """Tell the title by its words."""
        return blocks[index].text == TITLE

    def score(self, part: Part) -> float:
        """Splitting does not ask."""
        raise NotImplementedError

    def extract(self, part: Part) -> ReportDraft:
        """Splitting does not ask."""
        raise NotImplementedError


def block(text: str, kind: BlockKind = BlockKind.PARAGRAPH) -> Block:
    return Block(kind, text, text, Place(page=1))


def parts(*blocks: Block) -> list[list[str]]:
    """The words of each part."""
    document = ReadDocument("0" * 64, "application/pdf", 1, blocks, "pdf/1")
    return [[one.text for one in part.blocks] for part in split(document, (OpensAtTitle(),))]


FIRST = (block(TITLE), block("Leaders know their service."))


@pytest.mark.parametrize(
    "in_front",
    [
        (),
        (block("Page 12", BlockKind.FURNITURE),),
        (block("Wexcombe Council", BlockKind.FURNITURE), block("Page 12", BlockKind.FURNITURE)),
        (block("Appendix 2"),),
        (block("Appendix 2"), block("Page 12", BlockKind.FURNITURE)),
        (block("Page 12", BlockKind.FURNITURE), block("Wexcombe", BlockKind.HEADING)),
    ],
)
def test_furniture_labels_and_names_right_in_front_of_an_opening_belong_to_it(in_front):
    assert parts(*FIRST, *in_front, block(TITLE)) == [
        [one.text for one in FIRST],
        [*(one.text for one in in_front), TITLE],
    ]


def test_what_stands_before_the_first_opening_belongs_to_the_first_part():
    assert parts(block("Page 1", BlockKind.FURNITURE), block("Of interest."), *FIRST, block(TITLE)) == [
        ["Page 1", "Of interest.", TITLE, "Leaders know their service."],
        [TITLE],
    ]
