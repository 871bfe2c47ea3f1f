"""Someone of Policy Lab looks for a report: by words, by place, by date, by why it was called."""

import pytest

from workshops.models import Workshop

DESK = "/policy-lab/"


def since(day: int) -> dict[str, int]:
    """Held on this day of November 2026 or after it."""
    return {"since_0": day, "since_1": 11, "since_2": 2026}


def until(day: int) -> dict[str, int]:
    return {"until_0": day, "until_1": 11, "until_2": 2026}


def test_only_what_is_released_whole_and_shared_lies_on_the_desk(shelf, titles):
    shelf.put("Released")
    shelf.put("Not shared", shared=False)
    shelf.put("A draft", released_at=None)
    shelf.put("Withdrawn", state="withdrawn")
    shelf.put("Still being made", state="making")

    assert titles() == ["Released"]


def test_of_a_workshop_the_newest_released_version_lies_there(shelf, titles, lab):
    first = shelf.put("The first")
    shelf.version(first.workshop, 2, "The second")
    shelf.version(first.workshop, 3, "A draft of the third", released_at=None)

    assert titles() == ["The second"]
    assert "Version 2, released on 1 December 2026" in lab.get(DESK).content.decode()


def test_when_the_newest_is_withdrawn_the_one_before_lies_there(shelf, titles):
    first = shelf.put("The first")
    shelf.version(first.workshop, 2, "The second", state="withdrawn")

    assert titles() == ["The first"]


def test_sharing_that_was_taken_back_takes_the_report_off_the_desk(shelf, titles):
    report = shelf.put("Released")
    Workshop.objects.update(shared_with_policy_lab=False)

    assert titles() == []
    assert report.workshop.shared_with_policy_lab


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"words": "damp"}, ["Damp homes"]),
        ({"words": "HOMES"}, ["Homes for youngsters", "Damp homes"]),
        ({"words": "homes young"}, ["Homes for youngsters"]),
        ({"words": "bus damp"}, []),
        ({"place": "aberÂNGELL"}, ["Late buses"]),
        ({"use_case": "Influence strategy and delivery"}, ["Late buses"]),
        (since(4), ["Late buses", "Homes for youngsters"]),
        (until(2), ["Homes for youngsters"]),
        (since(4) | until(4), ["Homes for youngsters"]),
        (since(3) | until(3), ["Damp homes"]),
        ({"words": "homes", "place": "Ambleford"}, ["Damp homes"]),
    ],
)
def test_all_that_is_asked_must_be_met(shelf, titles, asked, found):
    shelf.put("Damp homes", days=["2026-11-03"])
    shelf.put("Homes for youngsters", place="Barrow Fell", days=["2026-11-02", "2026-11-04"])
    shelf.put(
        "Late buses",
        place="Aberângell",
        days=["2026-11-05"],
        use_case="Influence strategy and delivery",
    )

    assert titles(**asked) == found


def test_the_list_says_what_the_cover_says_not_what_was_changed_since(shelf, lab):
    shelf.put("Damp homes", marking="OFFICIAL-SENSITIVE")

    page = lab.get(DESK).content.decode()

    assert "Damp homes" in page
    assert "OFFICIAL-SENSITIVE" in page
    assert "Changed since" not in page


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        (since(31), "Enter a real date"),
        (since(4) | until(3), "The last day is before the first."),
        ({"use_case": "Something else"}, "Choose one of those listed."),
        ({"words": "x" * 161}, "This is too long by 1 character."),
    ],
)
def test_what_cannot_be_looked_for_is_said_and_nothing_is_shown(shelf, lab, asked, sentence):
    shelf.put("Damp homes")

    page = lab.get(DESK, asked).content.decode()

    assert sentence in page
    assert "Damp homes" not in page


def test_a_long_list_comes_in_pages_of_25_and_says_where_it_is(shelf, lab):
    for number in range(1, 28):
        shelf.put(f"Area {number}", days=[f"2026-10-{number:02}"])

    first, second = lab.get(DESK), lab.get(DESK, {"page": "2"})

    assert "27 reports" in first.content.decode()
    assert "1 to 25 are on this page" in first.content.decode()
    assert first.context["asked"].page[0].title == "Area 27"
    assert [entry.title for entry in second.context["asked"].page] == ["Area 2", "Area 1"]
    assert "Page 2 of 2" in second.content.decode()


def test_ticks_go_along_to_other_pages_and_searches(shelf, lab):
    reports = [shelf.put(f"Area {n}", days=[f"2026-10-{n:02}"]) for n in range(1, 28)]
    oldest, newest = reports[0].workshop_id, reports[-1].workshop_id

    page = lab.get(DESK, {"tick": [oldest, newest]}).content.decode()

    assert f'<input type="hidden" name="tick" value="{oldest}">' in page
    assert "1 more is ticked on other pages or in another search." in page
    assert page.count(" checked>") == 1


def test_an_empty_desk_says_what_will_lie_there(lab):
    assert "None yet. A report lies here once" in lab.get(DESK).content.decode()
