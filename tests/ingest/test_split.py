"""Documents are cut where a report opens, and what stands right in front of an opening goes with it."""

from collections.abc import Collection

import pytest

from ingest.blocks import Block, BlockKind, Box, Place, ReadDocument, TableCell, TableRow
from ingest.drafts import ReportDraft
from ingest.profiles import families
from ingest.profiles.protocol import Part
from ingest.split import split, split_up
from inspections.vocabulary import ReportKind

TITLE = "Inspection of children's services"


class OpensAtTitle:
    """A profile whose reports open with one title."""

    name = "title/1"
    kind = ReportKind.ILACS
    family = families.GRADED

    def opens(self, blocks: tuple[Block, ...], index: int) -> bool:
        """Tell the title by its words."""
        return blocks[index].text == TITLE

    def score(self, part: Part) -> float:
        """Splitting does not ask."""
        raise NotImplementedError

    def extract(self, part: Part) -> ReportDraft:
        """Splitting does not ask."""
        raise NotImplementedError


def block(text: str, kind: BlockKind = BlockKind.PARAGRAPH, page: int | None = 1) -> Block:
    return Block(kind, text, text, Place(page=page))


def parts(*blocks: Block) -> list[list[str]]:
    """The words of each part."""
    document = ReadDocument("0" * 64, "application/pdf", 1, blocks, "pdf/1")
    return [[one.text for one in part.blocks] for part in split(document, (OpensAtTitle(),))]


PROSE = "Leaders know their service, and what they know of it is written down where everybody can read it again."
FIRST = (block(TITLE), block("Leaders know their service."))
FOOT = block("17 to 28 July 2023 2", BlockKind.FURNITURE)


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


def test_the_foot_of_the_page_before_an_opening_stays_with_its_page():
    second = (block("Ofsted", page=2), block("Wexcombe 1", BlockKind.FURNITURE, page=2), block(TITLE, page=2))
    assert parts(*FIRST, FOOT, *second) == [
        [*(one.text for one in FIRST), FOOT.text],
        ["Ofsted", "Wexcombe 1", TITLE],
    ]


def test_what_stands_on_the_page_of_an_opening_belongs_to_it_unless_it_is_prose():
    assert parts(*FIRST, block(PROSE, page=2), block("Ofsted", page=2), block(TITLE, page=2)) == [
        [*(one.text for one in FIRST), PROSE, "Ofsted"],
        [TITLE],
    ]


def test_two_openings_on_one_page_part_at_the_second():
    assert parts(block(TITLE), block("A line"), block(TITLE)) == [[TITLE, "A line"], [TITLE]]


def test_a_running_title_opens_nothing():
    assert parts(*FIRST, block(TITLE, BlockKind.FURNITURE)) == [[*(one.text for one in FIRST), TITLE]]


def test_without_pages_furniture_goes_with_the_side_that_prints_it_again():
    foot, head = block("Quay 7", BlockKind.FURNITURE, None), block("Wexcombe", BlockKind.FURNITURE, None)
    first = (block(TITLE, page=None), block("Quay 6", BlockKind.FURNITURE, None), block("Plans.", page=None))
    assert parts(*first, foot, head, block(TITLE, page=None), head) == [
        [TITLE, "Quay 6", "Plans.", "Quay 7"],
        ["Wexcombe", TITLE, "Wexcombe"],
    ]


class CutAgain:
    """A document that notes at which pages it is cut."""

    def __init__(self, *blocks: Block) -> None:
        self.pages: list[set[int]] = []
        self.document = ReadDocument("0" * 64, "application/pdf", 3, blocks, "pdf/1", recut=self)

    def __call__(self, pages: Collection[int]) -> ReadDocument:
        self.pages.append(set(pages))
        return self.document


@pytest.mark.parametrize(
    ("blocks", "cuts"),
    [
        ((*FIRST, block(TITLE, page=2)), [{2}]),
        ((*FIRST, block(PROSE, page=2), block(TITLE, page=2)), []),
        (FIRST, []),
    ],
)
def test_a_document_is_read_anew_where_its_second_part_begins_with_a_page(
    blocks: tuple[Block, ...], cuts: list[set[int]]
) -> None:
    again = CutAgain(*blocks)
    split_up(again.document, (OpensAtTitle(),))
    assert again.pages == cuts


def test_a_table_joined_to_one_of_the_report_before_cuts_at_the_page_where_it_ends() -> None:
    boxes = (Box(1, 0, 0, 9, 9), Box(2, 0, 0, 9, 9))
    again = CutAgain(*FIRST, Block(BlockKind.TABLE, TITLE, TITLE, Place(1, boxes=boxes)))
    split_up(again.document, (OpensAtTitle(),))
    assert again.pages == [{2}]


def test_prose_on_an_earlier_page_in_front_of_the_first_report_is_a_part_of_its_own() -> None:
    title = block(TITLE, page=2)
    assert parts(block(PROSE), block("Wexcombe", page=2), title) == [[PROSE], ["Wexcombe", TITLE]]
    assert parts(block("Wexcombe Council"), block("Dock Road"), title) == [["Wexcombe Council", "Dock Road", TITLE]]
    assert parts(block(PROSE, page=2), title) == [[PROSE, TITLE]]


def test_the_cells_of_a_table_in_front_of_the_first_report_are_prose_too() -> None:
    table = Block(BlockKind.TABLE, "", "", Place(1), rows=(TableRow((TableCell((PROSE,)),)),))
    assert len(parts(table, block(TITLE, page=2))) == 2


def test_without_pages_what_stands_between_the_prose_and_the_title_goes_with_the_title() -> None:
    name, title = block("Wexcombe", page=None), block(TITLE, page=None)
    assert parts(block(PROSE, page=None), name, title) == [[PROSE], ["Wexcombe", TITLE]]


def test_standard_text_in_front_of_the_first_report_belongs_to_it() -> None:
    standard = "You may reuse this information, not including logos, free of charge and as often as you like to do it."
    assert len(parts(block(standard), block(TITLE, page=2))) == 1


def test_the_line_that_says_of_which_meeting_an_item_is_belongs_to_its_paper() -> None:
    item = "Meeting of the Children's Services Scrutiny Board of Wexcombe, Thursday, 13th July, 2017 2.00 pm (Item 5.)"
    assert parts(block(item, page=None), block(TITLE, page=None)) == [[item, TITLE]]
    assert parts(block(PROSE, page=None), block(TITLE, page=None)) == [[PROSE], [TITLE]]
