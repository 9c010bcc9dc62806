"""The body of a Cabinet report: numbered sections, quoted and own recommendations, lost numbers and headings."""

import pytest

from ingest.profiles.papers.cabinet_body import CabinetBody
from ingest.readers.text import read
from inspections.vocabulary import FindingKind


def body(*lines: str) -> CabinetBody:
    return CabinetBody().read(read("\n\n".join(lines).encode()).blocks)


def codes(read_body: CabinetBody) -> list[str]:
    return [notice.code for notice in (*read_body.records.notices, *read_body.checks())]


BACKGROUND = ("1. Background", "1.1 Ofsted came in May.", "1.2 It made a report.")


def test_a_numbered_heading_is_a_section_when_its_paragraphs_follow() -> None:
    read_body = body(*BACKGROUND, "2. Areas of progress", "2.1 Visits are on time.")
    assert [s.anchor for s in read_body.records.sections] == ["s1", "s2"]
    assert [(f.anchor, f.kind, f.section) for f in read_body.records.findings] == [
        ("para-1.1", FindingKind.FINDING, "s1"),
        ("para-1.2", FindingKind.FINDING, "s1"),
        ("para-2.1", FindingKind.PROGRESS, "s2"),
    ]
    assert codes(read_body) == []


def test_a_summary_is_one_only_in_front_of_the_numbered_sections() -> None:
    findings = body("Summary", "We report.", "1. Introduction", "1.1 Ofsted came.").records.findings
    assert [f.kind for f in findings] == [FindingKind.SUMMARY, FindingKind.FINDING]


def test_a_list_under_a_paragraph_that_speaks_of_recommendations_quotes_them() -> None:
    read_body = body(*BACKGROUND[:2], "1.2 It recommended:", "1. Visit on time.", "2. Plan better.")
    assert [(r.anchor, r.ref) for r in read_body.records.recommendations] == [
        ("para-1.2/rec-1", "1"),
        ("para-1.2/rec-2", "2"),
    ]


def test_a_list_is_quoted_once_the_paragraph_over_it_goes_on_to_speak_of_recommendations() -> None:
    read_body = body(*BACKGROUND[:2], "1.2 It had two parts:", "1. Strengths.", "It recommended:", "1. Visit on time.")
    (lead,) = (finding for finding in read_body.records.findings if finding.ref == "1.2")
    assert lead.text == "It had two parts: 1. Strengths. It recommended:"
    assert [r.anchor for r in read_body.records.recommendations] == ["para-1.2/rec-1"]


def test_recommendations_name_whom_they_ask() -> None:
    read_body = body(*BACKGROUND, "2. Recommendations", "2.1 The Cabinet is asked to agree.", "2.2 It notes this.")
    assert [(r.anchor, r.addressee) for r in read_body.records.recommendations] == [
        ("rec-2.1", "The Cabinet"),
        ("rec-2.2", "The Cabinet"),
    ]


def test_letters_under_a_recommendation_that_announces_them_are_its_parts() -> None:
    read_body = body("1. Recommendations", "1.1 The Cabinet is asked to:", "(a) agree;", "(b) note.")
    assert [(r.anchor, r.ref, r.parent) for r in read_body.records.recommendations] == [
        ("rec-1.1", "1.1", None),
        ("rec-1.1/a", "a", "rec-1.1"),
        ("rec-1.1/b", "b", "rec-1.1"),
    ]


def test_a_paragraph_of_a_later_section_leaves_the_one_whose_heading_was_read() -> None:
    read_body = body(*BACKGROUND, "2.1 Visits are on time.")
    assert read_body.records.findings[-1].section is None
    assert "heading-missing" in codes(read_body)


def test_a_heading_of_recommendations_without_any_is_doubted() -> None:
    assert codes(body(*BACKGROUND, "2. Recommendations")) == ["recommendations-missing"]


def test_officers_and_papers_at_the_end_are_context() -> None:
    read_body = body(*BACKGROUND, "Background papers", "None.")
    assert (read_body.records.findings[-1].kind, read_body.records.findings[-1].section) == (
        FindingKind.CONTEXT, "background-papers",
    )  # fmt: skip


def test_tables_of_risks_are_set_aside_and_others_are_context() -> None:
    read_body = body(
        "1. Risks",
        "Risk\tDescription\tAction to avoid or mitigate risk\tRisk rating\nDelay\tLate.\tWatch it.\tC2",
        "1.1 Words.",
        "Team\tPosts\nDuty\t4",
    )
    assert [section for _, section in read_body.tables] == ["s1"]
    assert [f.text for f in read_body.records.findings] == ["Words.", "Team Posts Duty 4"]


def findings(read_body: CabinetBody) -> list[tuple[str, str, str | None, str]]:
    return [(f.anchor, f.kind.value, f.section, f.text) for f in read_body.records.findings]


def recommendations(read_body: CabinetBody) -> list[tuple[str, str | None, str | None, str | None, str]]:
    return [(r.anchor, r.ref, r.addressee, r.parent, r.text) for r in read_body.records.recommendations]


def doubts(read_body: CabinetBody) -> list[tuple[str, str, str, int | None, str | None]]:
    notices = (*read_body.records.notices, *read_body.checks())
    return [(n.level.value, n.code.value, n.message, n.line, n.anchor) for n in notices]


ASKS = ("1. Background", "1.1 Ofsted came.", "2. Recommendations")


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ((*ASKS, "2.1 The Cabinet is asked to:", "2.1.1 agree;", "2.2 The Board is asked to agree."), [
            ("rec-2.1.1", "2.1.1", "The Cabinet", None, "agree;"),
            ("rec-2.2", "2.2", "The Board", None, "The Board is asked to agree."),
        ]),
        ((*ASKS, "2.1 The Cabinet is asked to:", "1. agree;", "2. note."), [
            ("rec-2.1", "2.1", "The Cabinet", None, "The Cabinet is asked to:"),
            ("rec-1", "1", "The Cabinet", None, "agree;"),
            ("rec-2", "2", "The Cabinet", None, "note."),
        ]),
        ((*ASKS, "The Cabinet is asked to:", "2.1 agree;", "2.2 note."), [
            ("rec-2.1", "2.1", "The Cabinet", None, "agree;"), ("rec-2.2", "2.2", "The Cabinet", None, "note."),
        ]),
        (("Recommendations", "The Cabinet is asked to agree.", "More words."), [
            ("rec-1", None, "The Cabinet", None, "The Cabinet is asked to agree."),
        ]),
        (("Recommendations", "That the Cabinet is invited to:", "1. agree;"), [
            ("rec-1", "1", "Cabinet", None, "agree;"),
        ]),
        (("Recommendations", "It is recommended that:", "- the plan is agreed;", "- the board notes it."), [
            ("rec-1", None, None, None, "the plan is agreed;"), ("rec-2", None, None, None, "the board notes it."),
        ]),
        (("Recommendations", "- (a) agree;", "- (b) note."), [
            ("rec-a", "a", None, None, "agree;"), ("rec-b", "b", None, None, "note."),
        ]),
        (("Recommendations", "- the board agrees:", "- one;", "- two."), [
            ("rec-1", None, None, None, "the board agrees:"),
            ("rec-1/1", None, None, "rec-1", "one;"),
            ("rec-1/2", None, None, "rec-1", "two."),
        ]),
        (("Recommendations", "- The Cabinet is asked to agree.", "- (b) The Board is asked to note."), [
            ("rec-1", None, "The Cabinet", None, "The Cabinet is asked to agree."),
            ("rec-b", "b", "The Cabinet", None, "The Board is asked to note."),
        ]),
    ],
)  # fmt: skip
def test_recommendations_in_each_form_of_their_list(
    lines: tuple[str, ...], found: list[tuple[str, str | None, str | None, str | None, str]]
) -> None:
    assert recommendations(body(*lines)) == found


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (("Summary", "Words.", "- an item", "More words."), [
            ("summary-1", "summary", "summary", "Words. an item"), ("summary-2", "summary", "summary", "More words."),
        ]),
        ((*BACKGROUND[:2], "- an item", "- another"), [
            ("para-1.1", "finding", "s1", "Ofsted came in May. an item another"),
        ]),
        ((*BACKGROUND[:2], "Areas of progress", "Words."), [
            ("para-1.1", "finding", "s1", "Ofsted came in May."), ("s1-1", "progress", "s1/1", "Words."),
        ]),
        (("1. Background", "1.1 It made these:", "1. Visit.", "2. Plan."), [
            ("para-1.1", "finding", "s1", "It made these: 1. Visit. 2. Plan."),
        ]),
        (("1. Recommendations to Cabinet", "1.1 Cabinet is asked to agree.", "2. Summary", "2.1 Words."), [
            ("para-2.1", "finding", "s2", "Words."),
        ]),
        ((*ASKS, "The Cabinet is asked to:", "2.1 agree;"), [
            ("para-1.1", "finding", "s1", "Ofsted came."), ("s2-1", "context", "s2", "The Cabinet is asked to:"),
        ]),
        ((*ASKS, "2.1 The Cabinet is asked to:", "2.1.1 agree;"), [
            ("para-1.1", "finding", "s1", "Ofsted came."), ("para-2.1", "context", "s2", "The Cabinet is asked to:"),
        ]),
        (("Recommendations", "The Cabinet is asked to agree.", "More words."), [
            ("recommendations-1", "finding", "recommendations", "More words."),
        ]),
        (("Summary", "Words.", "Contact officer", "Ida Marsh", "Progress made", "Words of it."), [
            ("summary-1", "summary", "summary", "Words."),
            ("contact-officer-1", "context", "contact-officer", "Ida Marsh"),
            ("contact-officer-2", "context", "contact-officer", "Progress made"),
            ("contact-officer-3", "context", "contact-officer", "Words of it."),
        ]),
    ],
)  # fmt: skip
def test_what_is_no_recommendation_is_a_finding_of_its_section(
    lines: tuple[str, ...], found: list[tuple[str, str, str | None, str]]
) -> None:
    assert findings(body(*lines)) == found


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ((*BACKGROUND[:2], "Words that stand alone."), [
            ("warning", "unnumbered-paragraph",
             "A paragraph without number stands after paragraph 1.1; it was read as part of it.", 5, "para-1.1"),
        ]),
        ((*ASKS, "Much has been done.", "2.1 Agree."), [
            ("warning", "unnumbered-paragraph",
             "A paragraph without number stands in front of 2.1; it was not read as a recommendation.", 7, None),
        ]),
        ((*BACKGROUND[:2], "Areas of progress", "2.1 Visits are on time."), [
            ("warning", "number-restored",
             "The number of this section cannot be read; 2 was restored from the numbers around it.", 5, None),
        ]),
        ((*BACKGROUND[:2], "Areas of progress", "Words of it.", "2.1 Visits are on time."), [
            ("warning", "heading-missing",
             "Paragraph 2.1 stands under the heading of section 1; that of section 2 was not read.", 9, None),
        ]),
        ((*BACKGROUND[:2], "3.1 Visits.", "4.1 More."), [
            ("warning", "heading-missing",
             "Paragraph 3.1 stands under the heading of section 1; that of section 3 was not read.", 5, None),
            ("warning", "heading-missing",
             "Paragraph 4.1 stands under the heading of section 3; that of section 4 was not read.", 7, None),
            ("error", "missing-paragraphs",
             "Section 2 of the numbered sequence was not found before 3. Compare with the document.", 5, None),
        ]),
        (("1. Risks", "Name\tWhat\tRating\nDelay\tLate\tC2\nMoney\tNone\tB1"), [
            ("warning", "table-not-read",
             "A table that ends with ratings has no header that is known; it was not read as a table of risks.", 3,
             None),
        ]),
        (("Words.", "Recommendations", "Contact officer", "Ida"), [
            ("warning", "recommendations-missing",
             "Nothing was read under the heading “Recommendations”. Compare with the document.", 3, None),
        ]),
        ((*BACKGROUND[:2], "1.2 It made recommendations:", "1. Visit.", "3. Plan."), [
            ("error", "missing-paragraphs",
             "Recommendation 2 of the numbered sequence was not found before 3. Compare with the document.", 9, None),
        ]),
        (BACKGROUND, []),
        (("1. Recommendations of Ofsted", "1.1 It made these:", "1. Visit.", "2. Plan."), []),
    ],
)  # fmt: skip
def test_each_doubt_says_what_is_wrong_and_where(
    lines: tuple[str, ...], found: list[tuple[str, str, str, int | None, str | None]]
) -> None:
    assert doubts(body(*lines)) == found


def test_tables_of_actions_are_set_aside_with_their_section() -> None:
    actions = "Ref\tAction\tLead\tBy when\n1\tVisit\tAnn\tMay"
    assert [table.section for table in body("1. Plans", actions).actions] == ["s1"]
    assert [table.section for table in body(actions).actions] == [None]


def test_a_table_goes_on_with_the_risks_right_above_it() -> None:
    risks = "Risk\tDescription\tAction to avoid or mitigate risk\tRisk rating\nDelay\tLate.\tWatch it.\tC2"
    more = "Money\tNone.\tSave it.\tB1"
    assert [section for _, section in body(risks, more).tables] == [None, None]
    assert len(body(risks, "Words between.", more).tables) == 1
