"""Assigning a place that waits, or all places of a report, to a person. An assignment ends when another one is made."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.models import Permission, User
from django.db.models import Q, QuerySet
from django.utils import timezone

from findings.models import Assignment
from inspections.models import Report
from inspections.write import knowledge_change

MAKES_CORRECTIONS = "add_correction"


@dataclass(frozen=True, slots=True)
class AssignedPlace:
    """Who looks at a place: the assignment of the place itself, and that of all places of its report."""

    of_place: Assignment | None
    of_report: Assignment | None

    @property
    def current(self) -> Assignment | None:
        """The one that counts."""
        return self.of_place or self.of_report


def people() -> QuerySet[User]:
    """Those who can be given places: active members of staff who may correct, by name."""
    right = Permission.objects.filter(codename=MAKES_CORRECTIONS, content_type__app_label="findings")
    may = Q(groups__permissions__in=right) | Q(user_permissions__in=right) | Q(is_superuser=True)
    return User.objects.filter(may, is_active=True, is_staff=True).distinct().order_by("username")


def assignments_of(report: int, stop: str) -> AssignedPlace:
    """Who looks at a place of a report (0 for a file without one); one query."""
    rows = Assignment.objects.active().filter(Q(stop=stop) & ~Q(stop="") | Q(report=report or None, stop=""))
    found = {bool(one.stop): one for one in rows.select_related("assignee", "made_by")}
    return AssignedPlace(found.get(True), found.get(False))


def assign(report: Report | None, stop: str, assignee: User | None, user: User) -> Assignment | None:
    """Give a place, or with ``stop`` "" all places of a report, to a person; None takes it from whoever had it.

    Returns the new assignment. One to the same person is left as it is.
    """
    with knowledge_change():
        rows = Assignment.objects.active().filter(stop=stop, **({} if stop else {"report": report}))
        held = rows.select_related("assignee").first()
        if held is not None and held.assignee == assignee:
            return held
        rows.update(ended_at=timezone.now(), ended_by=user)
        if assignee is None:
            return None
        return Assignment.objects.create(report=report, stop=stop, assignee=assignee, made_by=user)
