"""Editions of one report in several files: which is shown, what is said of the others, and that order is nothing."""

from dataclasses import replace
from itertools import permutations
from typing import Any

import pytest

from findings.models import Action, Finding, Recommendation, Risk, Section
from ingest.drafts import Extraction, Ledger, ReportDraft
from ingest.load import load
from ingest.load.editions import better_source, measured, ranking_of
from ingest.models import Outcome
from ingest.notices import NoticeDraft
from inspections.models import EditionChoice, Judgement, Notice, Report, ReportSource, SourceFile
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel, ReadingStatus, SourceRole
from tests import builders
from tests.ingest.drafts_builder import extraction, finding, later, paper, pdf, sif, with_findings

pytestmark = pytest.mark.django_db

DAMAGE = NoticeDraft(NoticeLevel.ERROR, NoticeCode.DAMAGED_FILE, "The file is cut off.")
ROWS = (Section, Finding, Recommendation, Action, Risk, Judgement)


@pytest.fixture(autouse=True)
def _own_media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def words(number: int, say: str) -> ReportDraft:
    return with_findings(sif(), *(finding(str(n), f"{say} {n}.", section="s2") for n in range(2, number + 2)))


CLEAN = pdf(words(12, "Workers of the team visit families"), name="clean.pdf")
DAMAGED = pdf(later(words(3, "Workers")), name="damaged.pdf", notices=(DAMAGE,), status=ReadingStatus.PARTIAL)
UNDATED = pdf(replace(words(12, "Somebody wrote paragraph"), published=None), name="undated.pdf")
AMENDED = pdf(later(words(11, "Workers of the team visit families")), name="amended.pdf")
TEXT = extraction(words(12, "Workers of the team visit families"), name="clean.txt")
PACK = extraction(paper(findings=(finding("1", "A paper."),)), words(12, "A copy says"), name="pack.txt")


def shown() -> dict[str, list[Any]]:
    """What readers see and what is said about the editions, without what tells of the past."""
    live = [
        (type(row).__name__, row.anchor, row.page) for model in ROWS for row in model.objects.filter(retired_at=None)
    ]
    texts = Finding.objects.live().values_list("report__identity", "ref", "text", "page")
    return {
        "rows": sorted(live, key=repr),
        "texts": sorted(texts, key=repr),
        "sources": sorted(Report.objects.filter(retired_at=None).values_list("identity", "source__name")),
        "roles": sorted(ReportSource.objects.values_list("source__name", "report__identity", "role")),
        "notices": sorted(Notice.objects.values_list("source__name", "report__identity", "code", "message"), key=repr),
    }


def test_a_damaged_copy_never_replaces_the_clean_reading_without_a_yes():
    load(CLEAN)
    result = load(DAMAGED)
    assert result.outcome is Outcome.SET_ASIDE
    assert Report.objects.get().source.name == "clean.pdf"
    assert Finding.objects.live().count() == 12
    on_copy = Notice.objects.get(source__name="damaged.pdf", code="edition-set-aside")
    on_report = Notice.objects.get(source__name="clean.pdf", code="edition-set-aside")
    assert on_copy.level == on_report.level == "warning"
    assert "its file is damaged" in on_copy.message
    assert on_report.report == Report.objects.get()
    assert load(DAMAGED).outcome is Outcome.UNCHANGED


def test_the_clean_reading_replaces_a_damaged_copy_that_came_first():
    load(DAMAGED)
    assert load(CLEAN).outcome is Outcome.LOADED
    assert Report.objects.get().source.name == "clean.pdf"
    assert Finding.objects.live().count() == 12


def test_an_undated_copy_does_not_pass_as_newer():
    load(CLEAN)
    load(UNDATED)
    assert Report.objects.get().source.name == "clean.pdf"
    assert "states no date" in Notice.objects.get(code="superseded").message


@pytest.mark.parametrize("again", [(0, 1, 2, 3, 4, 5), (5, 4, 3, 2, 1, 0)])
@pytest.mark.parametrize("first", [(5, 3, 1, 0, 2, 4), (4, 2, 0, 5, 3, 1)])
def test_reading_all_files_again_in_any_order_gives_the_same(first, again):
    files = (CLEAN, DAMAGED, UNDATED, AMENDED, TEXT, PACK)
    for place in first:
        load(files[place])
    once = shown()
    assert dict(once["sources"])["sif:999:2015-09-14"] == "amended.pdf"
    for place in again:
        assert load(files[place]).outcome is Outcome.UNCHANGED
    assert shown() == once


def test_every_order_of_reading_gives_the_same():
    seen = []
    for order in permutations((DAMAGED, AMENDED, TEXT)):
        Report.objects.all().delete()
        SourceFile.objects.all().delete()
        for file in order:
            load(file)
        seen.append(shown())
    for one in seen:
        assert one == seen[0]


def test_a_file_that_comes_to_be_worse_names_the_one_that_is_better():
    load(AMENDED)
    load(CLEAN)
    clean = SourceFile.objects.get(name="clean.pdf")
    worse = replace(AMENDED, notices=(DAMAGE,), status=ReadingStatus.PARTIAL)
    assert load(worse).better == {clean.pk}
    assert load(CLEAN).better == frozenset()
    assert Report.objects.get().source == clean


def test_a_file_that_no_longer_holds_the_report_names_one_that_does():
    load(CLEAN)
    load(AMENDED)
    clean = SourceFile.objects.get(name="clean.pdf")
    result = load(replace(AMENDED, reports=(paper(),)))
    assert result.better == {clean.pk}
    load(CLEAN)
    report = Report.objects.get(kind="sif")
    assert (report.source, report.retired_at) == (clean, None)


def test_the_choice_of_a_person_decides_until_it_is_withdrawn():
    load(CLEAN)
    load(DAMAGED)
    report, damaged = Report.objects.get(), SourceFile.objects.get(name="damaged.pdf")
    choice = EditionChoice.objects.create(report=report, source=damaged, reason="It counts.", made_by=builders.editor())
    assert better_source(report) == damaged.pk
    load(DAMAGED)
    assert Report.objects.get().source == damaged
    assert "administrator chose" in Notice.objects.get(source__name="clean.pdf", code="superseded").message
    load(CLEAN)
    assert Report.objects.get().source == damaged
    choice.withdrawn_at = choice.made_at
    choice.save()
    load(CLEAN)
    assert Report.objects.get().source.name == "clean.pdf"


def test_a_report_that_was_read_before_editions_were_measured_is_measured_by_its_rows():
    load(CLEAN)
    ReportSource.objects.update(edition={})
    load(DAMAGED)
    assert Report.objects.get().source.name == "clean.pdf"
    (first, _) = sorted(ranking_of(Report.objects.get()).editions, key=lambda one: -one.records)
    assert (first.records, first.date, first.status) == (15, "2015-11-27", "complete")


def test_what_is_measured_of_an_edition():
    read = replace(later(sif()), notices=(DAMAGE,))
    told: Extraction = pdf(read, ledger=Ledger(4, 100, 90, 5, 5))
    facts = measured(read, told)
    assert (facts.date, facts.number, facts.printed) == ("2016-03-01", "2", "Amended 2016-03-01")
    assert (facts.records, facts.damage, facts.left_out) == (6, ("damaged-file",), 5)
    assert measured(sif(), pdf(sif())).date == "2015-11-27"


def test_roles_follow_when_an_other_form_is_outdone():
    load(CLEAN)
    load(TEXT)
    load(extraction(later(words(12, "Workers of the team visit families"), "2016-01-01"), name="later.txt"))
    load(AMENDED)
    roles = {link.source.name: link.role for link in ReportSource.objects.select_related("source")}
    assert roles == {
        "clean.pdf": SourceRole.SUPERSEDED,
        "amended.pdf": SourceRole.CURRENT,
        "clean.txt": SourceRole.SUPERSEDED,
        "later.txt": SourceRole.OTHER_FORM,
    }
