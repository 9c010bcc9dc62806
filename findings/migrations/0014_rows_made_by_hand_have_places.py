from django.db import migrations, models


def after() -> models.CharField:
    return models.CharField("stands after", blank=True, max_length=120)


class Migration(migrations.Migration):
    dependencies = [("findings", "0013_corrections_know_the_newest_reading")]

    operations = [
        migrations.AlterModelOptions(
            name="evidence",
            options={"ordering": ("judgement", "ordinal", "finding__ordinal"), "verbose_name_plural": "evidence"},
        ),
        migrations.AddField("finding", "after", after()),
        migrations.AddField("recommendation", "after", after()),
    ]
