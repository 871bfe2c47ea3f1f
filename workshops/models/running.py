"""The verbs that move a session from step to step."""

from datetime import timedelta
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from live.clock import now
from live.rooms import gone, push

from ..activities import all_activities
from ..endings import session_ends
from ..fragments import timer_fragment
from ..people_fragments import push_people
from ..refusals import Conflict, NotFit
from .operation import LogEntry
from .step import LEAST_ON_RETURN, State

if TYPE_CHECKING:
    from .people import Facilitator
    from .session import Session
    from .step import Step


class Running:
    """What a facilitator does with a running session.

    Each verb locks the room first, checks, changes rows and pushes in its last
    line. A verb that moves on is told which step it was pressed on: pressed
    twice, or by two people, it moves one step only.
    """

    def start(self: "Session", by: "Facilitator") -> None:
        """Leave the lobby: the first planned step becomes the active one."""
        with self.lock():
            self.refresh_from_db()
            if self.started_at:
                raise Conflict(_("The workshop has started already."))
            if self.ended_at:
                raise Conflict(_("This workshop has ended."))
            first = self.next_planned()
            if first is None:
                raise NotFit(_("There is no step to start. Add one to the agenda first."))
            self.started_at, self.holder = now(), self.holder or by
            self.save()
            self._enter(first, first.length)

    def go_on(self: "Session", pressed_on: int, leave_sealed: bool = False) -> None:
        """Finish the current step and go to the next planned one.

        Notes that wait to be opened stay sealed only if `leave_sealed` says so.
        """
        with self.lock():
            current = self._current(pressed_on)
            if not leave_sealed:
                current.activity.must_be_open_to_leave(current)
            following = self.next_planned()
            if following is None:
                raise NotFit(_("This was the last step. End the workshop when you are ready."))
            self._leave(current, State.DONE)
            self._enter(following, following.length)

    def go_back(self: "Session", pressed_on: int) -> None:
        """Return to the step before with what was left of it, two minutes at least.

        The step that is left becomes planned again and keeps its notes.
        """
        with self.lock():
            current = self._current(pressed_on)
            earlier = self.step_before(current)
            if earlier is None:
                raise NotFit(_("This is the first step."))
            self._leave(current, State.PLANNED)
            current.left = None
            current.save()
            self._enter(earlier, max(earlier.left or timedelta(), LEAST_ON_RETURN))

    def pause(self: "Session", pressed_on: int) -> None:
        """Stop the clock; the board stays open."""
        with self.lock():
            current = self._current(pressed_on)
            if current.state == State.ACTIVE:
                current.stop(State.PAUSED)
            self._show_clock(current)

    def carry_on(self: "Session", pressed_on: int) -> None:
        """Start the clock again with what was left."""
        with self.lock():
            current = self._current(pressed_on)
            if current.state == State.PAUSED:
                current.run(current.time_left())
            self._show_clock(current)

    def add_minutes(self: "Session", pressed_on: int, minutes: int) -> None:
        """Add minutes to the current step."""
        with self.lock():
            current = self._current(pressed_on)
            current.extend(timedelta(minutes=minutes))
            self._show_clock(current)

    def skip(self: "Session", step: "Step") -> None:
        """Leave a step out that has not begun, or put it back."""
        with self.lock():
            step.refresh_from_db()
            if step.state not in (State.PLANNED, State.SKIPPED):
                raise Conflict(_("This step has begun. Use Next to leave it."))
            step.state = State.PLANNED if step.state == State.SKIPPED else State.SKIPPED
            step.save()
            if self.shows_agenda():
                self.show_everyone()
            self.show_facilitators()

    def lock_board(self: "Session", locked: bool) -> None:
        """Make every board read-only, or open it again."""
        with self.lock():
            self.board_locked = locked
            self.save(update_fields=["board_locked"])
            self.show_everyone()
            self.show_facilitators()

    def offer_break(self: "Session", pressed_on: int) -> None:
        """Stop the clock, close the board and blank the screen: somebody needs a pause."""
        with self.lock():
            self.pause(pressed_on)
            self.lock_board(True)
            self.blank_screen(True)

    def end_break(self: "Session", pressed_on: int) -> None:
        """Undo what offer_break did."""
        with self.lock():
            self.carry_on(pressed_on)
            self.lock_board(False)
            self.blank_screen(False)

    def look_at(self: "Session", focus: str) -> None:
        """Say which item of the board (a description, an indicator) the room is on."""
        with self.lock():
            self.focus = focus
            self.save(update_fields=["focus"])
            self.show_everyone()

    def take_controls(self: "Session", by: "Facilitator") -> None:
        """Take the controls: said to both, and kept in the log."""
        self._change_hands(by, by, "took-the-controls")

    def hand_over(self: "Session", by: "Facilitator", to: "Facilitator") -> None:
        """Give the controls to another facilitator: said to both, and kept in the log."""
        self._change_hands(by, to, "handed-over")

    def _change_hands(self: "Session", by: "Facilitator", to: "Facilitator", act: str) -> None:
        with self.lock():
            self.refresh_from_db()
            if self.holder == to:
                return
            detail = str(self.holder or "") if by == to else str(to)
            self.holder = to
            self.save(update_fields=["holder"])
            LogEntry.objects.create(session=self, user=by.user, act=act, detail=detail)
            push_people(self)
            self.show_facilitators()

    def end(self: "Session", by: "Facilitator") -> None:
        """End the session for good: boards become read-only and the receipt opens."""
        with self.lock():
            self.refresh_from_db()
            if self.ended_at:
                return
            current = self.current_step()
            if current:
                self._leave(current, State.DONE)
            self.ended_at = now()
            self.save(update_fields=["ended_at"])
            LogEntry.objects.create(session=self, user=by.user, act="ended")
            for each in all_activities():
                each.session_ended(self)
            session_ends(self)
            gone(self.room_key, "timer")
            self.leave_cards()
            self.show_question()
            self.show_everyone()
            self.show_facilitators()

    def _current(self: "Session", pressed_on: int) -> "Step":
        self.refresh_from_db()
        current = self.current_step()
        if current is None or current.pk != pressed_on:
            raise Conflict(_("The room has moved on since. Look at the step, then press again."))
        return current

    def _leave(self: "Session", step: "Step", state: State) -> None:
        step.stop(state)
        for each in all_activities():
            each.leave(step)

    def _enter(self: "Session", step: "Step", left: timedelta) -> None:
        if self.board_locked and self.screen_blank:  # moving on ends a break that was offered
            self.blank_screen(False)
            self.board_locked = False
        self.focus = self.screen_question = ""
        self.save(update_fields=["focus", "screen_question", "board_locked"])
        step.run(left)
        step.activity.open(step)
        for each in all_activities():
            each.open_beside(step)
        self._show_clock(step)
        self.show_everyone()
        self.leave_cards()
        self.show_question()
        push_people(self)

    def _show_clock(self: "Session", step: "Step") -> None:
        """Show the timer to all; nobody's panel is made anew for it. Call inside the lock."""
        push(self.room_key, "timer", timer_fragment(step))
        self.show_facilitators()
