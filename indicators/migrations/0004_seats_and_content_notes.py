import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("indicators", "0003_the_plan_as_it_is_told"),
    ]

    operations = [
        migrations.AlterField(
            model_name="role",
            name="participant",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="roles",
                to="workshops.participant",
            ),
        ),
        migrations.AlterField(
            model_name="staging",
            name="round",
            field=models.CharField(
                choices=[
                    ("note", "Content note"),
                    ("read", "Read"),
                    ("first", "First response"),
                    ("local", "Local round"),
                    ("national", "National round"),
                ],
                default="read",
                max_length=10,
            ),
        ),
    ]
