"""The search page: the query as understood, results and their places, filters with counts, pages and orders."""

import csv
import re
from html import unescape
from itertools import pairwise
from typing import Any

import pytest
from django.urls import reverse
from django.utils.html import escape

from findings.search import find
from findings.search.entries import index_changed
from findings.search.terms import MOST_WORDS
from findings.views import search_results as found_dataset
from inspections.models import Report
from tests import builders
from tests.markup import squeeze
from tests.pages.story import tell

pytestmark = [pytest.mark.django_db, pytest.mark.either_database]


def page(client, query: str, status: int = 200) -> str:
    response = client.get(reverse("search") + query)
    assert response.status_code == status
    return squeeze(response.content.decode())


def plain(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def titles(html: str) -> list[str]:
    """What the results are called, in order, without the authority and its mark."""
    return [
        plain(title).partition(": ")[2].removesuffix(" Sample")
        for title in re.findall(r'<h3 class="kb-row__title">(.*?)</h3>', html, re.DOTALL)
    ]


def test_without_a_query_the_page_says_what_can_be_typed(client):
    tell()
    html = page(client, "")
    assert "What you can type" in html
    assert "drift OR delay" in html
    assert not titles(html)


def test_the_page_says_what_was_understood_and_marks_what_was_found(client):
    tell()
    html = page(client, "?q=visited+the+workers")
    assert "Understood as: records with “visited” and “workers”. “the” was left out" in plain(html)
    assert "<mark>Workers</mark> in Wexcombe <mark>visit</mark> children" in html


def test_a_result_leads_to_its_place_in_the_report_and_to_its_own_address(client):
    story = tell()
    html = page(client, "?q=weekly+OR+%22every+week%22")
    (row,) = re.findall(r'<li class="kb-row kb-row--text">.*?</li>', html, re.DOTALL)
    paragraph = story.paragraphs[0]
    place = f"{story.report.get_absolute_url()}?at={paragraph.anchor}#{paragraph.anchor}"
    assert f'href="{place}"' in row
    assert f'href="{paragraph.get_absolute_url()}"' in row
    assert "Corrected" in row
    assert f'id="{paragraph.anchor}"' in squeeze(client.get(story.report.get_absolute_url()).content.decode())


@pytest.mark.parametrize(
    ("query", "kinds"),
    [
        ("?q=%22every+plan%22", {"Recommendation"}),
        ("?q=%22open+plan%22", {"Action"}),
        ("?q=visit", {"Finding"}),
        ("?q=inadequate", {"Judgement"}),
        ("?q=plan&kind=action", {"Action"}),
    ],
)
def test_every_kind_of_record_is_found(client, query, kinds):
    tell()
    assert set(re.findall(r'kb-tag--plain">(\w+)</span>', page(client, query))) == kinds


def test_choices_have_their_numbers_over_all_other_filters(client):
    story = tell()
    html = plain(page(client, f"?q=plan&kind=action&authority={story.inspection.authority.slug}&year=2016"))
    assert "Actions 3" in html
    assert "2016 3" in html
    # Recommendations are of 2015: under the year that is chosen there are none.
    assert "Recommendations 3" not in html
    assert "Recommendations" in plain(page(client, "?q=plan&kind=action"))


def test_filters_keep_the_query_and_the_query_keeps_the_filters(client):
    tell()
    html = page(client, "?q=plan&kind=action&sort=date")
    assert 'name="q"' in html
    assert re.search(r'name="sort" value="date" form="filters-form"', html)
    assert 'href="/search/?q=plan&amp;sort=date"' in html, "clearing filters clears the query too"
    assert 'id="filters-form"' in html


@pytest.mark.parametrize(
    "query", ["?q=plan&kind=poem", "?q=plan&year=MMXV", "?q=plan&colour=red", "?q=plan&sort=length"]
)
def test_a_wrong_parameter_is_named_and_nothing_is_shown(client, query):
    tell()
    html = page(client, query)
    assert "There is a problem" in html
    assert not titles(html)


def test_orders(client):
    inspection = builders.inspection()
    own = builders.report(of=inspection)
    builders.finding(own, "1", text="Drift, drift and more drift.")
    later = builders.report("cabinet-report", authority=inspection.authority, published="2020-01-14")
    builders.finding(later, "2", text="Drift was seen.")
    index_changed([], Report.objects.all())
    assert titles(page(client, "?q=drift")) == ["Paragraph 1", "Paragraph 2"]
    by_date = page(client, "?q=drift&sort=date")
    assert titles(by_date) == ["Paragraph 2", "Paragraph 1"]
    assert 'href="?q=drift"' in by_date


def test_pages_hold_everything_once_and_none_is_beyond_the_last(client):
    tell(40)
    seen: list[str] = []
    for number in (1, 2):
        seen += re.findall(r'href="(/reports/[^"#]+/)">Permanent', page(client, f"?q=workers&page={number}"))
    assert len(seen) == len(set(seen)) == 40
    page(client, "?q=workers&page=3", status=404)


def test_more_than_is_counted_is_said(client, monkeypatch):
    monkeypatch.setattr(find, "MOST", 2)
    tell(5)
    html = page(client, "?q=workers")
    assert "More than 2 records" in plain(html)
    assert len(titles(html)) == 2
    assert "kb-count" not in html


def test_filters_alone_list_the_records_that_they_leave(client):
    story = tell()
    html = page(client, "?kind=finding")
    assert "4 records" in plain(html)
    assert "The newest report first." in plain(html)
    assert titles(html)[:3] == ["Paragraph 14", "Paragraph 15", "Paragraph 16"]
    assert "Recommendations 6" in plain(html), "counted over all filters but its own"
    assert not titles(page(client, f"?kind=finding&q=%28&authority={story.inspection.authority.slug}")), (
        "not understood"
    )


def test_filters_in_the_words_are_told_and_each_can_be_taken_back(client):
    tell()
    html = page(client, "?q=Wexcombe+workers+2015&kind=finding")
    text = plain(html)
    assert "Understood as: records with “workers”, under these filters." in text
    assert "“Wexcombe” was taken as authority Wexcombe (sample)" in text
    assert "“2015” was taken as year of the report 2015" in text
    assert 'href="?q=%22Wexcombe%22+workers+2015&amp;kind=finding"' in html
    assert 'href="?q=workers+2015&amp;kind=finding"' in html
    assert 'href="?q=Wexcombe+workers+2015&amp;kind=finding&amp;literally=yes"' in html
    assert titles(html) == titles(page(client, "?q=workers&authority=wexcombe&year=2015&kind=finding"))


def test_a_judgement_of_a_table_is_told_with_the_authority_that_it_judges(client):
    table = builders.report("outcomes-table", authority=None)
    judged = builders.judgement(table, inspection=builders.inspection(), domain_wording="Drifting")
    index_changed([], Report.objects.all())
    assert f"{judged.inspection.authority}: Judgement" in plain(page(client, "?q=drifting"))
    row = next(csv.DictReader(client.get("/search.csv?q=drifting").getvalue().decode("utf-8-sig").splitlines()))
    assert row["la_name"] == judged.inspection.authority.name


def test_words_that_name_several_choices_of_a_filter_are_told_once(client):
    text = plain(page(client, "?q=care+leavers+outstanding"))
    assert "“care leavers” was taken as domain Care leavers or Children in care and care leavers" in text
    assert text.count("“care leavers” was taken") == 1


def test_words_can_be_searched_for_as_they_stand(client):
    tell()
    html = page(client, "?q=Wexcombe+workers&literally=yes")
    assert "Understood as: records with “wexcombe” and “workers”. Your words are searched for as they stand." in plain(
        html
    )
    assert 'href="?q=Wexcombe+workers"' in html
    assert 'name="literally" value="yes" form="filters-form"' in html
    assert "“maybe” is no value of “literally”" in plain(page(client, "?q=workers&literally=maybe"))


def test_a_filter_that_is_chosen_comes_before_one_in_the_words(client):
    tell()
    html = page(client, "?q=workers+2015&year=2016")
    assert "“2015” was left out, because another choice of the filter “year of the report” is set." in plain(html)


def test_what_can_also_be_a_filter_is_offered(client):
    tell()
    html = page(client, "?q=workers+recommendations")
    assert "“recommendations” was searched for as words. It can also mean kind Recommendations: filter by it" in plain(
        html
    )
    assert 'href="?q=workers&amp;kind=recommendation"' in html
    assert "are searched for as words beside OR" in plain(page(client, "?q=workers+OR+Wexcombe"))


def test_a_misspelt_word_brings_up_the_one_that_was_meant(client):
    tell()
    html = page(client, "?q=wrokers&sort=date")
    assert "Did you mean: workers" in plain(html)
    assert 'href="?q=workers&amp;sort=date"' in html
    assert "Did you mean" not in page(client, "?q=workers")


def test_a_result_names_its_section_and_the_grade_it_stands_under(client):
    report = builders.report(of=builders.inspection())
    section = builders.section(report, "Quality of practice", domain=builders.domain())
    builders.judgement(report, grade_code="inadequate")
    builders.finding(report, text="Lanterns are lit.", section=section, domain=builders.domain())
    builders.finding(report, "7", text="Lanterns are old.", section=section, domain=builders.domain())
    index_changed([], Report.objects.all())
    html = page(client, "?q=lanterns")
    first, second = titles(html)
    assert first.startswith("“Quality of practice”, unnumbered finding, page 2")
    assert second == "Paragraph 7"
    assert "“Quality of practice” · Single inspection report" in plain(html)
    assert plain(html).count("Section judged Inadequate") == 2


def records(client, query: str) -> dict[str, Any]:
    response = client.get(reverse("search-json") + query)
    assert response.status_code == 200
    return dict(response.json())


def places(html: str) -> list[str]:
    return re.findall(r'href="(/reports/[^"#?]+/)">(?:Permanent|Evidence)', html)


@pytest.mark.parametrize(
    "query", ["?q=workers", "?q=plan&kind=action", "?q=plan+OR+workers&sort=date", "?kind=finding"]
)
def test_files_hold_what_the_page_shows_in_its_order(client, query):
    tell()
    html = page(client, query)
    found = records(client, query)
    shown = [record["permanent_link"].removeprefix("http://testserver") for record in found["records"]]
    assert shown == places(html)
    assert found["total"] == len(shown) > 0
    lines = b"".join(client.get(reverse("search-csv") + query)).decode().split("\r\n")
    assert len(lines) == len(shown) + 2  # the header, and what follows the last line end
    for form in ("csv", "excel", "json", "atom"):
        assert f'href="{reverse(f"search-{form}")}{escape(query)}"' in html


def test_files_hold_no_more_than_search_counts_and_say_so(client, monkeypatch):
    for module in (find, found_dataset):
        monkeypatch.setattr(module, "MOST", 2)
    tell(5)
    data = records(client, "?q=workers")
    assert (data["total"], len(data["records"])) == (2, 2)
    assert data["note"].startswith("More than 2 records are found.")
    assert len(b"".join(client.get(reverse("search-csv") + "?q=workers")).decode().split("\r\n")) == 4
    assert "Download the first 2 as" in plain(page(client, "?q=workers"))
    monkeypatch.undo()
    assert "note" not in records(client, "?q=workers")


def test_the_feed_has_what_changed_last_of_every_kind(client):
    story = tell()
    feed = client.get(f"{reverse('search-atom')}?q=plan").content.decode()
    assert story.recommendation.get_absolute_url() in feed
    assert story.action.get_absolute_url() in feed
    assert (
        story.paragraphs[1].get_absolute_url()
        not in client.get(f"{reverse('search-atom')}?kind=action").content.decode()
    )


@pytest.mark.parametrize("query", ["?q=plan&kind=poem", "?q=plan&sort=length", "?colour=red"])
def test_a_wrong_parameter_gives_no_file(client, query):
    tell()
    assert client.get(reverse("search-csv") + query).status_code == 400


def test_what_is_not_understood_gives_an_empty_file(client):
    tell()
    assert records(client, "?q=%28")["total"] == 0


def test_hidden_reports_are_not_found(client):
    story = tell()
    Report.objects.filter(pk=story.report.pk).update(visibility="hidden")
    index_changed([], Report.objects.all())
    assert "0 records" in plain(page(client, "?q=workers"))


def test_what_is_typed_and_what_is_found_is_escaped(client):
    report = builders.report(of=builders.inspection())
    builders.finding(report, "1", text="Drift <script>alert(1)</script> & “delay”")
    index_changed([], Report.objects.all())
    html = page(client, "?q=drift+%22%3E%3Cscript%3E")
    assert "<script>alert" not in html
    assert "<mark>Drift</mark> &lt;<mark>script</mark>&gt;alert(1)&lt;/<mark>script</mark>&gt; &amp;" in html
    assert 'value="drift &quot;&gt;&lt;script&gt;"' in html


def test_the_page_is_sound(client):
    tell(30)
    for query in ("", "?q=plan", "?q=nothing", "?q=plan&sort=x", "?q=workers&page=2"):
        html = page(client, query)
        assert len(re.findall(r"<h1[ >]", html)) == 1
        ids = re.findall(r'\sid="([^"]+)"', html)
        assert len(ids) == len(set(ids)), query
        levels = [int(level) for level in re.findall(r"<h([1-6])[ >]", html)]
        assert all(after <= before + 1 for before, after in pairwise(levels)), levels
        assert "style=" not in html
        assert "None" not in plain(html)


def test_queries_do_not_grow_with_rows(client, django_assert_max_num_queries):
    def queries(rows: int) -> int:
        tell(rows)
        with django_assert_max_num_queries(32) as found:
            page(client, "?q=workers+OR+plan+OR+inadequate&kind=finding&kind=action&kind=recommendation&kind=judgement")
        return len(found)

    few = queries(3)
    assert queries(30) <= few


def test_home_searches_everything(client):
    html = squeeze(client.get(reverse("home")).content.decode())
    assert re.search(r'<form[^>]*action="/search/"', html)
    assert re.search(r'name="q"', html)


def test_how_far_search_reaches_is_said_where_it_matters(client):
    about = plain(squeeze(client.get(reverse("about")).content.decode()))
    assert f"the first {MOST_WORDS:,} words of a record" in about
    assert f"up to {find.MOST:,} records" in about
    typed = plain(page(client, ""))
    assert f"the first {MOST_WORDS:,} words" in typed
    assert f"Up to {find.MOST:,} records" in typed


def test_what_the_latest_judgement_is_is_explained(client):
    about = squeeze(client.get(reverse("about")).content.decode())
    assert 'href="#latest"' in about
    assert 'id="latest"' in about
    assert f'href="{reverse("about")}#latest"' in squeeze(client.get(reverse("matrix")).content.decode())


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("wexcombe", ["Wexcombe"]),
        ("Wex", ["Wexcombe"]),
        ("supervision in Wexcombe", ["Wexcombe"]),
        ("bristol", ["Bristol, City of"]),
        ("city of", ["Bristol, City of"]),
        ("combe", []),
        ("wexcombes", []),
        ("we", []),
        ("(", []),
        ("(((", []),
        ("medway", []),
    ],
)
def test_an_authority_whose_name_is_typed_is_one_step_away(client, typed, names):
    tell()
    builders.report(of=builders.inspection(authority=builders.authority("Bristol, City of")))
    builders.authority("Medway")
    named = client.get(reverse("search"), {"q": typed}).context["named"]
    assert [authority.name for authority in named] == names
    html = squeeze(client.get(reverse("search"), {"q": typed}).content.decode())
    assert ("Authorities of this name" in html) == bool(names)
    assert all(f'href="{authority.get_absolute_url()}"' in html for authority in named)
