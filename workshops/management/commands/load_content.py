from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from workshops.content.loading import load_folder
from workshops.content.mistakes import ContentRefused


class Command(BaseCommand):
    help = "Load a content set from a folder of YAML, or say what is wrong with it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, help="such as fixtures/content/hsi-2024")
        parser.add_argument(
            "--replace",
            action="store_true",
            help="overwrite this version, as long as no workshop uses it",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            content, changed = load_folder(options["folder"], replace=options["replace"])
        except ContentRefused as refused:
            raise CommandError(f"Nothing was loaded.\n{refused}") from None
        self.stdout.write(f"{content}: {'loaded' if changed else 'already loaded'}.")
