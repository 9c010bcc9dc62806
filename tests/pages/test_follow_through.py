"""Follow-through as a list with files, and the matters that are asked most."""

import csv
import io
import re

import pytest
from django.urls import reverse
from django.utils import timezone

from findings.models import FollowedMatter, Recommendation
from findings.search.entries import index_changed
from inspections.models import Report
from inspections.write import renew
from tests import builders
from tests.markup import squeeze

pytestmark = [pytest.mark.django_db, pytest.mark.either_database]


def report(day, framework="ilacs", **values):
    return builders.report(framework, of=builders.inspection(framework, started=day, published=day, **values))


@pytest.fixture
def followed():
    first = report("2015-09-14", "sif")
    asked = builders.recommendation(first, "1", text="Ensure that staff receive regular supervision.")
    builders.recommendation(
        report("2011-01-10", "sif"), "1", text="Provide supervision to every new worker each month."
    )
    later = report("2023-07-17")
    builders.finding(later, "1", text="Supervision is regular, reflective and highly effective.")
    elsewhere = report("2020-02-02", authority=builders.authority("Elsewhere"))
    builders.recommendation(elsewhere, "1", text="Ensure that core groups meet every single month.")
    index_changed([], Report.objects.all())
    return asked


def page(client, name, query=""):
    return squeeze(client.get(f"{reverse(name)}{query}").content.decode())


def test_the_list_tells_the_status_and_that_it_is_suggested(client, followed):
    shown = page(client, "follow-through", "?status=improved")
    address = FollowedMatter.objects.get(recommendation=followed, status="improved").get_absolute_url()
    assert f'href="{address}"' in shown
    record, _, place = address.partition("#")
    assert f'id="{place}"' in squeeze(client.get(record).content.decode())
    feed = squeeze(client.get(f"{reverse('follow-through-atom')}?status=improved").content.decode())
    assert address in feed
    assert "<title>Recommendation 1, Wexcombe, Single inspection report, 14 September 2015: Improved" in feed
    assert "<strong>Improved</strong>" in shown
    assert "Suggested" in shown
    for form in ("csv", "excel", "json", "atom"):
        assert f'href="{reverse(f"follow-through-{form}")}?status=improved"' in shown
    assert "Nothing that is held matches" in page(client, "follow-through", "?status=mixed")


def test_queries_do_not_grow_with_the_rows(client, followed, django_assert_max_num_queries):
    with django_assert_max_num_queries(30) as few:
        client.get(reverse("follow-through"))
    for number in range(2, 9):
        builders.recommendation(followed.report, str(number), text=f"Reduce the caseloads of team {number}.")
    index_changed([followed.report_id], Report.objects.none())
    assert FollowedMatter.objects.published().count() > 9
    with django_assert_max_num_queries(len(few)):
        assert "Reduce the caseloads of team 8" in page(client, "follow-through")


def test_nothing_is_told_of_what_is_not_public(client, followed):
    told = FollowedMatter.objects.get(recommendation=followed, status="improved")
    hiding = (
        (Report, followed.report_id, {"visibility": "hidden"}),
        (Report, told.later_id, {"visibility": "draft"}),
        (Report, told.later_id, {"retired_at": timezone.now()}),
        (Recommendation, followed.pk, {"retired_at": timezone.now()}),
    )
    for model, key, change in hiding:
        row = model.objects.filter(pk=key)
        before = row.values(*change).get()
        row.update(**change)
        renew()
        assert not FollowedMatter.objects.published().filter(pk=told.pk).exists()
        row.update(**before)
    assert FollowedMatter.objects.published().filter(pk=told.pk).exists()


def test_filters_are_those_of_the_later_report(client, followed):
    assert "Ensure that staff" in page(client, "follow-through", "?year=2023&theme=supervision")
    assert "Ensure that staff" not in page(client, "follow-through", "?year=2011")
    assert "Ensure that staff" not in page(client, "follow-through", "?authority=elsewhere")
    assert "Ensure that staff" not in page(client, "follow-through", "?theme=adoption-of-nothing")


def test_the_file_has_both_ends(client, followed):
    answer = client.get(f"{reverse('follow-through')[:-1]}.csv?year=2023&status=improved")
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    rows = [row for row in csv.DictReader(io.StringIO(text)) if row["text"] == followed.text]
    assert [(row["status"], row["status_source"], row["later_records"]) for row in rows] == [
        ("improved", "suggested", "para-1")
    ]
    assert rows[0]["recommendation_link"].endswith(followed.get_absolute_url())


def test_hidden_reports_are_in_no_list(client, followed):
    builders.show(followed.report, "hidden")
    assert "Ensure that staff" not in page(client, "follow-through")
    assert "Ensure that staff" not in page(client, "analysis-matters", "?matter=supervision")


def test_matters_are_counted_by_report_and_asked_again_by_several(client, followed):
    everywhere = page(client, "analysis-matters")
    row = everywhere.split(">supervision</a>")[1].split("</tr>")[0]
    assert re.findall(r"<td>(.*?)</td>", row) == ["2 of 3", "2", "1", "2011 to 2015"]
    assert ">core groups</a>" in everywhere
    assert ">core groups</a>" not in page(client, "analysis-matters", "?authority=elsewhere"), (
        "one report does not repeat"
    )
    again = page(client, "analysis-matters", "?authority=wexcombe&matter=supervision")
    assert "Matters asked by more than one report" in again
    assert "every new worker" in again
    assert "Ensure that staff" in again
