"""What can be done with the story and its responses behind a door."""

from django.urls import path

from . import staging, telling, views

urlpatterns = [
    path("story/", telling.choose, name="choose-story"),
    path("story/write/", telling.write, name="write-story"),
    path("story/drop/", telling.drop, name="drop-story"),
    path("round/", staging.go_round, name="story-round"),
    path("twist/", staging.twist, name="story-twist"),
    path("seat/", staging.seat, name="story-seat"),
    path("pass/", staging.pass_on, name="pass-on-story"),
    path("<uuid:note>/keep/", views.keep, name="keep-response"),
    path("<uuid:note>/change/", views.change, name="change-response"),
]
