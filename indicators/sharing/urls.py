"""What a facilitator sees of pairs and tables, and does about them."""

from django.urls import path

from . import views

urlpatterns = [
    path("", views.sharing, name="sharing"),
    path("pairs/", views.make_pairs, name="make-pairs"),
    path("tables/", views.make_tables, name="make-tables"),
    path("one-table/", views.one_table, name="one-table"),
    path("people/", views.move_person, name="move-person"),
    path("indicators/", views.move_indicator, name="move-indicator"),
]
