"""References that lead nowhere without a reason, or to what is gone."""

import pytest
from django.utils import timezone

from findings.checks.links import LINKS
from findings.models import CrossReference, Finding
from tests.findings.checks.conftest import after_repair, found

pytestmark = pytest.mark.django_db


def test_references_as_they_were_resolved_are_right(three):
    assert CrossReference.objects.exists()
    assert found(LINKS) == []


@pytest.mark.parametrize(
    ("wrong", "fault"),
    [({"target_finding": None}, "no reason is kept"), ({"reason": "There is no such paragraph."}, "a reason why")],
)
def test_a_reference_with_neither_or_both_is_found_and_resolved(three, wrong, fault):
    CrossReference.objects.filter(target_finding=three).update(**wrong)
    (breach,) = found(LINKS)
    assert fault in breach.what
    assert after_repair(LINKS) == []
    assert CrossReference.objects.filter(target_finding=three, reason="").exists()


def test_a_reference_to_what_the_reading_no_longer_has_gets_a_reason(three):
    Finding.objects.filter(pk=three.pk).update(retired_at=timezone.now())
    assert "no longer has" in found(LINKS)[0].what
    assert after_repair(LINKS) == []
    assert CrossReference.objects.unresolved().filter(ref="3").exists()


def test_several_targets_are_found(three):
    section = three.section
    CrossReference.objects.filter(target_finding=three).update(target_section=section)
    assert "several targets" in found(LINKS)[0].what
    assert after_repair(LINKS) == []
