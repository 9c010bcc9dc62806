"""A generated knowledge base is copied whole: rows, index and suggestions, each copy for itself."""

from collections import Counter

import pytest
from django.core.management import call_command
from django.db.models import F
from django.urls import reverse

from findings.checks.summed import SUMS
from findings.models import Evidence, Finding, Recommendation, RecordTheme, SearchEntry
from findings.search.databases import database
from findings.search.entries import stale_reports
from findings.search.terms import Question, Token, facet
from ingest.bench.generate import Generator
from ingest.bench.multiply import NotGeneratedError, copied, multiply
from inspections.models import Authority, Judgement, Report, SourceFile
from tests import builders

pytestmark = pytest.mark.django_db

TIMES = 3


@pytest.fixture
def three_times():
    """How many rows of each copied table there were, and the same tables three times as large."""
    list(Generator().run(150))
    call_command("reindex", verbosity=0)
    before = {model: model._default_manager.count() for model in copied()}
    assert list(multiply(TIMES)) == [1, 2]
    return before


def test_every_table_holds_three_times_as_many_rows(three_times):
    assert {model: model._default_manager.count() for model in three_times} == {
        model: rows * TIMES for model, rows in three_times.items()
    }
    assert three_times[Finding] >= 150
    assert three_times[SearchEntry] > three_times[Finding]


def test_what_belongs_to_no_report_is_there_once(three_times):
    assert not {Authority} & set(three_times)
    assert {SourceFile, Report, RecordTheme, Evidence} <= set(three_times)


def test_a_copy_refers_to_rows_of_its_own(three_times):
    assert not Evidence.objects.exclude(judgement__report=F("finding__report")).exists()
    assert not Judgement.objects.exclude(inspection__authority=F("report__authority")).exists()
    for kind, model in (("finding", Finding), ("recommendation", Recommendation)):
        entries = SearchEntry.objects.filter(kind=kind).values_list("record", "report")
        assert sorted(entries) == sorted(model.objects.values_list("pk", "report"))


def test_pages_and_search_show_the_copies(three_times, client):
    newest = Report.objects.order_by("-pk")[0]
    assert client.get(newest.get_absolute_url()).status_code == 200
    finding = newest.findings.order_by("ordinal")[0]
    answer = client.get(reverse("search"), {"q": f'"{" ".join(finding.text.split()[:6])}"'}).content.decode()
    assert finding.get_absolute_url() in answer


def test_other_reports_are_left_alone():
    builders.report()
    with pytest.raises(NotGeneratedError, match="was generated"):
        next(multiply(2))
    assert Report.objects.count() == 1


def test_an_empty_database_is_said():
    with pytest.raises(NotGeneratedError):
        next(multiply(2))


@pytest.mark.parametrize("spread", [False, True])
def test_copies_are_in_sums_and_their_entries_are_not_stale(spread):
    list(Generator().run(150))
    call_command("reindex", verbosity=0)
    list(multiply(2, spread=spread))
    assert stale_reports(Report.objects.all()) == []
    assert list(SUMS.breaches()) == []


def test_copies_are_copied_again(three_times):
    list(multiply(2))
    assert Report.objects.count() == three_times[Report] * TIMES * 2
    assert Report.objects.values("authority", "slug").distinct().count() == Report.objects.count()


def test_copies_that_are_spread_belong_to_the_next_authorities_and_are_found_by_them():
    list(Generator().run(150))
    call_command("reindex", verbosity=0)
    originals = set(Report.objects.values_list("authority", flat=True))
    before = Report.objects.count()
    list(multiply(TIMES, spread=True))
    by_authority = Counter(Report.objects.values_list("authority", flat=True))
    assert len(by_authority) == TIMES * len(originals)
    assert set(by_authority.values()) == {before // len(originals)}
    assert not Judgement.objects.exclude(inspection__authority=F("report__authority")).exists()
    assert not SearchEntry.objects.exclude(authority=F("report__authority"), region=F("authority__region")).exists()
    newest = Report.objects.select_related("authority").order_by("-pk")[0].authority
    for letter, value, names in (
        ("a", newest.pk, {"authority": newest}),
        ("r", newest.region, {"region": newest.region}),
    ):
        found = database().entry_ids(Question(Token(facet(letter, value))), 10_000, 0)
        assert found == list(SearchEntry.objects.filter(**names).values_list("pk", flat=True))
        assert found
