"""Any session at all: what people do in any order, with any of it cut off by a crash.

After each act everyone's board, by socket, by asking from an old position and as a page just
loaded, must be what a plain model of the session says, and hold no word that is not theirs.

HSI_LONG=1 tries many more; HSI_SEED repeats the sessions of a run that printed it.
"""

import copy
import json
import os
import re
from datetime import UTC, datetime, timedelta
from random import Random, randrange
from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from hypothesis import HealthCheck, Phase, assume, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from boards import fragments
from boards.models import Cluster, Column, Note
from live import frames, reading
from live.models import Change, Room
from live.rooms import position, push
from workshops.models import Participant, Workshop

from . import sights
from .looking_on import SHUT_OUT, Crowd, Looker
from .session_model import FITS, GRACE, SCREEN, Group, No, Session, Step
from .sizes import LONG, LONGEST, SLOW_CONTROL

TOKEN = re.compile(r"canary-\d+-")
COLUMNS = ("ill_defined", "untraceable", "intractable")
AGENDA = ("welcome", "diagnosis_intro", "diagnosis_write", "diagnosis_agree", "close")
ODD = st.sampled_from(["", " <b>&amp;", " “quoted”", " 🌧", " لا", " two\nlines", " " + "x" * 270])
FATES = st.sampled_from(["answered"] * 6 + ["answer lost", 1, 2, 3, 5, 8])  # dies at that write


class Killed(BaseException):
    """The process dies in the middle of a command."""


class DiesAt:
    """Dies before the nth statement of a transaction that would change a row."""

    def __init__(self, number: int) -> None:
        self.left = number

    def __call__(self, execute, sql, params, many, context):
        if context["connection"].in_atomic_block and not sql.startswith(("SELECT", "BEGIN")):
            self.left -= 1
            if not self.left:
                raise Killed
        return execute(sql, params, many, context)


class Life(RuleBasedStateMachine):
    """The life of one session; `content` and `clock` are given by the test."""

    def __init__(self, content, clock) -> None:
        super().__init__()
        self.clock, self.words_made, self.done = clock, 0, []
        self.chance, self.is_fine = Random(0), False
        self.removed_at: dict[int, int] = {}
        owner = User.objects.create_user(f"grace-{uuid4()}", first_name="Grace")
        workshop = Workshop.plan(
            owner, content, starts_at=clock.now, policy_area="Damp", use_case="local_convene"
        )
        self.session = workshop.sessions.get()
        self.session.steps.exclude(key__in=AGENDA).delete()
        self.names = sights.Names()
        self.crowd = Crowd(self.session)
        self._seat_grace(owner)
        screen = f"/screen/{self.session.screen_token}/"
        self.crowd.add(Looker(SCREEN, "screen", screen, self.session.screen_token, Client()))

    def _seat_grace(self, owner: User) -> None:
        client = Client()
        client.force_login(owner, backend="django.contrib.auth.backends.ModelBackend")
        console = f"/run/{self.session.code}/"
        self.crowd.add(Looker(GRACE, "console", console, self.session.code, client, owner))

    @initialize(
        chance=st.integers(0, 2**32),
        write_first=st.booleans(),
        people=st.integers(1, 3),
        begun=st.sampled_from([0, 1, 3, 3, 3, 4, 4]),
    )
    def plan(self, chance: int, write_first: bool, people: int, begun: int) -> None:
        self.chance = Random(chance)
        rows = list(self.session.steps.all())
        if write_first:
            writing = next(row for row in rows if row.key == "diagnosis_write")
            self.session.save_write_first({writing.pk: True})
        steps = [
            Step(
                row.pk,
                row.activity_key == "diagnosis",
                row.mode,
                timedelta(minutes=row.minutes),
                write_first and row.key == "diagnosis_write",
            )
            for row in rows
        ]
        self.model = Session(steps, list(COLUMNS), self.clock.now)
        for _ in range(people):
            self.join()
        if begun:
            self.start("answered")
        for _ in range(begun - 1):
            fields = {"step": self.model.step.number}
            verb = self.model.next
            self.do(GRACE, "control/next/", fields, "answered", verb, self.model.step.number)

    def teardown(self) -> None:
        try:
            if self.is_fine:  # else it is told already what is not
                for looker in self.crowd.all:
                    self.page_says_the_same(looker)
        finally:
            self.crowd.close()

    # What everyone must see

    @invariant()
    def everyone_sees_what_the_model_says(self) -> None:
        if not hasattr(self, "model"):
            return
        self.is_fine = False
        self.learn_names()
        self.crowd.settle()
        chosen = self.chance.choice(self.crowd.all)
        for looker in self.crowd.all:
            assert not looker.complaint, looker.complaint
            if self.is_removed(looker.who):
                self.is_shut_out(looker)
            else:
                self.sees_the_same(looker, by_http=looker is chosen)
        self.page_says_the_same(chosen)
        self.is_fine = True

    def sees_the_same(self, looker: Looker, by_http: bool) -> None:
        expected = self.model.sees(looker.who)
        if not looker.seat and looker.who not in self.crowd._running:
            looker.heard.clear()
        else:
            assert not looker.code, f"{looker.who} was closed with {looker.code}"
            assert sights.of_items(looker.board.items, self.names) == expected
        board = looker.old_board(self.chance)
        if by_http:
            self.model.knock(looker.who)
        asked = looker.catch_up(board, looker.changes if by_http else looker.changes_read)
        assert sights.of_items(board.items, self.names) == expected
        self.holds_nothing_private(looker.who, [*looker.heard, *asked])
        looker.heard.clear()
        looker.remember(self.chance)

    def is_shut_out(self, looker: Looker) -> None:
        assert looker.code == SHUT_OUT or looker.who not in self.crowd._running
        heads = [json.loads(text)["head"] for text in looker.heard]
        assert not heads or max(heads) <= self.removed_at[looker.who]
        assert looker.get("changes").status_code == 403

    def page_says_the_same(self, looker: Looker) -> None:
        page = looker.get()
        if self.is_removed(looker.who):
            assert page.status_code == 403
            return
        self.model.knock(looker.who)
        html = page.content.decode()
        found, expected = sights.read(html, self.names), self.model.sees(looker.who)
        sight = found.sight.tidy()
        if self.model.has_ended:  # one's own notes stand there by themselves
            sight.lists.pop("", None)
        assert sight.lists == expected.only(found.places).lists
        if sight.timer:
            assert sight.timer == expected.timer
        if sight.tally:
            assert sight.tally == expected.tally
        if sight.readings:
            assert sight.readings == expected.readings
        if looker.who != SCREEN and self.model.is_open:
            assert set(self.model.columns) <= found.places
        self.holds_nothing_private(looker.who, [html])

    def holds_nothing_private(self, who: int, texts: list[str]) -> None:
        allowed = set(TOKEN.findall(" ".join(self.model.words_for(who))))
        found = set(TOKEN.findall(" ".join(texts)))
        assert found <= allowed, f"{who} was sent {found - allowed}"

    def what_was_heard_was_theirs(self) -> None:
        self.crowd.settle()
        for looker in self.crowd.all:
            if not self.is_removed(looker.who):
                self.holds_nothing_private(looker.who, looker.heard)
                looker.heard.clear()

    def learn_names(self) -> None:
        for column in Column.objects.filter(board__session=self.session).select_related("board"):
            if column.board.activity_key == "diagnosis":
                self.names[column.live_key] = column.key
                self.names[column.reading.live_key] = column.key
            else:  # the model does nothing there
                self.names[column.live_key] = f"{column.board.activity_key}-{column.key}"

    def is_removed(self, who: int) -> bool:
        return who >= 0 and self.model.people[who].is_removed

    # How anything is done

    def do(self, who: int, address: str, fields: dict, fate, verb, *args) -> object:
        """Send a command, whatever befalls it, and let the model do the same."""
        looker, fields = self.crowd[who], {"operation": str(uuid4()), **fields}
        before = self.head()
        answer = self.send(looker, address, fields, fate)
        self.model.knock(who)
        try:
            if self.is_removed(who):
                raise No(403)
            made, status = verb(*args), 200
        except No as no:
            made, status = None, no.status
        said = f"{who} {address} {fields}: {answer.status_code} {answer.content[:300]!r}"
        assert (answer.status_code if answer.status_code >= 400 else 200) == status, said
        if status != 200:
            assert self.changed_since(before) == [], f"It was refused: {said}"
        elif answer.status_code == 200:
            self.done.append((who, address, fields, answer.json()))
            assert answer.json().get("state") == made, said
        return made

    def send(self, looker: Looker, address: str, fields: dict, fate):
        if isinstance(fate, int):
            is_done = self.is_done_before_it_dies(looker, address, fields, fate)
            self.crash()
            if not is_done:  # until the command is there: it may take words away
                self.what_was_heard_was_theirs()
        answer = looker.post(address, fields)
        if fate == "answer lost":
            again = looker.post(address, fields)
            assert (again.status_code, again.content) == (answer.status_code, answer.content)
        return answer

    def is_done_before_it_dies(self, looker: Looker, address: str, fields: dict, at: int) -> bool:
        """Send it to a process that dies at this write; a command of fewer is done by then."""
        try:
            with connection.execute_wrapper(DiesAt(at)):
                looker.post(address, fields)
        except Killed:
            return False
        return True

    def changed_since(self, head: int) -> list[str]:
        """The keys that have changed, but for who is here: whoever asks is here."""
        changes = Room.objects.get(key=self.session.room_key).changes.filter(seq__gt=head)
        return list(changes.exclude(key__in=["people", "names"]).values_list("key", flat=True))

    def head(self) -> int:
        return position(self.session.room_key).head

    def words(self, data) -> str:
        self.words_made += 1
        return f"canary-{self.words_made}-{data.draw(ODD)}"

    def somebody(self, data) -> int:
        return data.draw(st.integers(0, len(self.model.people) - 1))

    def sorter(self, data) -> int:
        return data.draw(st.integers(GRACE, len(self.model.people) - 1))

    def a_note(self, data) -> str:
        return data.draw(st.sampled_from(list(self.model.notes)))

    def base(self, data, key: str) -> dict:
        """The version that somebody saw, mostly the last."""
        behind = data.draw(st.sampled_from([0, 0, 0, 1]))
        return {"base": max(0, self.model.notes[key].version - behind)}

    def in_column(self, data) -> dict:
        return {"column": data.draw(st.sampled_from([*COLUMNS, *COLUMNS, "no_such"]))}

    has_notes = precondition(lambda self: bool(self.model.notes))
    has_groups = precondition(lambda self: bool(self.model.groups))
    is_running = precondition(lambda self: self.model.is_started)
    has_a_board = precondition(lambda self: self.model.board_exists)

    # Coming and going

    @precondition(lambda self: len(self.model.people) < 5)
    @rule()
    def join(self) -> None:
        number, operation = len(self.model.people), uuid4()
        self.words_made += 1
        facts = {
            "name": f"canary-{self.words_made}-",
            "category": "not_said",
            "agrees_to_keeping": True,
        }
        try:
            self.model.join(facts["name"])
        except No:
            return
        person, token = Participant.join(self.session, operation, **facts)
        assert Participant.join(self.session, operation, **facts) == (person, token)
        client = Client()
        client.cookies[f"place-{self.session.pk}"] = token
        code = self.session.code
        self.crowd.add(Looker(number, "place", f"/s/{code}/", code, client, pk=person.pk))

    @rule(data=st.data())
    def remove(self, data) -> None:
        who = self.somebody(data)
        assume(sum(not person.is_removed for person in self.model.people) > 1)
        assume(not self.is_removed(who))
        person = self.crowd[who].viewer().participant
        self.do(GRACE, f"people/{person.pk}/", {}, "answered", self.model.remove, who)
        # Not the head from before: who is here may be pushed first, once in five seconds.
        shut = Change.objects.get(room__key=self.session.room_key, key=f"revoke:{person.identity}")
        self.removed_at[who] = shut.seq - 1

    @rule(data=st.data(), old=st.booleans(), claims=st.booleans())
    def connect_again(self, data, old: bool, claims: bool) -> None:
        looker = self.crowd.all[data.draw(st.integers(0, len(self.crowd.all) - 1))]
        if self.is_removed(looker.who):
            return
        had = looker.board.have
        if old:
            looker.board = looker.old_board(self.chance)
        self.crowd.connect(looker, had if claims else None)
        if claims:  # what a former connection had is no acknowledgement on this one
            self.crowd.settle()
            if looker.code:
                self.crowd.connect(looker)

    @rule(data=st.data())
    def lose_the_network(self, data) -> None:
        who = data.draw(st.integers(0, len(self.crowd.all) - 1))
        self.crowd.disconnect(self.crowd.all[who])

    @rule()
    def crash(self) -> None:
        self.crowd.crash()
        self.crowd.come_back()

    @rule(seconds=st.sampled_from([1, 20, 45, 100, 300, 900]))
    def time_passes(self, seconds: int) -> None:
        self.clock.now += timedelta(seconds=seconds)
        self.model.now = self.clock.now

    @precondition(lambda self: bool(self.done))
    @rule(data=st.data())
    def send_again(self, data) -> None:
        which = data.draw(st.integers(0, len(self.done) - 1))
        who, address, fields, answer = self.done[which]
        before = self.head()
        again = self.crowd[who].post(address, fields)
        self.model.knock(who)
        if self.is_removed(who):
            assert again.status_code == 403
        elif fields["operation"]:
            assert (again.status_code, again.json()) == (200, answer)
        else:  # known by the note's number alone: told how the note stands by now
            assert again.status_code == 200
        assert self.changed_since(before) == []

    # Steps

    @precondition(lambda self: not self.model.is_started or self.model.has_ended)
    @rule(fate=FATES)
    def start(self, fate) -> None:
        self.do(GRACE, "start/", {}, fate, self.model.start)

    @is_running
    @rule(data=st.data(), fate=FATES)
    def press(self, data, fate) -> None:
        presses = {
            "next": self.model.next,
            "back": self.model.back,
            "pause": self.model.pause,
            "carry-on": self.model.carry_on,
        }
        verb = data.draw(st.sampled_from(["next", "next", "next", *presses]))
        number, fields = self.pressed_on(data), {}
        arguments = [number]
        if verb == "next" and data.draw(st.booleans()):
            fields, arguments = {"sealed": "leave"}, [number, True]
        fields["step"] = number
        self.do(GRACE, f"control/{verb}/", fields, fate, presses[verb], *arguments)

    @is_running
    @rule(data=st.data(), fate=FATES, minutes=st.sampled_from([2, 5]))
    def add_minutes(self, data, fate, minutes: int) -> None:
        number = self.pressed_on(data)
        fields = {"step": number, "minutes": minutes}
        self.do(GRACE, "control/add/", fields, fate, self.model.add, number, minutes)

    @is_running
    @rule(fate=FATES, is_locked=st.booleans())
    def lock(self, fate, is_locked: bool) -> None:
        verb = "lock-board" if is_locked else "open-board"
        self.do(GRACE, f"control/{verb}/", {}, fate, self.model.lock, is_locked)

    @is_running
    @rule(data=st.data(), fate=FATES, is_over=st.booleans())
    def take_a_break(self, data, fate, is_over: bool) -> None:
        number, verb = self.pressed_on(data), "end-break" if is_over else "offer-break"
        fields = {"step": number}
        self.do(GRACE, f"control/{verb}/", fields, fate, self.model.take_a_break, number, is_over)

    @precondition(lambda self: self.model.is_started and len(self.done) > 25)
    @rule(fate=FATES)
    def end(self, fate) -> None:
        self.do(GRACE, "end/", {}, fate, self.model.end)

    @has_a_board
    @rule(fate=FATES)
    def open_notes(self, fate) -> None:
        self.do(GRACE, "boards/diagnosis/open/", {}, fate, self.model.open_notes)
        if self.model.opened_in_any_order:
            board = self.crowd[SCREEN].fresh()
            keys = self.model.opened_in_any_order
            order = {key: board.items[f"note-{key}"]["order"] for key in keys}
            self.model.learn_order(sorted(keys, key=lambda key: order[key]))

    def pressed_on(self, data) -> int:
        """The step that runs, or now and then one that somebody else has left since."""
        now = self.model.step.number if self.model.step else 0
        some = [step.number for step in self.model.steps]
        return data.draw(st.sampled_from([now] * 8 + some))

    # Notes

    @is_running
    @rule(data=st.data(), fate=FATES, has_operation=st.booleans())
    def write(self, data, fate, has_operation: bool) -> None:
        who, key, text = self.sorter(data), str(uuid4()), self.words(data)
        if self.model.notes and data.draw(st.integers(0, 9)) == 0:
            key = self.a_note(data)
        fields = {"board": "diagnosis", "text": text, **self.in_column(data)}
        if not has_operation:
            fields["operation"] = ""
        made = self.model.write
        self.do(who, f"notes/{key}/", fields, fate, made, who, key, fields["column"], text)

    @has_notes
    @rule(data=st.data(), fate=FATES)
    def change(self, data, fate) -> None:
        who, key, text = self.somebody(data), self.a_note(data), self.words(data)
        fields = {"text": text, **self.base(data, key)}
        verb = self.model.change
        self.do(who, f"notes/{key}/change/", fields, fate, verb, who, key, text, fields["base"])

    @has_notes
    @rule(data=st.data(), fate=FATES)
    def take_back(self, data, fate) -> None:
        key = self.a_note(data)
        who = data.draw(st.sampled_from([max(0, self.model.notes[key].by), self.somebody(data)]))
        self.do(who, f"notes/{key}/take-back/", {}, fate, self.model.take_back, who, key)

    @has_notes
    @rule(data=st.data(), fate=FATES)
    def move(self, data, fate) -> None:
        who, key = self.sorter(data), self.a_note(data)
        fields = {**self.in_column(data), **self.base(data, key)}
        arguments = who, key, fields["column"], fields["base"]
        self.do(who, f"notes/{key}/move/", fields, fate, self.model.move, *arguments)

    @has_notes
    @rule(data=st.data(), fate=FATES)
    def gather(self, data, fate) -> None:
        who, group, name = self.sorter(data), str(uuid4()), self.words(data)
        column = self.model.notes[self.a_note(data)].column
        near = [k for k, note in self.model.notes.items() if note.column == column]
        keys = data.draw(st.lists(st.sampled_from(near), min_size=1, max_size=3, unique=True))
        fields = {"notes": keys, "name": name}
        self.do(who, f"groups/{group}/", fields, fate, self.model.gather, who, keys, name, group)

    @has_notes
    @has_groups
    @rule(data=st.data(), fate=FATES, into=st.booleans())
    def put_into_group_or_out(self, data, fate, into: bool) -> None:
        who, key = self.sorter(data), self.a_note(data)
        base = self.base(data, key)
        if into:
            group = data.draw(st.sampled_from(list(self.model.groups)))
            fields, arguments = {"cluster": group, **base}, (who, key, group, base["base"])
            self.do(who, f"notes/{key}/group/", fields, fate, self.model.group, *arguments)
        else:
            verb = self.model.take_out
            self.do(who, f"notes/{key}/take-out/", base, fate, verb, who, key, base["base"])

    @has_groups
    @rule(data=st.data(), fate=FATES, away=st.booleans())
    def rename_or_ungroup(self, data, fate, away: bool) -> None:
        who, group = self.sorter(data), data.draw(st.sampled_from(list(self.model.groups)))
        if away:
            self.do(who, f"groups/{group}/ungroup/", {}, fate, self.model.ungroup, who, group)
        else:
            name = self.words(data)
            base = self.model.groups[group].version - data.draw(st.sampled_from([0, 0, 0, 1]))
            fields, arguments = {"name": name, "base": base}, (who, group, name, base)
            self.do(who, f"groups/{group}/rename/", fields, fate, self.model.rename, *arguments)

    @has_notes
    @rule(data=st.data(), fate=FATES, parked=st.booleans())
    def park(self, data, fate, parked: bool) -> None:
        who, key = self.sorter(data), self.a_note(data)
        verb = "park" if parked else "unpark"
        self.do(who, f"notes/{key}/{verb}/", {}, fate, self.model.park, who, key, parked)

    @has_notes
    @rule(data=st.data(), fate=FATES)
    def merge(self, data, fate) -> None:
        who, key = self.sorter(data), self.a_note(data)
        fields = {"into": self.a_note(data), **self.base(data, key)}
        arguments = who, key, fields["into"], fields["base"]
        self.do(who, f"notes/{key}/merge/", fields, fate, self.model.merge, *arguments)

    @precondition(lambda self: any(note.into for note in self.model.notes.values()))
    @rule(data=st.data(), fate=FATES)
    def take_apart(self, data, fate) -> None:
        merged = [key for key, note in self.model.notes.items() if note.into]
        who, key = self.sorter(data), data.draw(st.sampled_from(merged))
        self.do(who, f"notes/{key}/unmerge/", {}, fate, self.model.unmerge, who, key)

    @has_notes
    @rule(data=st.data(), fate=FATES, verb=st.sampled_from(["with words", "without", "alike"]))
    def see_it_differently(self, data, fate, verb: str) -> None:
        who, key = self.somebody(data), self.a_note(data)
        if verb == "alike":
            self.do(who, f"notes/{key}/alike/", {}, fate, self.model.agree, who, key)
            return
        text = self.words(data) if verb == "with words" else ""
        fields, act = {"text": text}, self.model.differ
        self.do(who, f"notes/{key}/differently/", fields, fate, act, who, key, text)

    @has_notes
    @rule(data=st.data(), fate=FATES)
    def hide(self, data, fate) -> None:
        key, because = self.a_note(data), self.words(data)
        fields = {"because": because}
        self.do(GRACE, f"notes/{key}/hide/", fields, fate, self.model.hide, key, because)

    @has_notes
    @rule(data=st.data(), fate=FATES)
    def restore_or_admit(self, data, fate) -> None:
        aside = [k for k, n in self.model.notes.items() if n.state in ("late", "hidden")]
        note = self.model.notes[data.draw(st.sampled_from(aside or list(self.model.notes)))]
        verb = "admit" if note.state == "late" else "restore"
        act = self.model.admit if note.state == "late" else self.model.restore
        self.do(GRACE, f"notes/{note.key}/{verb}/", {}, fate, act, note.key)

    @has_a_board
    @rule(data=st.data(), fate=FATES)
    def undo(self, data, fate) -> None:
        """What it brings back is tested elsewhere; here it must be one's own, and reach all."""
        who, before = self.sorter(data), self.head()
        fields = {"operation": str(uuid4())}
        answer = self.send(self.crowd[who], "undo/", fields, fate)
        self.model.knock(who)
        if self.is_removed(who):
            assert answer.status_code == 403
        elif answer.status_code != 200:
            assert answer.status_code in (409, 410), answer.content
            assert self.changed_since(before) == []
        else:
            self.done.append((who, "undo/", fields, answer.json()))
            self.learn_what_was_undone(who)

    def learn_what_was_undone(self, who: int) -> None:
        numbers = {looker.pk: looker.who for looker in self.crowd.all}
        was = copy.deepcopy(self.model.notes)
        groups = Cluster.objects.filter(column__board__session=self.session)
        self.model.groups = {
            str(g.pk): Group(str(g.pk), g.column.key, g.name, g.order, g.version) for g in groups
        }
        for row in Note.objects.filter(column__board__session=self.session):
            note = self.model.notes[str(row.pk)]
            note.column, note.group = row.column.key, str(row.cluster_id or "")
            note.text, note.state, note.parked = row.text, row.state, row.parked
            note.because, note.version, note.rank = row.hidden_because, row.version, row.order
            said = row.dissents.values_list("participant", "sentence")
            note.said = {numbers[pk]: sentence for pk, sentence in said}
            self.is_ones_own(who, was[note.key], note)
        self.model.go_on_counting(self.head())

    def is_ones_own(self, who: int, was, now) -> None:
        """Nobody's undo brings words back that were taken back, or changes those of others."""
        assert was.state not in ("taken_back", "sealed") or was.state == now.state
        assert was.text == now.text or was.by == who
        assert was.state == now.state or who == GRACE
        others = {person: said for person, said in was.said.items() if person != who}
        assert {p: said for p, said in now.said.items() if p != who} == others

    # Calls

    @has_a_board
    @rule(data=st.data(), fate=FATES, call=st.sampled_from([*FITS, "other"]))
    def call(self, data, fate, call: str) -> None:
        who, column = self.somebody(data), data.draw(st.sampled_from(COLUMNS))
        arguments = who, column, call
        self.do(who, f"diagnosis/{column}/call/", {"call": call}, fate, self.model.call, *arguments)

    @has_a_board
    @rule(data=st.data(), fate=FATES, column=st.sampled_from(COLUMNS), showing=st.booleans())
    def show_calls_or_say(self, data, fate, column: str, showing: bool) -> None:
        if showing:
            self.do(GRACE, f"diagnosis/{column}/show/", {}, fate, self.model.show_calls, column)
        else:
            text = self.words(data)[:40]
            fields = {"text": text}
            self.do(
                GRACE, f"diagnosis/{column}/finding/", fields, fate, self.model.say, column, text
            )


class Clock:
    def __init__(self) -> None:
        self.now = datetime.now(UTC).replace(microsecond=0)


@pytest.fixture
def life(transactional_db, content, monkeypatch, unhurried):
    """Make the life of a session: `life()`. Frames are cut small, time goes when told to."""
    clock = Clock()
    monkeypatch.setattr("django.utils.timezone.now", lambda: clock.now)
    monkeypatch.setattr("live.clock_watch.apart", lambda: 0.0)  # time passes; no clock was set
    monkeypatch.setattr(frames, "MOST_BYTES", 4000)
    monkeypatch.setattr(reading, "MOST_ROWS", 12)
    return lambda: Life(content, clock)


def tried(life, examples: int, steps: int, part: int = 0, shrinks: bool = LONG) -> None:
    number = int(os.environ.get("HSI_SEED") or (1 if os.environ.get("CI") else randrange(10**9)))
    number += part
    print(f"HSI_SEED={number}")
    profile = settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        print_blob=False,
        database=None,
        phases=[Phase.generate, *([Phase.shrink] if shrinks else [])],  # which takes minutes
        report_multiple_bugs=False,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(seed(number)(life), settings=profile)


PARTS, EXAMPLES, STEPS = (6, 50, 80) if LONGEST else (2, 40, 60) if LONG else (1, 4, 30)


@pytest.mark.parametrize("part", range(PARTS))
def test_every_board_is_what_the_model_says_whatever_happens(life, part):
    tried(life, EXAMPLES, STEPS, part)


# Controls: with any of these planted, some session must show it.


def own_lines_for_all(monkeypatch) -> None:
    """One's own list, with what is not on the board, is sent to all participants."""

    def push_to_all(note, room, writer) -> None:
        where = {"into": note.mine_into, "order": note.mine_order}
        push(room, note.mine_key, fragments.mine(note), audience="participants", **where)

    monkeypatch.setattr(Note, "_push_to_writer", push_to_all)


def no_tombstones(monkeypatch) -> None:
    monkeypatch.setattr("boards.models.note.gone", lambda room_key, key: 0)


def silent_moves(monkeypatch) -> None:
    """A note that is sorted is saved and not pushed."""

    def sorted_silently(note, left) -> None:
        note.version += 1
        note.save()

    monkeypatch.setattr(Note, "_sorted", sorted_silently)


def forgotten_operations(monkeypatch) -> None:
    monkeypatch.setattr("workshops.commands.operation_of", lambda request: None)


def unsealed_notes(monkeypatch) -> None:
    monkeypatch.setattr("boards.models.note.SERVER", "all")


def unheeded_bases(monkeypatch) -> None:
    monkeypatch.setattr(Note, "must_be_at", lambda note, base: None)


PLANTED = [own_lines_for_all, no_tombstones, silent_moves]
PLANTED += [forgotten_operations, unsealed_notes, unheeded_bases]


@SLOW_CONTROL
@pytest.mark.parametrize("plant", PLANTED)
def test_a_planted_fault_is_found(life, monkeypatch, plant):
    plant(monkeypatch)
    with pytest.raises(AssertionError):
        tried(life, 200, 60, shrinks=False)
