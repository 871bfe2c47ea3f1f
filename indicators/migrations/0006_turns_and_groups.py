from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("indicators", "0005_what_a_proxy_was_written_for"),
    ]

    operations = [
        migrations.AddField(
            model_name="indicator",
            name="turn",
            field=models.PositiveSmallIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="ratinground",
            name="groups",
            field=models.JSONField(default=dict),
        ),
    ]
