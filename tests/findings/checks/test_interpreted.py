"""Themes, polarity and follow-through that are not what people decided and rules read."""

import pytest

from findings.checks.interpreted import FOLLOW_THROUGH, INTERPRETATIONS
from findings.models import AskedMatter, Finding, FollowedMatter, FollowedRecord, RecordTheme, ReportTheme
from findings.search.entries import index_report
from inspections.vocabulary import FollowStatus, Polarity
from tests import builders as build
from tests.findings.checks.conftest import after_repair, found

pytestmark = pytest.mark.django_db
POOR = "Supervision of social workers is not regular, and managers do not oversee their work."


def test_wrong_themes_and_polarities_are_found_and_made_again():
    row = build.finding(build.report(of=build.inspection()), "1", text=POOR)
    index_report(row.report_id)
    assert found(INTERPRETATIONS) == []
    spoils = (
        lambda: Finding.objects.update(polarity=Polarity.STRENGTH),
        lambda: Finding.objects.update(themes="caseloads"),
        lambda: Finding.objects.update(suggested=Finding.objects.get().suggested | {"themes": []}),
        lambda: Finding.objects.update(decided="polarity"),
        lambda: RecordTheme.objects.all().delete(),
        lambda: ReportTheme.objects.update(records=7),
    )
    for spoil in spoils:
        spoil()
        (breach,) = found(INTERPRETATIONS)
        assert row.report.get_absolute_url() in breach.what
        assert after_repair(INTERPRETATIONS) == []


def test_wrong_follow_through_is_found_and_made_again():
    place = build.authority("Kent")
    first, second = (build.inspection(authority=place, started=day) for day in ("2015-09-14", "2019-07-15"))
    earlier, later = build.report(of=first), build.report(of=second)
    asked = build.recommendation(earlier, "1", text="Ensure that supervision of social workers is regular.")
    build.finding(later, "1", text=POOR)
    for report in (earlier, later):
        index_report(report.pk)
    assert FollowedRecord.objects.exists()
    assert found(FOLLOW_THROUGH) == []
    spoils = (
        lambda: FollowedMatter.objects.update(status=FollowStatus.IMPROVED),
        lambda: FollowedMatter.objects.update(by_person=True),
        lambda: FollowedRecord.objects.update(anchor="para-99"),
        lambda: FollowedRecord.objects.all().delete(),
        lambda: FollowedMatter.objects.all().delete(),
        lambda: FollowedMatter.objects.update(later=earlier),
        lambda: AskedMatter.objects.all().delete(),
    )
    for spoil in spoils:
        spoil()
        (breach,) = found(FOLLOW_THROUGH)
        assert (breach.subject, earlier.get_absolute_url() in breach.what) == (str(asked.report_id), True)
        assert after_repair(FOLLOW_THROUGH) == []
