"""Putting a graded report together: what a whole report has and this one lacks is told."""

import pytest

from ingest.blocks import Place
from ingest.drafts import ReportDraft
from ingest.readers.text import read
from ingest.structure.body import Body
from ingest.structure.graded_report import Expected, Found, graded_report
from ingest.structure.grades import GradeClaim, Source
from ingest.structure.outline import Outline, Role, Rule
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel, ReportKind

RULES = (
    Rule(r"recommendations", 1, Role.RECOMMENDATIONS),
    Rule(r"adoption", 1, domain="adoption"),
    Rule(r"care\s+leavers", 1, domain="care-leavers"),
)
COVER = (
    "Wexcombe",
    "",
    "Inspection dates: 14 September 2015 to 8 October 2015",
    "",
    "Report published: 27 November 2015",
    "",
)
BODY = (
    "Recommendations",
    "",
    "1. Do better.",
    "",
    "Adoption",
    "",
    "2. It is good.",
    "",
    "Care leavers",
    "",
    "3. It is not.",
    "",
)
DOMAINS = {"overall-effectiveness": "Overall effectiveness", "adoption": "Adoption", "care-leavers": "Care leavers"}
EXPECTED = Expected(DOMAINS, sectionless=frozenset({"overall-effectiveness"}), led=False)


class NamedProfile:
    name = "sif/9"
    kind = ReportKind.SIF


def claim(domain: str, wording: str) -> GradeClaim:
    return GradeClaim(domain, DOMAINS[domain], wording, Source.TABLE, Place(line=3))


def report(cover=COVER, body=BODY, expected=EXPECTED, overall="Good") -> ReportDraft:
    blocks = read("\n".join((*cover, *body)).encode()).blocks
    first = read("\n".join(cover).encode()).blocks
    found = Found(
        "Inspection of Wexcombe",
        ["Wexcombe"],
        first,
        Body(Outline(RULES)).read(blocks[len(first) :]),
        [
            claim("overall-effectiveness", overall),
            claim("adoption", "Good"),
            claim("care-leavers", "Requires improvement"),
        ],
    )
    return graded_report(NamedProfile(), blocks, found, expected)


def codes(found: ReportDraft) -> set[NoticeCode]:
    return {notice.code for notice in found.notices}


def test_a_whole_report_has_its_facts_and_no_doubts():
    found = report()
    assert {one.domain: one.grade for one in found.judgements} == {
        "overall-effectiveness": "good",
        "adoption": "good",
        "care-leavers": "requires-improvement",
    }
    assert found.inspection is not None
    assert (found.inspection.started.iso, found.inspection.ended.iso) == ("2015-09-14", "2015-10-08")
    assert found.published is not None
    assert found.published.iso == "2015-11-27"
    assert {one.domain: one.evidence for one in found.judgements}["adoption"] == ("para-2",)
    assert not [notice for notice in found.notices if notice.level is not NoticeLevel.INFO]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"cover": COVER[:4]}, NoticeCode.PUBLICATION_DATE_MISSING),
        ({"body": BODY[:8]}, NoticeCode.SECTION_MISSING),
        ({"body": BODY[4:]}, NoticeCode.RECOMMENDATIONS_MISSING),
        ({"overall": "Inadequate"}, NoticeCode.OVERALL_UNLIKE_PARTS),
        (
            {"expected": Expected(DOMAINS, closing=True, sectionless=EXPECTED.sectionless, led=False)},
            NoticeCode.ENDING_MISSING,
        ),
        (
            {
                "body": (
                    "Adoption",
                    "",
                    "It is good.",
                    "",
                    "They care.",
                    "",
                    "They know.",
                    "",
                    "Recommendations",
                    "",
                    "- Do better.",
                )
            },
            NoticeCode.NUMBERS_MISSING,
        ),
        (
            {
                "expected": Expected(
                    DOMAINS, sectionless=EXPECTED.sectionless, recommended=(None, "adoption"), led=False
                )
            },
            NoticeCode.RECOMMENDATIONS_MISSING,
        ),
    ],
)
def test_what_is_lacking_is_told(changes, code):
    assert code in codes(report(**changes))


def test_a_report_that_says_that_nothing_must_improve_lacks_no_recommendations() -> None:
    none = (*BODY[:2], "Inspectors identified no areas for improvement.", *BODY[3:])
    assert NoticeCode.RECOMMENDATIONS_MISSING not in codes(report(body=none))


def test_a_kind_that_prints_no_day_of_publication_is_not_doubted_for_it():
    undated = Expected(DOMAINS, sectionless=EXPECTED.sectionless, led=False, dated=False)
    assert NoticeCode.PUBLICATION_DATE_MISSING not in codes(report(cover=COVER[:4], expected=undated))


def test_a_notice_of_findings_that_are_missing_names_the_judgement():
    (notice,) = (one for one in report(body=BODY[:8]).notices if one.code is NoticeCode.SECTION_MISSING)
    assert notice.anchor == "judgement-care-leavers"
    assert "Care leavers" in notice.message


def test_a_kind_that_names_its_lead_inspector_is_doubted_without_one():
    led = Expected(DOMAINS, sectionless=EXPECTED.sectionless, led=True)
    assert [(one.level, one.code) for one in report(expected=led).notices] == [
        (NoticeLevel.WARNING, NoticeCode.LEAD_INSPECTOR_MISSING)
    ]


def test_a_kind_that_need_not_name_its_lead_inspector_is_not_doubted_without_one():
    assert [(one.level, one.code) for one in report().notices] == [
        (NoticeLevel.INFO, NoticeCode.LEAD_INSPECTOR_MISSING)
    ]
