"""Commissioners' reports: the real one by its facts, and altered copies of an invented one."""

import pytest

from ingest.drafts import PartialDate
from ingest.extract import extract
from ingest.profiles.papers.commissioner import Commissioner
from ingest.profiles.protocol import Part
from ingest.readers import read
from inspections.vocabulary import FindingKind, NoticeLevel, ReportKind
from tests.ingest.profiles.papers.council import COMMISSIONER, change, codes, only


@pytest.fixture(scope="module")
def report(seeds):
    reports = extract(seeds["002"].read_bytes()).reports
    return next(r for r in reports if r.kind is ReportKind.COMMISSIONER_REPORT)


def test_the_real_report_has_its_cover_19_sections_and_6_recommendations(report):
    assert (report.published.iso, report.licence, report.authority.la_code) == ("2019-12", "OGL-3.0", "887")
    numbered = [s.anchor for s in report.sections if s.anchor.startswith("s") and s.level == 1]
    assert numbered == [f"s{n}" for n in range(1, 20)]
    assert [(r.anchor, r.ref) for r in report.recommendations] == [(f"rec-{n}", str(n)) for n in range(1, 7)]
    assert [(notice.code, notice.anchor) for notice in report.notices] == [
        ("reported-unclear", "executive-summary-5"),
        ("reported-unclear", "s7-1"),
    ]


def test_the_list_inside_section_8_is_no_section_and_the_risks_are_single_findings(report):
    assert [f.ref for f in report.findings if f.section == "s8" and f.ref] == [str(n) for n in range(1, 13)]
    assert [f.anchor for f in report.findings if f.section == "s18"] == [f"s18-{n}" for n in range(1, 5)]
    assert sum(f.kind is FindingKind.SUMMARY for f in report.findings) == 12


def test_the_four_judgements_of_2019_are_reported_of_the_inspection_that_it_follows(report):
    own = report.inspection
    assert (own.framework, own.started.iso, own.ended.iso) == ("ilacs", "2019-07-15", "2019-07-26")
    assert {(j.domain, j.grade) for j in report.judgements if j.inspection is None} == {
        ("overall-effectiveness", "inadequate"),
        ("leadership", "inadequate"),
        ("help-and-protection", "inadequate"),
        ("children-in-care-and-care-leavers", "requires-improvement"),
    }


def test_the_inspections_it_mentions_stay_as_it_dates_them(report):
    mentions = {(m.framework, m.started.iso) for m in report.mentions}
    assert {("child-protection", "2013"), ("lac", "2013"), ("sif", "2015-06")} <= mentions
    sif = next(m for m in report.mentions if m.framework == "sif")
    assert "June 2015" in sif.printed
    assert sif.place.line is not None


def test_an_invented_report_is_read_whole():
    report = only(COMMISSIONER)
    assert [s.anchor for s in report.sections] == ["executive-summary", "s1", "s2", "s2/1", "s3", "s4"]
    assert [f.anchor for f in report.findings if f.section in ("s2", "s2/1", "s3")] == [
        "s2-1", "s2/item-1", "s2/item-2", "s2/item-3", "s2-2", "s2-3", "s3-1", "s3-2",
    ]  # fmt: skip
    assert [r.ref for r in report.recommendations] == ["1", "2", "3"]
    assert [(x.source, x.target, x.ref) for x in report.references] == [("rec-2", "recommendation", "1")]
    assert report.notices == ()


def test_a_section_without_its_number_is_known_from_the_contents():
    report = only(change(COMMISSIONER, "\n3. Risks\n", "\nRisks\n"))
    assert "s3" in [s.anchor for s in report.sections]
    assert codes(report) == ["number-restored"]


def test_without_contents_the_sequence_tells_sections_from_lists():
    start = COMMISSIONER.index("Contents")
    end = COMMISSIONER.index("Executive summary\n\nThis report")
    report = only(COMMISSIONER[:start] + COMMISSIONER[end:])
    assert [s.anchor for s in report.sections] == ["executive-summary", "s1", "s2", "s2/1", "s3", "s4"]
    assert report.notices == ()


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("2. The board must meet every month, so that recommendation one is met.\n", "", "missing-paragraphs"),
        ("2. The board must", "The board must", "number-restored"),
        ("- 2. Training of managers\n", "", "missing-paragraphs"),
        ("\n3. Risks\n", "\n", "section-missing"),
        ("Wexcombe", "Somewhere", None),
    ],
)
def test_what_is_torn_gives_a_notice(old, new, code):
    text = COMMISSIONER.replace(old, new) if code is None else change(COMMISSIONER, old, new)
    report = only(text)
    assert (code or "authority-unknown") in codes(report)


def test_a_report_without_recommendations_says_so():
    report = only(COMMISSIONER[: COMMISSIONER.index("4. Recommendations\n\n1.")])
    assert ("recommendations-missing", NoticeLevel.ERROR) in [(n.code, n.level) for n in report.notices]


NUMBERED = """Children's services in Wexcombe

Report of the Commissioner for Children's Social Care

Harriet Pole

May 2018

1. How I worked

1.1 The Secretary of State appointed me in January 2018.

2. What I saw

2.1 Ofsted inspected children's services in March 2017, and overall effectiveness was judged inadequate.

2.2 The teams are full again.

3. Recommendations

3.1 I recommend that the board goes on for a year.

3.2 I recommend that its chair stays.
"""


def test_a_report_that_numbers_its_paragraphs_is_read_by_its_numbers():
    report = only(NUMBERED)
    assert report.kind is ReportKind.COMMISSIONER_REPORT
    assert [f.anchor for f in report.findings] == ["para-1.1", "para-2.1", "para-2.2"]
    assert [r.anchor for r in report.recommendations] == ["rec-3.1", "rec-3.2"]
    assert [s.anchor for s in report.sections] == ["s1", "s2", "s3"]
    assert (report.inspection.started.iso, [j.basis.value for j in report.judgements]) == ("2017-03", ["reported"])
    assert codes(report) == []


def test_a_paragraph_that_is_lost_is_missed():
    assert codes(only(NUMBERED.replace("2.1 Ofsted", "Ofsted"))) == ["missing-paragraphs"]


def test_a_letter_that_only_names_the_commissioner_is_none():
    text = "Report of the Commissioner for Children's Social Care\n\nWe have read it and thank her.\n"
    assert extract(text.encode()).reports == ()


TITLE = "Report on ways forward for Children's Services in Wexcombe"
LINE = "Report for the Minister of State by Cora Dale, Commissioner for Children's Social Care in Wexcombe"
APPOINTED = "1.1 The Secretary of State appointed me in January 2018."


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        (COMMISSIONER, [1]),
        (COMMISSIONER.replace(TITLE, f"1. {TITLE}"), []),
        (COMMISSIONER.replace(TITLE, f"{TITLE} {'and the whole area ' * 8}"), []),
        (COMMISSIONER.replace(TITLE, "A paper"), []),
        (COMMISSIONER.replace(LINE, "By Cora Dale, Commissioner for Children's Social Care"), []),
        (COMMISSIONER.replace(LINE, "Report for the Minister of State by Cora Dale"), []),
        (COMMISSIONER.replace(LINE, f"One\n\nTwo\n\nThree\n\n{LINE}"), []),
        (COMMISSIONER.partition("Contents")[0], []),
        (NUMBERED, [1]),
        (NUMBERED.replace(APPOINTED, "1.1 The Secretary of State asked me."), []),
        (NUMBERED.replace(APPOINTED, "The Secretary of State appointed me."), []),
        (NUMBERED.replace("1. How I worked", "How I worked"), []),
    ],
    ids=[
        "whole", "numbered", "long", "no-title", "no-minister", "no-office", "far-behind", "no-body",
        "appointed", "asked", "without-number", "no-first-section",
    ],
)  # fmt: skip
def test_a_report_opens_with_title_office_and_minister(text, opening):
    blocks = read(text.encode()).blocks
    assert [index for index in range(len(blocks)) if Commissioner().opens(blocks, index)] == opening


BODY = (
    "The Secretary of State has a Commissioner for Children's Services.\n\n"
    "Terms of reference\n\nAll.\n\nRecommendations\n\n1. Go.\n"
)


@pytest.mark.parametrize(
    ("text", "score"),
    [
        (COMMISSIONER, 0.94),
        (BODY, 0.43),
        (BODY.replace("Terms of reference", "Terms"), 0),
        (BODY.replace("Recommendations", "Proposals"), 0),
        (BODY.replace("Secretary of State", "council"), 0),
        (BODY.replace("Commissioner", "plan"), 0),
    ],
    ids=["cover", "body", "no-terms", "no-recommendations", "no-minister", "no-office"],
)
def test_a_body_without_a_cover_is_told_by_office_terms_and_recommendations(text, score):
    assert Commissioner().score(Part(read(text.encode()).blocks, "text/plain")) == score


def test_the_cover_gives_title_and_month():
    report = only(COMMISSIONER)
    assert (report.title, report.published) == (TITLE, PartialDate("2021-03", "March 2021"))


def notices(text):
    return [(n.level, n.code, n.message, n.line) for n in only(text).notices]


def test_a_number_that_the_contents_restore_is_told_at_its_heading():
    message = "The number of this heading was not read; 3 was restored from the table of contents."
    assert notices(change(COMMISSIONER, "\n3. Risks\n", "\nRisks\n")) == [("warning", "number-restored", message, 40)]


def test_a_section_that_only_the_contents_name_is_missed_where_the_body_begins():
    message = "Section 3 of the table of contents (risks) was not found."
    assert ("error", "section-missing", message, 18) in notices(change(COMMISSIONER, "\n3. Risks\n", "\n"))


def test_a_report_without_recommendations_tells_it_where_it_begins():
    message = "No recommendations were found, though a commissioner's report has them. Compare with the document."
    text = COMMISSIONER[: COMMISSIONER.index("4. Recommendations\n\n1.")]
    assert ("error", "recommendations-missing", message, 2) in notices(text)


def test_the_signature_under_the_recommendations_is_no_section_and_the_licence_closes_the_report():
    text = COMMISSIONER.rstrip() + "\n\n© Crown copyright 2021\n\nAbout children\n\nWrite to us.\n"
    report = only(text)
    assert [section.anchor for section in report.sections] == [
        *("executive-summary", "s1", "s2", "s2/1", "s3", "s4", "closing"),
    ]
    assert [f.kind for f in report.findings if f.text == "Write to us."] == [FindingKind.CONTEXT]


def test_recommendations_may_be_bullets_and_are_then_counted():
    text = COMMISSIONER
    for number in ("1. The leader", "2. The board", "3. Posts must"):
        text = change(text, number, f"- {number[3:]}")
    assert [r.anchor for r in only(text).recommendations] == ["rec-1", "rec-2", "rec-3"]


def test_a_date_in_the_prose_of_the_cover_is_not_that_of_the_report():
    prose = "This report was asked for by the minister in January 2020 and is given to her now."
    assert only(change(COMMISSIONER, "March 2021\n", f"{prose}\n\nMarch 2021\n")).published.iso == "2021-03"


def test_a_table_among_the_findings_is_context():
    report = only(change(COMMISSIONER, "It is too early to tell.", "Team\tPosts\nDuty\t4\n\nIt is too early to tell."))
    kinds = {f.text: f.kind for f in report.findings}
    assert kinds["Team Posts Duty 4"] is FindingKind.CONTEXT
    assert kinds["It is too early to tell."] is FindingKind.FINDING
