"""Through whom links run: one person, or several links through the same one."""

from collections import defaultdict
from dataclasses import dataclass

from .links import Link


@dataclass(frozen=True)
class Contact:
    """A role as it was first spelt, and links that have no other contact."""

    role: str
    links: tuple[Link, ...]


def only_contact(link: Link) -> str:
    """The one role through which a link runs; empty with none, with two, or with a stand-in."""
    roles = {folded(tie.contact): tie.contact for tie in link.ties if folded(tie.contact)}
    if len(roles) != 1 or any(tie.stand_in for tie in link.ties):
        return ""
    return next(iter(roles.values())).strip()


def single(links: tuple[Link, ...]) -> list[Contact]:
    """Each link that runs through one person, with that role."""
    return [Contact(role, (link,)) for link in links if (role := only_contact(link))]


def overloaded(links: tuple[Link, ...]) -> list[Contact]:
    """Roles that are the only contact of two links or more."""
    through: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        if role := only_contact(link):
            through[folded(role)].append(link)
    return [
        Contact(only_contact(held[0]), tuple(held)) for held in through.values() if len(held) > 1
    ]


def folded(role: str) -> str:
    """A role for comparing: "Tenancy  officer" and "tenancy officer " are the same."""
    return " ".join(role.split()).casefold()
