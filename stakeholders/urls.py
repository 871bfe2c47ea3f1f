"""What can be done with stakeholders behind a door, beside what can be done with any note."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
