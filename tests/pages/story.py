"""A small knowledge base with every kind of record, for the tests of the pages."""

from dataclasses import dataclass

from findings.models import Action, Finding, Recommendation
from findings.search.entries import index_changed
from inspections.models import Authority, Inspection, Judgement, Report, SourceFile
from inspections.write import knowledge_change
from tests import builders


@dataclass(frozen=True)
class Story:
    """The objects by which tests find the pages."""

    inspection: Inspection
    report: Report
    paragraphs: tuple[Finding, ...]
    recommendation: Recommendation
    judgement: Judgement
    plan: Report
    action: Action
    unanswered: Recommendation
    refused: SourceFile


def untold_places() -> set[str]:
    """The authorities of which nothing is known, by slug, but for two: a walk over the site need not see all 150."""
    known = Inspection.objects.values("authority"), Report.objects.exclude(authority=None).values("authority")
    untold = Authority.objects.exclude(pk__in=known[0]).exclude(pk__in=known[1]).order_by("slug")
    return set(untold.values_list("slug", flat=True)[2:])


def tell(rows: int = 3) -> Story:
    """The story, as one change: a new revision for each of its many rows takes as long as to save them."""
    with knowledge_change():
        return _tell(rows)


def _tell(rows: int) -> Story:
    """One inspection with ``rows`` of everything, an older reported one, and a plan in answer; indexed for search."""
    inspection = builders.inspection()
    report = builders.report(of=inspection)
    builders.statement(report, inspection)
    asked = builders.section(report, "Recommendations")
    part = builders.section(report, "Help and protection", domain=builders.domain())
    child = builders.section(report, "Early help", parent=part, level=2)
    paragraphs = tuple(
        builders.finding(report, str(14 + n), section=part if n else child, domain=part.domain) for n in range(rows)
    )
    told = " ".join(f"There are {n + 2} homes in Wexcombe, part {n}." for n in range(rows))
    builders.finding(report, section=part, kind="summary", text=f"Managers know the homes well. {told}")
    recommendations = [
        builders.recommendation(report, str(n), section=asked, timescale="immediate", domain=part.domain)
        for n in range(1, rows + 1)
    ]
    for n, recommendation in enumerate(recommendations):
        builders.recommendation(
            report, anchor=f"{recommendation.anchor}/1", parent=recommendation, section=asked, addressee="The council"
        )
        builders.reference_to(recommendation, paragraphs[n])
        builders.reference_to(recommendation, ref=str(900 + n))
    judgement = builders.judgement(report, evidence=paragraphs)
    builders.judgement(report, "lscb", None)
    tell_of_earlier(report, inspection, rows)
    plan, action = tell_of_plan(inspection, recommendations[:-1])
    builders.notice(report.source, report=report, anchor=paragraphs[0].anchor)
    builders.notice(report.source, report=report)
    builders.fetched(report.source, headers=[["etag", '"1"'], ["content-type", "application/pdf"]])
    builders.conflict(inspection, report, plan, ("2015-09-14", "2015-06"))
    builders.correction(paragraphs[0], "text", "Workers in Wexcombe visit children every week.")
    refused = builders.source(status="refused", name="not-a-report.pdf", pages=None)
    builders.notice(refused, level="error", code="not-text", message="This is a web page. Save the report itself.")
    index_changed([], Report.objects.all())
    return Story(
        inspection, report, paragraphs, recommendations[0], judgement, plan, action, recommendations[-1], refused
    )


def tell_of_earlier(report: Report, inspection: Inspection, rows: int) -> None:
    """Inspections that the report only quotes, and that disagree with nobody."""
    for n in range(rows):
        earlier = builders.inspection(
            "lac", authority=inspection.authority, started=f"{2013 - n}-07-15", is_reported_only=True
        )
        builders.judgement(report, "overall-effectiveness", "inadequate", inspection=earlier, basis="reported")


def tell_of_plan(inspection: Inspection, answered: list[Recommendation]) -> tuple[Report, Action]:
    """A plan whose actions answer some recommendations of the inspection's report."""
    plan = builders.report(
        "improvement-plan",
        authority=inspection.authority,
        inspection=inspection,
        published="2016-01-14",
        title="Improvement plan of Wexcombe",
        licence="",
    )
    section = builders.section(plan, "Priority 1")
    actions = [builders.action(plan, f"1.{n}", section=section) for n in range(1, len(answered) + 1)]
    for action, recommendation in zip(actions, answered, strict=True):
        builders.reference_to(action, recommendation)
    builders.action(plan, "2.1", section=section)
    builders.risk(plan, section=section)
    return plan, actions[0]
