"""What briefings say of an authority, an inspection, a theme and chosen records; each sentence has its note."""

import pytest

from findings.briefings.authority import briefing_on_authority
from findings.briefings.chosen import briefing_of_chosen, chosen_records
from findings.briefings.content import Briefing
from findings.briefings.inspection import briefing_on_inspection
from findings.briefings.theme import briefing_on_theme
from findings.corrections.interpretations import decide
from findings.interpretation.themes import THEMES
from findings.search.entries import index_report
from inspections.reference import tables
from tests import builders as build
from tests.findings.briefings.conftest import CASELOADS, NEGLECT, SITE, Held

pytestmark = pytest.mark.django_db
FOCUSED = next(facts.name for facts in tables.frameworks() if facts.code == "focused-visit")


def passages(briefing: Briefing, heading: str) -> list[str]:
    return [
        one.text for section in briefing.sections if section.heading.startswith(heading) for one in section.passages
    ]


def test_a_briefing_on_an_authority_tells_grades_praise_criticism_requests_and_visits(held: Held):
    briefing = briefing_on_authority(held.authority, SITE)
    (grades,) = passages(briefing, "How it is judged")
    assert "Good (" in grades
    assert "Before: Inadequate (" in grades
    assert passages(briefing, "What inspectors criticised") == [CASELOADS]
    assert passages(briefing, "What inspectors praised") == [NEGLECT]
    assert passages(briefing, "What was asked for") == ["Reduce the caseloads of social workers."]
    assert passages(briefing, "What came since") == [f"{FOCUSED}: 2 to 3 March 2021."]
    assert briefing.sections[-1].lead == "No improvement plan of this authority is held."


def test_mixed_paragraphs_are_counted_and_quoted(held: Held):
    mixed = build.finding(held.report, "3", text="Plans are good, but they are too often late.", page=4)
    type(mixed).objects.filter(pk=mixed.pk).update(polarity="mixed")
    found = next(one for one in briefing_on_authority(held.authority, SITE).sections if "both praised" in one.heading)
    assert found.heading == f"What inspectors both praised and criticised: {held.inspection}"
    assert "1 paragraph, of which 1 is quoted, to be mixed" in found.lead
    assert [one.text for one in found.passages] == [mixed.text]


def test_inspections_whose_report_is_not_held_are_named_before_what_is_older(held: Held):
    newer = build.inspection("ilacs", authority=held.authority, started="2024-05-13", is_reported_only=True)
    area = build.inspection("send", authority=held.authority, started="2024-11-04", is_reported_only=True)
    table = build.report("outcomes-table", authority=held.authority, is_own=False, slug="table", published="2025-06-01")
    for one in (newer, area):
        build.statement(table, one, is_own=False)
    build.judgement(held.report, "overall-effectiveness", grade_code="good")
    build.judgement(table, "help-and-protection", inspection=newer, basis="reported", grade_code="outstanding")
    briefing = briefing_on_authority(held.authority, SITE)
    headings = [section.heading for section in briefing.sections]
    assert headings.index("Newer reports that are not held") < headings.index(f"What was asked for: {held.inspection}")
    (words,) = passages(briefing, "Newer reports that are not held")
    assert words.endswith(": 13 May 2024. Its report is not held.")
    since = passages(briefing, "What came since")
    assert [words.split(": ")[1] for words in since] == [
        "4 November 2024. Its report is not held.",
        "13 May 2024. Its report is not held.",
        "2 to 3 March 2021.",
    ]
    overall, help_and_protection = passages(briefing, "How it is judged")
    assert "An inspection of 2024, which gave no overall judgement, is newer." in overall
    assert "its report is not held)" in help_and_protection


def test_where_no_report_is_held_none_is_said_to_be_quoted(db):
    bare = build.inspection(
        "ilacs", authority=build.authority("Elsewhere"), started="2024-05-13", is_reported_only=True
    )
    table = build.report("outcomes-table", authority=bare.authority, is_own=False, slug="table", published="2025-06-01")
    build.statement(table, bare, is_own=False)
    briefing = briefing_on_authority(bare.authority, SITE)
    assert [section.heading for section in briefing.sections[1:]] == [
        "What is not held", "Inspections", "Improvement plans"
    ]  # fmt: skip
    assert briefing.sections[1].lead == (
        "No report of a graded inspection of this authority is held, so none is quoted. "
        "1 graded inspection is known from other documents alone."
    )


def test_what_later_visits_ask_for_is_quoted(held: Held):
    visit = held.authority.inspections.get(started="2021-03-02")
    build.recommendation(visit.reports.get(), "1", text="See children alone.")
    assert passages(briefing_on_authority(held.authority, SITE), "What came since") == [
        f"{FOCUSED}: 2 to 3 March 2021. Its report makes 1 recommendation:",
        "See children alone.",
    ]


def test_a_judgement_without_any_day_is_before_none(held: Held):
    undated = build.inspection(None, authority=held.authority, started="", is_reported_only=True)
    build.judgement(held.report, "leadership", grade_code="good")
    build.judgement(
        held.report, "leadership", inspection=undated, basis="reported", grade_code=None, absence="data-unreadable"
    )
    words = next(one for one in passages(briefing_on_authority(held.authority, SITE), "How it") if "eadership" in one)
    assert "Before" not in words


def test_each_passage_has_a_note_with_paragraph_page_and_address(held: Held):
    briefing = briefing_on_authority(held.authority, SITE)
    notes = {note.number: note for note in briefing.notes}
    every = [one for section in briefing.sections for one in section.passages]
    assert all(one.notes for one in every)
    quote = next(one for one in every if one.text == CASELOADS)
    assert "paragraph 1, page 3 of the file" in notes[quote.notes[0]].text
    assert f"{SITE}{held.weakness.get_absolute_url()}" in notes[quote.notes[0]].text
    assert sorted(notes) == list(range(1, len(notes) + 1))


def test_suggested_polarity_is_marked_until_a_person_decides(held: Held, user):
    def mark() -> str:
        briefing = briefing_on_authority(held.authority, SITE)
        return next(one.mark for section in briefing.sections for one in section.passages if one.text == CASELOADS)

    assert mark() == "Weakness, suggested"
    decide(held.weakness, "polarity", "weakness", "Read by a person.", user)
    assert mark() == ""


def test_a_briefing_counts_what_is_late_in_a_plan(held: Held):
    plan = build.report("improvement-plan", of=held.inspection, is_own=False, slug="plan", title="The plan")
    build.action(plan, "1.1", due="31 March 2020", rag="")
    build.action(plan, "1.2", due="31 March 2020", rag="Complete")
    (words,) = passages(briefing_on_authority(held.authority, SITE), "Improvement plans")
    assert words.startswith("The plan: 2 actions. On ")
    assert "the date of 1 had passed" in words


def test_actions_whose_last_day_is_not_told_are_counted_apart(held: Held):
    plan = build.report("improvement-plan", of=held.inspection, is_own=False, slug="plan", title="The plan")
    for number, (due, rag) in enumerate((("31 March 2099", ""), ("Ongoing", ""), ("", ""), ("End of May", "Complete"))):
        build.action(plan, f"1.{number}", due=due, rag=rag)
    (words,) = passages(briefing_on_authority(held.authority, SITE), "Improvement plans")
    assert "none whose last day is told, and that the plan did not rate as done, was past it." in words
    assert words.endswith("Of 2 no last day can be told.")


def test_all_of_what_is_quoted_is_listed_and_nothing_else(held: Held, client):
    visit = held.authority.inspections.get(started="2021-03-02")
    twin = build.report("focused-visit", of=visit, slug="again", published="2019-09-04")
    build.finding(twin, "1", text=CASELOADS)
    for one in (held.report, twin):
        index_report(one.pk)
    sections = briefing_on_authority(held.authority, SITE).sections
    more = next(section.more for section in sections if section.heading.startswith("What inspectors criticised"))
    assert more
    listed = client.get(more[1]).content.decode()
    assert held.weakness.get_absolute_url() in listed
    assert twin.get_absolute_url() not in listed


def test_an_inspection_without_grades_says_why(held: Held):
    visit = held.authority.inspections.get(started="2021-03-02")
    bare = build.inspection("sif", authority=held.authority, started="2012-01-10")
    leads = [briefing_on_inspection(one, SITE).sections[0].lead for one in (held.inspection, visit, bare)]
    assert leads == [
        "The preferred judgement of each domain.",
        "Inspections of this kind give no grades.",
        "No judgement of it is held.",
    ]


def test_an_inspection_without_its_report_says_so(held: Held):
    bare = build.inspection("sif", authority=held.authority, started="2012-01-10")
    assert briefing_on_inspection(bare, SITE).sections[-1].lead == "The report of this inspection itself is not held."
    assert passages(briefing_on_inspection(held.inspection, SITE), "What inspectors praised") == [NEGLECT]


def test_a_briefing_on_a_theme_quotes_what_is_about_it_alone(held: Held):
    briefing = briefing_on_theme(THEMES["caseloads"], SITE)
    assert passages(briefing, "What is criticised") == [CASELOADS]
    assert passages(briefing, "What is praised") == []
    assert passages(briefing, "What is asked for") == ["Reduce the caseloads of social workers."]
    assert (
        passages(briefing_on_theme(THEMES["caseloads"], SITE, build.authority("Elsewhere")), "What is criticised") == []
    )


def test_a_briefing_on_a_theme_tells_what_is_mixed(held: Held, user):
    text = "Caseloads are manageable in most teams, but some are much too high."
    mixed = build.finding(held.report, "3", text=text, page=4)
    index_report(held.report.pk)
    mixed.refresh_from_db()
    decide(mixed, "polarity", "mixed", "Read by a person.", user)
    assert passages(briefing_on_theme(THEMES["caseloads"], SITE), "What is both praised and criticised") == [text]


def test_chosen_records_are_named_or_given_by_their_address_and_missing_ones_are_told(held: Held):
    name = f"{held.report.authority_slug}/{held.report.slug}/para-2"
    asked = [f"{SITE}{held.weakness.get_absolute_url()}", name, name, "", "nowhere", "a/b/para-9"]
    chosen = chosen_records(asked)
    assert [one.record for one in chosen] == [held.weakness, held.strength, None, None]
    assert passages(briefing_of_chosen(chosen, SITE), "Quotes") == [CASELOADS, NEGLECT]


def test_withheld_records_are_not_quoted(held: Held):
    build.show(held.report, "hidden")
    name = f"{held.report.authority_slug}/{held.report.slug}/para-2"
    assert [one.record for one in chosen_records([name])] == [None]
    assert passages(briefing_on_theme(THEMES["caseloads"], SITE), "What is criticised") == []


def test_long_quotes_are_cut_at_a_word_and_say_so(held: Held):
    long = build.finding(held.report, "9", text="word " * 200)
    (quote,) = passages(briefing_of_chosen(chosen_records([long.get_absolute_url()]), SITE), "Quotes")
    assert quote.endswith(" …")
    assert len(quote.split()) == 91


def test_a_briefing_says_up_to_when_inspections_are_held(held: Held):
    words = briefing_on_authority(held.authority, SITE).held
    assert words == (
        "Held are full inspections up to 26 July 2019 and visits up to 3 March 2021; "
        "others may exist, newer or earlier. It cites samples, which the project has invented."
    )
