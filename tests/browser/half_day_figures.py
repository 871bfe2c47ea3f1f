"""Every figure of a half-day's report, worked out anew from the rows."""

from datetime import datetime

from tests.browser.half_day import HalfDay

NOTES = """select n.text from boards_note n join boards_column c on c.id = n.column_id
    join boards_board b on b.id = c.board_id where b.session_id = {session} and n.state = 'shown'"""


class Rows:
    """What the database of a half-day says; `count` adds a session to what it asks."""

    def __init__(self, day: HalfDay) -> None:
        self.day = day
        code = day.server.code
        self.session = day.rows(f"select id from workshops_session where code = '{code}'")[0][0]

    def ask(self, query: str) -> list[tuple]:
        return self.day.rows(query.format(session=self.session))

    def number(self, query: str) -> int:
        return self.ask(query)[0][0]


def agree(day: HalfDay) -> dict:
    """Return the report after each of its figures was found in the rows."""
    rows, report = Rows(day), day.report()
    parts = {part["key"]: part["data"] for part in report["parts"]}
    who_and_when(rows, report)
    notes(rows, report)
    stage_one(rows, parts)
    indicators(rows, parts)
    story_and_marks(rows, parts)
    plan_and_pulse(rows, parts, report)
    return parts


def who_and_when(rows: Rows, report: dict) -> None:
    people = "select count(*) from workshops_participant where session_id = {session}"
    assert report["taking_part"][0]["total"] == rows.number(people)
    told = {row["label"]: (row["planned"], row["actual"]) for row in report["timing"][0]["rows"]}
    steps = rows.ask("select id, label, minutes from workshops_step where session_id = {session}")
    assert told == {label: (planned, minutes(rows, step)) for step, label, planned in steps}
    assert report["timing"][0]["planned"] == sum(planned for _, _, planned in steps) == 180


def minutes(rows: Rows, step: int) -> int:
    spans = rows.ask(f"select started_at, ended_at from workshops_interval where step_id = {step}")
    ran = [datetime.fromisoformat(end) - datetime.fromisoformat(start) for start, end in spans]
    return round(sum(span.total_seconds() for span in ran) / 60)


def notes(rows: Rows, report: dict) -> None:
    """Each shown note once, in the words that stand there (a kept response quotes the first)."""
    own = sorted(text for (text,) in rows.ask(NOTES) if text)
    told = sorted(note["text"] for note in report["notes"].values())
    assert [text for text in own if text not in told] == []
    assert len(report["notes"]) == len(rows.ask(NOTES))
    columns = [column for board in report["appendix"] for column in board["columns"]]
    listed = [one for column in columns for one in column["notes"]]
    assert len(listed) == len(set(map(str, listed))) == len(report["notes"])


def stage_one(rows: Rows, parts: dict) -> None:
    for item in parts["diagnosis"]["descriptions"]:
        assert item["reasons"] == on_board(rows, "diagnosis", item["key"])
    assert parts["stakeholders"]["votes"] == votes(rows, "stakeholders")


def on_board(rows: Rows, board: str, column: str) -> int:
    return rows.number(
        f"select count(*) from ({NOTES} and b.activity_key = '{board}' and c.key = '{column}')"
    )


def votes(rows: Rows, board: str) -> int:
    return rows.number(
        "select count(*) from boards_vote v join boards_poll p on p.id = v.poll_id"
        " join boards_board b on b.id = p.board_id"
        f" where b.session_id = {{session}} and b.activity_key = '{board}'"
    )


def indicators(rows: Rows, parts: dict) -> None:
    for item in parts["indicators"]["indicators"]:
        assert item["number_of_notes"] == on_board(rows, "indicators", item["key"])
    (rated,) = parts["indicators"]["rating"]["told"]
    said = "select how_far, count(*) from indicators_rating group by how_far order by how_far"
    assert [each["number"] for each in rated["everyone"]] == [n for _, n in rows.ask(said)]
    adopted = "select count(*) from indicators_addition where decision = 'adopted'"
    assert parts["additions"]["adopted"] == rows.number(adopted) == 1
    agreed = """select count(distinct n.column_id) from indicators_proxy p
        join boards_note n on n.id = p.note_id where p.state = 'agreed' and n.state = 'shown'"""
    assert parts["proxies"]["agreed"] == rows.number(agreed)
    assert parts["proxies"]["all"] == 10 + rows.number(adopted)
    gaps = "select count(*) from indicators_gap where session_id = {session}"
    assert parts["proxies"]["stated"] == rows.number(gaps) == 1


def story_and_marks(rows: Rows, parts: dict) -> None:
    for level in parts["scenario"]["levels"]:
        assert level["number"] == responses(rows, "scenario", level["level"])
    for level in parts["scenario"]["firsts"]:
        assert level["number"] == responses(rows, "first_response", level["level"])
    marks = parts["debrief"]["marks"]
    given = dict(rows.ask("select mark, count(*) from indicators_response group by mark"))
    assert [marks[each] for each in ("same", "changed", "new")] == [
        given[each] for each in ("same", "changed", "new")
    ]
    marked = sum(number for mark, number in given.items() if mark)
    assert (marks["made_different"], marks["marked"]) == (given["changed"] + given["new"], marked)
    assert marks["share"] == round(100 * marks["made_different"] / marked)
    counted = [level["counts"] for level in parts["debrief"]["difference"]["levels"]]
    assert sum(each["kept"] for each in counted) == linked(rows, "n.text = ''")
    assert sum(each["reworded"] for each in counted) == linked(rows, "n.text != ''")
    assert sum(each["moved"] for each in counted) == linked(rows, "c.key != d.key")
    new = "select count(*) from indicators_response where mark != '' and instead_of_id is null"
    assert sum(each["added"] for each in counted) == rows.number(new)


def responses(rows: Rows, board: str, level: str) -> int:
    return rows.number(
        f"select count(*) from ({NOTES} and b.activity_key = '{board}' and c.key like '{level}-%')"
    )


def linked(rows: Rows, where: str) -> int:
    """Responses that go on from a first one, whose column is `d` where their own is `c`."""
    return rows.number(
        "select count(*) from indicators_response r join boards_note n on n.id = r.note_id"
        " join boards_column c on c.id = n.column_id"
        " join indicators_response f on f.id = r.instead_of_id"
        " join boards_note m on m.id = f.note_id join boards_column d on d.id = m.column_id"
        f" where {where}"
    )


def plan_and_pulse(rows: Rows, parts: dict, report: dict) -> None:
    plan = parts["plan"]
    planned = rows.ask("select owner, barriers from indicators_action where session_id = {session}")
    assert len(plan["actions"]) == len(planned)
    assert plan["without_owner"] == sum(not owner for owner, _ in planned)
    assert {each["owner"]: each["actions"] for each in plan["owners"]} == {
        owner: [each for each, _ in planned].count(owner) for owner, _ in planned if owner
    }
    assert sum(action["votes"] or 0 for action in plan["actions"]) == votes(rows, "scenario")
    met = sum(barriers.count('"') // 2 for _, barriers in planned)
    assert sum(each["actions"] for each in plan["barriers"]) == met == 1
    first, second = report["pulse"][0]["questions"]
    answers = "select count(*) from workshops_pulseanswer where session_id = {session}"
    assert sum(each["people"] for each in first["counts"]) == rows.number(answers) == 3
    assert second["counts"] is None  # nobody answered it, so nothing is told of it
