from django.db import migrations, models
import django.db.models.deletion
import live.clock
import uuid
import workshops.models.devices
from workshops.personal_codes import code_for, hash_of


def give_devices_and_codes(apps, schema_editor):
    """Whoever is in stays in on their device, and gets a code."""
    Device = apps.get_model("workshops", "Device")
    for person in apps.get_model("workshops", "Participant").objects.all():
        Device.objects.create(
            participant=person, token_hash=person.token_hash, since=person.joined_at
        )
        taken = set(person.session.participants.values_list("code_hash", flat=True))
        person.code_serial = 1
        while hash_of(code_for(person.pk, person.code_serial)) in taken:
            person.code_serial += 1
        person.code_hash = hash_of(code_for(person.pk, person.code_serial))
        person.save()
    if schema_editor.connection.vendor == "postgresql":  # or the next step finds checks pending
        schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")


class Migration(migrations.Migration):

    dependencies = [
        ("workshops", "0003_session_screen_question"),
    ]

    operations = [
        migrations.CreateModel(
            name="Device",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("token_hash", models.CharField(max_length=64, unique=True)),
                ("since", models.DateTimeField(default=live.clock.now)),
                ("participant", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="devices", to="workshops.participant")),
            ],
            options={"ordering": ["since", "pk"]},
        ),
        migrations.CreateModel(
            name="Passage",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, primary_key=True, serialize=False)),
                ("token_hash", models.CharField(max_length=64, unique=True)),
                ("until", models.DateTimeField(default=workshops.models.devices.in_ten_minutes)),
                ("participant", models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name="passage", to="workshops.participant")),
            ],
        ),
        migrations.AddField(
            model_name="participant",
            name="code_serial",
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="participant",
            name="code_hash",
            field=models.CharField(editable=False, max_length=64, null=True),
        ),
        migrations.AddField(
            model_name="participant",
            name="code_from_facilitator",
            field=models.BooleanField(default=False),
        ),
        migrations.AddConstraint(
            model_name="participant",
            constraint=models.UniqueConstraint(fields=("session", "code_hash"), name="one_person_per_code"),
        ),
        migrations.RunPython(give_devices_and_codes, migrations.RunPython.noop),
        migrations.RemoveField(model_name="participant", name="token_hash"),
    ]
