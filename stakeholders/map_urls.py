"""The map as whoever watches sees it, the screen too."""

from django.urls import path

from . import map_views

urlpatterns = [
    path("map/", map_views.the_map, name="map"),
    path("links/", map_views.the_links, name="links"),
]
