from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("debrief", "0003_a_folder_of_forms")]

    operations = [
        migrations.AddField("report", "outline", models.JSONField(default=dict)),
    ]
