from django.urls import include, path

from . import accent, downloads, views

app_name = "debrief"

urlpatterns = [
    path("policy-lab/", include("debrief.desk.urls")),
    path("report/accent.css", accent.stylesheet, name="accent"),
    path("workshops/<int:workshop>/report/", views.report, name="report"),
    path("workshops/<int:workshop>/report/", include("debrief.prepare_urls")),
    path("workshops/<int:workshop>/report/make/", views.make, name="make"),
    path("workshops/<int:workshop>/report/making/", views.making, name="making"),
    path("workshops/<int:workshop>/report/<int:version>/", views.version, name="version"),
    path(
        "workshops/<int:workshop>/report/<int:version>.<slug:form>",
        downloads.download,
        name="file",
    ),
    path("schema/report-<int:number>.json", downloads.schema, name="schema"),
]
