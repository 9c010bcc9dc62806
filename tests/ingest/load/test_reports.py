"""Which row a drafted report is, under which address, and which of its files it is read from."""

from dataclasses import replace

import pytest

from findings.models import Finding
from ingest.drafts import ReportDraft
from ingest.load import load
from ingest.load.reports import free_slug, is_by_inspectorate, is_own, slug_of
from ingest.models import Outcome
from inspections.models import Notice, Report, SourceFile
from inspections.vocabulary import ReportKind, SourceRole
from tests import builders
from tests.ingest.drafts_builder import (
    extraction,
    finding,
    inspection,
    later,
    other_authority,
    paper,
    plan,
    sif,
    with_findings,
)
from tests.ingest.snapshots import everything

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def roles() -> dict[str, str]:
    return {source.name: source.report_sources.get().role for source in SourceFile.objects.all()}


def changed_words() -> ReportDraft:
    return with_findings(
        later(sif()), *(finding(str(n), f"New words of paragraph {n}.", section="s2") for n in (2, 3, 4))
    )


def test_a_newer_version_becomes_current_and_keeps_rows_and_address():
    load(extraction(sif(), name="old.txt"))
    report, three = Report.objects.get(), Finding.objects.get(ref="3")
    result = load(extraction(changed_words(), name="new.txt"))
    three.refresh_from_db()
    assert (Report.objects.get().pk, Report.objects.get().slug) == (report.pk, report.slug)
    assert three.text == "New words of paragraph 3."
    assert result.changed == 3
    assert roles() == {"old.txt": SourceRole.SUPERSEDED, "new.txt": SourceRole.CURRENT}
    assert "old.txt" in Notice.objects.get(code="newer-version").message
    assert "new.txt" in Notice.objects.get(code="superseded").message


def test_a_newer_version_read_again_changes_nothing():
    load(extraction(sif(), name="old.txt"))
    load(extraction(changed_words(), name="new.txt"))
    before = everything()
    assert load(extraction(changed_words(), name="new.txt")).outcome is Outcome.UNCHANGED
    assert everything() == before


def test_a_superseded_file_read_again_stays_superseded_and_changes_nothing():
    load(extraction(sif(), name="old.txt"))
    load(extraction(changed_words(), name="new.txt"))
    before = everything()
    assert load(extraction(sif(), name="old.txt")).outcome is Outcome.UNCHANGED
    assert everything() == before


def test_a_file_of_which_one_report_is_superseded_is_still_read_for_the_other():
    load(extraction(sif(), with_findings(paper(), finding("1", "The old words.")), name="pack.txt"))
    load(extraction(changed_words(), name="new.txt"))
    load(extraction(sif(), with_findings(paper(), finding("1", "Other words.")), name="pack.txt"))
    assert Finding.objects.live().get(report__kind="cabinet-report").text == "Other words."
    assert Finding.objects.get(ref="3").text == "New words of paragraph 3."


def test_a_newer_version_of_a_pack_takes_over_each_of_its_reports():
    load(extraction(paper(), plan(), name="pack.txt"))
    before = set(Report.objects.values_list("pk", flat=True))
    load(extraction(later(paper()), later(plan()), sif(), name="pack-2.txt"))
    assert before < set(Report.objects.values_list("pk", flat=True))
    assert set(Report.objects.values_list("source__name", flat=True)) == {"pack-2.txt"}


def test_a_report_that_turns_out_to_be_anothers_gives_way_to_the_address_that_is_taken_there():
    load(extraction(paper()))
    report = Report.objects.get()
    builders.report("cabinet-report", authority=builders.authority("Kent"), slug=report.slug, published="2010-01-01")
    load(extraction(paper(authority=other_authority("886"))))
    before = report.slug
    report.refresh_from_db()
    assert (report.authority.name, report.slug) == ("Kent", f"{before}-2")


def test_two_reports_with_the_same_date_and_title_in_one_file_stay_two():
    load(extraction(paper(), paper(published="2016-02-01")))
    assert sorted(Report.objects.values_list("slug", flat=True)) == [
        "cabinet-report-2016-02-01-wexcombe-cabinet",
        "cabinet-report-2016-02-01-wexcombe-cabinet-2",
    ]


def test_a_report_that_a_better_reading_does_not_find_any_more_is_retired_and_revived():
    load(extraction(paper(), plan()))
    load(extraction(plan()))
    assert Report.objects.get(kind=ReportKind.CABINET_REPORT).retired_at is not None
    load(extraction(paper(), plan()))
    assert not Report.objects.filter(retired_at__isnull=False).exists()
    assert Report.objects.count() == 2


def test_a_report_whose_title_is_read_better_keeps_its_row_and_address():
    load(extraction(paper(title="Repart to Cabinet")))
    before = Report.objects.get()
    load(extraction(paper(title="Report to Cabinet")))
    after = Report.objects.get()
    assert (after.pk, after.slug, after.title) == (before.pk, before.slug, "Report to Cabinet")


def test_a_report_without_a_day_on_its_cover_was_published_when_its_inspection_was():
    said = inspection("sif", "2015-09-14", "2015-10-08", published="2015-11-27")
    load(extraction(sif(published=None, inspection=said)))
    report = Report.objects.get()
    assert (report.published, report.slug) == ("2015-11-27", "sif-2015-11-27")


def test_a_paper_of_the_council_has_no_inspection_of_its_own():
    assert is_own(sif())
    assert not is_own(paper(inspection=inspection("sif", "2015-09-14")))
    assert not is_own(sif(inspection=None))


def test_addresses_are_made_of_kind_and_date_and_of_the_title_of_papers():
    assert slug_of(sif(), "a" * 64) == "sif-2015-11-27"
    assert slug_of(sif(published=None), "a" * 64) == "sif-2015-09-14"
    assert slug_of(sif(published=None, inspection=None), "a1b2c3d4" * 8) == "sif-a1b2c3d4"
    long = slug_of(paper(title="Report to Cabinet on the progress of services for children and families"), "a" * 64)
    assert long.endswith("-on-the-progress-of-services-for")


def test_an_address_that_is_taken_is_numbered_within_its_authority():
    report = builders.report(slug="sif-2015-11-27")
    assert free_slug("sif-2015-11-27", report.authority_id, Report()) == "sif-2015-11-27-2"
    assert free_slug("sif-2015-11-27", report.authority_id, report) == "sif-2015-11-27"
    assert free_slug("sif-2015-11-27", builders.authority("Kent").pk, Report()) == "sif-2015-11-27"


def test_who_published_a_report_is_told_by_its_kind_and_of_a_table_by_itself() -> None:
    table = replace(sif(), kind=ReportKind.OUTCOMES_TABLE)
    drafts = (sif(), paper(), plan(), table, replace(table, by_inspectorate=True))
    assert [is_by_inspectorate(draft) for draft in drafts] == [True, False, False, False, True]


def test_who_published_a_report_is_stored() -> None:
    load(extraction(sif()))
    assert Report.objects.get().by_inspectorate
