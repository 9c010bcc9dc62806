"""One suite of queries, which every database must answer alike: it runs on SQLite and on PostgreSQL."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from findings.models import Finding, SearchEntry
from findings.search import databases, find
from findings.search.entries import index_report
from findings.search.extracts import extract_of, marker_of
from findings.search.find import Search, SearchOrder
from findings.search.language import parse
from findings.search.terms import Terms, Token
from inspections import database_statistics
from inspections.models import Report
from tests import builders
from tests.findings.search.test_language import TYPED

pytestmark = pytest.mark.django_db

TEXTS = {
    "1": "Social workers visit children regularly. Visits are recorded well.",
    "2": "Supervision of social workers is irregular, and drift was not seen.",
    "3": "Drift and delay in planning left some children's needs unmet.",
    "4": "The work of the council is social in nature; workers are supported.",
    "5": "Managers supervised their staff. Delayed plans were reviewed in 2015-16, see paragraph 3.14.",
    "6": "Care leavers visited the café; a care-leaver's pathway plan was visited twice.",
    "7": "Adoption: no delay. Adopters were assessed, delay was rare and delays were short.",
    "8": "Ўзбек 日本 words in other alphabets are found as well.",
}


@pytest.fixture
def report() -> Report:
    made = builders.report(of=builders.inspection())
    for ref, text in TEXTS.items():
        builders.finding(made, ref, text=text)
    index_report(made.pk)
    return made


def search_for(typed: str, narrowed: dict[str, Terms], order: SearchOrder = SearchOrder.RELEVANCE) -> Search:
    expression = parse(typed).expression
    assert expression is not None
    return Search(expression, narrowed, order)


def found(typed: str, order: SearchOrder = SearchOrder.DATE) -> str:
    """The numbers of the paragraphs that a query finds, in order."""
    search = search_for(typed, {}, order)
    entries = SearchEntry.objects.in_bulk(search[:100])
    texts = {finding.pk: finding.ref for finding in Report.objects.get().findings.all()}
    places = search[:100]
    assert len(places) == search.count()
    return " ".join(texts[entries[place].record] for place in places)


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("visit", "1 6"),
        ("visiting", "1 6"),
        ("VISITS", "1 6"),
        ("child", "1 3"),
        ("children", "1 3"),
        ("childrens", "1 3"),
        ("supervision", "2 5"),
        ("supervise", "2 5"),
        ("delay", "3 5 7"),
        ("plan", "3 5 6"),
        ("planned", "3 5 6"),
        ("regular", "1"),
        ("cafe", "6"),
        ("CAFÉ", "6"),
        ("日本", "8"),
        ("ўзбек", "8"),
        ("2015", "5"),
        ("3.14", "5"),
        ("14.3", ""),
        ("social workers", "1 2 4"),
        ('"social workers"', "1 2"),
        ('"social worker"', "1 2"),
        ('"workers social"', ""),
        ('"social workers visit"', "1"),
        ('"social workers visit children regularly"', "1"),
        ('"social workers regularly"', ""),
        ('"work of the council"', "4"),
        ('"recorded well"', "1"),
        ("care-leaver", "6"),
        ('"leavers visited the cafe"', "6"),
        ("drift delay", "3"),
        ("drift AND delay", "3"),
        ("drift OR adoption", "2 3 7"),
        ("delay -adoption", "3 5"),
        ("delay NOT drift", "5 7"),
        ("-delay -visit", "2 4 8"),
        ("workers (drift OR visit)", "1 2"),
        ("workers -(drift OR visit)", "4"),
        ('workers -"social workers"', "4"),
        ("adoption OR -(delay OR visit OR workers)", "7 8"),
        ("superv*", "2 5"),
        ("supervisi*", "2"),
        ("supervision*", "2"),
        ("adopt*", "7"),
        ("ado* -delay", ""),
        ("the workers", "1 2 4"),
        ("the", "4 6"),
        ("the of", "4"),
        ("of", "2 4"),
        ("nothing", ""),
        ('"  "  drift', "2 3"),
    ],
)
def test_query_finds(report, typed, numbers):
    assert found(typed) == numbers


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("delay", "7 3 5"),
        ("visit", "1 6"),
        ("social workers", "1 2 4"),
        ("workers social", "1 2 4"),
        ("drift OR delay", "3 7 2 5"),
        ("drift OR visit OR delay", "1 6 7 2 3 5"),
        ("work*", "1 2 4"),
        ("delay -drift", "7 5"),
    ],
)
def test_relevance_puts_neighbours_then_all_alternatives_then_repeated_words_first(report, typed, numbers):
    assert found(typed, SearchOrder.RELEVANCE) == numbers


def test_every_page_of_an_order_is_a_part_of_the_whole(report):
    for order in SearchOrder:
        search = search_for("drift OR delay OR visit OR workers", {}, order)
        whole = search[0:100]
        assert sorted(whole) == sorted(set(whole))
        for size in (1, 2, 3):
            pages = [search[start : start + size] for start in range(0, len(whole), size)]
            assert [place for page in pages for place in page] == whole


def test_the_newest_report_stands_first_and_undated_ones_last(report):
    for published, ref in (("2020-03-01", "newest"), ("2020", "year"), ("", "undated"), ("2015-11-27", "same day")):
        other = builders.report("cabinet-report", published=published)
        builders.finding(other, ref, text="Drift was seen.")
        index_report(other.pk)
    entries = search_for("drift", {}, SearchOrder.DATE)[:10]
    findings = {entry.id: entry.record for entry in SearchEntry.objects.filter(id__in=entries)}
    refs = {pk: ref for one in Report.objects.all() for pk, ref in one.findings.values_list("pk", "ref")}
    assert [refs[findings[place]] for place in entries] == ["newest", "year", "2", "3", "same day", "undated"]


def test_filters_narrow_and_counts_leave_out_only_their_own_filter(report):
    other = builders.report("cabinet-report", published="2020-03-01")
    builders.finding(other, "9", text="Drift again.", domain=builders.domain())
    builders.recommendation(other, "1", text="End drift.")
    index_report(other.pk)
    narrowed: dict[str, Terms] = {"kind": Token("=kfinding"), "year": Token("=y2020")}
    search = search_for("drift", narrowed)
    assert search.count() == 1
    assert search.counts("kind") == {"finding": 1, "recommendation": 1}
    assert search.counts("year") == {"2015": 2, "2020": 1}
    assert search.counts("domain_id") == {str(builders.domain().pk): 1}


def test_beyond_the_most_nothing_is_counted_and_no_page_is_shown(report, monkeypatch):
    monkeypatch.setattr(find, "MOST", 2)
    search = search_for("workers", {"year": Token("=y2015")})
    assert (search.count(), search.has_more) == (2, True)
    assert search.counts("kind") is None
    assert search.counts("year") is None
    assert search_for("drift", {}).counts("kind") == {"finding": 2}


@given(TYPED)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
def test_whatever_is_typed_the_database_answers_in_both_orders_and_marks_what_it_found(report, typed):
    expression = parse(typed).expression
    if expression is None:
        return
    by_date, by_relevance = Search(expression, {}, SearchOrder.DATE), Search(expression, {}, SearchOrder.RELEVANCE)
    assert sorted(by_date[:100]) == sorted(by_relevance[:100])
    assert len(by_date[:100]) == by_date.count()
    for text in TEXTS.values():
        extract_of(text, marker_of(expression))


@given(st.lists(st.sampled_from([*"abc", "OR", "-", "(", ")", '"', "x*"]), max_size=20).map(" ".join))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
def test_deep_questions_are_answered(report, typed):
    expression = parse(typed).expression
    if expression is not None:
        assert Search(expression, {})[:10] is not None


@pytest.mark.parametrize("margin", [0, 1, 2])
def test_every_page_of_many_is_the_same_part_of_the_whole_order(monkeypatch, margin):
    """PostgreSQL looks among the newest first, once it knows which they are; no page may show it."""
    monkeypatch.setattr(databases.Postgres, "MARGIN", margin)  # 0: what is asked first is always too little
    for year in range(2006, 2026):
        made = builders.report(of=builders.inspection(published=f"{year}-03-01"))
        for place in range(6):
            builders.finding(made, str(place), text="Drift." if place % 2 else "Drift and delay." * (year % 3))
        index_report(made.pk)
    database_statistics.gather()
    every = sorted(SearchEntry.objects.values_list("id", flat=True))
    assert search_for("drift", {}, SearchOrder.DATE)[:120] == [one for one in every if is_found(one)]
    for size in (1, 7, 25):
        whole = search_for("drift", {}, SearchOrder.DATE)[:120]
        pages = [
            search_for("drift", {}, SearchOrder.DATE)[start : start + size] for start in range(0, len(whole), size)
        ]
        assert [place for page in pages for place in page] == whole


def is_found(place: int) -> bool:
    return "Drift" in Finding.objects.get(pk=SearchEntry.objects.get(pk=place).record).text
