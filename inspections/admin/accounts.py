"""Log-ins: failed attempts with the locks that follow from them, which administrators lift, and the log."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from axes.models import AccessAttempt, AccessLog
from django.conf import settings
from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.formats import date_format

from inspections.admin.base import ReadOnlyAdmin
from inspections.admin.filters import YesNoFilter
from inspections.admin_site import AdminQueue

LIFT = "axes.change_accessattempt"


def _since() -> datetime:
    return timezone.now() - timedelta(hours=settings.AXES_COOLOFF_TIME)


def locks() -> QuerySet[Any]:
    """The attempts that keep a name out of the place from which they came."""
    rows: QuerySet[Any] = AccessAttempt.objects.filter(attempt_time__gte=_since())
    return rows.filter(failures_since_start__gte=settings.AXES_FAILURE_LIMIT)


class LockedFilter(YesNoFilter):
    """Whether the attempts have led to a lock."""

    title = "locked now"
    parameter_name = "locked"

    def queryset(self, request: HttpRequest, queryset: QuerySet[AccessAttempt]) -> QuerySet[AccessAttempt]:
        """The attempts with the chosen answer."""
        locked = locks().values("pk")
        if self.value() == "yes":
            return queryset.filter(pk__in=locked)
        return queryset.exclude(pk__in=locked) if self.value() == "no" else queryset


@admin.register(AccessAttempt)
class AttemptAdmin(ReadOnlyAdmin):
    """Failed log-ins by name and place. Lifting a lock deletes them, so that the count begins anew."""

    list_display = ("username", "place", "failures_since_start", "attempt_time", "state")
    list_filter = (LockedFilter,)
    search_fields = ("username", "ip_address")
    ordering = ("-attempt_time",)
    fields = ("username", "place", "failures_since_start", "attempt_time", "state")
    readonly_fields = ("place", "state")
    actions = ("lift",)
    queues = (
        AdminQueue(
            rank=9,
            title="Locked log-ins",
            about="Names that are kept out of a place after failed log-ins. Lift a lock if the person asks for it.",
            rows=locks,
            by="",
            parts=(("", "Locked", "locked=yes"),),
        ),
    )

    @admin.display(description="from")
    def place(self, attempt: AccessAttempt) -> str:
        """The address, or that it was a browser which the account knows."""
        known = "a browser in which the account was used before, at "
        return f"{known if attempt.user_agent else ''}{attempt.ip_address}"

    @admin.display(description="state")
    def state(self, attempt: AccessAttempt) -> str:
        """Until when the name is locked there, or that it is not."""
        until = attempt.attempt_time + timedelta(hours=settings.AXES_COOLOFF_TIME)
        if until <= timezone.now():
            return "Counts no more"
        if attempt.failures_since_start < settings.AXES_FAILURE_LIMIT:
            return "Not locked"
        return f"Locked until {date_format(timezone.localtime(until), 'H:i')}"

    def has_lift_permission(self, request: HttpRequest) -> bool:
        """Administrators, who may change attempts."""
        return request.user.has_perm(LIFT)

    @admin.action(description="Lift the lock: let this name log in from there again", permissions=["lift"])
    def lift(self, request: HttpRequest, queryset: QuerySet[AccessAttempt]) -> None:
        """Delete the attempts, and log who lifted which lock."""
        for attempt in queryset:
            self.log_deletions(request, AccessAttempt.objects.filter(pk=attempt.pk))
        number, _ = queryset.delete()
        self.message_user(request, f"{number} lifted. The person can log in again at once.", messages.SUCCESS)


@admin.register(AccessLog)
class AccessLogAdmin(ReadOnlyAdmin):
    """Who logged in, when and from where."""

    list_display = ("username", "ip_address", "attempt_time", "logout_time")
    search_fields = ("username", "ip_address")
    ordering = ("-attempt_time",)
    fields = ("username", "ip_address", "attempt_time", "logout_time")
