"""Values of other tables in one text a row: in printed order, each once."""

from typing import Any

import pytest

from findings.exports.joins import address_of, domain_codes, paragraphs_cited, values_of
from findings.models import Recommendation
from tests import builders


@pytest.mark.parametrize(
    ("joined", "values"),
    [
        (None, ()),
        ("", ()),
        ("12:38", ("38",)),
        ("12:38 3:14 7:2", ("14", "2", "38")),
        ("2:14 10:14 3:9", ("14", "9")),
        ("1:wexcombe/plan/action:1", ("wexcombe/plan/action:1",)),
    ],
)
def test_values_come_in_printed_order_and_once(joined, values):
    assert values_of(joined) == values


def test_the_address_of_a_record_may_have_slashes_in_its_anchor():
    assert address_of("wexcombe/sif-2015/annex/para-2") == "/reports/wexcombe/sif-2015/annex/para-2/"


@pytest.mark.django_db
def test_paragraphs_of_retired_items_are_not_cited():
    report = builders.report(of=builders.inspection())
    whole = builders.recommendation(report, "1")
    item = builders.recommendation(report, anchor="rec-1/1", parent=whole)
    for source, ref in ((item, "30"), (whole, "19")):
        builders.reference_to(source, builders.finding(report, ref))

    def cited() -> tuple[str, ...]:
        row: Any = Recommendation.objects.annotate(cited=paragraphs_cited()).get(pk=whole.pk)
        return values_of(row.cited)

    assert cited() == ("30", "19")
    item.retired_at = report.changed_at
    item.save()
    assert cited() == ("19",)


@pytest.mark.django_db
def test_domains_come_in_their_own_order():
    row = builders.recommendation(builders.report(), "1")
    domains = [builders.domain(code) for code in ("leadership", "help-and-protection")]
    row.about.set(domains)
    wanted = tuple(one.code for one in sorted(domains, key=lambda one: one.order))
    found: Any = Recommendation.objects.annotate(codes=domain_codes()).get()
    assert values_of(found.codes) == wanted
