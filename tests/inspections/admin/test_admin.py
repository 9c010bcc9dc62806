"""The editors' admin: its first page, every list and every form, and who may come in."""

from typing import Any

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.db import connection
from django.db.models import Model
from django.test import Client
from django.test.utils import CaptureQueriesContext

from findings.permissions import ADMINISTRATORS, EDITORS
from inspections.admin_site import EditorsAdminSite
from inspections.models import (
    Authority,
    CrosswalkEntry,
    Domain,
    DomainLineage,
    Framework,
    Grade,
    Inspection,
    Judgement,
    Notice,
    SourceFile,
    StatisticalNeighbour,
)
from tests import builders as build
from tests.editors_admin import MAKE, form_url, list_url, own_report
from tests.markup import squeeze

pytestmark = pytest.mark.django_db
MODELS = sorted(MAKE, key=lambda model: model._meta.label)


@pytest.fixture
def chief(client: Client) -> Client:
    client.force_login(User.objects.create_superuser("chief"))
    return client


def member_of(name: str) -> Client:
    user = build.editor(f"member-of-{name.lower()}")
    user.groups.add(Group.objects.get(name=name))
    client = Client()
    client.force_login(user)
    return client


def queries_of(client: Client, url: str) -> int:
    client.get(url)
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


def test_the_site_is_the_editors_admin():
    assert isinstance(admin.site, EditorsAdminSite)


def test_every_model_of_the_project_has_a_list_that_the_tests_know():
    own = {model for model in admin.site._registry if model._meta.app_label not in ("axes",)}
    assert own == set(MAKE)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_lists_and_forms_open(chief: Client, model: type[Model]):
    row = MAKE[model]()
    assert chief.get(list_url(model)).status_code == 200
    assert chief.get(f"{list_url(model)}?q=wexcombe").status_code == 200
    assert chief.get(form_url(row)).status_code == 200


@pytest.mark.either_database
@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_a_list_takes_as_many_queries_for_many_rows_as_for_few(chief: Client, model: type[Model]):
    for _ in range(2):
        MAKE[model]()
    few = queries_of(chief, list_url(model))
    for _ in range(8):
        MAKE[model]()
    assert queries_of(chief, list_url(model)) == few


def test_lists_can_be_filtered_by_what_the_report_is(chief: Client):
    report = own_report()
    build.finding(report, "1")
    build.finding(own_report(), "2")
    assert report.authority is not None
    for query in (f"authority={report.authority.slug}", "framework=sif", "report_kind=sif", "year=2015", "retired=no"):
        response = chief.get(f"/admin/findings/finding/?{query}")
        expected = 1 if query.startswith("authority") else 2
        assert response.context["cl"].result_count == expected, query


def test_the_filter_for_notices_finds_the_records_that_notices_name(chief: Client):
    report = own_report()
    doubted, fine = build.finding(report, "1"), build.finding(report, "2")
    build.notice(report.source, report=report, anchor=doubted.anchor)
    found = chief.get("/admin/findings/finding/?notices=yes").context["cl"].queryset
    assert [row.pk for row in found] == [doubted.pk]
    found = chief.get("/admin/findings/finding/?notices=no").context["cl"].queryset
    assert [row.pk for row in found] == [fine.pk]


def test_judgements_can_be_filtered_by_grade_over_all_frameworks(chief: Client):
    good, other = build.judgement(own_report(), grade_code="good"), build.judgement(own_report())
    choices = chief.get(f"{list_url(Judgement)}?grade=good")
    assert [row.pk for row in choices.context["cl"].queryset] == [good.pk]
    assert chief.get(list_url(Judgement)).context["cl"].result_count == len((good, other))


def test_a_year_that_is_no_year_gives_no_rows_and_no_crash(chief: Client):
    build.finding(own_report(), "1")
    assert chief.get("/admin/findings/finding/?year=soon").context["cl"].result_count == 0


# The first page


def counted_queues(client: Client) -> dict[str, dict[str, tuple[int, str]]]:
    queues = client.get("/admin/").context["queues"]
    return {queue.title: {part.label: (part.count, part.url) for part in queue.counts} for queue in queues}


def test_the_first_page_counts_what_waits_and_links_to_just_that(chief: Client):
    report = own_report()
    build.notice(report.source, level="error")
    build.notice(report.source, level="warning")
    build.notice(report.source, level="warning")
    build.source(status="refused")
    build.reference_to(build.finding(report, "1"), ref="99")
    build.reference_to(build.finding(report, "4"))
    build.correction(build.finding(report, "2"), "text", "Other.", status="stale")
    build.correction(build.finding(report, "3"), "text", "Other.")
    MAKE[next(model for model in MODELS if model._meta.model_name == "conflict")]()
    queues = counted_queues(chief)
    expected = {
        ("Corrections to review", "Applied, but the reading has changed since"): 1,
        ("Corrections to review", "The reading now says the same"): 0,
        ("Notices", "Not read"): 1,
        ("Notices", "Doubt"): 2,
        ("References that point nowhere", "To a paragraph"): 1,
        ("Conflicts", "First day"): 1,
        ("Documents that were not read, or only in part", "Refused"): 1,
    }
    for (title, label), number in expected.items():
        count, url = queues[title][label]
        assert (title, label, count) == (title, label, number)
        assert chief.get(url).context["cl"].result_count == number, url


def test_the_first_page_takes_as_many_queries_however_much_waits(chief: Client):
    before = queries_of(chief, "/admin/")
    for _ in range(6):
        report = own_report()
        build.notice(report.source)
        build.correction(build.finding(report, "1"), "text", "Other.", status="stale")
        build.reference_to(build.finding(report, "2"))
    assert queries_of(chief, "/admin/") == before


def test_the_first_page_shows_only_queues_that_the_user_may_see():
    client = Client()
    client.force_login(build.editor("newcomer"))
    assert counted_queues(client) == {}
    assert "Notices" in counted_queues(member_of(EDITORS))


@pytest.mark.either_database
@pytest.mark.parametrize("address", ["/admin/", "/admin/findings/finding/", "/admin/findings/correction/1/withdraw/"])
def test_anonymous_people_are_sent_to_the_login(client: Client, address: str):
    response = client.get(address)
    assert response.status_code == 302
    assert response["Location"].startswith("/admin/login/")


def test_no_page_of_the_editors_admin_needs_inline_script_or_style(chief: Client):
    report = own_report()
    corrected = build.correction(build.finding(report, "1"), "text", "Other.")
    row = report.findings.get()
    for url in ("/admin/", list_url(type(row)), form_url(row), f"/admin/findings/correction/{corrected.pk}/withdraw/"):
        page = squeeze(chief.get(url).content.decode())
        assert "<style" not in page
        assert " style=" not in page
        assert "<script>" not in page


# Who may do what


@pytest.mark.either_database
@pytest.mark.parametrize("model", [Inspection, Notice, SourceFile], ids=lambda model: model.__name__)
def test_what_follows_from_reading_is_only_shown(chief: Client, model: type[Model]):
    row = MAKE[model]()
    response = chief.get(form_url(row))
    assert not response.context["has_change_permission"]
    assert not response.context["has_delete_permission"]
    assert chief.get(f"{list_url(model)}add/").status_code == 403


REFERENCE = [Authority, CrosswalkEntry, Domain, DomainLineage, Framework, Grade]


@pytest.mark.either_database
@pytest.mark.parametrize("model", REFERENCE, ids=lambda model: model.__name__)
def test_reference_data_is_shown_with_the_files_where_it_is_changed(chief: Client, model: type[Model]):
    row = MAKE[model]()
    response = chief.get(form_url(row))
    assert not response.context["has_change_permission"]
    assert "inspections/reference/" in squeeze(response.content.decode())
    assert chief.get(f"{list_url(model)}add/").status_code == 403


def test_a_framework_shows_its_domains_and_its_scale(chief: Client):
    page = squeeze(chief.get(form_url(Framework.objects.get(code="sif"))).content.decode())
    for row in (Domain.objects.get(code="adoption"), Grade.objects.get(framework__code="sif", code="good")):
        assert form_url(row) in page


def test_an_authority_shows_its_neighbours(chief: Client):
    link = StatisticalNeighbour.objects.select_related("authority", "neighbour")[0]
    assert form_url(link.neighbour) in squeeze(chief.get(form_url(link.authority)).content.decode())


def test_nobody_deletes_an_authority_or_a_user(chief: Client):
    for row in (MAKE[Authority](), build.editor("leaver")):
        assert chief.get(form_url(row).replace("/change/", "/delete/")).status_code == 403


def test_an_administrator_cannot_make_anybody_a_superuser():
    client = member_of(ADMINISTRATORS)
    person = build.editor("colleague")
    readonly = client.get(form_url(person)).context["adminform"].readonly_fields
    assert {"is_superuser", "user_permissions"} <= set(readonly)
    superuser: Any = User.objects.create_superuser("founder")
    assert not client.get(form_url(superuser)).context["has_change_permission"]


def test_the_notice_leads_to_the_record_that_it_is_about(chief: Client):
    notice = MAKE[Notice]()
    finding = notice.report.findings.get()
    assert form_url(finding) in squeeze(chief.get(form_url(notice)).content.decode())


def test_the_notice_says_what_its_code_means(chief: Client):
    notice = build.notice(own_report().source, code="missing-paragraphs", message="The number 4 is missing.")
    page = squeeze(chief.get(form_url(notice)).content.decode())
    assert "The number 4 is missing." in page
    assert "Numbers are missing in the sequence of paragraphs." in page


def test_an_inspection_shows_what_documents_state_judge_and_disagree_about(chief: Client):
    report = own_report()
    assert report.inspection is not None
    statement = build.statement(report, report.inspection, printed="14 September to 8 October 2015")
    judgement = build.judgement(report)
    conflict = build.conflict(report.inspection, report, own_report(), ("2015-09-14", "2015-06"))
    page = squeeze(chief.get(form_url(report.inspection)).content.decode())
    for row in (statement, judgement, conflict):
        assert form_url(row) in page
    assert "June 2015" in page
