"""The joint area review: the real one of 2006 by its facts, altered copies of it, and an invented one."""

import re
from collections import Counter
from pathlib import Path

import pytest

from ingest.blocks import Place
from ingest.drafts import InspectionDraft, JudgementDraft, PartialDate, ReportDraft
from ingest.extract import extract
from ingest.profiles.jar.review import Jar
from ingest.profiles.protocol import Part
from ingest.readers.text import read
from inspections.vocabulary import Absence, FindingKind, NoticeLevel, ReportKind, Timescale
from tests.ingest.profiles.reading import codes, read_report, sample

GRADES = {
    ("being-healthy", "local-services"): ("good", "3"),
    ("staying-safe", "local-services"): ("inadequate", "1"),
    ("enjoying-and-achieving", "local-services"): ("good", "3"),
    ("positive-contribution", "local-services"): ("adequate", "2"),
    ("economic-wellbeing", "local-services"): ("good", "3"),
    ("service-management", "local-services"): ("adequate", "2"),
    ("capacity-to-improve", "local-services"): ("adequate", "2"),
    ("capacity-to-improve", "council"): ("adequate", "2"),
    ("childrens-services", "council"): ("adequate", "2"),
    ("education-service", "council"): ("good", "3"),
    ("social-care-services", "council"): ("inadequate", "1"),
    ("health-service", "health"): ("good", "3"),
}


def read_text(text: str) -> ReportDraft:
    document = read(text.encode())
    return Jar().extract(Part(document.blocks, document.media_type))


def grades(report: ReportDraft) -> dict[tuple[str, str | None], tuple[str | None, str]]:
    return {(j.domain, j.scope): (j.grade, j.grade_wording) for j in report.judgements}


def judgement(report: ReportDraft, domain: str, scope: str = "local-services") -> JudgementDraft:
    return next(j for j in report.judgements if (j.domain, j.scope) == (domain, scope))


@pytest.fixture(scope="module")
def original(seeds: dict[str, Path]) -> str:
    return seeds["003"].read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def report(original: str) -> ReportDraft:
    return read_text(original)


def test_the_pipeline_knows_the_review_and_reads_it_whole(seeds: dict[str, Path]) -> None:
    extraction = extract(seeds["003"].read_bytes())
    assert [r.kind for r in extraction.reports] == [ReportKind.JAR]
    assert extraction.status == "complete"


def test_cover_gives_authority_publication_and_licence_and_no_dates_of_inspection(report: ReportDraft) -> None:
    assert report.authority
    assert report.authority.la_code == "887"
    assert report.published
    assert report.published.iso == "2006-08-14"
    assert report.licence == "non-commercial"
    assert report.inspection
    assert (report.inspection.started, report.inspection.ended) == (None, None)


def test_twelve_grades_over_three_scopes_keep_their_printed_number(report: ReportDraft) -> None:
    assert grades(report) == GRADES
    assert not report.notices


def test_paragraphs_run_1_to_81_and_1_to_4_in_the_annex(report: ReportDraft) -> None:
    assert [f.anchor for f in report.findings] == [
        *(f"para-{n}" for n in range(1, 82)),
        *(f"annex/para-{n}" for n in range(1, 5)),
    ]


def test_text_that_stands_apart_from_its_number_belongs_to_the_paragraph(report: ReportDraft) -> None:
    by_anchor = {f.anchor: f for f in report.findings}
    assert by_anchor["para-21"].text.startswith("Children and young people in Medway are generally healthy. Most")
    assert by_anchor["para-5"].text.endswith("local providers.")
    assert "*" not in "".join(f.text for f in report.findings)


@pytest.mark.parametrize(
    ("domain", "first", "last"),
    [
        ("being-healthy", 27, 34),
        ("staying-safe", 35, 45),
        ("enjoying-and-achieving", 46, 55),
        ("positive-contribution", 56, 63),
        ("economic-wellbeing", 64, 73),
        ("service-management", 74, 81),
    ],
)
def test_evidence_is_the_section_of_the_main_report(report: ReportDraft, domain: str, first: int, last: int) -> None:
    assert judgement(report, domain).evidence == tuple(f"para-{n}" for n in range(first, last + 1))


def test_summary_paragraphs_are_summary_with_their_domain(report: ReportDraft) -> None:
    summary = {f.ref: f.domain for f in report.findings if f.kind is FindingKind.SUMMARY}
    assert list(summary) == [str(n) for n in range(12, 21)]
    assert summary["15"] == "staying-safe"


def test_25_recommendations_have_timescale_and_addressee(report: ReportDraft) -> None:
    assert Counter(r.timescale for r in report.recommendations) == {
        Timescale.IMMEDIATE: 9,
        Timescale.SIX_MONTHS: 11,
        Timescale.LONGER_TERM: 5,
    }
    assert Counter(r.addressee for r in report.recommendations) == {
        "the local authority": 18,
        "local providers": 6,
        "the Local Children's Safeguarding Board (LCSB)": 1,
    }


def test_a_grade_changed_in_the_table_is_kept_and_contradicts_the_sentence(original: str) -> None:
    altered = read_text(original.replace("Staying safe\t1", "Staying safe\t3"))
    assert judgement(altered, "staying-safe").grade == "good"
    notices = [n for n in altered.notices if n.code == "grade-contradiction"]
    assert {n.anchor for n in notices} == {"judgement-local-services-staying-safe"}
    assert len(notices) == 2


def test_a_paragraph_without_its_number_is_missed_by_name(original: str) -> None:
    altered = read_text(re.sub(r"(?m)^38\. ", "", original))
    missing = [n for n in altered.notices if n.code == "missing-paragraphs"]
    assert len(missing) == 1
    assert "38" in missing[0].message


def test_a_number_printed_twice_keeps_both_paragraphs_and_says_so(original: str) -> None:
    altered = read_text(original.replace("\n38. ", "\n37. Wexcombe was inserted here.\n\n38. "))
    assert {"para-37", "para-37~2"} <= {f.anchor for f in altered.findings}
    assert codes(altered) == ["duplicate-paragraph"]


def test_a_table_torn_by_blank_lines_gives_the_same_grades(original: str) -> None:
    torn = re.sub(r"(?m)^((?:Staying safe|Service management|Children's services)\t.*)$", r"\n\1\n", original)
    assert torn != original
    assert grades(read_text(torn)) == GRADES


def test_a_table_without_its_tabs_gives_the_same_grades(original: str) -> None:
    start, end = original.index("\tLocal services overall"), original.index("\nRecommendations\n")
    torn = original[:start] + re.sub(r"[ \t]+", " ", original[start:end]) + original[end:]
    assert grades(read_text(torn)) == GRADES


def test_a_label_torn_from_its_grade_opens_no_section_and_takes_no_stray_figure(original: str) -> None:
    altered = read_text(original.replace("Staying safe\t1\t\t", "Staying safe\n\t1\t\t"))
    assert sum(s.heading == "Staying safe" for s in altered.sections) == 2
    assert judgement(altered, "staying-safe").grade is None
    assert "judgement-missing" in codes(altered)


def test_a_row_lost_from_the_table_gives_an_error_and_no_grade(original: str) -> None:
    altered = read_text(re.sub(r"(?m)^Being healthy\t3.*$", "", original))
    lost = judgement(altered, "being-healthy")
    assert (lost.grade, lost.absence) == (None, Absence.NOT_READ)
    assert "judgement-missing" in codes(altered)


def test_a_grade_that_could_stand_in_two_columns_is_not_guessed(original: str) -> None:
    altered = read_text(original.replace("Capacity to improve\t2\t2\t", "Capacity to improve 2"))
    assert judgement(altered, "capacity-to-improve", "council").grade is None
    assert {"table-torn", "judgement-missing"} <= set(codes(altered))


def test_a_cell_that_is_no_grade_is_not_legible(original: str) -> None:
    altered = read_text(original.replace("Staying safe\t1", "Staying safe\tl"))
    assert judgement(altered, "staying-safe").absence is Absence.NOT_LEGIBLE
    assert codes(altered) == ["grade-unreadable"]


def test_a_reference_number_of_another_authority_is_doubted(original: str) -> None:
    altered = read_text(original.replace("14 August 2006\t887", "14 August 2006\t886"))
    assert altered.authority
    assert altered.authority.la_code == "887"
    assert codes(altered) == ["authority-contradiction"]


def test_other_reports_are_declined(seeds: dict[str, Path]) -> None:
    for name in ("000", "001", "002", "004"):
        document = read(seeds[name].read_bytes())
        assert Jar().score(Part(document.blocks, document.media_type)) == 0
        assert not any(Jar().opens(document.blocks, i) for i in range(len(document.blocks)))


def test_the_sample_is_read_as_the_real_one_is() -> None:
    report = read_report(sample("01"))
    assert report.kind is ReportKind.JAR
    assert len(report.judgements) == 12
    assert [r.addressee for r in report.recommendations] == [
        "the local authority",
        "the local authority",
        "local providers",
        "the local authority",
        "local providers",
    ]
    assert not report.notices


BANDS = ("For immediate action", "For action over the next six months", "For action in the longer term")


@pytest.mark.parametrize("band", BANDS)
def test_recommendations_stay_and_are_doubted_when_the_heading_of_their_timescale_is_lost(band: str) -> None:
    whole = read_report(sample("01"))
    torn = read_report(sample("01").replace(f"{band}\n", "", 1))
    assert [r.text for r in torn.recommendations] == [r.text for r in whole.recommendations]
    assert set(codes(torn)) == {"heading-missing"}


def test_what_stands_first_under_no_timescale_gets_none() -> None:
    torn = read_report(sample("01").replace(f"{BANDS[0]}\n", "", 1))
    assert [(r.timescale, r.addressee) for r in torn.recommendations[:2]] == [(None, "the local authority")] * 2


def test_an_outcome_whose_heading_is_lost_is_missed(original: str) -> None:
    torn = original.replace("\nBeing healthy\n\n14.", "\nBeinghealthy\n\n14.", 1)
    assert torn != original
    assert codes(read_report(torn)) == ["section-missing"]


def test_a_review_that_ends_early_lacks_the_sections_that_it_grades() -> None:
    text = sample("01")
    cut = read_report(text[: text.index("\nEnjoying and achieving\n", text.index("\nStaying safe\n"))])
    missed = [notice for notice in cut.notices if notice.code == "section-missing"]
    lost = ("enjoying-and-achieving", "positive-contribution", "economic-wellbeing", "service-management")
    assert [notice.anchor.rpartition("local-services-")[2] for notice in missed] == [*lost]
    assert {notice.level for notice in missed} == {NoticeLevel.ERROR}
    later = sample("15")
    assert "section-missing" not in codes(read_report(later))
    assert "section-missing" in codes(read_report(later[: later.rindex("\nService management")]))


def test_the_body_begins_at_its_first_heading_or_else_at_the_first_number() -> None:
    whole, torn = read_text(sample("01")), read_text(sample("01").replace("\nIntroduction\n", "\n", 1))
    assert whole.sections[0].heading == "Introduction"
    assert [f.anchor for f in torn.findings] == [f.anchor for f in whole.findings]


def test_a_number_among_the_recommendations_is_a_finding() -> None:
    text = sample("01").replace(f"{BANDS[0]}\n", f"7. Inspectors ask for this.\n\n{BANDS[0]}\n", 1)
    report = read_text(text)
    assert "Inspectors ask for this." in [f.text for f in report.findings]
    assert len(report.recommendations) == 5


def test_prose_among_the_recommendations_is_doubted() -> None:
    report = read_report(
        sample("01").replace(f"{BANDS[1]}\n", f"{BANDS[1]}\n\nThere is much to do in these months.\n", 1)
    )
    assert codes(report) == ["unnumbered-paragraph"]


def test_neither_a_heading_that_is_not_known_nor_a_table_is_a_recommendation() -> None:
    whole = [r.text for r in read_report(sample("01")).recommendations]
    unknown = read_report(sample("01").replace("\nMain Report\n", "\nEquality\n\nPoor\tFair\tGood\n\n", 1))
    assert [r.text for r in unknown.recommendations] == whole
    assert "heading-unknown" in codes(unknown)
    table = read_report(sample("01").replace("\nMain Report\n", "\nPoor\tFair\tGood\n\nMain Report\n", 1))
    assert [r.text for r in table.recommendations] == whole
    assert codes(table) == ["table-not-read"]


@pytest.mark.parametrize(("number", "day"), [("01", "6 November 2006"), ("02", "17 April 2009")])
@pytest.mark.parametrize("instead", ["", "2009"])
def test_a_review_whose_day_of_publication_is_not_told_is_doubted(number: str, day: str, instead: str) -> None:
    assert "publication-date-missing" in codes(read_report(sample(number).replace(day, instead, 1)))


COVER = ("Joint area review\n", "Wexcombe Children's Services Authority Area")


@pytest.mark.parametrize(
    ("old", "new", "opening"),
    [
        ("", "", [1]),
        (COVER[0], "Joint area review of Wexcombe\n", [1]),
        (COVER[0], "Joint area review action plan\n", []),
        (COVER[0], "Joint area review: progress\n", []),
        (COVER[0], "The joint area review\n", []),
        (COVER[1], "Wexcombe", []),
        (COVER[1], "Wexcombe local authority area", [1]),
        (COVER[1], f"One\n\nTwo\n\n{COVER[1]}", [1]),
        (COVER[1], f"One\n\nTwo\n\nThree\n\n{COVER[1]}", []),
    ],
)
def test_a_review_opens_with_its_title_and_an_area_right_under_it(old: str, new: str, opening: list[int]) -> None:
    blocks = read(sample("01").replace(old, new, 1).encode()).blocks
    assert [index for index in range(len(blocks)) if Jar().opens(blocks, index)] == opening
    assert Jar().score(Part(blocks, "text/plain")) == (0.95 if opening else 0.4)


@pytest.mark.parametrize("heading", ["Main Report", "The impact of local services", "Grades"])
def test_a_body_without_a_cover_is_told_by_three_headings(heading: str) -> None:
    body = sample("01").replace(COVER[0], "A paper\n", 1)
    assert Jar().score(Part(read(body.encode()).blocks, "text/plain")) == 0.4
    without = re.sub(rf"^{heading}$", "Nothing", body, flags=re.M)
    assert Jar().score(Part(read(without.encode()).blocks, "text/plain")) == 0


def test_the_title_names_the_area_if_the_cover_does() -> None:
    report = read_text(sample("01"))
    assert report.title == f"Joint area review: {COVER[1]}"
    assert report.inspection == InspectionDraft(
        "jar", published=PartialDate("2006-11-06", "6 November 2006"), place=Place(line=1)
    )
    assert read_text(sample("01").replace(COVER[1], "Wexcombe")).title == "Joint area review"


def notices(text: str) -> list[tuple[str, str, str, int | None]]:
    return [(n.level, n.code, n.message, n.line) for n in read_text(text).notices]


def test_doubts_about_recommendations_stand_where_these_are_printed() -> None:
    text = sample("01")
    prose = text.replace(f"{BANDS[1]}\n", f"{BANDS[1]}\n\nThere is much to do in these months.\n", 1)
    assert notices(prose) == [
        (
            *("warning", "unnumbered-paragraph"),
            "A paragraph without a bullet stands among the recommendations; it was read as one of them. Compare.",
            75,
        )
    ]
    table = text.replace("\nMain Report\n", "\nPoor\tFair\tGood\n\nMain Report\n", 1)
    assert notices(table) == [
        (*("warning", "table-not-read"), "A table stands among the recommendations and was not read. Look at it.", 86)
    ]
    loose = text.replace(f"{BANDS[0]}\n", "", 1)
    assert (
        *("warning", "heading-missing"),
        "A recommendation stands under no heading that tells its timescale. Compare with the document.",
        69,
    ) in notices(loose)


def test_a_review_without_recommendations_is_an_error() -> None:
    front, _, rest = sample("01").partition("\nRecommendations\n\n")
    text = f"{front}\nMain Report\n{rest.partition('Main Report')[2]}"
    message = "No recommendations were found, though a joint area review has them. Compare with the document."
    assert ("error", "recommendations-missing", message, None) in notices(text)


def test_whom_a_sentence_addresses_ends_with_its_timescale() -> None:
    text = sample("01").replace("In order to improve school attendance:\n\n", "", 1)
    report = read_text(text)
    assert [r.addressee for r in report.recommendations][:4] == [
        *("the local authority", "the local authority", "local providers", "the local authority"),
    ]
    bare = read_text(sample("01").replace("local providers should agree", "agree", 1))
    assert bare.recommendations[2].addressee is None
