"""What can be done with the story and its responses behind a door."""

from django.urls import path

from . import views

urlpatterns = [
    path("<uuid:note>/keep/", views.keep, name="keep-response"),
    path("<uuid:note>/change/", views.change, name="change-response"),
]
