"""Which of the two sets of judgements a joint area review has, and the review of 2008 of an invented authority."""

import re

import pytest

from ingest.extract import extract
from ingest.profiles.jar.generations import domain_of_2007, domains_of_review, is_of_2007
from ingest.readers.text import read
from inspections.vocabulary import Scope, Timescale
from tests.ingest.profiles.printed import printed
from tests.ingest.profiles.reading import codes, read_report, sample

TEXT = sample("15")
GRADES = {
    "safeguarding": ("adequate", "2"),
    "looked-after": ("good", "3"),
    "learning-difficulties-and-disabilities": ("good", "3"),
    "service-management": ("adequate", "2"),
    "capacity-to-improve": ("good", "3"),
    "additional-investigation": ("adequate", "2"),
}


def graded(text: str) -> dict[str, tuple[str | None, str]]:
    report = read_report(text)
    assert {judgement.scope for judgement in report.judgements} == {Scope.LOCAL_SERVICES}
    return {judgement.domain: (judgement.grade, judgement.grade_wording) for judgement in report.judgements}


def test_the_review_of_2008_is_read_whole():
    report = read_report(TEXT)
    assert (report.kind, report.authority and report.authority.name) == ("jar", "Wexcombe")
    assert report.published
    assert report.published.iso == "2008-06-17"
    assert [finding.ref for finding in report.findings if finding.ref] == [*map(str, range(1, 13)), "1", "2"]
    assert [(r.timescale, r.addressee) for r in report.recommendations] == [
        (Timescale.IMMEDIATE, "The local partnership"),
        (Timescale.SIX_MONTHS, "The council and its health partners"),
        (Timescale.SIX_MONTHS, "The council and its health partners"),
        (Timescale.LONGER_TERM, "The local partnership"),
    ]
    assert graded(TEXT) == GRADES


def test_paragraphs_carry_the_domain_of_their_section():
    by_domain = {j.domain: j.evidence for j in read_report(TEXT).judgements}
    assert by_domain["looked-after"] == ("para-6", "para-7")
    assert by_domain["additional-investigation"] == ("para-10",)
    assert len(by_domain["safeguarding"]) == 4  # two paragraphs, a strength and a weakness


@pytest.mark.parametrize(
    ("label", "domain"),
    [
        ("Safeguarding", "safeguarding"),
        ("Safeguarding children and young people", "safeguarding"),
        ("Looked-after children", "looked-after"),
        ("Looked after children and young people", "looked-after"),
        ("Learning difficulties and/or disabilities", "learning-difficulties-and-disabilities"),
        ("Children with learning difficulties and disabilities", "learning-difficulties-and-disabilities"),
        ("The management of services for children and young people", "service-management"),
        ("Capacity for improvement", "capacity-to-improve"),
        ("Staying safe", None),
        ("Safeguarding board", None),
    ],
)
def test_labels_of_the_later_table(label, domain):
    assert domain_of_2007(label) == domain


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Looked after children and young people\t3", "Looked-after children\t3"),
        (
            "Children and young people with learning difficulties and/or disabilities\t3",
            "Learning difficulties and disabilities\t3",
        ),
        ("Service management\t2", "The management of services for children and young people\t2"),
        ("\tLocal services overall\n", ""),
        ("Capacity to improve\t3\n", "Capacity to improve 3\n"),
        ("Safeguarding\t2\n", "Safeguarding\t2\t\n"),
        ("Safeguarding\t2\n", "Safeguarding\tGrade 2\n"),
    ],
)
def test_the_table_is_read_in_other_words_and_forms(old, new):
    found = graded(TEXT.replace(old, new))
    assert {domain: grade for domain, (grade, _) in found.items()} == {d: g for d, (g, _) in GRADES.items()}
    assert "judgement-missing" not in codes(read_report(TEXT.replace(old, new)))


def test_a_judgement_that_the_table_lacks_is_missed_and_none_of_the_older_table():
    report = read_report(TEXT.replace("Service management\t2\n", ""))
    (missing,) = [notice for notice in report.notices if notice.code == "judgement-missing"]
    assert "Service management" in missing.message


def test_a_second_investigation_is_named_and_not_kept():
    report = read_report(TEXT.replace("Youth offending\t2\n", "Youth offending\t2\nTeenage health\t1\n"))
    (notice,) = [notice for notice in report.notices if notice.code == "domain-outside-framework"]
    assert "Teenage health" in notice.message
    assert [j.domain_wording for j in report.judgements if j.domain == "additional-investigation"] == [
        "Youth offending"
    ]


def test_a_torn_end_of_a_row_is_no_investigation():
    report = read_report(TEXT.replace("Looked after children and young people\t3\n", "young people\t3\n"))
    assert {notice.code for notice in report.notices} >= {"table-torn", "judgement-missing"}
    assert [j.grade_wording for j in report.judgements if j.domain == "additional-investigation"] == ["2"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Adequate X\tGood\tOutstanding\n\n4.", "Adequate\tGood X\tOutstanding\n\n4."),
        ("keeping children safe is adequate", "keeping children safe is good"),
        ("The management of services is adequate", "The management of services is inadequate"),
        ("Capacity to improve further is good", "Capacity to improve further is adequate"),
    ],
)
def test_a_tick_or_a_sentence_that_contradicts_the_table_is_named(old, new):
    extraction = extract(TEXT.replace(old, new).encode())
    assert [n.code for n in extraction.reports[0].notices if n.level == "error"] == ["grade-contradiction"]
    assert extraction.status == "partial"


@pytest.mark.parametrize("right", [True, False])
def test_the_pdf_gives_the_same(right):
    more = re.sub(r"(?m)^(\d+\. .*\.)$", r"\1 Much that was seen and read in every part of the town says so too.", TEXT)
    body = more.split("\n", 2)[2]
    extraction = extract(printed(body, page_ends=("Contents", "Introduction"), right=right))
    (report,) = extraction.reports
    assert [notice.code for notice in (*extraction.notices, *report.notices)] == []
    assert {j.domain: (j.grade, j.grade_wording) for j in report.judgements} == GRADES
    assert [(j.domain, len(j.evidence)) for j in report.judgements] == [
        (j.domain, len(j.evidence)) for j in read_report(TEXT).judgements
    ]


def test_a_body_without_a_cover_is_a_review():
    body = TEXT[TEXT.index("Introduction\n\n1.") :]
    report = read_report(body)
    assert report.kind == "jar"
    assert len(report.judgements) == len(GRADES)


def test_the_generation_is_told_by_headings_and_rows():
    assert is_of_2007(read(TEXT.encode()).blocks)
    assert not is_of_2007(read(sample("01").encode()).blocks)
    without_table = re.sub(r"\tLocal services overall\n(?:.+\n)+", "", TEXT)
    assert is_of_2007(read(without_table.encode()).blocks)


def test_each_generation_judges_its_own_domains():
    first, second = domains_of_review(second=False), domains_of_review(second=True)
    assert "staying-safe" in {facts.domain for facts in first}
    assert [facts.domain for facts in second] == list(GRADES)[:5]
    assert {facts.scopes for facts in second} == {(Scope.LOCAL_SERVICES,)}


def test_a_paper_that_is_headed_like_the_review_is_none():
    area = "Wexcombe Children's Services Authority Area\n"
    text = TEXT.replace(area, f"{area}\nReport by the director\n").split("Contents")[0]
    text += "1. The review was published on 17 June 2008.\n\n2. Members are asked to note it.\n"
    assert all(report.kind != "jar" for report in extract(text.encode()).reports)


@pytest.mark.parametrize(
    ("text", "later"),
    [
        ("Safeguarding\n\nLooked after children", True),
        ("Safeguarding 2\n\nLooked after children 3", True),
        ("Safeguarding\t2\nLooked after children\t3", True),
        ("Safeguarding 22\n\nLooked after children 33", False),
        ("1. Safeguarding\n\n2. Looked after children", False),
        ("- Safeguarding\n\n- Looked after children", False),
        ("Safeguarding\n\nCapacity to improve\n\nService management", False),
        ("Safeguarding\n\nSafeguarding children and young people", False),
    ],
)
def test_two_sections_or_rows_that_only_later_reviews_have_tell_the_generation(text, later):
    assert is_of_2007(read(text.encode()).blocks) is later
