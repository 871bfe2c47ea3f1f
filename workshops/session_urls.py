"""What lies behind a door: the same addresses at the place, the console and the screen."""

from django.urls import include, path, re_path

from .activities import all_activities
from .views import cards, console, control, page, people, pulse, your_place

patterns = [
    path("", page.page, name="page"),
    path("step/", page.panel, name="step"),
    path("changes", page.changes, name="changes"),
]

place_patterns = [
    path("pulse/", pulse.pulse, name="pulse"),
    path("you/", your_place.you, name="you"),
    path("you/new-code/", your_place.new_code, name="own-code"),
    path("you/link/", your_place.link, name="own-link"),
    path("you/link.svg", your_place.link_qr, name="own-link-qr"),
    path("you/sign-out/", your_place.sign_out, name="sign-out"),
    path("you/sign-out-others/", your_place.sign_out_others, name="sign-out-others"),
]

console_patterns = [
    path("control/<slug:verb>/", control.control, name="control"),
    path("start/", control.start, name="start"),
    path("take-controls/", control.take, name="take-controls"),
    path("end/", console.end, name="end"),
    path("hand-over/", console.hand_over, name="hand-over"),
    path("controls/", console.controls, name="controls"),
    path("run-sheet/", console.run_sheet, name="run-sheet"),
    path("on-screen/<slug:verb>/", console.screen, name="on-screen"),
    path("cards/", cards.cards, name="cards"),
    path("cards/send/", cards.send, name="send-card"),
    path("cards/take-off/", cards.take_off, name="take-card-off"),
    path("cards/<slug:card>/", cards.card, name="card"),
    path("skip/<int:step>/", control.skip, name="skip"),
    path("people/", people.people, name="people"),
    path("people/<int:person>/", people.remove, name="remove"),
    path("people/<int:person>/code/", people.personal_code, name="personal-code"),
    re_path(r"^people/(?P<verb>lock|unlock)/$", people.lock, name="joining"),
    path("people/new-code/", people.new_code, name="new-code"),
    path("people/new-screen-link/", people.new_screen_link, name="new-screen-link"),
]


def activity_patterns() -> list:
    """The addresses that activities bring with them, each under its own key."""
    return [path(f"{each.key}/", include(each.urls)) for each in all_activities() if each.urls]


def shown_patterns() -> list:
    """The addresses of activities for whoever watches."""
    found = [(each.key, each.shown_urls) for each in all_activities() if each.shown_urls]
    return [path(f"{key}/", include(urls)) for key, urls in found]
