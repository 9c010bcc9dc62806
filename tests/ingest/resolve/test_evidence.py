"""Which findings carry which judgement, as the newest reading says."""

import pytest

from findings.models import Evidence
from ingest.load import load
from inspections.models import Judgement
from tests.ingest.drafts_builder import extraction, judgement, sif

pytestmark = pytest.mark.django_db


def read(*anchors: str) -> None:
    load(extraction(sif(judgements=(judgement("adoption", evidence=anchors),))))


def test_evidence_follows_the_order_of_the_reading():
    for order in (["para-2", "para-3", "para-4"], ["para-4", "para-2", "para-3"]):
        load(extraction(sif(judgements=(judgement("adoption", evidence=tuple(order)),))))
        assert list(Evidence.objects.order_by("ordinal").values_list("finding__anchor", flat=True)) == order


def test_evidence_that_a_reading_no_longer_has_goes_and_the_range_follows():
    read("para-2", "para-3", "para-4")
    kept = Evidence.objects.get(finding__anchor="para-2").pk
    assert Judgement.objects.get().evidence_range == "2 to 4"
    read("para-2", "para-4")
    assert Evidence.objects.get(finding__anchor="para-2").pk == kept
    assert Judgement.objects.get().evidence_range == "2, 4"


def test_an_anchor_that_the_report_does_not_have_is_passed_over():
    read("para-2", "para-99")
    assert Judgement.objects.get().evidence_range == "2"


def test_the_same_again_changes_nothing():
    read("para-2", "para-3")
    before = list(Evidence.objects.values_list("pk", "ordinal"))
    read("para-2", "para-3")
    assert list(Evidence.objects.values_list("pk", "ordinal")) == before
