"""The body of a Cabinet report: numbered sections, quoted and own recommendations, lost numbers and headings."""

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
