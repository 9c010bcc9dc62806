"""Which reports an inspectorate published: all but papers and tables; a table tells when it is read again."""

from typing import Any

from django.db import migrations, models

from inspections.papers import NATIONAL, PAPERS


def mark(apps: Any, schema_editor: Any) -> None:
    """Mark the reports that are stored."""
    report = apps.get_model("inspections", "Report")
    others = [kind.value for kind in (*PAPERS, *NATIONAL)]
    report.objects.using(schema_editor.connection.alias).exclude(kind__in=others).update(by_inspectorate=True)


class Migration(migrations.Migration):

    dependencies = [("inspections", "0018_editions")]

    operations = [
        migrations.AddField(
            model_name="report",
            name="by_inspectorate",
            field=models.BooleanField(default=False),
        ),
        migrations.RunPython(mark, migrations.RunPython.noop),
    ]
