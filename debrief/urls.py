from django.urls import path

from . import views

app_name = "debrief"

urlpatterns = [
    path("workshops/<int:workshop>/report/", views.report, name="report"),
    path("workshops/<int:workshop>/report/make/", views.make, name="make"),
    path("workshops/<int:workshop>/report/making/", views.making, name="making"),
    path("workshops/<int:workshop>/report/<int:version>/", views.version, name="version"),
    path("workshops/<int:workshop>/report/<int:version>.pdf", views.pdf, name="pdf"),
]
