"""Adding indicators and agreeing proxies are activities of their own, with boards of their own."""

from django.db import migrations

MOVED = {"indicators_add": "additions", "indicators_proxies": "proxies"}


def name_activities(apps, schema_editor):
    for key, activity in MOVED.items():
        steps = apps.get_model("workshops", "Step").objects.filter(key=key)
        steps.filter(activity_key="indicators").update(activity_key=activity)


class Migration(migrations.Migration):
    dependencies = [("workshops", "0006_clock_set")]
    operations = [migrations.RunPython(name_activities, migrations.RunPython.noop)]
