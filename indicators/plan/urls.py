"""What can be done with the plan behind a door; rights and rules decide who may."""

from django.urls import path

from . import views

urlpatterns = [
    path("look-again/", views.look_again, name="look-again"),
    path("recommend/", views.recommend, name="recommend"),
    path("<uuid:note>/", views.action, name="action"),
    path("<uuid:note>/choose/", views.choose, name="choose-action"),
]
