"""What people and facilitators do in the debrief, beside what can be done with any note."""

from django.urls import path

from . import views

urlpatterns = [
    path("<uuid:note>/mark/", views.mark, name="mark-action"),
    path("read-out/", views.read_out, name="read-out"),
]
