"""Source files, reports and notices: which reports are published, their addresses, and fields for partial dates."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from inspections.models import Notice, Report, SourceFile
from tests import builders


@pytest.mark.django_db
def test_hidden_and_retired_reports_are_not_published():
    shown = builders.report()
    builders.report(visibility="hidden")
    builders.report(retired_at=timezone.now())
    assert list(Report.objects.published()) == [shown]


@pytest.mark.django_db
def test_the_address_of_a_report_names_its_authority():
    report = builders.report(authority=builders.authority())
    assert report.get_absolute_url() == f"/reports/{report.authority.slug}/{report.slug}/"


@pytest.mark.django_db
def test_a_report_of_an_unknown_authority_has_an_address():
    report = builders.report(authority=None)
    Report.objects.filter(pk=report.pk).update(authority=None)
    report.refresh_from_db()
    assert report.get_absolute_url() == f"/reports/unknown/{report.slug}/"


@pytest.mark.django_db
def test_the_address_of_a_notice_is_the_same_after_the_file_is_read_again():
    source = builders.source()
    first = builders.notice(source)
    address = first.get_absolute_url()
    first.delete()
    assert builders.notice(source).get_absolute_url() == address
    assert address.startswith(f"{source.get_absolute_url()}#notice-")


@pytest.mark.django_db
@pytest.mark.parametrize(
    "changed", [{"code": "number-lost"}, {"page": 4}, {"line": 9}, {"anchor": "para-7"}, {"message": "Other."}]
)
def test_each_part_of_a_notice_is_in_its_address(changed):
    source = builders.source()
    assert builders.notice(source).get_absolute_url() != builders.notice(source, **changed).get_absolute_url()
    assert Notice.objects.count() == 2


@pytest.mark.parametrize("value", ["2023-07-17", "2023-07", "2023", ""])
def test_fields_take_dates_of_any_precision(value):
    field = Report._meta.get_field("published")
    assert field.clean(value, None) == value


@pytest.mark.parametrize("value", ["17 July 2023", "2023-7", "23"])
def test_fields_refuse_dates_in_another_form(value):
    with pytest.raises(ValidationError, match="Give a date as 2023-07-17"):
        Report._meta.get_field("published").clean(value, None)


@pytest.mark.django_db
def test_files_are_published_or_not():
    shown, hidden, both = (builders.report() for _ in range(3))
    Report.objects.filter(pk=hidden.pk).update(visibility="hidden")
    second = builders.report(source=both.source)
    Report.objects.filter(pk=second.pk).update(visibility="draft")
    refused = builders.source()
    assert set(SourceFile.objects.published()) == {shown.source, both.source, refused}
    assert set(SourceFile.objects.not_published()) == {hidden.source}
