"""A report is a draft, published or hidden: ``visibility`` takes the place of ``is_public``."""

from typing import Any

from django.db import migrations, models

CHOICES = [
    ("draft", "Draft: for staff alone until it is published"),
    ("published", "Published: on the public pages"),
    ("hidden", "Hidden from the public pages"),
]


def from_is_public(apps: Any, schema_editor: Any) -> None:
    """Take over what was hidden."""
    apps.get_model("inspections", "Report").objects.filter(is_public=False).update(visibility="hidden")


def to_is_public(apps: Any, schema_editor: Any) -> None:
    """Hide drafts as well."""
    apps.get_model("inspections", "Report").objects.exclude(visibility="published").update(is_public=False)


class Migration(migrations.Migration):
    dependencies = [("inspections", "0016_notices_can_be_settled")]

    operations = [
        migrations.AddField(
            model_name="report",
            name="visibility",
            field=models.CharField(choices=CHOICES, db_index=True, default="published", max_length=10),
        ),
        migrations.RunPython(from_is_public, to_is_public, elidable=True),
        migrations.RemoveField(model_name="report", name="is_public"),
    ]
