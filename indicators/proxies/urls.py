"""What can be done with proxies behind a door, beside what can be done with any note."""

from django.urls import path, re_path

from . import views

urlpatterns = [
    path("<uuid:note>/change/", views.change, name="change-proxy"),
    path("<uuid:note>/test/", views.test, name="test-proxy"),
    path("<uuid:note>/call/", views.call, name="call-proxy"),
    path("<uuid:note>/settle/", views.settle, name="settle-proxy"),
    re_path(r"^read-back/(?P<verb>on|end)/$", views.read, name="read-back"),
    path("<slug:indicator>/gap/", views.gap, name="leave-gap"),
]
