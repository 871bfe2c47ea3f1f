"""A room in its last step: responses made with the indicators, and a plan to make of them."""

from uuid import uuid4

from boards.models import Note, Poll
from indicators.models import Action, Response
from indicators.plan.standing import plan_of
from tests.indicators.debrief_room import DebriefRoom
from workshops.viewers import Viewer


class PlanRoom(DebriefRoom):
    """A session at its close; `made` are its responses, in the order of their board."""

    about = "plan"
    made: list[Response]

    def respond_and_close(self) -> None:
        """Four responses, of which the indicators changed the second and brought the third."""
        self.writer = self.person("Ines")
        self.be_at("scenario_respond")
        self.tell()
        self.go_round("local")
        places = ["local-first_week", "local-first_year", "national-first_week"]
        self.made = [self.then(f"Response {at}.", place) for at, place in enumerate(places)]
        self.made.append(self.then("Response 3.", "national-first_year", owner="Ministry"))
        self.go_to("scenario_debrief")
        for response, mark in zip(self.made, ["same", "changed", "new", "same"], strict=True):
            self.mark(response, mark)
        self.go_to("close")

    def be_at(self, key: str) -> None:
        """Start with this step, as if those before it had been."""
        step = self.session.steps.get(key=key)
        self.session.steps.filter(position__lt=step.position).update(state="done")
        self.go_to(key)

    @property
    def poll(self) -> Poll:
        return Poll.objects.get(board__activity_key="scenario")

    def vote(self, by: Viewer, *chosen: int) -> None:
        for at in chosen:
            self.poll.vote(by, self.made[at].note)

    def choose(self, at: int) -> Action:
        """The facilitator puts a response into the plan."""
        Action.choose(self.made[at].note, True)
        return Action.objects.get(note=self.made[at].note)

    def own(self, by: Viewer, text: str, **said) -> Action:
        """Someone writes what they will do."""
        return Note.write(self.board, by, uuid4(), "own", text, said).action

    def say(self, action: Action, by: Viewer | None = None, **said) -> None:
        """Say everything of an action, having seen it as it is."""
        action.refresh_from_db()
        action.change(by or self.grace, said, action.version)

    def planned(self) -> list[tuple[str, str]]:
        """What stands in the plan, each with its owner."""
        return [(action.words, action.owner) for action in plan_of(self.session)]

    def shown(self) -> str:
        """The plan as everyone was last sent it."""
        return self.change(f"plan-{self.session.pk}").html

    def making(self) -> str:
        """The plan as facilitators were last sent it."""
        return self.change(f"making-plan-{self.session.pk}", "facilitators").html
