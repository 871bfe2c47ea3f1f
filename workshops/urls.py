"""Home, joining and planning."""

from django.urls import path

from .accounts import views as accounts
from .views import static_pages

urlpatterns: list = [
    path("", static_pages.home, name="home"),
    path("about/", static_pages.about, name="about"),
    path("accessibility/", static_pages.accessibility, name="accessibility"),
    path("sign-in/<str:token>/", accounts.one_time_sign_in, name="one-time-sign-in"),
    path("your-sign-in/", accounts.your_sign_in, name="your-sign-in"),
    path("your-sign-in/app.svg", accounts.totp_qr, name="totp-qr"),
]
