"""The admin of users and groups.

Users are made inactive instead of deleted, because corrections and the log record who made them. Only superusers can
make or change superusers or grant single permissions; other administrators add users to groups.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group, User
from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from inspections.accounts.two_factor import turn_off
from inspections.admin.base import EditorsModelAdmin, NoDeletionMixin

if TYPE_CHECKING:
    BaseUserAdmin = UserAdmin[Any]
else:
    BaseUserAdmin = UserAdmin

SUPERUSER_FIELDS = ("is_superuser", "user_permissions")

for model in (User, Group):  # registered again below
    admin.site.unregister(model)
for model in (TOTPDevice, StaticDevice):  # nobody sees the secrets of others
    admin.site.unregister(model)


@admin.register(User)
class EditorsUserAdmin(NoDeletionMixin, BaseUserAdmin):
    """People who may log in to the editors' admin."""

    list_display = ("username", "first_name", "last_name", "email", "is_active", "is_staff", "last_login")
    actions = ("turn_off_two_factor",)

    @admin.action(description="Turn off two-factor authentication, for who lost the app", permissions=["change"])
    def turn_off_two_factor(self, request: HttpRequest, queryset: QuerySet[User]) -> None:
        """Forget the apps of the chosen people, log it, and say whose were not touched."""
        for user in queryset:
            if not self.has_change_permission(request, user):
                self.message_user(request, f"Only a superuser can do this for {user}.", messages.ERROR)
            elif turn_off(user):
                self.log_change(request, user, "Turned off two-factor authentication.")
                self.message_user(request, f"{user} can log in with the password alone.", messages.SUCCESS)
            else:
                self.message_user(request, f"{user} has not set it up.", messages.WARNING)

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        """Allow only superusers to change superusers."""
        allowed = super().has_change_permission(request, obj)
        return allowed and (request.user.is_superuser or not getattr(obj, "is_superuser", False))

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Make the fields read-only by which users could widen their own rights, except for superusers."""
        fields = tuple(super().get_readonly_fields(request, obj))
        return fields if request.user.is_superuser else (*fields, *SUPERUSER_FIELDS)


@admin.register(Group)
class EditorsGroupAdmin(NoDeletionMixin, EditorsModelAdmin):
    """Groups and their rights. Every migration resets the rights of Editors and Administrators."""

    search_fields = ("name",)
    filter_horizontal = ("permissions",)
