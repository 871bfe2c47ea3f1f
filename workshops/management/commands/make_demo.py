import json
import os
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from workshops.codes import spaced
from workshops.demo import demo_session, ways_in
from workshops.models import ContentSet


class Command(BaseCommand):
    """Make the demo workshop, or find it, and say how to get into it."""

    help = "Makes a demo workshop and prints its join code and a one-time sign-in link."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="print the facts for programs")
        at = f"http://{os.environ.get('HOST', '127.0.0.1')}:{os.environ.get('PORT', '8000')}"
        parser.add_argument("--address", default=at, help=f"where the server answers ({at})")

    def handle(self, *args: Any, **options: Any) -> None:
        if not ContentSet.objects.exists():
            raise CommandError("Load the content first: manage.py load_content FOLDER")
        facts = ways_in(demo_session(), options["address"])
        if options["json"]:
            self.stdout.write(json.dumps(facts))
            return
        self.stdout.write(f"Demo workshop   {facts['workshop']}")
        self.stdout.write(f"Join code       {spaced(facts['code'])}   {facts['join']}")
        self.stdout.write(f"Sign in, once   {facts['sign_in']}   as {facts['facilitator']}")
        self.stdout.write(f"Console         {facts['console']}")
        self.stdout.write(f"Screen          {facts['screen']}")
