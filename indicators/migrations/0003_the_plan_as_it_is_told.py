from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("indicators", "0002_no_table_unless_there_are_several")]

    operations = [
        migrations.AddField(
            model_name="action",
            name="in_plan",
            field=models.BooleanField(default=True),
        ),
        migrations.AddField(
            model_name="action",
            name="version",
            field=models.PositiveIntegerField(default=1),
        ),
        migrations.AlterField(
            model_name="action",
            name="answers",
            field=models.JSONField(default=dict),
        ),
    ]
