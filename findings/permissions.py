"""The groups of the editors' admin and their rights, as data. They are set after every migration, never by hand.

Editors see everything, correct and upload; Administrators also manage users, lift locks of log-ins, publish what was
uploaded, and hide reports from the public. Nobody may delete (rows are retired, corrections withdrawn, users made
inactive) or change reference data, which comes from files.
"""

from __future__ import annotations

from typing import Any

from django.apps import apps as installed
from django.contrib.auth.management import create_permissions
from django.db import DEFAULT_DB_ALIAS

OWN_APPS = ("inspections", "findings", "ingest")
READ_ROWS = (
    "inspections.judgement",
    "findings.section",
    "findings.finding",
    "findings.recommendation",
    "findings.risk",
    "findings.action",
)
CORRECTED = (*READ_ROWS, "inspections.report", "inspections.inspectionstatement")
ADDED_BY_HAND = (
    "findings.finding",
    "findings.recommendation",
    "findings.action",
    "findings.section",
    "inspections.judgement",
    "inspections.report",
)

EDITORS = "Editors"
ADMINISTRATORS = "Administrators"


def rights_of_editors() -> set[str]:
    """Permissions as "app.codename": see everything, correct, review, confirm, settle, assign, add, upload.

    What they upload, they look at, discard, or keep as a draft; publishing it is for administrators.
    """
    rights = {
        f"{app}.view_{model._meta.model_name}"
        for app in OWN_APPS
        for model in installed.get_app_config(app).get_models()
    }
    rights |= {_right("change", model) for model in CORRECTED}
    rights |= {_right("add", model) for model in ADDED_BY_HAND}
    rights |= {"findings.add_correction", "findings.change_correction", "ingest.add_upload"}
    rights |= {"findings.add_recordconfirmation", "findings.change_recordconfirmation"}
    rights |= {"findings.add_followdecision", "findings.change_followdecision"}
    rights |= {"findings.add_assignment", "findings.change_assignment"}
    return rights | {"inspections.add_noticesettlement", "inspections.change_noticesettlement"}


def rights_of_administrators() -> set[str]:
    """The rights of editors, and those to publish and hide, to choose editions, to manage users and to lift locks."""
    rights = rights_of_editors() | {"inspections.hide_report", "ingest.publish_upload"}
    rights |= {"inspections.choose_edition", "inspections.add_editionchoice"}
    rights |= {"axes.view_accessattempt", "axes.change_accessattempt", "axes.view_accesslog"}
    return rights | {"auth.view_user", "auth.add_user", "auth.change_user", "auth.view_group"}


def set_up_groups(using: str = DEFAULT_DB_ALIAS, **kwargs: Any) -> None:
    """Create both groups with exactly their rights; a receiver of ``post_migrate``.

    Permissions of apps that are migrated later do not exist yet at this moment, so they are created first.
    """
    from django.contrib.auth.models import Group, Permission

    for app in ("auth", "axes", *OWN_APPS):
        create_permissions(installed.get_app_config(app), verbosity=0, using=using)
    known = {
        f"{permission.content_type.app_label}.{permission.codename}": permission
        for permission in Permission.objects.using(using).select_related("content_type")
    }
    for name, rights in ((EDITORS, rights_of_editors()), (ADMINISTRATORS, rights_of_administrators())):
        group, _ = Group.objects.using(using).get_or_create(name=name)
        group.permissions.set(known[right] for right in sorted(rights))


def _right(verb: str, model: str) -> str:
    app, name = model.split(".")
    return f"{app}.{verb}_{name}"
