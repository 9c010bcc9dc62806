"""Publishing a report and taking it off the public pages, with everything that hangs on it."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from findings.search.entries import index_changed
from inspections.caching.pages import forget_kept_pages
from inspections.models import Report, VisibilityChange
from inspections.reconciliation import reconcile
from inspections.vocabulary import Visibility
from inspections.write import knowledge_change


class PublicationError(ValueError):
    """What a person asked for cannot be done. Its message tells why."""


def set_visibility(report: Report, visibility: Visibility, reason: str, user: User) -> None:
    """Publish a report, hide it or make it a draft, and record who did so and why. Raises PublicationError.

    The facts of inspections, preferred judgements, conflicts and the search index follow, for other reports may count
    now. Pages that were kept for the revision before are deleted, so that nothing hidden stays on disk.
    """
    if not reason.strip():
        raise PublicationError("Say why: each change of who sees a report needs a reason.")
    with knowledge_change():
        record = Report.objects.get(pk=report.pk)
        if record.visibility == visibility:
            return
        record_visibility(record, record.visibility, visibility, reason, user)
        record.visibility = visibility.value
        record.changed_at = timezone.now()
        record.save(update_fields=["visibility", "changed_at"])
        about = {record.authority_id, *record.statements.values_list("authority_id", flat=True)}
        authorities = sorted(pk for pk in about if pk)
        reconcile(authorities)
        index_changed([record.pk], Report.objects.filter(authority__in=authorities))
        if not record.is_public:
            transaction.on_commit(forget_kept_pages)


def record_visibility(report: Report, before: str, after: Visibility, reason: str, user: User) -> None:
    """Record that a person changed who sees a report, or, with no ``before``, that a person brought it in."""
    VisibilityChange.objects.create(
        report=report, before=before, after=after.value, reason=reason.strip(), made_by=user
    )
