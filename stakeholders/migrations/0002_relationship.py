import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("boards", "0004_what_people_did"),
        ("stakeholders", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Relationship",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[("existing", "Exists today"), ("wanted", "Wanted")],
                        default="existing",
                        max_length=10,
                    ),
                ),
                (
                    "strength",
                    models.CharField(
                        choices=[("weak", "Weak"), ("working", "Working"), ("strong", "Strong")],
                        default="working",
                        max_length=10,
                    ),
                ),
                ("purpose_clear", models.BooleanField(default=True)),
                ("contact", models.CharField(blank=True, max_length=80)),
                ("stand_in", models.BooleanField(default=False)),
                (
                    "note",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="relationship",
                        to="boards.note",
                    ),
                ),
                (
                    "one",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="stakeholders.stakeholder",
                    ),
                ),
                (
                    "other",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="stakeholders.stakeholder",
                    ),
                ),
            ],
            options={
                "ordering": ["note__order"],
            },
        ),
    ]
