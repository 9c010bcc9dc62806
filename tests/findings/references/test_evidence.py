"""The range of paragraphs that carries a judgement, as people cite it."""

import pytest
from django.utils import timezone

from findings.models import Evidence, Finding
from findings.references.evidence import evidence_range, support_by_hand, update_evidence_ranges
from inspections.models import Judgement
from inspections.vocabulary import Origin
from tests import builders

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


@pytest.mark.django_db
def test_ranges_follow_the_numbers_of_the_evidence_and_tell_whether_one_changed():
    report = builders.report(of=builders.inspection())
    first, second = builders.finding(report, "3.9"), builders.finding(report, "3.10")
    judgement = builders.judgement(report, evidence=(first, second), evidence_range="")
    assert update_evidence_ranges([judgement]) is True
    assert Judgement.objects.get().evidence_range == "3.9 to 3.10"
    assert update_evidence_ranges([judgement]) is False
    second.ref = "4.1"
    second.save()
    assert update_evidence_ranges([judgement]) is True
    assert Judgement.objects.get().evidence_range == "3.9, 4.1"


def carriers(judgement: Judgement) -> list[tuple[str, int]]:
    """The numbers of the findings that support a judgement, each with its place there."""
    rows = Evidence.objects.filter(judgement=judgement).order_by("finding__ordinal")
    return list(rows.values_list("finding__ref", "ordinal"))


class TestFindingsThatPeoplePlaced:
    @pytest.fixture
    def report(self):
        return builders.report(of=builders.inspection())

    @pytest.fixture
    def section(self, report):
        return builders.section(report)

    @pytest.fixture
    def place(self, report, section):
        """Make a finding: read in the section, made there by hand, or moved there from another."""

        def make(ref: str, how: str = "read", **values: object) -> Finding:
            by_hand = {"origin": Origin.HAND} if how == "hand" else {}
            moved = {"is_corrected": True, "read": {"section": "elsewhere"}} if how == "moved" else {}
            return builders.finding(report, ref, section=section, **by_hand | moved | values)

        return make

    def test_each_supports_what_the_record_before_it_supports_and_ranges_tell_so(self, report, place):
        first = place("3.1")
        place("3.2", "hand")
        place("3.3", "moved")
        judgement = builders.judgement(report, evidence=(first,), evidence_range="3.1")
        assert support_by_hand(report) is True
        assert carriers(judgement) == [("3.1", 1), ("3.2", 1), ("3.3", 1)]
        assert Judgement.objects.get().evidence_range == "3.1 to 3.3"
        assert support_by_hand(report) is False

    def test_without_a_record_before_it_a_moved_one_supports_what_the_next_read_one_supports(self, report, place):
        place("3.1", "moved")
        place("3.2", "moved")
        third = place("3.3")
        judgement = builders.judgement(report, evidence=(third,))
        support_by_hand(report)
        assert carriers(judgement) == [("3.1", 1), ("3.2", 1), ("3.3", 1)]

    def test_without_a_record_before_it_one_made_by_hand_supports_nothing(self, report, place):
        place("3.1", "hand")
        second = place("3.2")
        judgement = builders.judgement(report, evidence=(second,))
        assert support_by_hand(report) is False
        assert carriers(judgement) == [("3.2", 1)]

    def test_where_all_of_a_section_are_placed_none_supports_anything(self, report, place):
        place("3.1", "moved")
        place("3.2", "moved")
        judgement = builders.judgement(report)
        assert support_by_hand(report) is False
        assert carriers(judgement) == []

    def test_neighbours_in_other_sections_say_nothing(self, report, place):
        other = builders.finding(report, "2.9", section=builders.section(report, "Leadership"))
        place("3.1", "moved")
        judgement = builders.judgement(report, evidence=(other,))
        assert support_by_hand(report) is False
        assert carriers(judgement) == [("2.9", 1)]

    def test_what_no_longer_follows_goes_and_a_changed_place_is_taken_over(self, report, place):
        first, second = place("3.1"), place("3.2", "hand")
        one = builders.judgement(report, evidence=(first,))
        other = builders.judgement(report, "leadership")
        Evidence.objects.create(judgement=other, finding=second, ordinal=1)
        Evidence.objects.create(judgement=one, finding=second, ordinal=5)
        assert support_by_hand(report) is True
        assert carriers(one) == [("3.1", 1), ("3.2", 1)]
        assert carriers(other) == []

    def test_one_made_by_hand_that_is_retired_supports_nothing_any_more(self, report, place):
        first, second = place("3.1"), place("3.2", "hand")
        judgement = builders.judgement(report, evidence=(first,))
        support_by_hand(report)
        Finding.objects.filter(pk=second.pk).update(retired_at=timezone.now())
        assert support_by_hand(report) is True
        assert carriers(judgement) == [("3.1", 1)]
        assert Judgement.objects.get().evidence_range == "3.1"

    def test_a_finding_corrected_in_its_place_keeps_what_was_read(self, report, place):
        first = place("3.1")
        place("3.2", is_corrected=True)
        judgement = builders.judgement(report, evidence=(first,))
        assert support_by_hand(report) is False
        assert carriers(judgement) == [("3.1", 1)]
