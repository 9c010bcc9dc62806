"""From drafts to what columns hold: effective fields apart from the rest, and values that fit."""

import pytest

from findings.models import Finding, Recommendation
from ingest.blocks import Box, Place
from ingest.drafts import ActionDraft, SectionDraft
from ingest.load import columns
from ingest.load.columns import fit_to_columns, own_published, place_columns
from inspections.models import Inspection, InspectionStatement
from inspections.vocabulary import Absence, Timescale
from tests.ingest.drafts_builder import date, finding, inspection, judgement, paper, recommendation, sif


def test_a_place_is_written_as_page_line_words_and_boxes():
    place = Place(page=2, line=7, boxes=(Box(2, 1.04, 2.0, 3.0, 4.06),), where="paragraph 7")
    boxes = [[2, 1.0, 2.0, 3.0, 4.1]]
    assert place_columns(place) == {"page": 2, "line": 7, "where": "paragraph 7", "boxes": boxes}
    assert place_columns(Place(line=7))["where"] == ""


def test_records_are_numbered_in_printed_order_and_point_at_their_section():
    found = columns.findings(
        [finding("2", section="s2"), finding(None, anchor="p2-1"), finding("3", section="gone")], {"s2": "s2~2"}
    )
    assert [(one.anchor, one.ref, one.rest["ordinal"], one.read["section"]) for one in found] == [
        ("para-2", "2", 1, "s2~2"),
        ("p2-1", "", 2, None),
        ("para-3", "3", 3, None),
    ]


def test_what_people_correct_stands_apart_and_nothing_in_it_is_missing():
    (one,) = columns.recommendations([recommendation("1", timescale=Timescale.IMMEDIATE)], {})
    assert set(one.read) == set(Recommendation.CORRECTABLE)
    assert (one.read["timescale"], one.read["addressee"]) == (Timescale.IMMEDIATE.value, "")
    (paragraph,) = columns.findings([finding("2")], {})
    assert set(paragraph.read) == set(Finding.CORRECTABLE)


def test_sections_keep_the_drafted_anchor_of_their_parent():
    first, second = columns.sections([SectionDraft("s1", "Council", 1), SectionDraft("s2", "Adoption", 2, "s1")])
    assert (first.parent, second.parent, second.words) == (None, "s1", "Adoption")


@pytest.mark.parametrize(
    ("grade", "absence", "expected"),
    [("good", None, ""), (None, Absence.NOT_JUDGED, "not-judged"), (None, None, "extraction-failed")],
)
def test_a_judgement_has_a_grade_or_the_reason_why_it_has_none(grade, absence, expected):
    statement = InspectionStatement(pk=5, inspection=Inspection(pk=3, framework_id=2))
    (one,) = columns.judgements([(judgement(grade=grade, absence=absence), statement)])
    assert (one.read["grade"], one.read["absence"]) == (grade, expected)
    assert (one.framework_id, one.rest["inspection_id"], one.rest["statement_id"]) == (2, 3, 5)


def test_values_are_shortened_to_their_columns_and_told():
    limit = Recommendation._meta.get_field("addressee").max_length
    assert limit
    fit, shortened = fit_to_columns(Recommendation, {"addressee": "x" * (limit + 1), "text": "y" * 5000, "ordinal": 4})
    assert (len(fit["addressee"]), fit["addressee"][-1]) == (limit, "…")
    assert (len(fit["text"]), fit["ordinal"], shortened) == (5000, 4, ("addressee",))
    assert fit_to_columns(Recommendation, {"addressee": "x" * limit}) == ({"addressee": "x" * limit}, ())


def test_a_nul_is_left_out_before_the_length_is_measured():
    limit = Recommendation._meta.get_field("addressee").max_length or 0
    fit, shortened = fit_to_columns(Recommendation, {"addressee": "\0" + "x" * limit})
    assert (fit["addressee"], shortened) == ("x" * limit, ())


def test_the_day_of_publication_is_that_of_the_cover_else_that_of_the_inspection():
    said = inspection("sif", "2015-09-14", published="2015-11-28")
    assert own_published(sif(published=date("2015-11-27"), inspection=said)) == "2015-11-27"
    assert own_published(sif(published=None, inspection=said)) == "2015-11-28"
    assert own_published(paper(published=None, inspection=None)) == ""


def test_words_of_progress_and_of_other_columns_are_kept_with_an_action_and_can_be_corrected():
    draft = ActionDraft("action-1", "1", None, "Visit.", "1\tVisit.", progress="Begun", notes="Start: May")
    (row,) = columns.actions((draft,), {})
    assert (row.read["progress"], row.read["notes"]) == ("Begun", "Start: May")
    (bare,) = columns.actions((ActionDraft("action-2", "2", None, "Plan.", "2\tPlan."),), {})
    assert (bare.read["progress"], bare.read["notes"]) == ("", "")
