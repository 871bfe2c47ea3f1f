"""What can be asked and done with proposals behind a door."""

from django.urls import path

from . import views

urlpatterns = [
    path("deciding/", views.deciding, name="deciding"),
    path("<uuid:note>/change/", views.change, name="change-addition"),
    path("<uuid:note>/decide/", views.decide, name="decide-addition"),
]
