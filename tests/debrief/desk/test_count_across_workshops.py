"""Figures across workshops: counts from released reports, each with where it comes from."""

import csv
from io import StringIO

SCALE = ["Not at all", "In places", "Mostly", "Fully"]
LOCAL, CITIZENS = "Local government", "Users and citizens"


def words(**said: int) -> list[dict]:
    """What was said: `words(mostly=2)`."""
    labels = [(word, word.lower().replace(" ", "_")) for word in [*SCALE, "Cannot say"]]
    return [{"word": label, "number": said[name]} for label, name in labels if name in said]


def part(key: str, data: dict | None) -> dict:
    return {"key": key, "title": key.title(), "session": "", "state": "ran", "data": data}


def rating(told: dict[int, dict], everyone: dict[int, list] | None = None, added=()) -> dict:
    """A reading of the indicators; `told` has a line for each kind by the indicator's number."""
    return part(
        "indicators",
        {
            "indicators": [
                {"number": n, "key": f"key_{n}", "label": f"Sign {n}", "is_added": n in added}
                for n in told
            ],
            "rating": {
                "is_closed": True,
                "scale": SCALE,
                "together": [],
                "told": [
                    {
                        "number": number,
                        "label": f"Sign {number}",
                        "kinds": [{"kind": kind, "words": said} for kind, said in kinds.items()],
                        "together": None,
                        "everyone": (everyone or {}).get(number),
                    }
                    for number, kinds in told.items()
                ],
            },
        },
    )


def proxies(*indicators: tuple[int, list[str], str]) -> dict:
    rows = [
        {
            "number": number,
            "key": f"key_{number}",
            "label": f"Sign {number}",
            "added": number > 10,
            "set_aside": aside,
            "gap": "" if kinds or aside else "open",
            "agreed": [{"kind_words": kind} for kind in kinds],
        }
        for number, kinds, aside in indicators
    ]
    return part("proxies", {"indicators": rows})


def table(lab, name: str, **asked) -> list[list[str]]:
    """The rows of one of the files of commas, with its head."""
    answer = lab.get(f"/policy-lab/figures/{name}.csv", asked)
    return list(csv.reader(StringIO(answer.content.decode("utf-8-sig"))))


def test_the_weakest_is_the_lowest_middle_answer_of_a_kind_in_a_workshop(shelf, lab):
    low, high = words(not_at_all=2, fully=1), words(mostly=3)
    shelf.put("One", parts=[rating({1: {LOCAL: low}, 2: {LOCAL: high}})])
    shelf.put("Two", parts=[rating({1: {LOCAL: low}, 2: {LOCAL: words(in_places=3)}})])
    shelf.put("Three", parts=[rating({1: {LOCAL: high}, 2: {LOCAL: low}})])

    assert table(lab, "ratings") == [
        ["Where they speak from", "Indicator", "Weakest in workshops", *SCALE, "From workshops"],
        [LOCAL, "1 Sign 1", "2", "4", "0", "3", "2", "3"],
        [LOCAL, "2 Sign 2", "1", "2", "3", "3", "1", "3"],
    ]


def test_where_all_are_alike_none_is_weakest_and_cannot_say_is_outside_the_order(shelf, lab):
    alike, unsure = words(mostly=3), words(cannot_say=3)
    shelf.put("Damp", parts=[rating({1: {LOCAL: alike}, 2: {LOCAL: alike}, 3: {LOCAL: unsure}})])

    assert [row[2] for row in table(lab, "ratings")[1:]] == ["0", "0", "0"]


def test_two_that_share_the_lowest_place_are_both_counted(shelf, lab):
    low, high = words(in_places=3), words(fully=3)
    shelf.put("Damp", parts=[rating({1: {LOCAL: low}, 2: {LOCAL: low}, 3: {LOCAL: high}})])

    assert [row[2] for row in table(lab, "ratings")[1:]] == ["1", "1", "0"]


def test_what_a_report_withholds_of_a_kind_is_counted_nowhere(shelf, lab):
    shelf.put("Small", parts=[rating({1: {LOCAL: words(fully=3), CITIZENS: None}})])

    assert [row[0] for row in table(lab, "ratings")[1:]] == [LOCAL]


def test_everyone_comes_last_and_added_indicators_are_one_row(shelf, lab):
    said = words(fully=3)
    told = {1: {LOCAL: said}, 11: {LOCAL: said}, 12: {LOCAL: said}}
    shelf.put("Damp", parts=[rating(told, everyone={1: words(fully=5)}, added=(11, 12))])

    rows = table(lab, "ratings")[1:]

    assert [(row[0], row[1], row[6]) for row in rows] == [
        (LOCAL, "1 Sign 1", "3"),
        (LOCAL, "Added indicators", "6"),
        ("Everyone", "1 Sign 1", "5"),
    ]


def test_proxies_are_counted_by_indicator_and_kind_with_where_none_was_agreed(shelf, lab):
    shelf.put("One", parts=[proxies((1, ["Count it", "Count it"], ""), (2, [], ""))])
    shelf.put("Two", parts=[proxies((1, ["People say it"], ""), (2, [], "Not ours"), (11, [], ""))])

    assert table(lab, "proxies") == [
        ["Indicator", "Count it", "People say it", "None agreed in workshops", "From workshops"],
        ["1 Sign 1", "2", "1", "0", "2"],
        ["2 Sign 2", "0", "0", "1", "1"],
        ["Added indicators", "0", "0", "1", "1"],
    ]


def test_a_proxy_agreed_in_the_second_session_closes_the_gap_of_the_first(shelf, lab):
    shelf.put("One", parts=[proxies((1, [], "")), proxies((1, ["Count it"], ""))])

    assert table(lab, "proxies")[1] == ["1 Sign 1", "1", "0", "1"]


def test_barriers_keep_the_order_of_the_content_and_none_is_left_out(shelf, lab):
    def plan(*met: int) -> dict:
        labels = ["Time", "Trust", "Money"]
        pairs = zip(labels, met, strict=True)
        return part("plan", {"barriers": [{"label": name, "actions": n} for name, n in pairs]})

    shelf.put("One", parts=[plan(0, 5, 0)])
    shelf.put("Two", parts=[plan(0, 2, 1)])

    assert table(lab, "barriers") == [
        ["Barrier", "Actions that meet it", "From workshops"],
        ["Time", "0", "0"],
        ["Trust", "7", "2"],
        ["Money", "1", "1"],
    ]


def test_added_indicators_stand_with_their_decision_and_their_report(shelf, lab):
    proposed = [{"label": "=Trust", "decided": "Adopted", "decision": "adopted"}]
    report = shelf.put("Damp", parts=[part("additions", {"proposed": proposed})])

    assert table(lab, "added")[1:] == [["'=Trust", "Adopted", "Damp"]]
    page = lab.get("/policy-lab/figures/").content.decode()
    assert f'href="/policy-lab/reports/{report.workshop_id}/"' in page


def test_figures_are_of_what_the_search_finds_and_say_of_how_many(shelf, lab):
    shelf.put("Damp homes", parts=[proxies((1, ["Count it"], ""))])
    shelf.put("Late buses", parts=[proxies((1, ["Count it"], ""), (2, [], ""))])

    assert table(lab, "proxies", words="damp")[1:] == [["1 Sign 1", "1", "0", "1"]]
    page = lab.get("/policy-lab/figures/", {"words": "damp"}).content.decode()
    assert "From 1 report" in page
    assert 'href="/policy-lab/figures/proxies.csv?words=damp"' in page


def test_an_activity_that_did_not_run_and_a_rating_that_nobody_opened_are_no_figures(shelf, lab):
    shelf.put("Damp", parts=[part("plan", None), part("indicators", {"rating": None})])

    page = lab.get("/policy-lab/figures/").content.decode()

    assert "There is nothing to count in them." in page


def test_there_is_no_other_table(shelf, lab):
    assert lab.get("/policy-lab/figures/places.csv").status_code == 404
