"""Lines of text files: where they stand, their text without mark-up, and the joining of wrapped ones."""

import pytest

from ingest.readers.text_lines import SourceLine, clean, source_lines, unwrap, without_bullets


def test_lines_and_pages_count_from_one_and_blank_lines_are_remembered() -> None:
    assert list(source_lines("One\nTwo\n\n \t\nFive\r\nSix\rSeven")) == [
        SourceLine("One", 1, None, True),
        SourceLine("Two", 2, None, False),
        SourceLine("Five", 5, None, True),
        SourceLine("Six", 6, None, False),
        SourceLine("Seven", 7, None, False),
    ]


def test_a_form_feed_begins_a_page_inside_a_line_too() -> None:
    assert list(source_lines("One\fTwo\n\fThree\f\fFive")) == [
        SourceLine("One", 1, 1, True),
        SourceLine("Two", 1, 2, True),
        SourceLine("Three", 2, 3, True),
        SourceLine("Five", 2, 5, True),
    ]


def test_what_is_not_printed_is_taken_out() -> None:
    assert [line.text for line in source_lines("\ufeffChil\u00addren\u200b \u2060safe\n\u200d\n")] == ["Children safe"]


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("The **board** met", "The board met"),
        ("<u>public</u> <br/>and <b>open</b>", "public and open"),
        ("see <https://town.example>.", "see https://town.example."),
        ("less than < 3 and > 2", "less than < 3 and > 2"),
        ("the board\u00b9 met\u00b2\u00b3", "the board met"),
        ("5 m\u00b2 and 10\u00b2", "5 m and 10\u00b2"),
        ("\u00b9 alone", "\u00b9 alone"),
        ("an *open* town", "an open town"),
        ("2 * 3 * 4 and a*b*c", "2 * 3 * 4 and a*b*c"),
        ("  wide\t\u00a0space  ", "wide space"),
    ],
)
def test_mark_up_raised_figures_and_white_space_are_cleaned(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


FIRST = "Social workers see the children that they work with each"
SECOND = "week."


def wrapped(*pairs: tuple[str, str], after_blank: bool = False) -> list[str]:
    """The texts of a hard-wrapped file of ten paragraphs of two lines, with those given at its end."""
    lines: list[SourceLine] = []
    for first, second in [(FIRST, SECOND)] * 10 + list(pairs):
        lines.append(SourceLine(first, len(lines) + 1, None, True))
        lines.append(SourceLine(second, len(lines) + 1, None, after_blank if (first, second) in pairs else False))
    return [line.text for line in unwrap(lines)]


@pytest.mark.parametrize(
    ("lines", "texts", "items"),
    [
        (["• Visit", "• Plan"], ["Visit", "Plan"], (0, 1)),
        (["We will:", "- Visit", "- Plan"], ["We will:", "Visit", "Plan"], (1, 2)),
        (["- 5", "Plan"], ["- 5", "Plan"], ()),
        (["•Visit"], ["Visit"], (0,)),
        (["• Visit", "  • at home", "o alone", "• Plan"], ["Visit", "  • at home", "o alone", "Plan"], (0, 3)),
        (["Visit", "Plan"], ["Visit", "Plan"], ()),
        ([], [], ()),
    ],
)
def test_bullets_of_the_outermost_list_are_no_words(lines: list[str], texts: list[str], items: tuple[int, ...]) -> None:
    assert without_bullets(lines) == (texts, items)


def test_wrapped_lines_are_joined() -> None:
    assert wrapped() == [f"{FIRST} {SECOND}"] * 10


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (FIRST, "12. Visits"),
        (FIRST, "- visits"),
        (FIRST, "\u00b9 A note"),
        (FIRST, "Help\tGood"),
        (FIRST + "\tGood", "visits"),
        ("A line that is shorter than forty-five signs", "visits"),
    ],
)
def test_what_opens_something_or_follows_a_short_line_is_not(first: str, second: str) -> None:
    assert wrapped((first, second))[10:] == [first, second]


def test_a_line_of_forty_five_signs_may_go_on_and_a_line_under_a_blank_one_continues_none() -> None:
    first = "A line that is as long as forty-five signs is"
    assert len(first) == 45
    assert wrapped((first, "visits"))[10:] == [f"{first} visits"]
    assert wrapped((first, "visits"), after_blank=True)[10:] == [first, "visits"]


def file_of(count: int, text: str, blank: bool = False) -> list[SourceLine]:
    return [SourceLine(text, n + 1, None, blank and n % 2 == 0) for n in range(count)]


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (file_of(20, FIRST), True),
        (file_of(19, FIRST), True),
        (file_of(19, FIRST + "."), False),
        (file_of(3, FIRST), True),
        (file_of(2, FIRST), False),
        ([*file_of(3, FIRST), *file_of(1, "x" * 70)], False),
        (file_of(20, "x" * 50), True),
        (file_of(20, "x" * 49), False),
        (file_of(20, "x" * 120), True),
        (file_of(20, "x" * 121), False),
        (file_of(20, FIRST + "."), False),
        (file_of(20, FIRST, blank=True), True),
        ([*file_of(7, FIRST), *file_of(13, FIRST + ".")], True),
        ([*file_of(6, FIRST)[:5], *file_of(15, FIRST + ".")], False),
        ([*file_of(19, FIRST), *file_of(5, "a\tb")], True),
    ],
)
def test_a_file_is_wrapped_when_many_full_lines_go_on(lines: list[SourceLine], joined: bool) -> None:
    assert (len(unwrap(lines)) < len(lines)) is joined


def test_a_tab_behind_a_marker_is_a_space_and_one_in_a_table_is_not() -> None:
    def texts(text: str) -> list[str]:
        return [line.text for line in source_lines(text)]

    assert texts("1.\tStaff\n3.14\tPlans\n-\tVisits\n\t\u2022\tCare\na)\tHelp") == [
        "1. Staff",
        "3.14 Plans",
        "- Visits",
        "\t\u2022 Care",
        "a) Help",
    ]
    assert texts("No\tAction\n1.\tStaff\n\n2.\tPlans") == ["No\tAction", "1.\tStaff", "2. Plans"]
    assert texts("1.\tStaff\tMay") == ["1.\tStaff\tMay"]


def test_tabs_at_the_ends_of_most_lines_part_nothing() -> None:
    assert [line.text for line in source_lines("Staff\t\nHelp\tGood\t\nPlans\t")] == ["Staff", "Help\tGood", "Plans"]
    assert next(line.text for line in source_lines("Help\tGood\t\nCare\tPoor\nStaff")) == "Help\tGood\t"


def test_the_lines_of_copied_text_go_on_when_they_are_full_or_the_next_one_is_in_lower_case() -> None:
    copied = [
        "The plan of the council is known to all who work there, and they say that it",
        "helps them. Carers are visited in good time.",
        "What has to be better",
        "\u2022 The plans of young people who leave care, so that they know what will come and",
        "when (see part 2)",
        "How young people are helped in the places where they live, and what they say of",
        "it",
    ]
    lines = [SourceLine(text, number, None, False) for number, text in enumerate(copied * 4, 1)]
    assert [line.text for line in unwrap(lines)][:4] == [
        f"{copied[0]} {copied[1]}",
        copied[2],
        f"{copied[3]} {copied[4]}",
        f"{copied[5]} it",
    ]
