"""One look at the desk: the search, the page of the list, and what is ticked on any page."""

from dataclasses import dataclass
from functools import cached_property

from django.core.paginator import Page, Paginator
from django.http import QueryDict

from .parcel import MOST
from .search import Search
from .shelf import Entry, entries

ON_A_PAGE = 25
LONGEST_KEY = 10  # digits; no workshop has the key 0, which stands for what is no key at all


@dataclass(frozen=True)
class Asked:
    """What an address of the desk asks for. Ticks are keys of workshops."""

    get: QueryDict
    most = MOST  # reports in one parcel

    @cached_property
    def search(self) -> Search:
        return Search(self.get, entries())

    @cached_property
    def found(self) -> list[Entry]:
        return self.search.found()

    @cached_property
    def page(self) -> Page:
        """The page asked for; the nearest one where there is no such page."""
        return Paginator(self.found, ON_A_PAGE).get_page(self.get.get("page"))

    @cached_property
    def ticked(self) -> set[int]:
        """Ticks on reports that are on the desk. Others are as if they had not been made."""
        return {entry.workshop for entry in self.search.everything} & self._ticks

    @property
    def ticked_elsewhere(self) -> list[int]:
        """Ticks that this page of the list does not show, so that they can be carried along."""
        return sorted(self.ticked - {entry.workshop for entry in self.page.object_list})

    @property
    def has_lost_ticks(self) -> bool:
        """Say whether something was ticked that is not on the desk, or not any more."""
        return self.ticked != self._ticks

    @property
    def wants_all(self) -> bool:
        return bool(self.get.get("all"))

    @property
    def chosen(self) -> list[Entry]:
        """What a parcel is to hold: all that was found where that was asked, else the ticked."""
        if self.wants_all:
            return self.found
        return [entry for entry in self.search.everything if entry.workshop in self.ticked]

    @cached_property
    def _ticks(self) -> set[int]:
        said = self.get.getlist("tick")
        return {int(each) if each.isdecimal() and len(each) < LONGEST_KEY else 0 for each in said}
