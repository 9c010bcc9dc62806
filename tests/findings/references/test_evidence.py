"""The range of paragraphs that carries a judgement, as people cite it."""

import pytest

from findings.references.evidence import evidence_range, update_evidence_ranges
from inspections.models import Judgement
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
