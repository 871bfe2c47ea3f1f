"""What can be asked and done with links behind a door."""

from django.urls import path

from . import map_views

urlpatterns = [
    path("what-if/", map_views.what_if, name="what-if"),
    path("<uuid:note>/change/", map_views.change, name="change-link"),
]
