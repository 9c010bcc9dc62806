"""Actions that are printed as points with labels, and as cards."""

from ingest.profiles.plans.points import as_tables
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
        ("1", "Review every plan.", "Head of Service.", "March 2025."),
        ("2", "Visit every family.", "Team Manager.", "May 2025."),
    ]


def test_labels_alone_begin_with_the_action() -> None:
    found = tables(
        "Action: Review plans", "Owner: Ann", "Deadline: May", "Action: Visit", "Owner: Bob", "Deadline: June"
    )
    assert found == [[("Action", "Lead", "By when"), ("Review plans", "Ann", "May"), ("Visit", "Bob", "June")]]


def test_cards_of_labels_and_values_are_rows() -> None:
    found = tables("Action\tReview plans\nLead\tAnn\nBy when\tMay", "Action\tVisit\nLead\tBob\nBy when\tJune")
    assert found == [[("Action", "Lead", "By when"), ("Review plans", "Ann", "May"), ("Visit", "Bob", "June")]]


def test_numbered_prose_and_a_single_point_stay_what_they_are() -> None:
    assert tables("1. Words of all.", "2. More words.") == []
    assert tables("1. Review every plan.", "Lead: Head of Service") == []
    assert tables("1. Words: of all.", "Note: nothing", "2. More.", "Note: nothing") == []
    assert tables("Name\tRole\nAnn\tHead") == [[("Name", "Role"), ("Ann", "Head")]]
