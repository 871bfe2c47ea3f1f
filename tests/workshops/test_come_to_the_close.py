"""Come to the last step: one panel at each door, made of what each activity has to show there."""

import pytest

from workshops import activities
from workshops.activities import Activity
from workshops.models import Session
from workshops.viewers import Viewer


class Later(Activity):
    key, closing_order = "later", 90

    def closing(self, step, viewer):
        return {"template": "workshops/_panel_break_{door}.html", "following": step}


class Earlier(Activity):
    key, closing_order = "earlier", -1

    def closing(self, step, viewer):
        return {"template": "workshops/_who_sees_what.html"}

    def holder_pages(self, step):
        return [{"address": "here/", "words": "Ask first"}]


@pytest.fixture
def closing(session: Session, grace, monkeypatch) -> Viewer:
    """The room is on its last step, and two more activities have something to show there."""
    more = {each.key: each for each in (Later(), Earlier())}
    monkeypatch.setattr(activities, "_activities", {**activities._activities, **more})
    session.steps.filter(activity_key="close").update(state="active")
    return Viewer("console", session.workshop, session, user=grace)


def test_what_activities_show_stands_in_a_set_order(closing: Viewer):
    step = closing.session.current_step()
    templates = [part["template"] for part in step.activity.panel(step, closing)["closing"]]
    assert templates[0] == "workshops/_who_sees_what.html"
    assert templates[-1] == "workshops/_panel_break_{door}.html"


def test_each_part_has_the_template_of_the_door_and_its_own_words(closing: Viewer, desk, session):
    console = desk.get(f"/run/{session.code}/").content.decode()
    screen = desk.get(f"/screen/{session.screen_token}/").content.decode()
    assert "The screen counts down. Next: Close." in console
    assert "screen-break__next" in screen
    assert "screen-break__next" not in console


def test_the_holder_is_asked_what_any_activity_asks_in_the_last_step(closing: Viewer):
    step = closing.session.current_step()
    assert {"address": "here/", "words": "Ask first"} in step.activity.holder_pages(step)
