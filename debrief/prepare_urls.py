"""What facilitators do before a report leaves the room, under the address of the report."""

from django.urls import path

from . import release_views as release
from .checking import views as checking
from .one_page import views as one_page

urlpatterns = [
    path("one-page/", one_page.one_page, name="one-page"),
    path("check/", checking.check, name="check"),
    path("check/fine/", checking.settle, name="settle"),
    path("check/again/", checking.ask_again, name="ask-again"),
    path("check/marking/", checking.mark, name="check-marking"),
    path("check/notes/<uuid:note>/hide/", checking.hide, name="check-hide"),
    path("check/notes/<uuid:note>/change/", checking.change, name="check-change"),
    path("release/", release.release, name="release"),
    path("<int:version>/withdraw/", release.withdraw, name="withdraw"),
]
