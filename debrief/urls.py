from django.urls import path

from . import views

app_name = "debrief"

urlpatterns = [
    path("workshops/<int:pk>/report/", views.report, name="report"),
    path("workshops/<int:pk>/report/make/", views.make, name="make"),
    path("workshops/<int:pk>/report/making/", views.making, name="making"),
    path("workshops/<int:pk>/report/<int:version>/", views.version, name="version"),
    path("workshops/<int:pk>/report/<int:version>.pdf", views.pdf, name="pdf"),
]
