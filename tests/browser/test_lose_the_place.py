"""The facilitator closes someone's place while they look on."""

import re

from playwright.sync_api import expect


def test_whoever_is_removed_is_told_and_keeps_their_words(grace, person, watch):
    watch.allow("403", "WebSocket")
    grace.go_to("Diagnosis: write reasons")
    sam = person("Sam")
    sam.is_live()
    box = sam.page.get_by_label("A reason or an example")
    box.fill("Half a thought")
    people = grace.context.request.get(f"{grace.console}people/").text()
    number = re.search(r"people/(\d+)/", people)
    assert number, "Nobody is listed."
    grace.send(f"people/{number[1]}/")
    expect(sam.page.get_by_text("The facilitator has closed your place.")).to_be_visible(
        timeout=20_000
    )
    expect(box).to_have_value("Half a thought")
    sam.page.get_by_role("link", name="Join again").click()
    expect(sam.page.get_by_label("Code")).to_be_visible()
