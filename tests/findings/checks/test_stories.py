"""Every invariant holds after every step: reading, changes of every kind, hiding, reading again, withdrawing."""

import pytest
from django.contrib.auth.models import User

from findings.checks import INVARIANTS
from findings.confirmations.keys import key_of
from findings.confirmations.service import confirm
from findings.corrections.changes import join, split, suppress
from findings.corrections.service import correct, withdraw
from findings.models import Correction, Finding
from findings.publication import set_visibility
from ingest.load import load
from inspections.documents.settling import settle
from inspections.models import Judgement, Notice
from inspections.vocabulary import Visibility
from tests import builders
from tests.ingest.drafts_builder import extraction, finding, sif, with_findings

pytestmark = pytest.mark.django_db
WHY = "As printed on page 2."
LATER = "Workers of team 2 visit the children whom they know and write down what they hear."


def wrong() -> list[str]:
    """What is wrong, but for the bytes of files, which this story does not keep."""
    return [breach.what for one in INVARIANTS if one.name != "files" for breach in one.breaches()]


def row(number: str) -> Finding:
    return Finding.objects.live().get(ref=number)


def withdraw_all(user: User) -> None:
    while one := Correction.objects.active().filter(part_of__isnull=True).order_by("-pk").first():
        withdraw(one, WHY, user)


def test_everything_holds_after_each_step(three):
    user, report = builders.editor(), three.report
    again = with_findings(sif(), *(finding(n, LATER if n == "2" else "", section="s2") for n in "245"))
    steps = (
        lambda: confirm(Finding, {one.pk: key_of(one) for one in Finding.objects.live()}, WHY, user),
        lambda: correct(row("2"), "text", "Workers visit every week.", WHY, user),
        lambda: correct(Judgement.objects.get(domain__code="adoption"), "grade", "inadequate", WHY, user),
        lambda: correct(report, "published", "2015-11-28", WHY, user),
        lambda: split(row("3"), row("3").text[20:], WHY, user),
        lambda: suppress(row("4"), WHY, user),
        lambda: settle(Notice.objects.open(), WHY, user),
        lambda: load(extraction(again, name="later.txt")),
        lambda: set_visibility(report, Visibility.HIDDEN, WHY, user),
        lambda: load(extraction(again)),
        lambda: set_visibility(report, Visibility.PUBLISHED, WHY, user),
        lambda: withdraw_all(user),
        lambda: load(extraction(sif(), content="Bytes.")),
        lambda: join(row("2"), [row("3")], WHY, user),
    )
    for number, step in enumerate(steps):
        step()
        assert wrong() == [], f"after step {number}"
