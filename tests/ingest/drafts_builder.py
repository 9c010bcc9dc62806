"""Small readings made by hand, about an authority that does not exist: what loading is tested with."""

import hashlib
from dataclasses import replace
from typing import Any

from ingest.blocks import Place
from ingest.drafts import (
    ActionDraft,
    EditionDraft,
    Extraction,
    FindingDraft,
    InspectionDraft,
    JudgementDraft,
    PartialDate,
    RecommendationDraft,
    ReferenceDraft,
    ReportDraft,
    RiskDraft,
    SectionDraft,
)
from ingest.notices import NoticeDraft
from ingest.readers import text
from inspections.notice_codes import NoticeCode
from inspections.reference.tables import AuthorityFacts, authorities
from inspections.vocabulary import Basis, FindingKind, NoticeLevel, ReadingStatus, ReferenceTarget, ReportKind

WEXCOMBE = next(authority for authority in authorities() if authority.la_code == "999")
SIF_PROFILE = "sif/1"


def date(iso: str | None) -> PartialDate | None:
    """A printed date."""
    return PartialDate(iso, iso) if iso else None


def inspection(
    framework: str | None = "sif", started: str | None = None, ended: str | None = None, **more: Any
) -> InspectionDraft:
    """An inspection as a report says it; dates as ISO texts."""
    published = date(more.pop("published", None))
    return InspectionDraft(framework, date(started), date(ended), published, **more)


def judgement(domain: str = "overall-effectiveness", grade: str | None = "good", **values: Any) -> JudgementDraft:
    """A primary judgement; with ``inspection`` a reported one."""
    basis = Basis.REPORTED if values.get("inspection") else Basis.PRIMARY
    defaults = {
        "anchor": f"judgement-{domain}", "domain": domain, "domain_wording": domain.replace("-", " ").capitalize(),
        "grade": grade, "grade_wording": (grade or "Not judged").replace("-", " ").capitalize(), "basis": basis,
    }  # fmt: skip
    return JudgementDraft(**(defaults | values))


def finding(ref: str | None, words: str = "", **values: Any) -> FindingDraft:
    """A numbered paragraph, or an unnumbered one, which then needs an anchor."""
    said = words or f"Workers of team {ref} visit the children whom they know and write down what they see."
    defaults = {
        "anchor": f"para-{ref}", "ref": ref, "kind": FindingKind.FINDING, "text": said, "orig": said,
        "place": Place(page=2, line=40),
    }  # fmt: skip
    return FindingDraft(**(defaults | values))


def recommendation(ref: str | None, words: str = "", **values: Any) -> RecommendationDraft:
    """A recommendation."""
    said = words or f"Make sure that plan number {ref} is looked at by a manager every month and is acted upon."
    return RecommendationDraft(**({"anchor": f"rec-{ref}", "ref": ref, "text": said, "orig": said} | values))


def action(ref: str, *recommendations: str, **values: Any) -> ActionDraft:
    """A row of a plan."""
    said = f"Hold workshop {ref} for all managers."
    return ActionDraft(
        **({"anchor": f"action-{ref}", "ref": ref, "priority": "1", "text": said, "orig": said,
            "recommendations": recommendations} | values)
    )  # fmt: skip


def sif(**values: Any) -> ReportDraft:
    """A single inspection of Wexcombe in 2015: two judgements, four paragraphs, a recommendation that cites one."""
    defaults: dict[str, Any] = {
        "kind": ReportKind.SIF,
        "title": "Wexcombe: inspection of services for children",
        "profile": SIF_PROFILE,
        "authority": WEXCOMBE,
        "published": date("2015-11-27"),
        "licence": "OGL-3.0",
        "inspection": inspection(
            "sif", "2015-09-14", "2015-10-08", lead_inspector="Ada Grey", printed="14 September to 8 October 2015"
        ),
        "judgements": (
            judgement("overall-effectiveness", "requires-improvement"),
            judgement("adoption", "good", evidence=("para-2", "para-3", "para-4")),
        ),
        "sections": (SectionDraft("s1", "The local authority", 1), SectionDraft("s2", "Adoption", 2, "s1", "adoption")),
        "findings": tuple(finding(str(n), section="s2", domain="adoption") for n in (2, 3, 4)),
        "recommendations": (recommendation("1", paragraphs=("3",), section="s1"),),
        "references": (ReferenceDraft("rec-1", ReferenceTarget.PARAGRAPH, "3", "(paragraph 3)"),),
        "place": Place(page=1, line=1),
    }
    return ReportDraft(**(defaults | values))


def paper(
    kind: ReportKind = ReportKind.CABINET_REPORT, published: str | None = "2016-02-01", **values: Any
) -> ReportDraft:
    """A council's or a commissioner's paper without contents."""
    defaults: dict[str, Any] = {
        "kind": kind, "title": f"Wexcombe: {kind.value.replace('-', ' ')}", "profile": f"{kind.value}/1",
        "authority": WEXCOMBE, "published": date(published),
    }  # fmt: skip
    return ReportDraft(**(defaults | values))


def plan(**values: Any) -> ReportDraft:
    """An improvement plan with two recommendations, three actions and a risk."""
    defaults: dict[str, Any] = {
        "recommendations": (recommendation("1"), recommendation("2")),
        "actions": (action("1.1", "1"), action("1.2", "1", "2"), action("1.3")),
        "risks": (RiskDraft("risk-1", "Too few workers", "Posts stay empty.", "Hire.", "B2", "B2"),),
    }
    return paper(ReportKind.IMPROVEMENT_PLAN, **(defaults | values))


def extraction(*reports: ReportDraft, name: str = "report.txt", content: str = "", **values: Any) -> Extraction:
    """The reading of a file that holds the reports; ``content`` tells files apart, by default their name does."""
    data = (content or name).encode()
    defaults: dict[str, Any] = {
        "name": name, "sha256": hashlib.sha256(data).hexdigest(), "media_type": text.MEDIA_TYPE, "pages": None,
        "size": len(data), "reader": text.READER, "status": ReadingStatus.COMPLETE, "reports": reports,
    }  # fmt: skip
    return Extraction(**(defaults | values))


def pdf(*reports: ReportDraft, name: str = "report.pdf", **values: Any) -> Extraction:
    """The reading of a PDF."""
    every: dict[str, Any] = {"name": name, "media_type": "application/pdf", "reader": "pdf/1", "pages": 4}
    return extraction(*reports, **(every | values))


def refusal(name: str = "broken.pdf", content: str = "") -> Extraction:
    """A file that could not be read."""
    notice = NoticeDraft(NoticeLevel.ERROR, NoticeCode.NOT_TEXT, "The file is no document that can be read.")
    return extraction(
        name=name,
        content=content,
        status=ReadingStatus.REFUSED,
        notices=(notice,),
        reader="",
        media_type="application/octet-stream",
    )


def later(report: ReportDraft, day: str = "2016-03-01") -> ReportDraft:
    """The same report as an edition that says when it was amended."""
    return replace(report, edition=EditionDraft(date(day), "2", f"Amended {day}"))


def with_findings(report: ReportDraft, *findings: FindingDraft) -> ReportDraft:
    """The same report with other findings."""
    return replace(report, findings=findings)


def other_authority(la_code: str) -> AuthorityFacts:
    """An authority by its LA code."""
    return next(authority for authority in authorities() if authority.la_code == la_code)
