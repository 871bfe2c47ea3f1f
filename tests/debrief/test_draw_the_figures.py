"""The figures on plain data: every mark inside, none on another, as many as the data says."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debrief.drawings import before_after, minutes, ownership, profile, ratings
from debrief.drawings.hatch import hatched

SCALE = ["Not at all", "In places", "Mostly", "Fully"]
KINDS = [*ratings.SHAPES, "not_said"]
TIMES = ["First week", "First three months", "First year"]


@given(reasons=st.integers(0, 60))
def test_there_is_one_sheet_for_each_reason_and_all_are_inside(reasons):
    drawn = profile.sheets(reasons)
    assert len(drawn.marks) == len({(mark.x, mark.y) for mark in drawn.marks}) == reasons
    assert all(mark.x + profile.SHEET <= drawn.width for mark in drawn.marks)
    assert all(mark.y + profile.SHEET <= drawn.height for mark in drawn.marks)


def test_calls_are_drawn_from_strong_to_not_sure():
    drawn = profile.shapes({"strong": 2, "partial": 0, "none": 1, "not_sure": 1})
    assert [mark.kind for mark in drawn.marks] == ["strong", "strong", "none", "not_sure"]


@given(planned=st.integers(0, 300), actual=st.none() | st.integers(0, 300))
def test_bars_of_minutes_stay_on_their_scale_and_add_up(planned, actual):
    scale = minutes.Scale(max(planned, actual or 0))
    drawn = scale.bars(planned, actual)
    assert drawn.within + drawn.over == pytest.approx(scale.at(actual or 0), abs=0.2)
    assert bool(drawn.over) == ((actual or 0) > planned)
    assert drawn.end + drawn.over <= drawn.width
    assert len(drawn.ticks) <= minutes.MOST_TICKS + 1
    assert all(0 <= tick.x <= drawn.width for tick in drawn.ticks)


@given(width=st.floats(0, 200), height=st.floats(1, 20))
def test_a_hatch_stays_in_its_box(width, height):
    for line in hatched(3, 5, width, height):
        assert 2.9 <= min(line.x1, line.x2) <= max(line.x1, line.x2) <= 3.1 + width
        assert 4.9 <= min(line.y1, line.y2) <= max(line.y1, line.y2) <= 5.1 + height


@given(owned=st.integers(1, 400), part=st.floats(0, 1))
def test_there_is_one_box_for_each_action_that_has_an_owner(owned, part):
    actions = round(owned * part)
    drawn = ownership.share(actions, owned)
    assert (len(drawn.filled), len(drawn.open)) == (actions, owned - actions)
    edges = [*drawn.filled, *drawn.open]
    assert all(a + drawn.size <= b + 0.02 for a, b in pairwise(edges))
    assert edges[-1] + drawn.size <= drawn.width
    assert sum(edge + drawn.size / 2 < drawn.half for edge in edges) in (owned // 2, -(-owned // 2))


def rated(**words: list[str]) -> dict:
    """An indicator with what each kind said; nothing for a kind that is not told of."""
    return {
        "number": 1,
        "label": "Data",
        "kinds": [
            {
                "key": kind,
                "kind": kind,
                "words": [{"word": word, "number": 3} for word in said] or None,
                "middle": said[:1] if said and said[0] in SCALE else [],
            }
            for kind, said in words.items()
        ],
    }


def test_only_kinds_that_are_told_of_have_a_shape_each_its_own():
    told = rated(
        national_government=["In places"],
        local_government=["Mostly", "Fully"],
        service_delivery_partners=[],
        users_citizens=["Cannot say"],
        not_said=["In places"],
    )
    plot = ratings.plot({"scale": SCALE, "told": [told]})
    assert [dot.shape for dot in plot.rows[0].dots] == ["square", "circle", "cross"]
    assert plot.shapes == [
        ("square", "national_government"),
        ("circle", "local_government"),
        ("cross", "not_said"),
    ]


def test_rows_keep_the_order_in_which_they_are_told_and_an_empty_one_is_left_out():
    told = [rated(national_government=["Fully"]), rated(), rated(users_citizens=["Mostly"])]
    rows = ratings.plot({"scale": SCALE, "told": told}).rows
    assert [row.told for row in rows] == [told[0], told[2]]


@given(st.lists(st.lists(st.sampled_from(SCALE), max_size=4), min_size=5, max_size=5))
def test_shapes_stand_at_their_words_and_never_on_each_other(said):
    (drawn, *_) = ratings.plot(
        {"scale": SCALE, "told": [rated(**dict(zip(KINDS, said, strict=True)))]}
    ).rows or [None]
    for dot in drawn.dots if drawn else []:
        assert dot.x == drawn.ticks[SCALE.index(dot.middle[0])]
        assert min(dot.left, dot.top) >= 0
        assert dot.left + ratings.SHAPE <= drawn.width
        assert dot.top + ratings.SHAPE <= drawn.height
        assert dot.least <= dot.x <= dot.most
    for one, other in combinations(drawn.dots if drawn else [], 2):
        assert abs(one.y - other.y) >= ratings.SHAPE


def line(changes: str, before: str = "", after: str = "", by: int = 0, was_by: int = 0) -> dict:
    return {
        "changes": changes.split(),
        "before": {"notes": [before] if before else []},
        "after": {"notes": [after] if after else []},
        "was_by": TIMES[was_by] if before else "",
        "horizon": TIMES[by],
        "level": "Local government",
    }


def compared(*lines: dict, level: str = "Local government") -> dict:
    return {
        "levels": [{"label": level, "is_told": True}],
        "horizons": TIMES,
        "lines": [each for each in lines if each["changes"] != ["kept"]],
        "kept": [each for each in lines if each["changes"] == ["kept"]],
    }


CHANGED = [
    line("kept", "1.1", "2.1"),
    line("reworded moved reowned", "1.2", "2.2", by=2),
    line("added", after="2.3", by=2),
    line("dropped", before="1.3", was_by=1, by=1),
    line("uncompared", after="2.4"),
]


def test_every_action_that_can_be_compared_is_drawn_on_the_sides_it_is_on():
    (panel,) = before_after.panels(compared(*CHANGED))
    left = {box.note for box in panel.boxes if box.x == 0}
    right = {box.note for box in panel.boxes if box.x}
    assert (left, right) == ({"1.1", "1.2", "1.3"}, {"2.1", "2.2", "2.3"})
    assert len(panel.links) == 2
    assert {box.note: box.look for box in panel.boxes if box.look != "plain"} == {
        "1.3": "dropped",
        "2.3": "added",
    }


def test_what_is_so_of_an_action_is_counted_as_in_its_table():
    (panel,) = before_after.panels(compared(*CHANGED))
    assert dict(panel.counts) == {
        "kept": 1,
        "reworded": 1,
        "moved": 1,
        "reowned": 1,
        "added": 1,
        "dropped": 1,
    }


def test_a_first_response_that_two_took_up_is_drawn_once_with_two_lines():
    found = compared(line("kept", "1.1", "2.1"), line("reworded", "1.1", "2.2"))
    (panel,) = before_after.panels(found)
    assert [box.note for box in panel.boxes if box.x == 0] == ["1.1"]
    assert len(panel.links) == 2


@given(
    st.lists(
        st.tuples(st.sampled_from(["kept", "moved", "added", "dropped"]), *2 * [st.integers(0, 2)]),
        min_size=1,
        max_size=20,
    )
)
def test_boxes_stand_in_their_bands_and_never_on_each_other(actions):
    lines = [
        line(
            change,
            f"1.{n}" if change != "added" else "",
            f"2.{n}" if change != "dropped" else "",
            by,
            by if change in ("kept", "dropped") else was_by,
        )
        for n, (change, by, was_by) in enumerate(actions)
    ]
    (panel,) = before_after.panels(compared(*lines))
    assert len(panel.boxes) == sum(
        bool(each[side]["notes"]) for each in lines for side in ("before", "after")
    )
    for box in panel.boxes:
        (band,) = [each for each in panel.bands if each.y <= box.y < each.y + each.height]
        assert box.y + before_after.HIGH <= band.y + band.height <= panel.height
        assert all(x + before_after.SIGN <= panel.wide for _, x in box.sign_places)
    for one, other in combinations(panel.boxes, 2):
        assert one.x != other.x or abs(one.y - other.y) >= before_after.HIGH


def test_what_is_too_much_to_draw_is_left_to_the_table():
    many = [line("added", after=f"2.{n}") for n in range(before_after.MOST + 1)]
    assert before_after.panels(compared(*many)) == []
    assert before_after.panels(compared(*many[1:]))
