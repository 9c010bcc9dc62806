"""Actions that are printed as points with labels, and as cards."""

import pytest

from ingest.blocks import Block, BlockKind, Place, TableCell, TableRow
from ingest.profiles.plans.points import as_tables, lone_point
from ingest.readers.text import read


def tables(*lines: str) -> list[list[tuple[str, ...]]]:
    blocks = as_tables(read("\n\n".join(lines).encode()).blocks)
    return [[row.texts for row in block.rows] for block in blocks if block.rows]


def test_points_with_labels_under_them_are_rows() -> None:
    found = tables(
        "1. Review every plan.", "Lead: Head of Service", "By: March 2025", "Status: Complete",
        "2. Visit every family.", "Lead: Team Manager", "By: ongoing", "Status: Amber",
    )  # fmt: skip
    assert found == [
        [
            ("Ref", "Action", "Lead", "By when", "RAG"),
            ("1", "Review every plan.", "Head of Service", "March 2025", "Complete"),
            ("2", "Visit every family.", "Team Manager", "ongoing", "Amber"),
        ]
    ]


def test_labels_behind_the_words_of_a_point_are_its_fields() -> None:
    found = tables(
        "1. Review every plan. Lead: Head of Service. By when: March 2025.",
        "2. Visit every family. Lead: Team Manager. By when: May 2025.",
    )
    assert found[0][1:] == [
        ("1", "Review every plan.", "Head of Service", "March 2025"),
        ("2", "Visit every family.", "Team Manager", "May 2025"),
    ]


def test_labels_alone_begin_with_the_action() -> None:
    found = tables(
        "Action: Review plans", "Owner: Ann", "Deadline: May", "Action: Visit", "Owner: Bob", "Deadline: June"
    )
    assert found == [[("Action", "Lead", "By when"), ("Review plans", "Ann", "May"), ("Visit", "Bob", "June")]]


REVIEW = ("Action: Review plans", "Lead: Ann", "By: May")
VISIT = ("Action: Visit", "Lead: Bob", "By: June")
ONE, TWO = "Recommendation 1: The quality of plans", "Recommendation 2: Visits to homes"


@pytest.mark.parametrize("two", [TWO, "Area for improvement: Visits to homes", "Priority 2: Visits"])
def test_a_heading_over_the_next_points_is_no_label_of_those_above_it(two: str) -> None:
    one = two.replace("Visits", "Plans").replace("2", "1")
    header = ("Action", "Lead", "By when")
    assert tables(one, *REVIEW, two, *VISIT) == [
        [header, ("Review plans", "Ann", "May")],
        [header, ("Visit", "Bob", "June")],
    ]


def test_the_name_of_a_recommendation_among_the_labels_of_each_point_is_one_of_them() -> None:
    header = ("Action", "Lead", "By when", "Recommendation")
    rows = [header, ("Review plans", "Ann", "May", ONE), ("Visit", "Bob", "June", TWO)]
    assert tables(REVIEW[0], ONE, *REVIEW[1:], VISIT[0], TWO, *VISIT[1:]) == [rows]
    assert tables(*REVIEW, ONE, *VISIT, TWO) == [rows]
    assert tables(ONE, TWO, REVIEW[0], ONE, *REVIEW[1:], VISIT[0], TWO, *VISIT[1:]) == [rows]


def test_a_point_alone_under_its_heading_is_one_where_the_plan_has_others() -> None:
    found = tables("Plans", *REVIEW, "Words.", *VISIT)
    assert [rows[1:] for rows in found] == [[("Review plans", "Ann", "May")], [("Visit", "Bob", "June")]]


def test_a_point_beside_a_table_of_actions_is_one_and_one_alone_is_told() -> None:
    table = "Ref\tAction\tLead\tBy when\n2.1\tVisit\tBob\tJune"
    lines = ("Action 1.1", "Review plans", "Lead: Ann", "By: May")
    assert tables(*lines, "Words.", table)[0][1] == ("1.1", "Review plans", "Ann", "May")
    assert tables(*lines, "Words.") == []
    lone = lone_point(read("\n\n".join((*lines, "Words.")).encode()).blocks)
    assert lone is not None
    assert lone.text == "Action 1.1"
    assert lone_point(read(b"Words.\n\nMore words.").blocks) is None
    card = lone_point(read(b"Action\tReview plans\nLead\tAnn\n\nWords.").blocks)
    assert card is not None
    assert card.text == "Action\tReview plans\nLead\tAnn"


def headings(*lines: str) -> list[list[tuple[str, ...]]]:
    """The tables of lines of which one with a # is a heading, one with a dash an item, any other a paragraph."""
    kinds = {"#": BlockKind.HEADING, "-": BlockKind.ITEM}
    texts = [(kinds.get(line[0], BlockKind.PARAGRAPH), line.lstrip("#- ")) for line in lines]
    blocks = as_tables([Block(kind, text, text, Place(line=at)) for at, (kind, text) in enumerate(texts, 1)])
    return [[row.texts for row in block.rows] for block in blocks if block.rows]


def test_headings_with_labels_under_them_are_points_and_their_items_are_none() -> None:
    review, visit = ("# Review plans", "- Lead: Ann", "- Deadline: May"), ("# Visit", "- Lead: Bob", "- Deadline: June")
    header = ("Action", "Lead", "By when")
    assert headings(*review, *visit) == [[header, ("Review plans", "Ann", "May"), ("Visit", "Bob", "June")]]
    assert headings("# Recommendation 1: Plans", *review[1:], *visit) == []
    assert headings("# Our plan", "- Lead: Ann", "- Status: Draft", *REVIEW, *VISIT)[0][0] == (
        "Action",
        "Lead",
        "By when",
    )
    numbered = Block(BlockKind.HEADING, "Visit", "1. Visit", Place(line=9), number="1")
    labels = [Block(BlockKind.ITEM, text, text, Place(line=10 + at)) for at, text in enumerate(VISIT[1:])]
    above = read("\n\n".join((ONE, *REVIEW, TWO)).encode()).blocks
    assert [block.rows[1].texts for block in as_tables([*above, numbered, *labels]) if block.rows] == [
        ("Review plans", "Ann", "May"),
        ("1", "Visit", "Bob", "June"),
    ]
    assert headings("# Plans", *review[1:], "- Review them", "# Homes", *visit[1:], "- Visit them") == []


def test_cards_of_labels_and_values_are_rows() -> None:
    found = tables("Action\tReview plans\nLead\tAnn\nBy when\tMay", "Action\tVisit\nLead\tBob\nBy when\tJune")
    assert found == [[("Action", "Lead", "By when"), ("Review plans", "Ann", "May"), ("Visit", "Bob", "June")]]


def test_the_list_in_a_cell_of_a_card_stays_a_list() -> None:
    items = TableCell(("Review plans", "Visit homes"), items=(0, 1))
    rows = tuple(
        TableRow((TableCell((label,)), cell))
        for label, cell in (
            ("Action", items),
            ("Lead", TableCell(("Ann",))),
            ("Action", TableCell(("Audit",))),
            ("Lead", TableCell(("Bob",))),
        )
    )
    (table,) = as_tables([Block(BlockKind.TABLE, "", "", Place(), rows=rows)])
    assert [(row.cells[0].paragraphs, row.cells[0].items) for row in table.rows[1:]] == [
        (("Review plans", "Visit homes"), (0, 1)),
        (("Audit",), ()),
    ]


def test_numbered_prose_and_a_single_point_stay_what_they_are() -> None:
    assert tables("1. Words of all.", "2. More words.") == []
    assert tables("1. Review every plan.", "Lead: Head of Service") == []
    assert tables("1. Words: of all.", "Note: nothing", "2. More.", "Note: nothing") == []
    assert tables("Name\tRole\nAnn\tHead") == [[("Name", "Role"), ("Ann", "Head")]]


def test_a_made_table_keeps_the_words_and_the_places_of_its_points() -> None:
    lines = ("Plan", "1. Review plans.", "Lead: Ann", "2. Visit.", "Lead: Bob", "Words.")
    first, table, last = as_tables(read("\n\n".join(lines).encode()).blocks)
    assert (first.text, last.text) == ("Plan", "Words.")
    assert table.text == "Ref\tAction\tLead\n1\tReview plans.\tAnn\n2\tVisit.\tBob"
    assert table.orig == "1. Review plans.\nLead: Ann\n2. Visit.\nLead: Bob"
    assert (table.kind, table.place.line) == (BlockKind.TABLE, 3)
    assert [row.place.line for row in table.rows] == [3, 3, 7]
    assert [[cell.place.line for cell in row.cells] for row in table.rows[1:]] == [[3, 3, 3], [7, 7, 7]]


def test_a_made_table_of_cards_keeps_their_rows_as_they_stand() -> None:
    cards = "Action\tReview plans\nLead\tAnn\nNotes\tX\tY\nLead\tBob"
    (untouched,) = as_tables(read(cards.encode()).blocks)
    assert untouched.text.startswith("Action\tReview plans")
    (table,) = as_tables(read(b"Action\tReview plans\nLead\tAnn\nAction\tVisit\nLead\tBob").blocks)
    assert table.orig == "Action\tReview plans\nLead\tAnn\nAction\tVisit\nLead\tBob"
    assert [row.place.line for row in table.rows] == [1, 1, 3]


@pytest.mark.parametrize(
    ("lines", "rows"),
    [
        # a point without a number is a bullet; one point may lack what another has
        (("- Review plans.", "Lead: Ann", "- Visit.", "By: May"), [
            ("Action", "Lead", "By when"), ("Review plans.", "Ann", ""), ("Visit.", "", "May"),
        ]),
        # a second label of the same field goes on with the first; one without words adds nothing
        (("1. Review plans.", "Lead: Ann", "Lead: Bob", "Status:", "2. Visit.", "Lead: Cid"), [
            ("Ref", "Action", "Lead"), ("1", "Review plans.", "Ann Bob"), ("2", "Visit.", "Cid"),
        ]),
        # labels in brackets, with a dash, or in several words
        (("1. Review plans (Lead: Ann, By when: May)", "2. Visit (Lead: Bob, By when: June)"), [
            ("Ref", "Action", "Lead", "By when"), ("1", "Review plans", "Ann", "May"), ("2", "Visit", "Bob", "June"),
        ]),
        (("1. Review plans.", "Who? – Ann", "By when - May", "2. Visit.", "Who? – Bob", "By when - June"), [
            ("Ref", "Action", "Lead", "By when"), ("1", "Review plans.", "Ann", "May"), ("2", "Visit.", "Bob", "June"),
        ]),
        (("1. Review plans. Lead: Ann. Lead: Bob", "2. Visit. Lead: Cid."), [
            ("Ref", "Action", "Lead"), ("1", "Review plans.", "Ann Bob"), ("2", "Visit.", "Cid"),
        ]),
        (("1. Review plans, Lead: Ann", "Status: Amber", "2. Visit. Lead: Cid."), [
            ("Ref", "Action", "Lead", "RAG"), ("1", "Review plans", "Ann", "Amber"), ("2", "Visit.", "Cid", ""),
        ]),
        # several labels in one line, and labels of columns without a field
        (("1. Review plans.", "Lead: Ann. By when: May", "2. Visit.", "Lead: Bob | Review date: July By when: June"), [
            ("Ref", "Action", "Lead", "By when", "Review date"), ("1", "Review plans.", "Ann", "May", ""),
            ("2", "Visit.", "Bob", "June", "July"),
        ]),
        # the word for an action with its number, in the same line or over it
        (("Action 1: Review plans", "Lead: Ann", "Action 2", "Visit homes", "Lead: Bob"), [
            ("Ref", "Action", "Lead"), ("1", "Review plans", "Ann"), ("2", "Visit homes", "Bob"),
        ]),
    ],
)  # fmt: skip
def test_points_are_read_in_every_form_of_their_labels(lines: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    assert tables(*lines) == [rows]


@pytest.mark.parametrize(
    "lines",
    [
        ("1. Review plans.", "Progress: slow", "2. Visit.", "Progress: good"),
        ("Review plans.", "Lead: Ann", "Visit.", "Lead: Bob"),
        ("1. Review plans.", "Floor: two", "2. Visit.", "Floor: three"),
        ("1. Lead: Ann", "2. Lead: Bob"),
    ],
)
def test_points_without_a_lead_a_date_or_a_rating_stay_what_they_are(lines: tuple[str, ...]) -> None:
    assert tables(*lines) == []


def test_a_table_with_more_than_two_columns_or_another_label_is_no_card() -> None:
    two = "Action\tReview\nLead\tAnn\nAction\tVisit\nLead\tBob"
    assert tables(two)[0][0] == ("Action", "Lead")
    assert tables(f"{two}\nFloor\tTwo")[0][0] == ("Action", "Review")
    assert tables(f"{two}\nLead\tAnn\tBob")[0][0] != ("Action", "Lead")
    assert tables("Lead\tAnn\nBy when\tMay\nLead\tBob\nBy when\tJune")[0][0] == ("Lead", "Ann")
    assert tables(f"{two}\n\t\nAction\tPlan\nLead\tCid")[0][-1] == ("Plan", "Cid")


def test_cards_with_two_labels_in_a_row_and_with_their_number_over_them_are_rows() -> None:
    pair = "Ref\t{}\tStatus\t{}\nAction\t{}\t\t\nLead\tAnn\tBy when\tMay"
    found = tables(pair.format("1", "Red", "Review plans"), pair.format("2", "Green", "Visit"))
    assert found[0][:2] == [("Ref", "Action", "Lead", "By when", "RAG"), ("1", "Review plans", "Ann", "May", "Red")]
    numbered = tables("Action 1", "Action\tReview plans\nLead\tAnn", "Action 2", "Action\tVisit\nLead\tBob")
    assert numbered == [[("Ref", "Action", "Lead"), ("1", "Review plans", "Ann"), ("2", "Visit", "Bob")]]
