"""The exchange format: which keys each object has, and how values stand in them."""

import json
from dataclasses import fields, replace

import pytest

from ingest.blocks import Box, Place
from ingest.drafts import (
    ActionDraft,
    FindingDraft,
    InspectionDraft,
    JudgementDraft,
    RecommendationDraft,
    ReportDraft,
    RiskDraft,
    SectionDraft,
)
from ingest.exchange import KEYS, WHERE_GIVEN, to_json
from ingest.notices import NoticeDraft
from inspections.vocabulary import NoticeLevel
from tests.ingest.drafts_builder import extraction, finding, inspection, plan, recommendation, refusal, sif

DOUBT = NoticeDraft(NoticeLevel.WARNING, "missing-paragraphs", "The number 4 is missing.", 3, None, "para-5")
INSIDE = {
    ReportDraft: {"by_inspectorate", "edition", "references", "place"},
    InspectionDraft: {"place", "printed"},
    JudgementDraft: set(),
    SectionDraft: set(),
    FindingDraft: {"orig"},
    RecommendationDraft: {"orig"},
    ActionDraft: {"orig", "section"},
    RiskDraft: {"section"},
}
"""What drafts hold for loading alone. A field that is neither here nor a key was forgotten."""


@pytest.mark.parametrize("kind", INSIDE, ids=lambda kind: kind.__name__)
def test_every_field_of_a_draft_is_printed_or_meant_for_loading_alone(kind):
    assert {field.name for field in fields(kind)} - {*KEYS[kind], *WHERE_GIVEN} == INSIDE[kind]


def test_an_object_for_a_file_has_its_facts_and_its_reports():
    printed = json.loads(json.dumps(to_json(extraction(sif(), plan(), pages=4))))
    assert list(printed) == ["schema", "file", "status", "ledger", "reports", "notices"]
    assert (printed["schema"], printed["status"]) == (1, "complete")
    assert {key: value for key, value in printed["file"].items() if key != "sha256"} == {
        "name": "report.txt",
        "media_type": "text/plain",
        "pages": 4,
    }
    assert [report["kind"] for report in printed["reports"]] == ["sif", "improvement-plan"]


def test_keys_are_always_there_and_what_is_not_stated_is_null_or_empty():
    (report,) = to_json(
        extraction(replace(sif(), authority=None, published=None, inspection=None, recommendations=()))
    )["reports"]
    assert list(report) == list(KEYS[ReportDraft])
    assert (report["authority"], report["published"], report["inspection"]) == (None, None, None)
    assert (report["recommendations"], report["actions"], report["mentions"]) == ([], [], [])


def test_dates_are_iso_as_far_as_they_are_printed():
    mention = inspection("lac", "2013-07-15", "2013-07", published="2013")
    (report,) = to_json(extraction(sif(mentions=(mention,))))["reports"]
    assert report["published"] == "2015-11-27"
    assert report["inspection"]["lead_inspector"] == "Ada Grey"
    assert report["mentions"] == [
        {"framework": "lac", "started": "2013-07-15", "ended": "2013-07", "published": "2013", "lead_inspector": None}
    ]


def test_the_authority_stands_with_its_codes():
    (report,) = to_json(extraction(sif()))["reports"]
    assert list(report["authority"]) == ["name", "la_code", "gss_code"]
    assert report["authority"]["la_code"] == "999"


def test_findings_and_recommendations_carry_page_and_boxes_in_points():
    place = Place(2, 40, (Box(2, 70.04, 100.06, 500, 140), Box(3, 70, 50, 500, 60)))
    report = sif(findings=(finding("2", place=place),), recommendations=(recommendation("1", place=place),))
    (printed,) = to_json(extraction(report))["reports"]
    for record in (*printed["findings"], *printed["recommendations"]):
        assert record["page"] == 2
        assert record["boxes"] == [[2, 70.0, 100.1, 500, 140], [3, 70, 50, 500, 60]]


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (Place(line=14, where="sheet Actions, row 14"), "sheet Actions, row 14"),
        (Place(line=317), "line 317"),
        (Place(3, 317), None),
        (Place(), None),
    ],
)
def test_a_file_without_pages_says_in_words_where_a_record_stands(place: Place, words: str | None) -> None:
    (printed,) = to_json(extraction(sif(findings=(finding("2", place=place),))))["reports"]
    assert (printed["findings"][0]["place"], printed["findings"][0]["boxes"]) == (words, [])


def test_a_notice_about_a_file_without_lines_has_words_and_no_line() -> None:
    doubt = replace(DOUBT, page=None, line=3, where="table 2, row 1")
    (notice,) = to_json(extraction(sif(notices=(doubt,))))["notices"]
    assert (notice["line"], notice["place"]) == (None, "table 2, row 1")


def test_lists_of_a_record_are_lists():
    report = sif(recommendations=(recommendation("1", paragraphs=("3", "30")),))
    (printed,) = to_json(extraction(report))["reports"]
    assert printed["recommendations"][0]["paragraphs"] == ["3", "30"]
    assert printed["judgements"][1]["evidence"] == ["para-2", "para-3", "para-4"]


def test_notices_of_reports_stand_with_those_of_the_file():
    own = replace(DOUBT, code="not-text")
    printed = to_json(extraction(sif(notices=(DOUBT,)), notices=(own,)))
    assert [notice["code"] for notice in printed["notices"]] == ["not-text", "missing-paragraphs"]
    assert printed["reports"][0]["notices"] == printed["notices"][1:]
    assert printed["notices"][1] == {
        "level": "warning",
        "code": "missing-paragraphs",
        "message": "The number 4 is missing.",
        "page": 3,
        "line": None,
        "place": None,
        "anchor": "para-5",
    }


def test_a_refused_file_has_its_notice_and_no_report():
    printed = to_json(refusal())
    assert (printed["status"], printed["reports"]) == ("refused", [])
    assert [notice["code"] for notice in printed["notices"]] == ["not-text"]
