from django.urls import path

from . import views

app_name = "desk"

urlpatterns = [
    path("", views.listing, name="list"),
    path("reports.zip", views.take_many, name="take-many"),
    path("figures/", views.figures, name="figures"),
    path("figures/<slug:name>.csv", views.table, name="table"),
    path("reports/<int:workshop>/", views.read, name="read"),
    path("reports/<int:workshop>/report.<slug:form>", views.take, name="take"),
]
