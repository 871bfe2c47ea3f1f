from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.db import models
from django.utils.translation import gettext as _

from live.rooms import lock, push_fetch

from ..codes import new_code, new_token
from ..refusals import Conflict
from .admitting import Admitting
from .agenda import Agenda
from .agenda_sums import AgendaSums
from .kinds import Kind
from .one_row import one_row
from .pulse import Pulsing
from .revising import Rescheduling
from .running import Running
from .sealing import Sealing
from .sent_card import Sending
from .showing import Showing
from .step import State, Step
from .timetable import Timetable
from .timing import Timing
from .workshop import Workshop

if TYPE_CHECKING:
    from .people import Facilitator


class Session(
    Running,
    Timing,
    Showing,
    Sending,
    Pulsing,
    Agenda,
    AgendaSums,
    Admitting,
    Rescheduling,
    Sealing,
    models.Model,
):
    """One sitting of a workshop, with a join code and an agenda of steps.

    Everyone who is in it shares one live room; `Running` holds the verbs that
    move it from step to step, `Timing` what to do when the server's clock is set,
    `Showing` what the screen shows beside the step, `Sending` the prompt cards,
    `Pulsing` what people answer at the close,
    `Agenda` and `AgendaSums` its plan, `Admitting` who may come in, `Sealing` which
    steps are written first.
    """

    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="sessions")
    kind = models.CharField(max_length=12, choices=Kind, default=Kind.COMBINED)
    agenda = models.SlugField(max_length=50)
    starts_at = models.DateTimeField()
    expected = models.PositiveSmallIntegerField(null=True, blank=True)
    code = models.CharField(max_length=6, unique=True, default=new_code)
    link_token = models.CharField(max_length=43, unique=True, default=new_token)
    screen_token = models.CharField(max_length=43, unique=True, default=new_token)
    joining_locked = models.BooleanField(default=False)
    board_locked = models.BooleanField(default=False)
    code_hidden = models.BooleanField(default=False)
    names_on_screen = models.BooleanField(default=True)
    screen_blank = models.BooleanField(default=False)
    screen_question = models.SlugField(max_length=60, blank=True)
    focus = models.SlugField(max_length=60, blank=True)
    holder = models.ForeignKey(
        "workshops.Facilitator",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="holds",
    )
    started_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["starts_at", "pk"]

    def __str__(self) -> str:
        return f"{self.workshop} ({self.get_kind_display()})"

    @property
    def room_key(self) -> str:
        return f"session-{self.pk}"

    def lock(self):
        """Lock this session's room: one transaction, one command at a time."""
        return lock(self.room_key)

    def read_again(self) -> None:
        """Read this row anew and keep the workshop, whose words are large."""
        fields = [field.name for field in self._meta.concrete_fields if field.name != "workshop"]
        self.refresh_from_db(fields=fields)

    def must_not_have_ended(self) -> None:
        """Raise Conflict once the session has ended, as the database has it now."""
        self.read_again()
        if self.ended_at:
            raise Conflict(_("The workshop has ended. Its boards can be read, not changed."))

    def agenda_steps(self) -> list[Step]:
        """The steps in order, with their intervals."""
        return list(self.steps.prefetch_related("intervals"))

    def current_step(self) -> Step | None:
        """The step the room is on, running or paused; None in the lobby and after the end."""
        states = (State.ACTIVE, State.PAUSED)
        found = (one_row(Step, session_id=self.pk, state=state) for state in states)
        step = next((step for step in found if step), None)
        if step:
            step.session = self
        return step

    def next_planned(self) -> Step | None:
        """The step that Next would go to."""
        return self.steps.filter(state=State.PLANNED).first()

    def step_before(self, step: Step) -> Step | None:
        """The step that Back would return to."""
        return (
            self.steps.filter(state=State.DONE, position__lt=step.position)
            .order_by("-position")
            .first()
        )

    def people_here(self):
        """Everyone who joined and was not removed, in order of joining."""
        return self.participants.filter(removed_at=None)

    def content_of_step(self, key: str) -> Mapping[str, Any]:
        """The script of a step in this workshop's content set."""
        return self.workshop.content.item("steps", key)

    def timetable(self) -> Timetable:
        """The steps by the clock, as their rows are now."""
        return Timetable(self)

    def shows_agenda(self) -> bool:
        """Say whether the page that everyone sees now lists the steps to come."""
        step = self.current_step()
        return step is None or step.activity.shows_agenda

    def show_everyone(self) -> None:
        """Push the step panel: each page fetches its own. Call inside the lock."""
        push_fetch(self.room_key, "step", "step/")

    def show_facilitators(self) -> None:
        """Push controls and run sheet: each console fetches its own. Call inside the lock."""
        push_fetch(self.room_key, "controls", "controls/", audience="facilitators")
        push_fetch(self.room_key, "runsheet", "run-sheet/", audience="facilitators")

    def is_held_by(self, facilitator: "Facilitator | None") -> bool:
        return facilitator is not None and self.holder_id == facilitator.pk
