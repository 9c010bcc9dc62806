"""Rows of every model that the editors' admin shows, made one by one: for tests of every list and form."""

from collections.abc import Callable
from itertools import count
from typing import Any

from django.contrib.auth.models import Group, User
from django.db.models import Model
from django.test import Client
from django.urls import reverse

from findings.confirmations.keys import key_of
from findings.confirmations.service import confirm
from findings.models import (
    Action,
    Assignment,
    Correction,
    CrossReference,
    Finding,
    FollowDecision,
    Recommendation,
    RecordConfirmation,
    Risk,
    Section,
)
from ingest.models import FetchAddress, IngestItem, IngestRun, Upload, UploadedDocument
from inspections.models import (
    Authority,
    Conflict,
    CrosswalkEntry,
    Domain,
    DomainLineage,
    EditionChoice,
    FetchedFile,
    FetchRun,
    Framework,
    Grade,
    Inspection,
    InspectionStatement,
    Judgement,
    Notice,
    Report,
    SourceFile,
)
from tests import builders as build

_numbers = count(1)
_places = count(1)


def own_report() -> Report:
    """A report of an inspection and an authority of its own, so that every related row is another one."""
    number = next(_places)
    place = build.authority(f"Wexcombe {number}", la_code=f"x{number % 100:02}")
    return build.report(of=build.inspection(authority=place))


def _judgement() -> Judgement:
    report = own_report()
    return build.judgement(report, evidence=(build.finding(report, "1"),))


def _reference() -> CrossReference:
    report = own_report()
    return build.reference_to(build.recommendation(report, "1"), build.finding(report, "1"))


def _conflict() -> Conflict:
    report = own_report()
    assert report.inspection is not None
    return build.conflict(report.inspection, report, own_report(), ("2015-09-14", "2015-06"))


def _statement() -> InspectionStatement:
    report = own_report()
    assert report.inspection is not None
    return build.statement(report, report.inspection)


def _notice() -> Notice:
    report = own_report()
    return build.notice(report.source, report=report, anchor=build.finding(report, "1").anchor)


def _correction() -> Correction:
    made_by = build.editor(f"editor-{next(_numbers)}")
    return build.correction(build.finding(own_report(), "1"), "text", "Another text.", made_by=made_by)


def _choice() -> EditionChoice:
    report = own_report()
    made_by = build.editor(f"chooser-{next(_numbers)}")
    return EditionChoice.objects.create(report=report, source=report.source, reason="As printed.", made_by=made_by)


def _framework() -> Framework:
    number = next(_numbers)
    names = {"name": f"Framework {number}", "short_name": f"F{number}", "inspectorate": "Wexcombe inspectorate"}
    return Framework.objects.create(code=f"framework-{number}", first_year=1990, graded=True, **names)


def _domain() -> Domain:
    number = next(_numbers)
    return Domain.objects.create(code=f"domain-{number}", name=f"Domain {number}", order=1000 + number)


def _grade() -> Grade:
    return Grade.objects.create(framework=_framework(), code="good", name="Good", rank=1)


def _item() -> IngestItem:
    run = IngestRun.objects.create(paths=["documents"])
    return IngestItem.objects.create(run=run, source=build.source(), name="report.pdf", outcome="loaded", created=3)


def _confirmation() -> RecordConfirmation:
    row = build.finding(own_report(), "1")
    by = build.editor(f"person-{next(_numbers)}")
    confirm(Finding, {row.pk: key_of(row)}, "Compared.", by)
    return RecordConfirmation.objects.get(report=row.report)


def _assignment() -> Assignment:
    one, other = (build.editor(f"person-{next(_numbers)}") for _ in range(2))
    return Assignment.objects.create(report=own_report(), assignee=one, made_by=other)


def _upload() -> Upload:
    return Upload.objects.create(made_by=build.editor(f"sender-{next(_numbers)}"))


def _follow_decision() -> FollowDecision:
    reports, user = {"report": own_report(), "later": own_report()}, build.editor(f"person-{next(_numbers)}")
    return FollowDecision.objects.create(anchor="rec-1", verdict="mixed", reason="Read.", made_by=user, **reports)


MAKE: dict[type[Model], Callable[[], Any]] = {
    Authority: lambda: own_report().authority,
    Framework: _framework,
    Domain: _domain,
    Grade: _grade,
    DomainLineage: lambda: DomainLineage.objects.create(
        framework=_framework(), domain=_domain(), column=_domain(), comparability="close"
    ),
    CrosswalkEntry: lambda: CrosswalkEntry.objects.create(version="1", grade=_grade(), band=1),
    SourceFile: lambda: own_report().source,
    Report: own_report,
    Inspection: lambda: own_report().inspection,
    InspectionStatement: _statement,
    Judgement: _judgement,
    Conflict: _conflict,
    Notice: _notice,
    Section: lambda: build.section(own_report(), domain=build.domain()),
    Finding: lambda: build.finding(own_report(), "1", domain=build.domain()),
    Recommendation: lambda: build.recommendation(own_report(), "1", domain=build.domain()),
    Risk: lambda: build.risk(own_report()),
    Action: lambda: build.action(own_report()),
    CrossReference: _reference,
    Correction: _correction,
    RecordConfirmation: _confirmation,
    Assignment: _assignment,
    FollowDecision: _follow_decision,
    EditionChoice: _choice,
    IngestRun: lambda: _item().run,
    IngestItem: _item,
    FetchRun: lambda: build.fetched().run,
    FetchedFile: build.fetched,
    FetchAddress: lambda: FetchAddress.objects.create(source="made", address=f"https://example.org/{next(_numbers)}"),
    Upload: _upload,
    UploadedDocument: lambda: UploadedDocument.objects.create(upload=_upload(), name="report.pdf", size=3),
    User: lambda: build.editor(f"person-{next(_numbers)}"),
    Group: lambda: Group.objects.create(name=f"Group {next(_numbers)}"),
}


def list_url(model: type[Model]) -> str:
    """The address of a list of the editors' admin."""
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")


def form_url(row: Model) -> str:
    """The address of a form of the editors' admin."""
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])


def form_values(response: Any, **changes: Any) -> dict[str, Any]:
    """What a browser would send from a form of the editors' admin, with some fields filled in differently."""
    form = response.context["adminform"].form
    values = {name: form[name].value() for name in form.fields}
    # Browsers send line ends as CR LF and leave out empty check boxes.
    sent = {name: str(value).replace("\n", "\r\n") for name, value in values.items() if value not in (None, False)}
    return {**sent, **changes}


def save(client: Client, row: Model, **changes: Any) -> Any:
    """Open the form of a row, fill in some fields, send it."""
    return client.post(form_url(row), form_values(client.get(form_url(row)), **changes))


def errors_of(response: Any) -> dict[str, list[str]]:
    """What a form of the editors' admin refuses, by field."""
    errors: dict[str, list[str]] = response.context["adminform"].form.errors
    return errors
