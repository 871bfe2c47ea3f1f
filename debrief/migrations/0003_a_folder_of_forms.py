"""A version has a folder with every form. What was made before had one file: it is made anew."""

from django.db import migrations, models


def make_anew(apps, schema_editor):
    """No version from before was released; none holds what the forms are made from."""
    apps.get_model("debrief", "Report").objects.update(
        state="withdrawn", snapshot={}, used={}, lease=None
    )


class Migration(migrations.Migration):
    dependencies = [("debrief", "0002_release_and_one_page")]

    operations = [
        migrations.AddField("report", "folder", models.CharField(blank=True, max_length=120)),
        migrations.AddField("report", "files", models.JSONField(default=list)),
        migrations.RunPython(make_anew, migrations.RunPython.noop),
        migrations.RemoveField("report", "digest"),
        migrations.RemoveField("report", "file"),
    ]
