"""The choice which edition of a report counts: made and withdrawn by administrators, and active at once."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.utils import timezone

from ingest.load import load
from ingest.load.editions import better_source
from ingest.rereading import NotKept, load_again, read_again
from inspections.models import EditionChoice, Report, SourceFile
from inspections.write import knowledge_change, renew


def choose_edition(report: Report, source: SourceFile, reason: str, user: User) -> EditionChoice:
    """Let a report be read from a file that holds it, whatever the editions say. Raises NotKept.

    A choice that was active is withdrawn. The file is read before anything is written.
    """
    readings = [extraction for _, extraction in read_again([source])]
    if not readings:
        raise NotKept(source)
    with knowledge_change():
        active = EditionChoice.objects.active().filter(report=report)
        active.update(withdrawn_by=user, withdrawn_at=timezone.now())
        choice = EditionChoice.objects.create(report=report, source=source, reason=reason, made_by=user)
        load(readings[0])
    return choice


def withdraw_choice(choice: EditionChoice, user: User) -> None:
    """Let the editions of a report decide again.

    Raises NotKept if the one that counts then cannot be read again; the choice is withdrawn all the same.
    """
    with knowledge_change():
        active = EditionChoice.objects.active().filter(pk=choice.pk)
        active.update(withdrawn_by=user, withdrawn_at=timezone.now())
        renew()
    counts = better_source(choice.report) or choice.report.source_id
    load_again(SourceFile.objects.get(pk=counts))
