"""Two forms of the same report: where its text and its PDF differ.

The rows are those of the form that is shown. The content of the other form is stored with its link to the report, so
that both are compared again whenever either is read, whichever came first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass
from hashlib import blake2b

from findings.models import Finding, Recommendation
from ingest.drafts import ReportDraft
from inspections.documents.notices import replace_notices
from inspections.models import Judgement, Notice, Report, ReportSource, SourceFile
from inspections.notice_codes import NoticeCode
from inspections.plain_words import plain
from inspections.vocabulary import NoticeLevel, Origin, SourceRole

LONGEST_LIST = 20
CODE = NoticeCode.FORMS_DIFFER


@dataclass(frozen=True, slots=True)
class FormRecord:
    """The content of one record in a form: a digest of its words without typography, or a grade.

    Judgements have their anchor as number.
    """

    kind: str
    anchor: str
    ref: str
    content: str


def _digest(text: str) -> str:
    return blake2b(plain(text).encode(), digest_size=8).hexdigest()


def of_draft(draft: ReportDraft) -> list[FormRecord]:
    """The records of a reading."""
    lines = [FormRecord(Judgement.KIND, one.anchor, one.anchor, one.grade or "") for one in draft.judgements]
    lines += [FormRecord(Finding.KIND, one.anchor, one.ref or "", _digest(one.text)) for one in draft.findings]
    lines += [
        FormRecord(Recommendation.KIND, one.anchor, one.ref or "", _digest(one.text)) for one in draft.recommendations
    ]
    return lines


def of_rows(report: Report) -> list[FormRecord]:
    """The records of the last reading of a report, before corrections."""
    of_report = {"report": report, "origin": Origin.READ}
    judgements = Judgement.objects.live().filter(**of_report).order_by("ordinal")
    lines = [FormRecord(row.KIND, row.anchor, row.anchor, row.read.get("grade") or "") for row in judgements]
    for model in (Finding, Recommendation):
        for row in model.objects.live().filter(**of_report).order_by("ordinal"):
            lines.append(FormRecord(row.KIND, row.anchor, row.read.get("ref", ""), _digest(row.read.get("text", ""))))
    return lines


def keep(report: Report, source: SourceFile, lines: Iterable[FormRecord]) -> bool:
    """Store the records of another form with its link to the report. Returns whether they changed."""
    reading = [list(astuple(line)) for line in lines]
    link = ReportSource.objects.get(report=report, source=source)
    if link.reading == reading:
        return False
    link.reading = reading
    link.save(update_fields=["reading"])
    return True


def _differing(these: Iterable[FormRecord], others: Iterable[FormRecord]) -> Iterator[str]:
    """The anchors of the records in which these differ from the others.

    These are numbered records with other words or without a counterpart, and unnumbered ones whose words the others
    lack.
    """
    others = list(others)
    numbered = {(line.kind, line.anchor, line.content) for line in others if line.ref}
    unnumbered = {(line.kind, line.content) for line in others if not line.ref}
    for line in these:
        if (
            ((line.kind, line.anchor, line.content) not in numbered)
            if line.ref
            else (line.kind, line.content) not in unnumbered
        ):
            yield line.anchor


def _difference(shown: Iterable[FormRecord], other: Iterable[FormRecord]) -> str:
    """A sentence about the differences of two forms; "" if there are none."""
    shown, other = list(shown), list(other)
    anchors = list(dict.fromkeys([*_differing(shown, other), *_differing(other, shown)]))
    if not anchors:
        return ""
    more = f" and {len(anchors) - LONGEST_LIST} more" if len(anchors) > LONGEST_LIST else ""
    named = ", ".join(anchors[:LONGEST_LIST]) + more
    return f"The text and the PDF of this report differ in {named}. What the PDF says was taken; compare the two."


def compare_forms(report: Report) -> bool:
    """Update the notices about the other forms of a report. Returns whether any changed."""
    links = report.report_sources.filter(role=SourceRole.OTHER_FORM).select_related("source")
    others = Notice.objects.filter(report=report, code=CODE).exclude(source__in=links.values("source"))
    changed = bool(others.delete()[0])
    shown = of_rows(report) if links else []
    for link in links:
        if not link.reading:
            continue  # linked before readings were kept: what was said about it then holds until it is read again
        message = _difference(shown, (FormRecord(*line) for line in link.reading))
        about = Notice(source=link.source, report=report, level=NoticeLevel.WARNING, code=CODE, message=message)
        stored = Notice.objects.filter(source=link.source, report=report, code=CODE)
        changed = replace_notices(stored, [about] if message else []) or changed
    return changed
