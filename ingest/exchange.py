"""The exchange format: an Extraction as the JSON object that ``manage.py extract`` prints, one a line.

Every key is always present; what the document does not state is null, an empty list is []. Dates are ISO 8601, pages count
from 1, boxes are ``[page, x0, top, x1, bottom]`` in PDF points from the top left corner.
"""

from typing import Any

from ingest.blocks import Place
from ingest.drafts import (
    ActionDraft,
    Extraction,
    FindingDraft,
    InspectionDraft,
    JudgementDraft,
    PartialDate,
    RecommendationDraft,
    ReportDraft,
    RiskDraft,
    SectionDraft,
)
from ingest.notices import Notice

SCHEMA = 1
Json = dict[str, Any]


def _date(date: PartialDate | None) -> str | None:
    return date.iso if date else None


def _boxes(place: Place) -> list[list[float]]:
    return [[b.page, round(b.x0, 1), round(b.top, 1), round(b.x1, 1), round(b.bottom, 1)] for b in place.boxes]


def _inspection(inspection: InspectionDraft | None) -> Json | None:
    if inspection is None:
        return None
    return {
        "framework": inspection.framework,
        "started": _date(inspection.started),
        "ended": _date(inspection.ended),
        "published": _date(inspection.published),
        "lead_inspector": inspection.lead_inspector,
    }


def _judgement(judgement: JudgementDraft) -> Json:
    return {
        "anchor": judgement.anchor,
        "domain": judgement.domain,
        "domain_wording": judgement.domain_wording,
        "scope": judgement.scope,
        "grade": judgement.grade,
        "grade_wording": judgement.grade_wording,
        "absence": judgement.absence,
        "basis": judgement.basis,
        "inspection": _inspection(judgement.inspection),
        "evidence": list(judgement.evidence),
        "page": judgement.place.page,
    }


def _section(section: SectionDraft) -> Json:
    return {
        "anchor": section.anchor,
        "parent": section.parent,
        "heading": section.heading,
        "level": section.level,
        "domain": section.domain,
        "page": section.place.page,
    }


def _finding(finding: FindingDraft) -> Json:
    return {
        "anchor": finding.anchor,
        "ref": finding.ref,
        "kind": finding.kind,
        "section": finding.section,
        "domain": finding.domain,
        "text": finding.text,
        "page": finding.place.page,
        "boxes": _boxes(finding.place),
    }


def _recommendation(rec: RecommendationDraft) -> Json:
    return {
        "anchor": rec.anchor,
        "ref": rec.ref,
        "parent": rec.parent,
        "text": rec.text,
        "addressee": rec.addressee,
        "timescale": rec.timescale,
        "paragraphs": list(rec.paragraphs),
        "section": rec.section,
        "domain": rec.domain,
        "page": rec.place.page,
        "boxes": _boxes(rec.place),
    }


def _action(action: ActionDraft) -> Json:
    return {
        "anchor": action.anchor,
        "ref": action.ref,
        "priority": action.priority,
        "text": action.text,
        "lead": action.lead,
        "partners": action.partners,
        "due": action.due,
        "success_measures": action.success_measures,
        "resources": action.resources,
        "measure": action.measure,
        "baseline": action.baseline,
        "target": action.target,
        "rag": action.rag,
        "recommendations": list(action.recommendations),
        "page": action.place.page,
    }


def _risk(risk: RiskDraft) -> Json:
    return {
        "anchor": risk.anchor,
        "risk": risk.risk,
        "description": risk.description,
        "mitigation": risk.mitigation,
        "rating": risk.rating,
        "rating_wording": risk.rating_wording,
        "page": risk.place.page,
    }


def _notice(notice: Notice) -> Json:
    return {
        "level": notice.level,
        "code": notice.code,
        "message": notice.message,
        "page": notice.page,
        "line": notice.line,
        "anchor": notice.anchor,
    }


def _report(report: ReportDraft) -> Json:
    authority = report.authority
    return {
        "kind": report.kind,
        "title": report.title,
        "profile": report.profile,
        "authority": {"name": authority.name, "la_code": authority.la_code, "gss_code": authority.gss_code}
        if authority
        else None,
        "published": _date(report.published),
        "licence": report.licence,
        "inspection": _inspection(report.inspection),
        "mentions": [_inspection(mention) for mention in report.mentions],
        "judgements": [_judgement(j) for j in report.judgements],
        "sections": [_section(s) for s in report.sections],
        "findings": [_finding(f) for f in report.findings],
        "recommendations": [_recommendation(r) for r in report.recommendations],
        "actions": [_action(a) for a in report.actions],
        "risks": [_risk(r) for r in report.risks],
        "notices": [_notice(n) for n in report.notices],
    }


def to_json(extraction: Extraction) -> Json:
    """The object for one file. Notices of its reports stand with the file's own too, so that none is overlooked."""
    notices = [*extraction.notices, *(notice for report in extraction.reports for notice in report.notices)]
    return {
        "schema": SCHEMA,
        "file": {
            "name": extraction.name,
            "sha256": extraction.sha256,
            "media_type": extraction.media_type,
            "pages": extraction.pages,
        },
        "status": extraction.status,
        "reports": [_report(report) for report in extraction.reports],
        "notices": [_notice(notice) for notice in notices],
    }
