from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("indicators", "0004_seats_and_content_notes")]

    operations = [
        migrations.AddField(
            model_name="proxy",
            name="written_for",
            field=models.SlugField(blank=True, max_length=60),
        )
    ]
