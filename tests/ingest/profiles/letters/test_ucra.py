"""Letters about unannounced inspections of contact, referral and assessment: an invented one, in several forms."""

import pytest

from ingest.extract import extract
from inspections.vocabulary import FindingKind, Timescale
from tests.ingest.profiles.printed import printed
from tests.ingest.profiles.reading import codes, read_report, sample, texts
from tests.press import Look

TEXT = sample("17")
BODY = TEXT.split("\n", 2)[2]
SUBJECT = (
    "Annual unannounced inspection of contact, referral and assessment arrangements within Wexcombe Council children's "
    "services"
)
MEETS = "The service meets the requirements of statutory guidance in the following areas"
STRENGTH, *MET = (
    "The duty team answers every caller on the same day and writes down what was agreed.",
    "Thresholds hang on the wall of every office and partners use them.",
    "Assessments are signed by a manager who has read them.",
)
AREAS = [
    ("Core assessments take longer than 35 days in one of the two teams.", None),
    ("Chronologies are missing in most of the older cases.", None),
    ("Eleven referrals of the summer were closed before anybody had seen the child.", Timescale.IMMEDIATE),
]


def areas(report) -> list[tuple[str, Timescale | None]]:
    return [(recommendation.text, recommendation.timescale) for recommendation in report.recommendations]


def test_the_letter_is_read_whole():
    report = read_report(TEXT)
    inspection = report.inspection
    assert (report.kind, report.authority.name, report.published.iso) == ("ucra", "Wexcombe", "2010-10-19")
    assert (inspection.framework, inspection.started.iso, inspection.ended.iso) == ("ucra", "2010-09-21", "2010-09-22")
    assert report.judgements == ()
    assert inspection.lead_inspector is None
    assert texts(report, FindingKind.FINDING) == [STRENGTH, *MET]
    assert areas(report) == AREAS


@pytest.mark.parametrize("look", [Look(), Look(bullet="\uf0b7", bullet_x=90, bullet_text_x=108), Look(bullet="\u2022")])
def test_the_pdf_gives_the_same(look):
    (report,) = extract(printed(BODY, look)).reports
    assert texts(report, FindingKind.FINDING) == [STRENGTH, *MET]
    assert areas(report) == AREAS
    assert [notice for notice in report.notices if notice.level != "info"] == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (SUBJECT, "Unannounced inspection of contact, referral and assessment in Wexcombe Council children's services"),
        (SUBJECT, "Annual unannounced inspection of contact, referral and assessment arrangements within Wexcombe"),
        (SUBJECT, "ANNUAL UNANNOUNCED INSPECTION OF CONTACT, REFERRAL AND ASSESSMENT ARRANGEMENTS IN WEXCOMBE COUNCIL"),
        (MEETS, "Practice meets the requirements of statutory guidance in the following areas"),
        (MEETS, "Areas of practice that met requirements"),
        (MEETS, "Satisfactory practice"),
        (MEETS, "The service meets the requirements of statutory guidance in the following areas:"),
        ("Strengths\n", "Areas of strength\n"),
        ("Areas for development\n", "Area for development\n"),
        ("Areas for priority action\n", "Area for priority action\n"),
        ("Areas for priority action\n", "Areas for priority action:\n"),
        ("specifically considered", "considered"),
    ],
)
def test_other_words_are_read_alike(old, new):
    assert old in TEXT
    report = read_report(TEXT.replace(old, new))
    assert report.kind == "ucra"
    assert texts(report, FindingKind.FINDING) == [STRENGTH, *MET]
    assert areas(report) == AREAS
    assert [code for code in codes(report) if code != "year-inferred"] == []


def test_without_priority_action_none_is_immediate():
    start, end = TEXT.index("Areas for priority action\n"), TEXT.index("Any areas for development")
    report = read_report(TEXT[:start] + TEXT[end:])
    assert areas(report) == AREAS[:2]
    assert codes(report) == []


@pytest.mark.parametrize(
    ("old", "code"),
    [
        ("19 October 2010\n", "publication-date-missing"),
        (" on 21 and 22 September 2010", "dates-missing"),
        ("Yours sincerely\n\nRosalind Pell\n\nHer Majesty's Inspector\n", "signature-missing"),
        (" within Wexcombe Council children's services", "authority-from-text"),
        ("elopment", "heading-misspelt"),
    ],
)
def test_what_is_lost_is_named(old, code):
    text = TEXT.replace(old, "" if code != "heading-misspelt" else "elopmnt", 1)
    if code == "authority-from-text":
        text = text.replace(" in Wexcombe on", " on")
    assert code in codes(read_report(text))


@pytest.mark.parametrize(
    "text",
    [
        "Minutes\n\n4. The unannounced inspection of contact, referral and assessment in Wexcombe was discussed.\n",
        "Dear governor\n\nAnnual unannounced inspection of contact, referral and assessment arrangements\n\n"
        "Inspectors came on 21 and 22 September 2010.\n\nStrengths\n\n- The duty team.\n\nYours sincerely\n\n"
        "Owen Tarrant\n\nDirector of Children's Services\n",
        "Dear members\n\nReport of the director\n\nThe unannounced inspection of contact and referral took place on 21 "
        "September 2010.\n",
    ],
)
def test_a_paper_about_one_is_none(text):
    assert all(report.kind != "ucra" for report in extract(text.encode()).reports)
