import pytest

from findings.interpretation.matters.comparison import (
    COMPARED,
    LINK,
    ReportMatters,
    compare,
    related_to,
    shared_concepts,
)
from findings.interpretation.matters.profiles import MatterRecord, profile_of
from tests.findings.interpretation.matters.made import RECORDS, later, recommended


def numbers(text, record):
    return dict(zip(LINK, compare(profile_of(recommended(text)), record, profile_of(record)), strict=True))


def test_a_record_about_the_matter_shares_more_than_another():
    near, far = (numbers("Hold supervision every month.", RECORDS[place]) for place in (0, 3))
    assert near["concepts-alike"] > far["concepts-alike"] == 0
    assert near["heaviest-shared"] > 0
    assert near["sentence-concepts"] > far["sentence-concepts"]


def test_records_with_the_same_likely_themes_have_more_in_common():
    homes, pathways = (numbers("Carers of fostered siblings.", RECORDS[place]) for place in (2, 3))
    assert homes["likely-themes"] > pathways["likely-themes"]


def test_a_record_about_a_related_matter_has_more_in_common_than_one_about_another():
    related, other = (numbers("Appoint team managers who direct cases.", RECORDS[place]) for place in (0, 3))
    assert related["related-concepts"] > other["related-concepts"] == 0
    assert related["record-covered"] > other["record-covered"] == 0


def test_each_of_three_related_concepts_counts_and_no_more():
    found = [
        numbers("Write plans.", MatterRecord("p-1", text))["related-concepts"]
        for text in (
            "Pathway plans.",
            "Pathway plans and contingency.",
            "Pathway plans, contingency and care plans.",
            "Pathway plans, contingency, care plans and timescales.",
        )
    ]
    assert found == [pytest.approx(share) for share in (1 / 3, 2 / 3, 1, 1)]


def test_a_record_of_other_words_besides_is_covered_less():
    short, long = (
        numbers("Hold supervision every month.", MatterRecord("p-1", text))["record-words-covered"]
        for text in ("Supervision every month.", "Supervision every month, and homes, schools and pathway plans.")
    )
    assert short > long > 0


def test_a_heading_with_a_word_of_the_recommendation_counts():
    shared, other = (
        numbers("Hold supervision.", MatterRecord("p-1", "Staff meet.", heading))["heading-shared"]
        for heading in ("Supervision of staff", "Children in care")
    )
    assert (shared, other) == (1, 0)


def test_likely_themes_are_alike_whatever_their_number():
    same = numbers("Foster carers are supported.", MatterRecord("p-1", "Foster carers are supported."))
    assert round(same["likely-themes-alike"], 6) == 1


def test_records_about_other_children_are_told_apart():
    assert numbers("Review pathway plans of care leavers.", RECORDS[2])["other-children"] == 1
    assert numbers("Review pathway plans of care leavers.", RECORDS[3])["other-children"] == 0


def test_the_nearest_come_first_and_only_so_many_are_compared():
    many = [MatterRecord(f"p-{number}", "Supervision of staff.") for number in range(COMPARED + 5)]
    report = ReportMatters.of("ilacs", [*many, MatterRecord("best", "Supervision of staff every month in each team.")])
    nearest = report.nearest(profile_of(recommended("Hold supervision every month in each team.")))
    assert len(nearest) == COMPARED
    assert report.records[nearest[0]].anchor == "best"


def test_a_report_knows_how_much_of_it_is_about_an_area():
    assert later().areas["care-leavers"] == 0.2


def test_matters_of_the_main_clause_are_named_first():
    wanted = profile_of(recommended("Hold return home interviews on time so that drift ends."))
    assert shared_concepts(wanted, profile_of(RECORDS[1]))[0] == "return-interviews"


def test_related_matters_of_a_record_are_named_the_heaviest_first_and_shared_ones_not():
    wanted = profile_of(recommended("Write plans and core groups."))
    record = MatterRecord("p-1", "Plans, timescales, pathway plans and core groups.")
    assert related_to(wanted, profile_of(record)) == ["pathway-plans", "timescales"]
