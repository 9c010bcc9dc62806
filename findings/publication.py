"""Publishing a report and taking it off the public pages, with everything that hangs on it."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from findings.search.entries import index_changed
from inspections.caching.pages import forget_kept_pages
from inspections.models import Report
from inspections.reconciliation import reconcile
from inspections.vocabulary import Visibility
from inspections.write import knowledge_change


def set_visibility(report: Report, visibility: Visibility) -> None:
    """Publish a report, hide it or make it a draft.

    The facts of inspections, preferred judgements, conflicts and the search index follow, for other reports may count
    now. Pages that were kept for the revision before are deleted, so that nothing hidden stays on disk.
    """
    with knowledge_change():
        record = Report.objects.get(pk=report.pk)
        record.visibility = visibility.value
        record.changed_at = timezone.now()
        record.save(update_fields=["visibility", "changed_at"])
        about = {record.authority_id, *record.statements.values_list("authority_id", flat=True)}
        authorities = sorted(pk for pk in about if pk)
        reconcile(authorities)
        index_changed([record.pk], Report.objects.filter(authority__in=authorities))
        if not record.is_public:
            transaction.on_commit(forget_kept_pages)
