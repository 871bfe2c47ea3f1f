"""The verbs that change a session's plan, before it and while it runs."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from ..refusals import Conflict, NotFit
from .step import State, Step

if TYPE_CHECKING:
    from .session import Session

LEAST_MINUTES, MOST_MINUTES = 1, 240
MOST_STEPS = 40
BREAK, BREAK_MINUTES = "break", 10
EXTRA_MINUTES = 20  # what a step gets when no template says otherwise


class Agenda:
    """Minutes, order, and which steps there are.

    Each verb locks the room first and changes only steps that have not begun, so
    a running or finished step keeps its time and its notes.
    """

    def save_minutes(self: "Session", minutes: Mapping[int, int]) -> None:
        """Give steps (by primary key) their planned minutes, from 1 to 240."""
        if not all(LEAST_MINUTES <= each <= MOST_MINUTES for each in minutes.values()):
            raise NotFit(_("Minutes are whole numbers from 1 to 240."))
        with self.lock():
            steps = {step.pk: step for step in self.steps.all()}
            if not minutes.keys() <= steps.keys():
                raise NotFit(_("This form is out of date. Load the page again."))
            changed = [steps[pk] for pk, each in minutes.items() if steps[pk].minutes != each]
            for step in changed:
                _must_be_to_come(step)
                step.minutes = minutes[step.pk]
                step.save(update_fields=["minutes"])
            if changed:
                self._plan_changed()

    def move(self: "Session", step: Step, up: bool) -> None:
        """Swap a step with its neighbour, if the neighbour is one it may pass."""
        with self.lock():
            steps = list(self.steps.all())
            here = next((i for i, each in enumerate(steps) if each.pk == step.pk), None)
            if here is None or not _may_pass(steps, here, up):
                raise Conflict(_("This step cannot move any further."))
            there = here - 1 if up else here + 1
            steps[here], steps[there] = steps[there], steps[here]
            self._renumber(steps)
            self._plan_changed()

    def leave_out(self: "Session", step: Step) -> None:
        """Take a step out of the plan; it stays in the list and can be put back."""
        with self.lock():
            step.refresh_from_db()
            if step.state != State.SKIPPED:
                self.skip(step)

    def put_back(self: "Session", step: Step) -> None:
        """Put a step that was left out back where it was."""
        with self.lock():
            step.refresh_from_db()
            if step.state == State.SKIPPED:
                self.skip(step)

    def steps_to_add(self: "Session") -> list[dict]:
        """The extras of the content that this plan lacks: `key`, `label` and `minutes`."""
        here = {step.key for step in self.steps.all()}
        stages = {step.stage for step in self.steps.all()}
        names = {
            each["key"]: each["label"] for each in self.workshop.content.head("steps")["activities"]
        }
        return [
            {
                "key": words.key,
                "label": names[words["activity"]],
                "minutes": self._minutes_of(words.key),
            }
            for words in self.workshop.content.items("steps")
            if words.key not in here and words.get("extra") and words.get("stage") in stages
        ]

    def add_step(self: "Session", key: str) -> Step:
        """Add a missing extra at the end of its stage, or where it begins one, at the start."""
        with self.lock():
            if key not in {each["key"] for each in self.steps_to_add()}:
                raise NotFit(_("This step is in the agenda already, or not one of the content’s."))
            words = self.content_of_step(key)
            of_stage = [s.position for s in self.steps.filter(stage=words["stage"])]
            after = min(of_stage) - 1 if words.get("begins") else max(of_stage)
            return self._insert(key, self._minutes_of(key), after)

    def add_break(self: "Session", after: Step, minutes: int = BREAK_MINUTES) -> Step:
        """Add a break after a step."""
        if not LEAST_MINUTES <= minutes <= MOST_MINUTES:
            raise NotFit(_("Minutes are whole numbers from 1 to 240."))
        with self.lock():
            after.refresh_from_db()
            return self._insert(BREAK, minutes, after.position)

    def start_again(self: "Session") -> None:
        """Make the plan anew from its template. Only before the session starts."""
        with self.lock():
            self.refresh_from_db(fields=["started_at"])
            if self.started_at:
                raise Conflict(_("The workshop has started. Change the steps that are to come."))
            self.steps.all().delete()
            self.steps_from_template()
            self._plan_changed()

    def steps_from_template(self: "Session") -> None:
        """Make the steps that this session's template names."""
        content = self.workshop.content
        for position, row in enumerate(content.item("agendas", self.agenda)["steps"], start=1):
            words = content.item("steps", row["step"])
            Step.of(self, words, position, row["minutes"]).save()

    def _insert(self: "Session", key: str, minutes: int, after: int) -> Step:
        steps = list(self.steps.all())
        if len(steps) >= MOST_STEPS:
            raise NotFit(_("An agenda has 40 steps at most."))
        place = sum(step.position <= after for step in steps)
        if any(step.state not in (State.PLANNED, State.SKIPPED) for step in steps[place:]):
            raise Conflict(_("The room is past that place. Choose a later step."))
        added = Step.of(self, self.content_of_step(key), place + 1, minutes)
        added.save()
        self._renumber([*steps[:place], added, *steps[place:]])
        self._plan_changed()
        return added

    def _minutes_of(self: "Session", key: str) -> int:
        """What the first template with this step gives it, else what the step itself says."""
        for agenda in self.workshop.content.items("agendas"):
            for row in agenda["steps"]:
                if row["step"] == key:
                    return row["minutes"]
        return self.content_of_step(key).get("minutes", EXTRA_MINUTES)

    def _renumber(self: "Session", steps: list[Step]) -> None:
        for position, step in enumerate(steps, start=1):
            if step.position != position:
                step.position = position
                step.save(update_fields=["position"])

    def may_move(self: "Session", steps: list[Step], here: int, up: bool) -> bool:
        """Say whether the step at index `here` of `steps` may pass its neighbour."""
        return _may_pass(steps, here, up)

    def _plan_changed(self: "Session") -> None:
        """Show the new plan to whoever looks at it already. Call inside the lock."""
        if self.shows_agenda():
            self.show_everyone()
        self.show_facilitators()


def _must_be_to_come(step: Step) -> None:
    if step.state not in (State.PLANNED, State.SKIPPED):
        raise Conflict(_("This step has begun. Its minutes are changed on the console."))


def _may_pass(steps: list[Step], here: int, up: bool) -> bool:
    """Steps keep to their stage; a break goes anywhere between the opening and the close."""
    there = here - 1 if up else here + 1
    if not 0 <= there < len(steps):
        return False
    pair = (steps[here], steps[there])
    if any(step.state not in (State.PLANNED, State.SKIPPED) for step in pair):
        return False
    if any(step.activity_key in ("welcome", "close") for step in pair):
        return False
    mover, passed = pair
    if mover.key == BREAK:
        return True
    beyond = steps[:there] if up else steps[there + 1 :]
    in_its_stage = passed.key == BREAK and mover.stage in {step.stage for step in beyond}
    return mover.stage == passed.stage or in_its_stage
