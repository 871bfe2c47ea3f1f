"""The report says which prompt cards were shown, and of a case its figures."""

from django.template.loader import render_to_string

from debrief.snapshot import snapshot_of

POOL, NEATH = "risk_cards-pool_the_risk", "case_studies-neath_port_talbot"


def page(workshop) -> str:
    return render_to_string("debrief/_sources.html", {"snapshot": snapshot_of(workshop)[0]})


def test_each_card_is_listed_once_with_where_it_was_shown(board):
    session = board.session
    session.send_card(POOL, ["screen"])
    session.take_cards_off(["screen"])
    session.send_card(POOL, ["phones", "screen"])
    (card,) = snapshot_of(session.workshop)[0]["cards"]
    assert (card["title"], card["places"]) == ("Pool the risk", ["On the screen", "On all phones"])
    assert card["steps"] == ["Build a common view"]
    assert "From: Local Health Systems: Relationships not structures, 2022." in page(
        session.workshop
    )


def test_a_case_that_was_shown_has_its_figures_in_the_report(board):
    board.session.send_card(NEATH, ["phones"])
    words = page(board.session.workshop)
    for figure in (
        "675 days",
        "64 days",
        "291 steps",
        "34 steps",
        "499 GBP",
        "nil",
        "20.5 million",
    ):
        assert figure in words
    assert "33% of cases in its table, 25% of the requests referred in its running text" in words


def test_a_case_that_was_not_shown_is_not_in_the_report(board):
    board.session.send_card(POOL, ["phones"])
    assert "675" not in page(board.session.workshop)


def test_without_cards_nothing_is_said_of_them(board):
    assert snapshot_of(board.session.workshop)[0]["cards"] == []
    assert "Cards shown" not in page(board.session.workshop)
