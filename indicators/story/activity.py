"""The scenario: a made-up situation, what people would do, and what the indicators call for."""

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from boards.models import Board, Note
from workshops.models import Session, Step

from .columns import ResponseColumns, ResponsesWithIndicators


class FirstResponse(ResponseColumns):
    """What people would do before they have the indicators.

    Its own step comes before the indicators are read. Without it, the scenario begins with a
    short round on this board, which is then no "before" (both are called first response).
    """

    key = "first_response"
    title = _("First response")
    panel_template = "indicators/story/_panel_{door}.html"

    def works_in(self, step: Step) -> bool:
        from ..models import Round, Staging

        if step.activity_key != "scenario":
            return step.activity_key == self.key
        return Staging.objects.filter(session=step.session, round=Round.FIRST).exists()

    def open_beside(self, step: Step) -> None:
        if step.activity_key == "scenario":
            Board.open_for(step, self.key)

    def report_part(self, session: Session) -> dict[str, Any] | None:
        from .report import first_part

        return first_part(session)


class Scenario(ResponsesWithIndicators):
    """What people would do with the indicators in hand: first local, then national."""

    key = "scenario"
    title = _("Scenario")
    panel_template = "indicators/story/_panel_{door}.html"
    urls = "indicators.story.urls"

    def prepares(self, session: Session) -> list[dict[str, Any]]:
        """The story can be chosen before the day, where the agenda has a step for it."""
        if not session.steps.filter(activity_key=self.key).exclude(state="skipped").exists():
            return []
        return [{"address": "scenario/story/", "words": gettext("Choose the story for later")}]

    def report_part(self, session: Session) -> dict[str, Any] | None:
        from .report import scenario_part

        return scenario_part(session)

    def votes_in(self, step: Step) -> bool:
        """In the last step people choose among the responses for their plan."""
        return super().votes_in(step) or step.activity_key == "close"

    def push_with(self, note: Note) -> None:
        from ..plan.fragments import push_if_planning

        super().push_with(note)
        push_if_planning(note)
