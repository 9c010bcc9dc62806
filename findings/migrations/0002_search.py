"""The entries of search, and beside them the full-text index of the database at hand."""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models

# Searches by the beginning of a word ask for its sign and three letters at least.
SQLITE = (
    "CREATE VIRTUAL TABLE findings_searchtext USING fts5(tokens, columnsize=0, prefix='4 5 6', tokenize=\"ascii tokenchars '~+='\")",
)
POSTGRES = (
    "ALTER TABLE findings_searchentry ADD COLUMN tokens tsvector NOT NULL DEFAULT ''",
    "ALTER TABLE findings_searchentry ALTER COLUMN tokens SET STORAGE EXTERNAL",
    "ALTER TABLE findings_searchentry SET (toast_tuple_target = 128)",
    # What is written waits, in kilobytes, and is sorted into the index together: writing takes a fifth of the time.
    "CREATE INDEX findings_searchtext ON findings_searchentry USING gin (tokens) WITH (gin_pending_list_limit = 2048)",
)


def make_index(apps: Any, schema_editor: Any) -> None:
    """Make the full-text index; what is in the database is indexed by ``manage.py reindex``."""
    for statement in POSTGRES if schema_editor.connection.vendor == "postgresql" else SQLITE:
        schema_editor.execute(statement)


def drop_index(apps: Any, schema_editor: Any) -> None:
    """The column of PostgreSQL goes with its table."""
    if schema_editor.connection.vendor != "postgresql":
        schema_editor.execute("DROP TABLE findings_searchtext")


class Migration(migrations.Migration):
    dependencies = [
        ("findings", "0001_initial"),
        ("inspections", "0004_conflicts_once_on_every_database"),
    ]

    operations = [
        migrations.CreateModel(
            name="IndexedReport",
            fields=[
                (
                    "report",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="indexed",
                        serialize=False,
                        to="inspections.report",
                    ),
                ),
                ("facts", models.CharField(max_length=120)),
            ],
        ),
        migrations.CreateModel(
            name="SearchEntry",
            fields=[
                ("id", models.BigIntegerField(primary_key=True, serialize=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("judgement", "Judgements"),
                            ("recommendation", "Recommendations"),
                            ("finding", "Findings"),
                            ("action", "Actions"),
                        ],
                        max_length=14,
                    ),
                ),
                ("record", models.BigIntegerField()),
                ("year", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("digest", models.CharField(max_length=32)),
                (
                    "authority",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="inspections.authority",
                    ),
                ),
                (
                    "domain",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="inspections.domain",
                    ),
                ),
                (
                    "framework",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="inspections.framework",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="search_entries",
                        to="inspections.report",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "search entries",
                "ordering": ("id",),
                "constraints": [models.UniqueConstraint(fields=("kind", "record"), name="one_search_entry_a_record")],
            },
        ),
        migrations.RunPython(make_index, drop_index),
    ]
