"""The editions of a report: what is measured of each, their roles, and the notices about those that are not shown.

``inspections.documents.editions`` decides which one counts.
"""

from __future__ import annotations

from collections.abc import Iterable

from ingest.drafts import Extraction, ReportDraft
from ingest.load.columns import iso, own_published
from inspections.documents.editions import EditionFacts, Ranking, chosen_of, facts_of, rank
from inspections.documents.notices import replace_notices
from inspections.models import Notice, Report, ReportSource, SourceFile
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel, Origin, SourceRole

DAMAGE = frozenset(
    {
        NoticeCode.DAMAGED_FILE,
        NoticeCode.PAGE_UNREADABLE,
        NoticeCode.PAGES_MISSING,
        NoticeCode.PAGE_REPEATED,
        NoticeCode.PAGE_OUT_OF_ORDER,
        NoticeCode.PAGE_WITHOUT_WORDS,
        NoticeCode.TEXT_UNREADABLE,
        NoticeCode.WORDS_LOST,
    }
)
"""Notices that tell of damage to the file, as opposed to doubts about what it says."""
EDITION_CODES = (NoticeCode.NEWER_VERSION, NoticeCode.SUPERSEDED, NoticeCode.EDITION_SET_ASIDE)


def measured(draft: ReportDraft, extraction: Extraction) -> EditionFacts:
    """What a reading tells of the edition of a report."""
    edition = draft.edition
    codes = {notice.code for notice in (*extraction.notices, *draft.notices)}
    records = (draft.judgements, draft.findings, draft.recommendations, draft.actions, draft.risks)
    return EditionFacts(
        extraction.sha256,
        extraction.media_type,
        max(own_published(draft), iso(edition.amended) if edition else ""),
        edition.number if edition else "1",
        edition.printed if edition else "",
        extraction.status.value,
        sum(map(len, records)),
        tuple(sorted(code.value for code in codes & DAMAGE)),
        extraction.ledger.left_out if extraction.ledger else 0,
    )


def ranking_of(report: Report, new: EditionFacts | None = None) -> Ranking:
    """The editions of a report as they are stored, with ``new`` in place of the stored facts of the same file."""
    found = {one.sha256: one for one in _stored(report)} if report.pk else {}
    if new is not None:
        found[new.sha256] = new
    return rank(found.values(), chosen_of(report))


def _stored(report: Report) -> Iterable[EditionFacts]:
    for link in report.report_sources.select_related("source"):
        facts = facts_of(link.source.sha256, link.source.media_type, link.edition)
        if facts is None and link.role == SourceRole.CURRENT:
            facts = _of_rows(report, link.source)
        if facts is not None:
            yield facts


def _of_rows(report: Report, source: SourceFile) -> EditionFacts:
    """What the rows tell of an edition that was read before editions were measured."""
    kinds = (report.judgements, report.findings, report.recommendations, report.actions, report.risks)
    records = sum(rows.filter(origin=Origin.READ, retired_at__isnull=True).count() for rows in kinds)
    damage = source.notices.filter(code__in=DAMAGE).values_list("code", flat=True)
    return EditionFacts(
        source.sha256,
        source.media_type,
        date=str(report.read.get("published") or ""),
        status=source.status,
        records=records,
        damage=tuple(sorted(set(damage))),
        left_out=source.ledger.get("left_out", 0),
    )


def role_of(report: Report, facts: EditionFacts) -> SourceRole:
    """The role of a file for a report that it holds, before it is loaded.

    The file that is current stays so until a better one is read again (``better_source``).
    """
    if not report.pk or report.retired_at or report.source.sha256 == facts.sha256:
        return SourceRole.CURRENT
    ranking = ranking_of(report, facts)
    if ranking.best == facts:
        return SourceRole.CURRENT
    return _role_beside(ranking, facts, report.source.media_type)


def _role_beside(ranking: Ranking, facts: EditionFacts, shown: str) -> SourceRole:
    """The role of an edition that is not current: the best of another form is kept to be compared."""
    is_best_form = facts.media_type != shown and ranking.best_of_each_kind[facts.media_type] == facts
    return SourceRole.OTHER_FORM if is_best_form else SourceRole.SUPERSEDED


def better_source(report: Report) -> int | None:
    """The key of the file from which the report has to be read so that its best edition counts; None if it does."""
    if report.retired_at is None and report.report_sources.count() == 1:
        return None
    best = ranking_of(report).best
    if best is None or (best.sha256 == report.source.sha256 and report.retired_at is None):
        return None
    return SourceFile.objects.values_list("pk", flat=True).get(sha256=best.sha256)


def arrange(report: Report) -> bool:
    """Update the roles of the files beside the current one. Returns whether any changed."""
    others = list(report.report_sources.exclude(role=SourceRole.CURRENT).select_related("source"))
    if not others:
        return False
    ranking, changed = ranking_of(report), False
    for link in others:
        facts = facts_of(link.source.sha256, link.source.media_type, link.edition)
        role = _role_beside(ranking, facts, report.source.media_type) if facts else SourceRole.SUPERSEDED
        if link.role != role:
            ReportSource.objects.filter(pk=link.pk).update(role=role)
            changed = True
    return changed


def tell_editions(report: Report) -> bool:
    """Update the notices about the editions of a report that are not shown. Returns whether any changed."""
    links = list(report.report_sources.select_related("source"))
    current = next((link for link in links if link.role == SourceRole.CURRENT), None)
    if current is None or report.retired_at:
        return False
    if len(links) == 1:
        return bool(Notice.objects.filter(source=current.source, report=report, code__in=EDITION_CODES).delete()[0])
    ranking = ranking_of(report)
    aside = [link for link in links if link.role == SourceRole.SUPERSEDED]
    same_form = [link for link in aside if link.source.media_type == current.source.media_type]
    wanted = [_told_on_current(ranking, current, link) for link in same_form]
    stored = Notice.objects.filter(source=current.source, report=report, code__in=EDITION_CODES)
    changed = replace_notices(stored, wanted)
    for link in links:
        changed = _tell_on(link.source) or changed
    return changed


def _tell_on(source: SourceFile) -> bool:
    """Update the notices of a file about those of its reports that are read from other files."""
    aside = source.report_sources.filter(role=SourceRole.SUPERSEDED).select_related("report__source", "source")
    wanted = [_told_on_other(ranking_of(link.report), link) for link in aside]
    stored = Notice.objects.filter(source=source, report__isnull=True, code__in=EDITION_CODES)
    return replace_notices(stored, wanted)


def _reason(ranking: Ranking, link: ReportSource) -> tuple[str, bool]:
    """Why a file is not shown, and whether it says that it is later than the one that is."""
    facts = facts_of(link.source.sha256, link.source.media_type, link.edition)
    shown = next((one for one in ranking.editions if one.sha256 == link.report.source.sha256), None)
    if facts is None or shown is None:
        return "it was read by an older version of this program", False
    return ranking.why(facts, shown), facts in ranking.later_but_worse(shown)


def _told_on_current(ranking: Ranking, current: ReportSource, other: ReportSource) -> Notice:
    why, is_doubted = _reason(ranking, other)
    if is_doubted:
        message = (
            f"{other.source.name} holds a later edition of this report, which is not shown because {why}. Compare the "
            "two; an administrator can choose the later one on the form of the report."
        )
        return _notice(current.source, NoticeCode.EDITION_SET_ASIDE, message, current.report)
    message = f"This report was also read from {other.source.name}; that edition is kept and not shown because {why}."
    return _notice(current.source, NoticeCode.NEWER_VERSION, message, current.report)


def _told_on_other(ranking: Ranking, link: ReportSource) -> Notice:
    why, is_doubted = _reason(ranking, link)
    shown = link.report.source.name
    message = f"“{link.report.title}” is shown as it was read from {shown}, and not from this file, because {why}."
    if is_doubted:
        message += " This file says that it is later: an administrator can choose it on the form of the report."
    return _notice(link.source, NoticeCode.EDITION_SET_ASIDE if is_doubted else NoticeCode.SUPERSEDED, message)


def _notice(source: SourceFile, code: NoticeCode, message: str, report: Report | None = None) -> Notice:
    level = NoticeLevel.WARNING if code is NoticeCode.EDITION_SET_ASIDE else NoticeLevel.INFO
    return Notice(source=source, report=report, level=level, code=code, message=message)
