"""The same report in other bytes: under another name, in a newer version."""

from pathlib import Path

import pytest

from findings.models import Finding
from ingest.drafts import ReportDraft
from ingest.load import load
from ingest.load.sources import store
from ingest.models import Outcome
from inspections.models import Notice, Report, SourceFile
from inspections.vocabulary import SourceRole
from tests.ingest.drafts_builder import extraction, finding, paper, plan, sif, with_findings
from tests.ingest.snapshots import everything, facts

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def roles() -> dict[str, str]:
    return {source.name: source.report_sources.get().role for source in SourceFile.objects.all()}


def changed_words() -> ReportDraft:
    return with_findings(sif(), *(finding(str(n), f"New words of paragraph {n}.", section="s2") for n in (2, 3, 4)))


def test_the_same_bytes_under_another_name_change_nothing_but_the_list_of_names():
    load(extraction(sif(), name="a.txt", content="same"))
    before = facts([SourceFile])
    again = load(extraction(sif(), name="b.txt", content="same"))
    source = SourceFile.objects.get()
    assert (source.name, source.other_names) == ("a.txt", ["b.txt"])
    assert facts([SourceFile]) == before
    assert again.unchanged == 9
    assert load(extraction(sif(), name="b.txt", content="same")).outcome is Outcome.UNCHANGED


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
    load(extraction(paper(), plan(), sif(), name="pack-2.txt"))
    assert before < set(Report.objects.values_list("pk", flat=True))
    assert set(Report.objects.values_list("source__name", flat=True)) == {"pack-2.txt"}


def test_the_bytes_are_kept_once_under_the_name_of_their_content(settings):
    data = b"a report"
    load(extraction(sif(), name="a.txt", content=data.decode()), data)
    load(extraction(sif(), name="b.txt", content=data.decode()), data)
    source = SourceFile.objects.get()
    kept = [path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()]
    assert [path.relative_to(settings.MEDIA_ROOT).as_posix() for path in kept] == [source.stored.name]
    assert source.stored.name == f"{source.sha256[:2]}/{source.sha256}.txt"
    assert kept[0].read_bytes() == data


def test_storing_leaves_no_half_written_file(settings, monkeypatch):
    def full(*args):
        raise OSError("the disk is full")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="full"):
        store(b"a report", "text/plain")
    assert not [path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()]
