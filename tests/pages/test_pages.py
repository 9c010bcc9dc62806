"""Every page answers, says what it must, and asks the database no more for many rows than for few."""

import re
from collections.abc import Callable, Iterator
from functools import cache as once
from itertools import pairwise
from typing import NamedTuple

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from findings.views.analysis.analyses import ANALYSES
from tests import builders
from tests.kept import kept
from tests.markup import squeeze
from tests.pages.story import Story, tell

pytestmark = pytest.mark.django_db

MOST_QUERIES = 45
DATA = (
    "judgements", "matrix", "recommendations", "findings", "actions", "plans", "inspections", "authorities",
    "documents", "notices", "search", "coverage", "figures",
)  # fmt: skip


ASKED = {"scorecard": "?authority=wexcombe", "share": "?domain=help-and-protection&grade=requires-improvement"}
"""What is asked of analyses that show nothing of the story otherwise."""


def addresses(story: Story) -> dict[str, str]:
    """One address of each type of page."""
    source = story.report.source
    return {
        "home": reverse("home"),
        "search": f"{reverse('search')}?q=workers+OR+plan+OR+inadequate",
        "what can be typed": reverse("search"),
        "nothing found": f"{reverse('search')}?q=Wexcombe+wrokers+reading+2015",
        "findings found": f"{reverse('search')}?kind=finding",
        "findings": reverse("findings"),
        "findings of a kind": f"{reverse('findings')}?kind=finding&framework=sif",
        "findings by grade": (
            f"{reverse('findings')}?inspection_grade=requires-improvement&grade_domain=help-and-protection"
        ),
        "judgements": reverse("judgements"),
        "matrix": reverse("matrix"),
        "compare": f"{reverse('compare')}?inspection={story.inspection.authority.slug}/{story.inspection.slug}",
        "choose what to compare": reverse("compare"),
        "analysis": reverse("analysis"),
        **{analysis.name: reverse(analysis.name) + ASKED.get(analysis.place, "") for analysis in ANALYSES},
        "recommendations": reverse("recommendations"),
        "figures": reverse("figures"),
        "figures of a kind": f"{reverse('figures')}?counted=homes&unit=homes",
        "figures over reports": reverse("figure-series", args=[story.inspection.authority.slug]),
        "paragraph with figures": story.report.figures.earliest("pk").finding.get_absolute_url(),
        "inspections": reverse("inspections"),
        "inspections of a kind": f"{reverse('inspections')}?held=report&reading=complete&framework=sif",
        "coverage": reverse("coverage"),
        "authorities": reverse("authorities"),
        "authority": story.inspection.authority.get_absolute_url(),
        "inspection": story.inspection.get_absolute_url(),
        "report": story.report.get_absolute_url(),
        "finding": story.paragraphs[0].get_absolute_url(),
        "recommendation": story.recommendation.get_absolute_url(),
        "judgement": story.judgement.get_absolute_url(),
        "action": story.action.get_absolute_url(),
        "actions": reverse("actions"),
        "actions of a state": f"{reverse('actions')}?state=overdue&state=no-recommendation",
        "actions as a table": (
            f"{reverse('actions')}?columns=text&columns=due_by&columns=permanent_link&columns=recommendations_answered"
        ),
        "plans": reverse("plans"),
        "plan": reverse("plan", args=[story.plan.authority_slug, story.plan.slug]),
        "plan as a report": story.plan.get_absolute_url(),
        "whole report": reverse("report-whole", args=[story.report.authority_slug, story.report.slug]),
        "section": story.report.sections.earliest("ordinal").get_absolute_url(),
        "risk": story.plan.risks.get().get_absolute_url(),
        "documents": reverse("documents"),
        "documents in doubt": f"{reverse('documents')}?notice=missing-paragraphs&kind=sif",
        "notices": reverse("notices"),
        "corrections": reverse("corrections"),
        "source": source.get_absolute_url(),
        "refused": story.refused.get_absolute_url(),
        "data": reverse("data"),
        "data set": reverse("data-set", args=["recommendations"]),
        "briefings": reverse("briefings"),
        "briefing on an authority": reverse("briefing-authority", args=[story.inspection.authority.slug]),
        "briefing on an inspection": reverse(
            "briefing-inspection", args=[story.inspection.authority.slug, story.inspection.slug]
        ),
        "briefing on a theme": reverse("briefing-theme", args=["planning"]),
        "briefing of chosen records": (
            f"{reverse('briefing-chosen')}?record={story.paragraphs[0].get_absolute_url()}&record=nothing"
        ),
        "bulk": reverse("bulk"),
        "alerts": reverse("alerts"),
        "follow a list": f"{reverse('alerts-follow', args=['recommendations'])}?authority=wexcombe",
        "follow a search": f"{reverse('alerts-follow', args=['search'])}?q=workers&theme=planning",
        "address was entered": reverse("alerts-asked"),
        "api": reverse("api"),
        "about": reverse("about"),
        "accessibility": reverse("accessibility"),
        **{f"{name}.{form}": reverse(f"{name}-{form}") for name in DATA for form in ("csv", "json", "atom")},
    }


PAGES = (
    "home", "search", "what can be typed", "nothing found", "findings found", "findings", "findings of a kind",
    "findings by grade", "whole report", "section", "risk",
    "judgements", "matrix", "compare", "choose what to compare",
    "recommendations", "inspections", "inspections of a kind", "coverage",
    "authorities", "authority", "inspection", "report", "finding",
    "figures", "figures of a kind", "figures over reports", "paragraph with figures",
    "recommendation", "judgement", "action", "actions", "actions of a state", "actions as a table", "plans", "plan",
    "plan as a report", "documents", "documents in doubt", "notices", "corrections", "source", "refused", "data",
    "data set",
    "briefings", "briefing on an authority", "briefing on an inspection", "briefing on a theme",
    "briefing of chosen records", "bulk", "alerts", "follow a list", "follow a search", "address was entered",
    "api", "about", "accessibility", "analysis",
    *(analysis.name for analysis in ANALYSES),
)  # fmt: skip


class TestEveryPage:
    """What holds for every page, looked at over one story."""

    @pytest.fixture(scope="class")
    @classmethod
    def story(cls, django_db_setup, django_db_blocker) -> Iterator[Story]:
        with kept(django_db_blocker, tell) as story:
            yield story

    @pytest.fixture(scope="class")
    @classmethod
    def html_of(cls, story) -> Callable[[str], str]:
        """Each page, asked for once however many tests look at it."""

        @once
        def html(page: str) -> str:
            response = Client().get(addresses(story)[page])
            assert response.status_code == 200
            return squeeze(response.content.decode())

        return html

    @pytest.mark.parametrize("page", PAGES)
    def test_page_has_one_heading_a_title_and_nothing_inline(self, html_of, page):
        html = html_of(page)
        assert len(re.findall(r"<h1[ >]", html)) == 1
        assert re.search(r"<title>[^<]{5,}</title>", html)
        assert "style=" not in html
        assert not re.search(r"<script(?![^>]*\bsrc=)", html)
        assert not re.search(r"\son\w+=", html)
        ids = re.findall(r'\sid="([^"]+)"', html)
        assert len(ids) == len(set(ids)), "an id stands twice"

    @pytest.mark.either_database
    @pytest.mark.parametrize("page", PAGES)
    def test_heading_levels_have_no_gaps(self, html_of, page):
        levels = [int(level) for level in re.findall(r"<h([1-6])[ >]", html_of(page))]
        assert all(after <= before + 1 for before, after in pairwise(levels)), levels

    @pytest.mark.either_database
    @pytest.mark.parametrize(
        ("page", "here", "how"),
        [
            ("plans", "Plans", "page"),
            ("plan", "Plans", "true"),
            ("actions", "Plans", "true"),
            ("authority", "Authorities", "true"),
            ("compare", "Matrix", "true"),
            ("source", "Documents", "true"),
        ],
    )
    def test_the_menu_says_under_which_of_its_pages_one_is(self, html_of, page, here, how):
        menu = html_of(page).split('id="navigation"')[1].split("</nav>")[0]
        assert re.findall(r'aria-current="(\w+)"><strong[^>]*>([^<]+)<', menu) == [(how, here)]

    @pytest.mark.either_database
    @pytest.mark.parametrize("page", PAGES)
    def test_what_an_address_asks_and_the_page_does_not_take_is_told(self, html_of, client, story, page):
        assert "There is no filter called" not in html_of(page)
        address = addresses(story)[page]
        html = squeeze(client.get(f"{address}{'&' if '?' in address else '?'}colour=red").content.decode())
        assert re.search("There is no(?:thing| filter) called “colour”", html)

    @pytest.mark.either_database
    def test_samples_are_marked_wherever_they_show(self, html_of, story):
        for page in addresses(story):
            if page not in (
                "about",
                "accessibility",
                "refused",
                "data",
                "data set",
                "briefings",
                "what can be typed",
                "nothing found",
                "alerts",
                "follow a search",
                "address was entered",
                "analysis",
                "analysis-matters",
                "api",
                "bulk",
                "analysis-theme-table",
            ) and not page.endswith((".csv", ".json", ".atom")):
                assert re.search(r"Sample</strong>|\(sample\)", html_of(page)), page

    def test_unknown_addresses_are_404(self, client, story):
        for address in (
            "/reports/wexcombe/nothing/",
            f"{story.report.get_absolute_url()}para-999/",
            "/inspections/wexcombe/nothing/",
            "/authorities/nowhere/",
            f"/documents/{'0' * 64}/",
            "/plans/wexcombe/nothing/",
            f"{reverse('judgements')}?page=99",
            f"{reverse('judgements')}?page=x",
        ):
            assert client.get(address).status_code == 404, address


class PageCost(NamedTuple):
    """What a page costs: the queries that it puts, and its bytes."""

    queries: int
    size: int


def costs(rows: int) -> dict[str, PageCost]:
    """What each page costs over a story with so many rows of each kind, with nothing remembered."""
    found = {}
    for page, address in addresses(tell(rows)).items():
        cache.clear()
        with CaptureQueriesContext(connection) as captured:
            body = b"".join(Client().get(address))  # files are streamed
        found[page] = PageCost(len(captured), len(body))
    return found


class TestManyRows:
    """What pages cost, looked at over one story with few rows and one with many."""

    @pytest.fixture(scope="class")
    @classmethod
    def few_and_many(cls, django_db_setup, django_db_blocker) -> Iterator[tuple[dict[str, PageCost], ...]]:
        with kept(django_db_blocker, lambda: (costs(3), costs(20))) as found:
            yield found

    def test_queries_do_not_grow_with_rows_on_any_page(self, few_and_many):
        few, many = few_and_many
        grown = {page: (few[page].queries, cost.queries) for page, cost in many.items()}
        assert {page: numbers for page, numbers in grown.items() if numbers[1] > numbers[0]} == {}
        assert {page: cost.queries for page, cost in few.items() if cost.queries > MOST_QUERIES} == {}

    @pytest.mark.either_database
    def test_no_page_is_heavy(self, few_and_many):
        _, many = few_and_many
        assert {page: many[page].size for page in PAGES if many[page].size >= 100_000} == {}


def test_empty_knowledge_base_shows_every_list(client):
    for name in (
        "home",
        "judgements",
        "matrix",
        "recommendations",
        "inspections",
        "authorities",
        "plans",
        "documents",
        "about",
    ):
        assert client.get(reverse(name)).status_code == 200


def test_report_that_is_not_public_is_nowhere(client):
    report = builders.report(of=builders.inspection(), visibility="hidden", title="Secret title")
    builders.judgement(report)
    paragraph = builders.finding(report, "1")
    assert client.get(report.get_absolute_url()).status_code == 404
    assert client.get(paragraph.get_absolute_url()).status_code == 404
    assert "0 judgements" in squeeze(client.get(reverse("judgements")).content.decode())
    assert "Secret title" not in squeeze(client.get(reverse("documents")).content.decode())


@pytest.mark.either_database
def test_a_list_of_nothing_offers_no_files(client):
    tell()
    offered = "Download"
    assert offered in squeeze(client.get(reverse("recommendations")).content.decode())
    assert offered not in squeeze(client.get(f"{reverse('recommendations')}?text=zebra").content.decode())
    html = squeeze(client.get(f"{reverse('recommendations')}?text=zebra+%26+co").content.decode())
    assert 'href="/search/?q=zebra%20%26%20co">Search for “zebra &amp; co” in any form</a>' in html
    assert "in any form" not in squeeze(client.get(f"{reverse('recommendations')}?year=1999").content.decode())
    assert "Download it as" in squeeze(client.get(f"{reverse('plans')}?authority=wexcombe").content.decode())


@pytest.mark.either_database
def test_the_title_of_a_page_with_a_problem_says_so(client):
    assert "<title>Error: Recommendations" in squeeze(
        client.get(f"{reverse('recommendations')}?year=abc").content.decode()
    )


@pytest.mark.either_database
def test_an_inspection_begins_with_its_overall_judgement_wherever_the_report_prints_it(client):
    inspection = builders.inspection()
    report = builders.report(of=inspection)
    builders.statement(report, inspection)
    for domain in ("care-leavers", "leadership", "overall-effectiveness"):
        builders.judgement(report, domain)
    judged = client.get(inspection.get_absolute_url()).context["judged"]
    assert [row.judgement.domain.code for row in judged] == ["overall-effectiveness", "leadership", "care-leavers"]


@pytest.mark.either_database
def test_a_quoted_judgement_is_marked_and_one_of_the_own_report_is_not(client):
    story = tell()
    html = squeeze(client.get(story.report.get_absolute_url()).content.decode())
    rows = re.findall(r'<li class="kb-row".*?kb-row__side.*?</div>', html, re.DOTALL)
    assert len(rows) == 5
    for row in rows:
        marked = "About <a" in row
        assert ("kb-grade--reported" in row, ">Reported<" in row, "Primary" in row) == (marked, marked, False)


@pytest.mark.either_database
@pytest.mark.parametrize(("number", "told"), [(1, "1 doubt, 1 note"), (2, "2 doubts, 1 note")])
def test_many_notices_fold_under_their_number(client, number, told):
    report = builders.report()
    for _ in range(number):
        builders.notice(report.source, report=report)
    builders.notice(report.source, report=report, level="info")
    html = squeeze(client.get(report.get_absolute_url()).content.decode())
    noted = html.split('id="notices"')[1].split("</details>")[0]
    assert f"{told}<" in noted
    assert ("open>" in noted) == (number == 1)
