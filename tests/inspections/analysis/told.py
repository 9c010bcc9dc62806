"""Judgements for the tests of analyses, each in one call; the numbers in the tests are counted from these by hand."""

from typing import Any

from inspections.models import Authority, Judgement
from tests import builders


def judged(place: Authority, started: str, framework: str = "ilacs", **grades: str | None) -> dict[str, Judgement]:
    """An inspection with its own report and judgements by domain, "_" for "-"; ``published`` is two months later."""
    published = grades.pop("published", None) or f"{started[:4]}-{int(started[5:7]) + 2:02}-15"
    inspection = builders.inspection(framework, authority=place, started=started, published=published)
    report = builders.report(framework, of=inspection)
    builders.statement(report, inspection, published=published)
    found: dict[str, Any] = {}
    for name, grade in grades.items():
        domain = name.replace("_", "-")
        found[domain] = builders.judgement(report, domain, grade and grade.replace("_", "-"))
    return found


def overall(place: Authority, started: str, grade: str | None, framework: str = "ilacs", **values: str) -> Judgement:
    """An overall judgement."""
    return judged(place, started, framework, overall_effectiveness=grade, **values)["overall-effectiveness"]
