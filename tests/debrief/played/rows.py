"""Every row of a played database as a file, so that a day is played once for many tests."""

import json
from itertools import groupby
from pathlib import Path

from django.apps import apps
from django.core import serializers
from django.core.management.color import no_style
from django.db import connection, transaction

LEFT_OUT = {"contenttypes.ContentType", "auth.Permission", "sessions.Session"}


def dump(path: Path) -> None:
    """Write all rows, each model after those that it points to."""
    models = [
        model
        for model in serializers.sort_dependencies([(app, None) for app in apps.get_app_configs()])
        if model._meta.label not in LEFT_OUT
    ]
    rows = (row for model in models for row in model._default_manager.order_by("pk").iterator())
    path.write_text(serializers.serialize("json", rows))


def load(path: Path) -> None:
    """Fill a database with them; what migrations have laid into it gives way."""
    found = list(serializers.deserialize("python", json.loads(path.read_text())))
    with transaction.atomic(), connection.constraint_checks_disabled():
        for model in {type(row.object) for row in found}:
            model._default_manager.all().delete()
        for model, rows in groupby(found, lambda row: type(row.object)):
            together = list(rows)
            model._default_manager.bulk_create([row.object for row in together])
            for row in together:
                for name, keys in (row.m2m_data or {}).items():
                    getattr(row.object, name).set(keys)
    with connection.cursor() as cursor:
        models = list({type(row.object) for row in found})
        for statement in connection.ops.sequence_reset_sql(no_style(), models):
            cursor.execute(statement)
