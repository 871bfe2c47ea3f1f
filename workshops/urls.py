"""Home, joining and planning."""

from django.urls import include, path, re_path

from .accounts import views as accounts
from .views import agenda, check, coming_back, invite, joining, planning, seats, static_pages

sitting = "<int:workshop>/sessions/<int:session>/"
desk: list = [
    path("", planning.listing, name="list"),
    path("new/", planning.create, name="create"),
    path("<int:workshop>/", planning.overview, name="overview"),
    path("<int:workshop>/facts/", planning.facts, name="facts"),
    path("<int:workshop>/people/", seats.seats, name="seats"),
    re_path(
        r"^(?P<workshop>\d+)/people/(?P<part>facilitators|observers)/(?P<seat>\d+)/$",
        seats.take,
        name="take-seat",
    ),
    path(sitting, planning.session, name="session"),
    path(f"{sitting}agenda/", agenda.agenda, name="agenda"),
    path(f"{sitting}agenda/<int:step>/", agenda.step, name="step"),
    path(f"{sitting}agenda/add-break/", agenda.add_break, name="add-break"),
    path(f"{sitting}agenda/add-step/", agenda.add_step, name="add-step"),
    path(f"{sitting}agenda/start-again/", agenda.start_again, name="start-again"),
    path(f"{sitting}invite/", invite.invite, name="invite"),
    path(f"{sitting}invite/sheet/", invite.sheet, name="sheet"),
    path(f"{sitting}invite/qr.svg", invite.qr, name="qr"),
]

urlpatterns: list = [
    path("", static_pages.home, name="home"),
    path("about/", static_pages.about, name="about"),
    path("accessibility/", static_pages.accessibility, name="accessibility"),
    path("check/", check.check, name="check"),
    path("check/now", check.now, name="check-now"),
    path("sign-in/<str:token>/", accounts.one_time_sign_in, name="one-time-sign-in"),
    path("your-sign-in/", accounts.your_sign_in, name="your-sign-in"),
    path("your-sign-in/app.svg", accounts.totp_qr, name="totp-qr"),
    path("join/", joining.code, name="join"),
    path("j/<str:token>/", joining.link, name="join-link"),
    path("s/<str:code>/join/", joining.details, name="join-details"),
    path("come-back/", coming_back.come_back, name="come-back"),
    path("s/<str:code>/come-back/", coming_back.come_back, name="come-back-here"),
    path("s/<str:code>/go-on/<str:token>/", coming_back.go_on, name="go-on"),
    path("workshops/", include((desk, "workshops"), namespace="workshops")),
]
