from typing import Any

from django.db import migrations, models

from findings.models.due_dates import due_by


def read_days(apps: Any, schema_editor: Any) -> None:
    Action = apps.get_model("findings", "Action")
    rows = []
    for action in Action.objects.exclude(due="").only("pk", "due").iterator(chunk_size=2_000):
        action.due_by = due_by(action.due)
        if action.due_by:
            rows.append(action)
    Action.objects.bulk_update(rows, ["due_by"], batch_size=500)


class Migration(migrations.Migration):
    dependencies = [("findings", "0002_search")]

    operations = [
        migrations.AddField(
            model_name="action",
            name="due_by",
            field=models.DateField(blank=True, db_index=True, editable=False, null=True),
        ),
        migrations.RunPython(read_days, migrations.RunPython.noop),
    ]
