"""Home, joining and planning."""

from django.urls import path

from .views import static_pages

urlpatterns: list = [
    path("", static_pages.home, name="home"),
    path("about/", static_pages.about, name="about"),
    path("accessibility/", static_pages.accessibility, name="accessibility"),
]
