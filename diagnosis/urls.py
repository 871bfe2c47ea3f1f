from django.urls import path

from . import views

urlpatterns = [
    path("problem-type/", views.problem_type, name="problem-type"),
    path("<slug:characteristic>/call/", views.call, name="call"),
    path("<slug:characteristic>/show/", views.show, name="show-calls"),
    path("<slug:characteristic>/finding/", views.finding, name="finding"),
]
