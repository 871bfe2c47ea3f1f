"""Who took part is told without pointing at anybody, even to a reader who can subtract."""

from collections import Counter, defaultdict
from datetime import timedelta
from itertools import product

from debrief.people import by_kind, taking_part
from live.clock import now
from workshops.models import Participant
from workshops.models.people import Category
from workshops.models.step import Interval

KINDS = list(Category.values)
LOCAL, DELIVERY, CITIZENS = "local_government", "service_delivery_partners", "users_citizens"


def told(room) -> dict:
    return taking_part(room.session)


def shown(room) -> dict[str, int]:
    return {each["kind"]: each["people"] for each in told(room)["shown"]}


def test_groups_of_three_are_counted_and_empty_seats_named(room):
    room.people(local_government=3, users_citizens=4)
    assert shown(room) == {
        "National government": 0,
        "Local government": 3,
        "Service delivery partners": 0,
        "Users and citizens": 4,
    }
    assert told(room)["empty"] == ["National government", "Service delivery partners"]
    assert told(room)["total"] == 7


def test_each_stage_counts_who_was_there_in_it(room):
    room.people(local_government=3)
    gone = room.person("Kit").participant
    session = room.session
    while session.current_step().stage != "stage_2":
        session.go_on(session.current_step().pk)
    Interval.objects.filter(step__stage="stage_2").update(started_at=now() + timedelta(minutes=1))
    Participant.objects.exclude(pk=gone.pk).update(seen_at=now() + timedelta(minutes=2))
    assert [each["people"] for each in told(room)["stages"]] == [4, 3]


def test_a_group_of_two_is_counted_together_with_a_larger_one(room):
    room.people(local_government=4, service_delivery_partners=3, users_citizens=2)
    assert "Users and citizens" not in shown(room)
    assert told(room)["together"] == {
        "kinds": ["Local government", "Users and citizens"],
        "people": 6,
    }


def test_a_small_group_that_agreed_is_shown(room):
    room.people(local_government=4)
    room.person("Kit", CITIZENS, may_be_shown=True)
    room.person("Ali", CITIZENS, may_be_shown=True)
    assert shown(room)["Users and citizens"] == 2


def test_a_small_group_is_not_shown_when_only_one_of_two_agreed(room):
    room.people(local_government=4)
    room.person("Kit", CITIZENS, may_be_shown=True)
    room.person("Ali", CITIZENS)
    assert "Users and citizens" not in shown(room)


def test_one_person_alone_is_a_total_and_nothing_else(room):
    room.person("Kit", CITIZENS)
    assert told(room)["total"] == 1
    assert (told(room)["shown"], told(room)["empty"]) == ([], [])


def test_no_small_group_can_be_worked_out_by_someone_who_knows_the_rule():
    """Every room of up to eleven people: what is printed always fits two sizes of a small group."""
    alike = defaultdict(list)
    for sizes in product(range(9), repeat=len(KINDS)):
        if 0 < sum(sizes) < 12:
            seen, together = by_kind(Counter(dict(zip(KINDS, sizes, strict=True))), set())
            alike[sum(sizes), tuple(seen.items()), tuple(together)].append(sizes)
    given_away = [
        (rooms[0], KINDS[place])
        for rooms in alike.values()
        for place in range(len(KINDS))
        if len({room[place] for room in rooms}) == 1 and 0 < rooms[0][place] < 3
    ]
    assert given_away == []


def test_only_those_who_agreed_are_named(room):
    room.person("Joan", LOCAL, agrees_to_be_named=True)
    room.person("Tom", LOCAL)
    assert told(room)["named"] == ["Joan"]


def test_nobody_is_named_in_a_report_that_policy_lab_may_read(room):
    room.person("Joan", LOCAL, agrees_to_be_named=True)
    room.session.workshop.shared_with_policy_lab = True
    assert told(room)["named"] == []


def test_someone_who_was_removed_is_neither_counted_nor_named(room):
    gone = room.person("Joan", DELIVERY, agrees_to_be_named=True).participant
    gone.removed_at = gone.joined_at
    gone.save()
    assert (told(room)["total"], told(room)["named"]) == (0, [])
