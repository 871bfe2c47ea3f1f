"""Puts reports on Policy Lab's desk, and no others, and prints a cookie of one who may read.

`python -m tests.browser.policy_lab` on the data of a server; see `at_the_desk`.
"""

from playwright.sync_api import Page

REPORTS = 27  # two pages of the list


def at_the_desk(open_browser, server, **context) -> Page:
    """A page of somebody of Policy Lab, signed in with the second step; the desk is full."""
    from tests.browser.served import run

    name, value = run(server.data, "-m", "tests.browser.policy_lab").split()[-2:]
    browser = open_browser(**context)
    browser.add_cookies([{"name": name, "value": value, "url": server.address}])
    return browser.new_page()


def fill() -> str:
    """Release the reports and return the name and value of the cookie."""
    from datetime import date, timedelta

    from django.conf import settings
    from django.contrib.auth.models import User
    from django.test import Client

    from debrief.folders import keep
    from debrief.models import Report
    from tests.debrief.desk.conftest import Shelf
    from tests.debrief.desk.test_count_across_workshops import LOCAL, part, proxies, rating, words
    from tests.permissions.world import give_second_step, policy_lab_user
    from workshops.models import ContentSet

    Report.objects.all().delete()
    said = {1: {LOCAL: words(not_at_all=2, fully=1)}, 2: {LOCAL: words(mostly=3, cannot_say=1)}}
    named = part("plan", {"barriers": [{"label": "No time to work on the system", "actions": 3}]})
    added = part("additions", {"proposed": [{"label": "A" * 80, "decided": "Adopted"}]})
    shelf = Shelf(ContentSet.newest())
    for number in range(REPORTS):
        facts = {"parts": [rating(said), proxies((1, ["Count it"], ""))], "place": "Aberângell"}
        day = date(2026, 11, 3) - timedelta(days=number)
        report = shelf.put(f"Damp homes {number}", days=[day.isoformat()], **facts)
        keep(settings.MEDIA_ROOT / f"desk-{number}" / "all.zip", b"PK of a report")
        report.folder, report.files = f"desk-{number}", [{"form": "zip", "name": "all.zip"}]
        report.snapshot["parts"] += [] if number else [named, added]
        report.save()
    client, person = Client(), policy_lab_user(f"lab{User.objects.count()}")
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    give_second_step(client, person)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    return f"{cookie.key} {cookie.value}"


if __name__ == "__main__":
    import os

    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hsi_workshop.settings")
    django.setup()
    print(fill())
