"""Headings of plans, and what they say of the tables under them."""

from ingest.profiles.plans.body import PlanBody
from ingest.profiles.plans.headings import FURTHEST_TABLE
from ingest.readers.text import read

TABLE = "Action\tLead\tBy when\nA.\tX\tMay"


def answered(*lines: str) -> list[tuple[str | None, tuple[str, ...]]]:
    plan = PlanBody(frozenset()).read(read("\n\n".join(lines).encode()).blocks)
    return [(table.priority, table.links) for table in plan.actions]


def recommended(*lines: str) -> list[tuple[str, str | None, str]]:
    plan = PlanBody(frozenset()).read(read("\n\n".join(lines).encode()).blocks)
    return [(rec.anchor, rec.ref, rec.text) for rec in plan.records.recommendations]


def test_a_heading_speaks_for_the_tables_under_it_up_to_the_next_of_its_kind() -> None:
    found = answered(
        "Priority 1: Practice", "Recommendation 1: The quality of plans", TABLE, TABLE,
        "Recommendation 2: The pace of visits", TABLE, "Priority 2: People", TABLE,
    )  # fmt: skip
    assert found == [("1", ("1",)), ("1", ("1",)), ("1", ("2",)), ("2", ())]


def test_another_heading_behind_a_table_ends_what_a_recommendation_says() -> None:
    assert answered("Recommendation 1: Plans", "What we will do", TABLE, "Other work", TABLE) == [
        (None, ("1",)), (None, ()),
    ]  # fmt: skip


def test_a_recommendation_is_filed_once_with_the_words_of_its_heading() -> None:
    lines = ("Recommendation 1: The quality of plans", TABLE, "Recommendation 1: The quality of plans", TABLE)
    assert recommended(*lines) == [("rec-1", "1", "The quality of plans")]
    assert recommended("Ofsted recommendation: The quality of plans", TABLE) == [
        ("rec-1", None, "The quality of plans")
    ]
    assert answered("Ofsted recommendation: The quality of plans", TABLE) == [(None, ("rec-1",))]


def test_the_last_of_several_recommendations_is_one_though_prose_stands_between_it_and_its_table() -> None:
    lines = ("Priority 1: Practice", "Recommendation 1: Write better plans.", "Recommendation 2: Visit sooner.")
    filed = [("rec-1", "1", "Write better plans."), ("rec-2", "2", "Visit sooner.")]
    assert recommended(*lines, "Managers look at each plan.", TABLE) == filed
    assert answered(*lines, "Managers look at each plan.", TABLE) == [("1", ("2",))]


def test_recommendations_that_the_plan_lists_are_named_by_the_words_of_a_heading() -> None:
    lines = (
        "Ofsted recommendations",
        "1. The quality of plans.",
        "2. The pace of visits.",
        "The pace of visits",
        TABLE,
    )
    assert answered(*lines) == [(None, ("2",))]
    assert len(recommended(*lines)) == 2


def test_a_number_over_a_table_is_of_a_recommendation_only_in_a_plan_that_speaks_of_them() -> None:
    assert answered("This plan answers the recommendations.", "1. The quality of plans", TABLE) == [(None, ("1",))]
    assert answered("This plan has three themes.", "1. The quality of plans", TABLE) == [("1", ())]
    assert answered("This plan answers the recommendations.", "1. Plans", "Words of all.", TABLE) == [(None, ("1",))]
    far = ["Words of all."] * (FURTHEST_TABLE - 1)
    assert answered("This plan answers the recommendations.", "1. Plans", *far, TABLE) == [(None, ("1",))]
    assert answered("This plan answers the recommendations.", "1. Plans", *far, "More.", TABLE) == [(None, ())]
    assert answered("This plan answers the recommendations.", "1. Plans", "OTHER PLANS", TABLE) == [(None, ())]


def test_numbers_over_tables_are_of_recommendations_where_all_are_worded_as_inspectors_recommend() -> None:
    plans, visits = "1. The quality of plans", "2. The pace of visits"
    assert answered(plans, TABLE, visits, TABLE) == [(None, ("1",)), (None, ("2",))]
    assert recommended(plans, TABLE, visits, TABLE) == [
        ("rec-1", "1", "The quality of plans"), ("rec-2", "2", "The pace of visits"),
    ]  # fmt: skip
    assert answered(plans, TABLE, "2. Better visits", TABLE) == [("1", ()), ("2", ())]
    assert answered(plans, TABLE) == [("1", ())]
    assert answered("These are our priorities.", plans, TABLE, visits, TABLE) == [("1", ()), ("2", ())]


def test_a_recommendation_that_a_plan_prints_without_its_number_is_the_same_with_it() -> None:
    lines = ("Recommendation: The quality of plans", TABLE, "Recommendation 1: The quality of plans", TABLE)
    assert recommended(*lines) == [("rec-1", None, "The quality of plans")]
    assert answered(*lines) == [(None, ("rec-1",)), (None, ("rec-1",))]


def test_themes_and_objectives_with_the_number_of_a_priority_open_sections_of_their_own() -> None:
    plan = PlanBody(frozenset()).read(read(f"Priority 1: A\n\nObjective 1: B\n\n{TABLE}\n\nTheme C: D".encode()).blocks)
    assert [section.anchor for section in plan.records.sections] == ["priority-1", "objective-1", "theme-C"]
    assert [table.priority for table in plan.actions] == ["1"]


LONG = "Recommendation 2: The pace of visits is slow and it must be much faster than now."


def sections(*lines: str) -> list[tuple[str, int]]:
    plan = PlanBody(frozenset()).read(read("\n\n".join(lines).encode()).blocks)
    return [(section.anchor, section.level) for section in plan.records.sections]


def test_a_whole_sentence_that_names_a_recommendation_is_a_heading_only_over_what_answers_it() -> None:
    for behind in ((TABLE,), ("1. First.", TABLE), ("Recommendation 3: Plans", TABLE), ()):
        assert sections(LONG, *behind)[0] == ("recommendation-2", 1), behind
        assert recommended(LONG, *behind)[0][:2] == ("rec-2", "2"), behind
    assert sections(LONG, "Words of all that follow here and there.", TABLE) == []
    assert recommended(LONG, "Words of all that follow here and there.", TABLE) == []
    assert sections(f"1. {LONG}", TABLE) == []


def test_sections_stand_under_the_heading_that_is_open_unless_they_have_a_number_or_are_an_appendix() -> None:
    assert sections("Priority 1: A", "OUR PLAN", "Recommendation 1", "3 May 2020", TABLE) == [
        ("priority-1", 1), ("priority-1/1", 2), ("recommendation-1", 2),
    ]  # fmt: skip
    assert sections("Priority 2: B", "Appendix 1", "MORE", TABLE) == [
        ("priority-2", 1), ("appendix-1", 1), ("appendix-1/1", 2),
    ]  # fmt: skip
    assert sections("2. The plan", TABLE) == [("s2", 1)]


def test_a_number_over_a_table_is_that_of_its_priority() -> None:
    assert answered("2. The plan", TABLE) == [("2", ())]
    assert answered("Priority 1: A", TABLE, "Priority 1: A", TABLE) == [("1", ()), ("1", ())]


def test_three_words_without_a_number_are_a_recommendation_and_two_are_none() -> None:
    assert recommended("Recommendation: Visits of families", TABLE) == [("rec-1", None, "Visits of families")]
    assert answered("Recommendation: Visits of families", TABLE) == [(None, ("rec-1",))]
    for words in ("all", "The visits", "n/a"):
        assert recommended(f"Recommendation: {words}", TABLE) == []
        assert answered(f"Recommendation: {words}", TABLE) == [(None, ())]


def test_prose_and_numbers_among_bulleted_recommendations() -> None:
    assert recommended("Recommendations", "- Visit.", "Prose of it.", "1. More.") == [
        ("rec-1", None, "Visit."), ("rec-1~2", "1", "More."),
    ]  # fmt: skip
