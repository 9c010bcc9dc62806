"""Call the state of the knowledge base a revision, in the database as in the code."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("inspections", "0008_preferred"),
    ]

    operations = [
        migrations.RemoveConstraint(model_name="knowledgeversion", name="one_knowledge_version"),
        migrations.RenameModel(old_name="KnowledgeVersion", new_name="KnowledgeRevision"),
        migrations.RenameField(model_name="knowledgerevision", old_name="stamp", new_name="revision"),
        migrations.AddConstraint(
            model_name="knowledgerevision",
            constraint=models.CheckConstraint(condition=models.Q(("pk", 1)), name="one_knowledge_revision"),
        ),
    ]
