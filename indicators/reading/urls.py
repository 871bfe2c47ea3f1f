"""What can be done with an indicator behind a door, beside what can be done with its notes."""

from django.urls import path

from . import rating_views, views

urlpatterns = [
    path("rating/open/", rating_views.open_rating, name="open-rating"),
    path("rating/close/", rating_views.close_rating, name="close-rating"),
    path("<slug:indicator>/rate/", rating_views.rate, name="rate"),
    path("<slug:indicator>/set-aside/", views.set_aside, name="set-indicator-aside"),
    path("<slug:indicator>/bring-back/", views.bring_back, name="bring-indicator-back"),
    path("<slug:indicator>/move/", views.move, name="order-indicator"),
]
