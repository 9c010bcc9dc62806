"""What reports say becomes links: references, evidence, restatements, inspections; whatever the order of loading."""

from itertools import permutations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from findings.evidence import evidence_range
from findings.models import CrossReference, Recommendation
from ingest.drafts import Extraction, ReferenceDraft, ReportKind, SectionDraft
from ingest.load import load
from ingest.resolve import framework_of
from inspections.models import Conflict, Inspection, Judgement, Notice, Report, SourceFile
from inspections.settling import settle
from inspections.settling.inspections import effective
from inspections.settling.same import Agreement, Said, agreement, same_inspections
from tests.ingest.drafts_builder import (
    action,
    extraction,
    finding,
    inspection,
    judgement,
    paper,
    plan,
    recommendation,
    sif,
)
from tests.ingest.snapshots import everything, facts

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("refs", "said"),
    [
        (["14", "15", "16"], "14 to 16"),
        (["14", "15", "19"], "14 to 15, 19"),
        (["3.9", "3.10", "4.1"], "3.9 to 3.10, 4.1"),
        (["19"], "19"),
        (["", ""], ""),
        ([], ""),
    ],
)
def test_evidence_is_cited_as_people_cite_it(refs, said):
    assert evidence_range(refs) == said


def test_a_framework_is_told_by_year_domain_and_grade_only_when_one_is_left():
    assert framework_of([2019], ["overall-effectiveness"], ["inadequate"]) == "ilacs"
    assert framework_of([2013], ["overall-effectiveness"], ["inadequate"]) is None
    assert framework_of([2019], [], []) is None


def reference(number: str, target: str = "paragraph", source: str = "rec-1") -> ReferenceDraft:
    return ReferenceDraft(source, target, number, f"({target} {number})")


def load_with(*references: ReferenceDraft, **values) -> list[CrossReference]:
    values.setdefault("recommendations", (recommendation("1"),))
    load(extraction(sif(references=references, **values)))
    return list(CrossReference.objects.order_by("ordinal"))


def test_a_paragraph_that_does_not_exist_is_kept_with_the_reason_and_a_notice():
    (found,) = load_with(reference("163"))
    assert (found.target_finding, found.reason) == (None, "There is no paragraph 163 in this report.")
    notice = Notice.objects.get(code="unresolved-reference")
    assert (notice.level, notice.anchor) == ("warning", "rec-1")
    assert "There is no paragraph 163 in this report." in notice.message


def test_a_recommendation_that_is_a_numbered_paragraph_can_be_cited_as_one():
    (found,) = load_with(reference("1", source="para-2"))
    assert found.target_recommendation == Recommendation.objects.get(ref="1")


def test_restarted_numbers_are_told_apart_by_the_section():
    sections = (
        SectionDraft("s1", "Council", 1), SectionDraft("s2", "Adoption", 2, "s1"), SectionDraft("s3", "Board", 1),
        SectionDraft("s4", "Findings on the board", 2, "s3"),
    )  # fmt: skip
    findings = (
        finding("2", section="s2"), finding("2", "Another two.", anchor="board/para-2", section="s4"),
        finding("3", "See paragraph 2.", section="s4", anchor="board/para-3"),
    )  # fmt: skip
    (found,) = load_with(reference("2", source="board/para-3"), sections=sections, findings=findings, judgements=())
    assert found.target_finding
    assert found.target_finding.anchor == "board/para-2"


def test_a_number_that_nothing_tells_apart_stays_unresolved():
    findings = (finding("2"), finding("2", "Another two.", anchor="para-2~2"))
    (found,) = load_with(reference("2"), findings=findings, judgements=())
    assert found.target_finding is None
    assert "nothing tells which is meant" in found.reason


def test_sections_and_annexes_are_found_by_their_number():
    sections = (SectionDraft("s1", "Annex A", 1), SectionDraft("s2", "Background", 1))
    findings = (finding("7.1", section="s2"), finding("7.2", section="s2"))
    found = load_with(
        reference("7", "section"), ReferenceDraft("rec-1", "annex", "A", "Annex A"), reference("8", "section"),
        sections=sections, findings=findings, judgements=(),
    )  # fmt: skip
    assert [row.target_section and row.target_section.heading for row in found] == ["Background", "Annex A", None]
    assert found[2].reason == "There is no section 8 in this report."


def test_tags_without_a_number_are_kept_and_noted_once():
    tag = ReferenceDraft("para-2", "recommendation", "", "(Recommendation)")
    load_with(tag, ReferenceDraft("para-3", "recommendation", "", "(Recommendation)"))
    assert CrossReference.objects.unresolved().count() == 2
    assert Notice.objects.get().code == "reference-without-number"


SAID = "That a board be set up that meets every month and reports to the minister on what has been done."


def commissioner(**values):
    return paper(ReportKind.COMMISSIONER_REPORT, "2016-01-10", recommendations=(recommendation("1", SAID),), **values)


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_a_recommendation_in_near_identical_words_restates_the_original_whichever_comes_first(order):
    cabinet = paper(recommendations=(recommendation("4", SAID.replace("be set up", "is set up")), recommendation("5")))
    documents = [extraction(commissioner(), name="a"), extraction(cabinet, name="b")]
    for place in order:
        load(documents[place])
    restating = Recommendation.objects.get(report__kind="cabinet-report", ref="4")
    assert restating.restates
    assert restating.restates.report.kind == "commissioner-report"
    assert Recommendation.objects.filter(restates__isnull=False).count() == 1


def test_two_equally_near_originals_leave_a_recommendation_without_one():
    twins = (recommendation("1", SAID + " Now."), recommendation("2", SAID + " Too."))
    load(extraction(paper(ReportKind.COMMISSIONER_REPORT, "2016-01-10", recommendations=twins), name="a"))
    load(extraction(paper(recommendations=(recommendation("4", SAID),)), name="b"))
    assert not Recommendation.objects.filter(restates__isnull=False).exists()


def test_the_same_words_in_one_report_are_no_restatement():
    load(extraction(paper(recommendations=(recommendation("1", SAID), recommendation("2", SAID)))))
    assert not Recommendation.objects.filter(restates__isnull=False).exists()


# Which inspection is meant


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (Said(("a", ""), "sif", "2015-09-14"), Said(("b", ""), "sif", "2015-09"), Agreement.FULL),
        (Said(("a", ""), "sif", "2015-09-14"), Said(("b", ""), "", "2015"), Agreement.YEAR),
        (Said(("a", ""), "sif", "2015-09-14"), Said(("b", ""), "sif", "2015-06"), Agreement.YEAR),
        (Said(("a", ""), "sif", "2015-09-14"), Said(("b", ""), "", "2015-06"), Agreement.NONE),
        (Said(("a", ""), "sif", "2015-09-14"), Said(("b", ""), "ilacs", "2015-09-14"), Agreement.NONE),
        (
            Said(("a", ""), "ilacs", "2019-07-15", "2019-07-26"),
            Said(("b", ""), "ilacs", "2019-07-08", "2019-07-26"),
            Agreement.CLOSE,
        ),
        (Said(("a", ""), "focused-visit", "2019-02-06"), Said(("b", ""), "focused-visit", "2019-10"), Agreement.NONE),
        (Said(("a", ""), "focused-visit", "2019-02-06"), Said(("b", ""), "focused-visit", "2019"), Agreement.YEAR),
        (Said(("a", ""), "focused-visit", "2019-02-06"), Said(("b", ""), "", "2019"), Agreement.NONE),
        (Said(("a", ""), "sif"), Said(("b", ""), "sif"), Agreement.NONE),
    ],
)
def test_how_well_two_statements_agree(one, other, expected):
    assert agreement(one, other) == agreement(other, one) == expected


def test_the_date_that_most_documents_bear_out_is_taken():
    assert effective(["2019-07-08", "2019-07-15", "2019", "2019-07-15"]) == "2019-07-15"
    assert effective(["2019", "2019-07"]) == "2019-07"
    assert effective(["2019-07-15", "2019-07-08"]) == "2019-07-15"
    assert effective(["", ""]) == ""


MENTION = judgement(grade="requires-improvement", inspection=inspection("sif", "2015-06"), anchor="judgement-2015")
EARLIER = inspection("child-protection", "2013-01")
VAGUE = inspection(None, "2013")


def medley() -> list[Extraction]:
    """Documents of one authority that speak of each other's inspections."""
    looked_after = inspection("lac", "2013-07-15", "2013-07-19", published="2013-08-23")
    return [
        extraction(sif(mentions=(EARLIER,)), name="sif"),
        extraction(commissioner(judgements=(MENTION,), mentions=(VAGUE,)), name="commissioner"),
        extraction(
            paper(
                published="2013-12-17", inspection=looked_after,
                judgements=(judgement(grade="inadequate", anchor="judgement-lac", inspection=looked_after),),
            ),
            name="cabinet",
        ),
        extraction(plan(inspection=inspection("lac", "2013-07-08", "2013-07-19")), name="plan"),
    ]  # fmt: skip


def test_an_inspection_that_was_mentioned_first_is_taken_over_by_its_own_report():
    documents = medley()
    load(documents[1])
    mentioned = Inspection.objects.get(slug="sif-2015-06")
    assert mentioned.is_reported_only
    load(documents[0])
    mentioned.refresh_from_db()
    assert (mentioned.slug, mentioned.former_slugs, mentioned.is_reported_only) == (
        "sif-2015-09-14",
        ["sif-2015-06"],
        False,
    )
    reported, primary = Judgement.objects.filter(domain__code="overall-effectiveness").order_by("-basis")
    assert reported.inspection == primary.inspection == mentioned
    assert (reported.is_standing, primary.is_standing) == (False, True)


def test_a_contradicting_first_day_is_a_conflict_with_both_places_named():
    for one in medley():
        load(one)
    conflict = Conflict.objects.get(inspection__framework__code="lac", field="started")
    sides = {side.report.kind: (side.value, side.is_taken) for side in conflict.sides.all()}
    assert sides == {"cabinet-report": ("2013-07-15", True), "improvement-plan": ("2013-07-08", False)}
    notice = Notice.objects.get(code="conflict", report__kind="improvement-plan")
    assert "8 July 2013" in notice.message
    assert "15 July 2013" in notice.message


def test_reports_that_disagree_in_a_grade_are_a_conflict_and_the_primary_judgement_stands():
    load(extraction(sif(), name="a"))
    said = judgement(grade="inadequate", inspection=inspection("sif", "2015-09"), anchor="judgement-2015")
    load(extraction(paper(judgements=(said,)), name="b"))
    conflict = Conflict.objects.get(field="grade")
    assert [(s.value, s.is_taken) for s in conflict.sides.all()] == [
        ("requires-improvement", True),
        ("inadequate", False),
    ]
    assert Judgement.objects.standing().for_domain("overall-effectiveness").get().basis == "primary"


def test_a_mention_to_which_two_inspections_answer_is_kept_apart_and_marked():
    for one in medley():
        load(one)
    apart = Inspection.objects.get(framework=None)
    assert (apart.slug, apart.statements.get().report.kind) == ("inspection-2013", "commissioner-report")
    assert Notice.objects.get(code="inspection-ambiguous", report__kind="commissioner-report").level == "warning"


def wipe() -> None:
    Report.objects.all().delete()
    Inspection.objects.all().delete()
    SourceFile.objects.all().delete()


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.permutations(range(4)))
def test_any_order_of_loading_gives_the_same_rows(order):
    documents = medley()
    wipe()
    for one in documents:
        load(one)
    expected = facts()
    wipe()
    for place in order:
        load(documents[place])
    assert facts() == expected


def test_settling_again_changes_nothing():
    for one in medley():
        load(one)
    before = everything()
    settle(Report.objects.values_list("authority_id", flat=True)[0] or 0)
    assert everything() == before


said = st.builds(
    Said,
    st.tuples(st.sampled_from("abcdef"), st.sampled_from(["inspection", "m1", "m2"])),
    st.sampled_from(["", "sif", "ilacs", "focused-visit"]),
    st.sampled_from(["", "2015", "2015-09", "2015-09-14", "2015-06", "2019-07-08", "2019-07-15"]),
    st.sampled_from(["", "2015-10-08", "2019-07-26"]),
    st.sampled_from(["", "2015", "2019-08-27"]),
    st.booleans(),
)


@given(st.lists(said, max_size=7, unique_by=lambda one: one.key), st.randoms(use_true_random=False))
def test_groups_of_statements_do_not_depend_on_their_order(statements, random):
    def groups(ordered):
        return [(sorted(c.said), c.ambiguous) for c in same_inspections(ordered)]

    shuffled = list(statements)
    random.shuffle(shuffled)
    found = groups(statements)
    assert groups(shuffled) == found
    assert sorted(one for members, _ in found for one in members) == sorted(statements)


@pytest.mark.slow
@pytest.mark.parametrize("order", list(permutations("024", 3))[::2])
def test_the_real_contradictions_show_whatever_the_order(order, seeds):
    from ingest.extract import extract

    for digits in order:
        path = next(path for name, path in seeds.items() if name == f"00{digits}")
        load(extract(path.read_bytes(), path.name))
    found = {(c.inspection.framework and c.inspection.framework.code, c.field): c for c in Conflict.objects.all()}
    ilacs = {s.report.kind: (s.value, s.is_taken) for s in found["ilacs", "started"].sides.all()}
    assert ilacs["improvement-plan"] == ("2019-07-08", False)
    assert ilacs["cabinet-report"] == ilacs["commissioner-report"] == ("2019-07-15", True)
    values = {(s.report.kind, s.value, s.is_taken) for s in found["sif", "started"].sides.all()}
    assert {("commissioner-report", "2015-06", False), ("sif", "2015-09-14", True)} <= values
    restated = Recommendation.objects.filter(restates__report__kind="commissioner-report")
    assert sorted(r.restates.ref for r in restated if r.restates) == ["1", "2", "3", "4", "5", "6"]
    assert CrossReference.objects.resolved().filter(action__isnull=False).count() == 84


def test_an_action_can_answer_several_recommendations():
    load(extraction(plan(actions=(action("1.1", "1", "2"),))))
    assert CrossReference.objects.filter(action__ref="1.1").count() == 2
