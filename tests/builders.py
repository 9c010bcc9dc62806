"""Saved model objects with sensible defaults, for tests of models, loading, admin and pages.

Reference data (frameworks, domains, grades) is taken from the database, or from the reference files where the database
has none.
Everything else is new at each call, about an authority that does not exist; keywords set any field.
"""

from itertools import count
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.utils import timezone

from findings.models import Action, Correction, CrossReference, Evidence, Finding, Recommendation, Risk, Section
from findings.publication import set_visibility
from inspections.models import (
    Authority,
    Conflict,
    ConflictSide,
    Domain,
    FetchedFile,
    FetchRun,
    Framework,
    Grade,
    Inspection,
    InspectionStatement,
    Judgement,
    Notice,
    Report,
    ReportSource,
    SourceFile,
    partial_dates,
)
from inspections.reference import tables
from inspections.report_kinds import NATIONAL, PAPERS
from inspections.vocabulary import (
    Basis,
    ConflictField,
    FindingKind,
    NoticeLevel,
    ReferenceTarget,
    ReportKind,
    SourceRole,
    Visibility,
)

_numbers = count(1)
Source = Finding | Recommendation | Action
Target = Finding | Recommendation | Section


def authority(name: str = "Wexcombe", **values: Any) -> Authority:
    """The authority of this name; the invented one by default."""
    facts = next((facts for facts in tables.authorities() if facts.name == name), None)
    slug = values.pop("slug", name.lower().replace(" ", "-"))
    defaults = {"la_code": facts.la_code if facts else f"{next(_numbers) % 200 + 1:03}", "slug": slug}
    defaults |= {
        "gss_code": facts.gss_code if facts else "",
        "region": facts.region if facts else "Sample",
        "is_sample": facts.sample if facts else True,
    }
    return Authority.objects.get_or_create(name=name, defaults=defaults | values)[0]


def framework(code: str = "sif") -> Framework:
    """A framework of the reference data."""
    facts = next(facts for facts in tables.frameworks() if facts.code == code)
    defaults = {name: getattr(facts, name) for name in ("name", "short_name", "inspectorate", "first_year", "graded")}
    return Framework.objects.get_or_create(code=code, defaults=defaults | {"last_year": facts.last_year})[0]


def domain(code: str = "help-and-protection") -> Domain:
    """A domain of the reference data."""
    facts = next(facts for facts in tables.domains() if facts.code == code)
    return Domain.objects.get_or_create(code=code, defaults={"name": facts.name, "order": facts.order})[0]


def grade(code: str = "good", framework_code: str = "sif") -> Grade:
    """A grade of a framework's scale."""
    facts = next(g for g in tables.grades() if (g.framework, g.code) == (framework_code, code))
    defaults = {"name": facts.name, "rank": facts.rank, "number": facts.number}
    return Grade.objects.get_or_create(framework=framework(framework_code), code=code, defaults=defaults)[0]


def source(**values: Any) -> SourceFile:
    """A source file that was read completely."""
    number = next(_numbers)
    defaults = {
        "sha256": f"{number:064x}",
        "name": f"document-{number}.pdf",
        "media_type": "application/pdf",
        "size": 120_000,
        "pages": 12,
        "reader": "pdf 1",
        "status": "complete",
        "read_at": timezone.now(),
    }
    return SourceFile.objects.create(**defaults | values)


def check(**values: Any) -> FetchRun:
    """A check of a source that came to its end, at the moment where nothing else is said."""
    defaults = {"source": "made", "title": "Reports of Wexcombe", "finished_at": timezone.now()}
    return FetchRun.objects.create(**defaults | values)


def fetched(of: SourceFile | None = None, **values: Any) -> FetchedFile:
    """A file that was fetched, the bytes of a source file if one is given."""
    run = values.pop("run", None) or check()
    address = f"https://files.example.org/{next(_numbers)}.pdf"
    defaults = {"address": address, "answered_by": address, "fetched_at": timezone.now(), "name": "report.pdf"}
    defaults |= {"sha256": of.sha256 if of else f"{next(_numbers):064}", "size": 1000, "incoming": "draft"}
    return FetchedFile.objects.create(run=run, **defaults | {"state": "read" if of else "failed"} | values)


def inspection(framework_code: str | None = "sif", **values: Any) -> Inspection:
    """An inspection whose own report was read, of September 2015 unless told otherwise."""
    started = values.pop("started", "2015-09-14")
    defaults = {
        "framework": framework(framework_code) if framework_code else None,
        "slug": f"{framework_code or 'inspection'}-{next(_numbers)}",
        "started": started,
        "ended": "2015-10-08" if started == "2015-09-14" else "",
        "published": "2015-11-27" if started == "2015-09-14" else "",
        "year": partial_dates.year_of(started),
        "lead_inspector": "Ada Marsh HMI",
        "is_reported_only": False,
    }
    return Inspection.objects.create(**defaults | {"authority": values.pop("authority", None) or authority()} | values)


def report(kind: str = ReportKind.SIF, of: Inspection | None = None, **values: Any) -> Report:
    """A report; with ``of`` it is that inspection's own. Its source file holds it as its first part."""
    number = next(_numbers)
    published = values.pop("published", of.published if of else "2015-11-27")
    file = values.pop("source", None) or source()
    defaults = {
        "kind": kind,
        "identity": f"report-{number}",
        "slug": f"{kind}-{number}",
        "title": f"Report {number} on services for children in Wexcombe",
        "authority": of.authority if of else None,
        "inspection": of,
        "is_own": of is not None,
        "by_inspectorate": kind not in (*PAPERS, *NATIONAL),
        "published": published,
        "year": partial_dates.year_of(published),
        "licence": "OGL-3.0",
        "profile": f"{kind} 1",
        "source": file,
        "page": 1,
        "changed_at": timezone.now(),
    } | values
    if "authority" not in values and not defaults["authority"]:
        defaults["authority"] = authority()
    made = Report.objects.create(**defaults)
    ordinal = file.report_sources.count() + 1
    ReportSource.objects.create(report=made, source=file, ordinal=ordinal, role=SourceRole.CURRENT)
    return made


def statement(report: Report, inspection: Inspection, **values: Any) -> InspectionStatement:
    """What a report says of an inspection's dates; by default what is true."""
    defaults = {"anchor": f"inspection-{next(_numbers)}", "started": inspection.started, "ended": inspection.ended}
    defaults |= {"is_own": report.is_own and report.inspection == inspection, "page": 1}
    defaults |= {"framework": inspection.framework}
    return InspectionStatement.objects.create(report=report, inspection=inspection, **defaults | values)


def section(report: Report, heading: str = "Help and protection", **values: Any) -> Section:
    """A section of the highest level."""
    number = next(_numbers)
    defaults = {"anchor": f"s{number}", "ordinal": number, "level": 1, "page": 2}
    return Section.objects.create(report=report, heading=heading, **defaults | values)


def finding(report: Report, ref: str = "", **values: Any) -> Finding:
    """A numbered paragraph with ``ref``, else an unnumbered one."""
    number = next(_numbers)
    text = values.get("text") or f"Workers in Wexcombe visit children as often as plans say, paragraph {ref or number}."
    defaults = {
        "anchor": f"para-{ref}" if ref else f"p2-item-{number}",
        "ordinal": number,
        "kind": FindingKind.FINDING,
        "text": text,
        "orig": text,
        "page": 2,
    }
    return Finding.objects.create(report=report, ref=ref, **defaults | values)


def recommendation(report: Report, ref: str = "", **values: Any) -> Recommendation:
    """A recommendation; with ``parent`` it is a sub-item of another."""
    number = next(_numbers)
    text = values.get("text") or f"Make sure that every plan has a date and an owner, recommendation {ref or number}."
    defaults = {"anchor": f"rec-{ref or number}", "ordinal": number, "text": text, "orig": text, "page": 3}
    made = Recommendation.objects.create(report=report, ref=ref, **defaults | values)
    if made.domain:
        made.about.add(made.domain)
    return made


def action(report: Report, ref: str = "1.1", **values: Any) -> Action:
    """A row of an improvement plan."""
    defaults = {
        "anchor": f"action-{ref}",
        "ordinal": next(_numbers),
        "priority": ref.split(".", maxsplit=1)[0],
        "text": f"Check every open plan each month, action {ref}.",
        "orig": f"Check every open plan each month, action {ref}.",
        "lead": "Head of Safeguarding",
        "due": "March 2020",
        "page": 4,
    }
    return Action.objects.create(report=report, ref=ref, **defaults | values)


def risk(report: Report, **values: Any) -> Risk:
    """A row of a risk table."""
    number = next(_numbers)
    defaults = {"anchor": f"risk-{number}", "ordinal": number, "risk": "Too few social workers", "rating": "B2"}
    return Risk.objects.create(report=report, **defaults | {"rating_wording": "B2", "page": 5} | values)


def judgement(
    report: Report,
    domain_code: str = "help-and-protection",
    grade_code: str | None = "requires-improvement",
    evidence: tuple[Finding, ...] = (),
    **values: Any,
) -> Judgement:
    """A preferred primary judgement of the report's inspection, or without a grade one that was not judged."""
    of = values.pop("inspection", None) or report.inspection
    assert of is not None, "name the inspection that was judged"
    scale = of.framework.code if of.framework else "sif"
    judged = grade(grade_code, scale) if grade_code else None
    defaults = {
        "anchor": f"judgement-{next(_numbers)}-{domain_code}",
        "ordinal": next(_numbers),
        "inspection": of,
        "domain": domain(domain_code),
        "domain_wording": domain(domain_code).name,
        "grade": judged,
        "grade_wording": judged.name if judged else "Not judged",
        "absence": "" if judged else "not-judged",
        "basis": Basis.PRIMARY,
        "is_preferred": True,
        "page": 1,
    }
    if evidence and all(paragraph.ref for paragraph in evidence):
        defaults["evidence_range"] = f"{evidence[0].ref} to {evidence[-1].ref}"
    made = Judgement.objects.create(report=report, **defaults | values)
    Evidence.objects.bulk_create(
        Evidence(judgement=made, finding=paragraph, ordinal=place) for place, paragraph in enumerate(evidence, 1)
    )
    return made


def reference_to(by: Source, target: Target | None = None, ref: str = "", **values: Any) -> CrossReference:
    """A cross reference from a record to another, or without a target one that points nowhere."""
    kinds = {
        Finding: ReferenceTarget.PARAGRAPH,
        Recommendation: ReferenceTarget.RECOMMENDATION,
        Section: ReferenceTarget.SECTION,
    }
    kind = values.pop("target", kinds[type(target)] if target else ReferenceTarget.PARAGRAPH)
    number = ref or str(getattr(target, "ref", ""))
    field = {"paragraph": "target_finding", "recommendation": "target_recommendation", "section": "target_section"}[
        kind
    ]
    defaults: dict[str, Any] = {type(by).__name__.lower(): by, "target": kind, "ref": number, field: target}
    defaults |= {"ordinal": next(_numbers), "printed": f"({kind} {number})"}
    if target is None:
        defaults["reason"] = f"This report has no {kind} {number}."
    return CrossReference.objects.create(report=by.report, **defaults | values)


def notice(source: SourceFile, **values: Any) -> Notice:
    """A warning about a source file, or with ``report`` and ``anchor`` about a record."""
    defaults = {"level": NoticeLevel.WARNING, "code": "missing-paragraphs", "page": 3}
    message = "Paragraph 7 is missing between 6 and 8. Look at page 3 of the document."
    return Notice.objects.create(source=source, **defaults | {"message": message} | values)


def conflict(of: Inspection, own: Report, other: Report, values: tuple[str, str], **fields: Any) -> Conflict:
    """Two reports that disagree, by default about the first day of the inspection; the first value is preferred."""
    made = Conflict.objects.create(inspection=of, **{"field": ConflictField.STARTED} | fields)
    for report, value, taken in ((own, values[0], True), (other, values[1], False)):
        ConflictSide.objects.create(
            conflict=made, report=report, value=value, printed=partial_dates.display(value), page=1, is_preferred=taken
        )
    return made


def editor(username: str = "editor", group: str = "", **values: Any) -> Any:
    """A member of staff, without rights unless a group is named."""
    defaults = {"is_staff": True, "email": f"{username}@example.org"}
    made = get_user_model().objects.get_or_create(username=username, defaults=defaults | values)[0]
    if group:
        made.groups.add(Group.objects.get(name=group))
    return made


def show(report: Report, visibility: str, reason: str = "As agreed.") -> None:
    """Publish or hide a report, as an editor does."""
    set_visibility(report, Visibility(visibility), reason, editor())


def correction(record: Any, field: str, value_set: str, **values: Any) -> Correction:
    """An active correction of a text field; the record itself is changed as the editors' admin would do it."""
    value_read = getattr(record, field)
    record.read = {**record.read, field: value_read}
    record.is_corrected = True
    setattr(record, field, value_set)
    record.save()
    defaults = {"reason": "The page shows another word.", "made_by": values.pop("made_by", None) or editor()}
    return Correction.objects.create(
        report=record.report,
        kind=record.KIND,
        anchor=record.anchor,
        field=field,
        value_read=value_read,
        value_set=value_set,
        **defaults | values,
    )


def again(row: Any, **changes: Any) -> None:
    """Save a copy of a row as a new one, with changes."""
    fresh = type(row)._default_manager.get(pk=row.pk)
    fresh.pk = None
    for name, value in changes.items():
        setattr(fresh, name, value)
    fresh.save(force_insert=True)
