"""Users. They are made inactive and not deleted, because corrections and the log keep who made them.

Only a superuser makes superusers, changes one, or grants single permissions; everyone else gives people one of the groups.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group, User
from django.db import models
from django.http import HttpRequest

from inspections.admin.base import EditorsModelAdmin, NeverDeleted

if TYPE_CHECKING:
    BaseUserAdmin = UserAdmin[Any]
else:
    BaseUserAdmin = UserAdmin

FOR_SUPERUSERS = ("is_superuser", "user_permissions")

admin.site.unregister(User)
admin.site.unregister(Group)


@admin.register(User)
class EditorsUserAdmin(NeverDeleted, BaseUserAdmin):
    """People who may log in to the editors' admin."""

    list_display = ("username", "first_name", "last_name", "email", "is_active", "is_staff", "last_login")

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        """Superusers are changed by superusers only."""
        allowed = super().has_change_permission(request, obj)
        return allowed and (request.user.is_superuser or not getattr(obj, "is_superuser", False))

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """What would let people widen their own rights."""
        fields = tuple(super().get_readonly_fields(request, obj))
        return fields if request.user.is_superuser else (*fields, *FOR_SUPERUSERS)


@admin.register(Group)
class EditorsGroupAdmin(NeverDeleted, EditorsModelAdmin):
    """Groups and their rights. Editors and Administrators are set by the program at each upgrade."""

    search_fields = ("name",)
    filter_horizontal = ("permissions",)
