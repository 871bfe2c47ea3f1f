from typing import Any

from django.core.management.base import BaseCommand

from live.models import Room, new_epoch


class Command(BaseCommand):
    """Give every room a new epoch, after a copy of the database was put back."""

    help = "Run this after restoring a backup: every open browser then loads its page again."

    def handle(self, *args: Any, **options: Any) -> None:
        rooms = Room.objects.all()
        for room in rooms:
            room.epoch = new_epoch()
            room.save(update_fields=["epoch"])
        self.stdout.write(f"{len(rooms)} rooms have a new epoch.")
