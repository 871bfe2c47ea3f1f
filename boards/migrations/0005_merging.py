import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('boards', '0004_what_people_did'),
    ]

    operations = [
        migrations.AddField(
            model_name='note',
            name='merged_into',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='merged', to='boards.note'),
        ),
        migrations.AddField(
            model_name='note',
            name='apart_from',
            field=models.ManyToManyField(blank=True, to='boards.note'),
        ),
    ]
