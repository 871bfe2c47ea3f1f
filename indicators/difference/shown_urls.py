"""The actions by their mark, as whoever watches sees them, the screen too."""

from django.urls import path

from . import views

urlpatterns = [path("sorted/", views.sorted_by_mark, name="sorted-by-mark")]
