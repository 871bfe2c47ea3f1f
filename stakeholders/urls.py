"""What can be done with stakeholders behind a door, beside what can be done with any note."""

from django.urls import path

from . import picking

urlpatterns = [
    path("picking/", picking.picking, name="picking"),
    path("<uuid:note>/mark/<slug:mark>/", picking.mark, name="mark-stakeholder"),
    path("<uuid:note>/also/", picking.also, name="also-stakeholder"),
    path("<uuid:note>/who-asks/", picking.who_asks, name="who-asks"),
]
