"""Makes many demo workshops on one server: `python -m tests.browser.demos 24 http://the-server`.

Prints how to get into each, as a list for programs.
"""

import json
import os
import sys

import django


def demos(number: int, address: str) -> list[dict[str, str]]:
    """Make so many demo workshops. Each has a Grace of its own: her links work until she came."""
    from django.contrib.auth.models import User

    from workshops.demo import new_session, ways_in

    def grace(which: int) -> User:
        return User.objects.create_user(
            f"grace-{which}", f"grace-{which}@demo.example", first_name="Grace"
        )

    return [ways_in(new_session(grace(which)), address) for which in range(number)]


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hsi_workshop.settings")
    django.setup()
    print(json.dumps(demos(int(sys.argv[1]), sys.argv[2])))
