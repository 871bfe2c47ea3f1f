"""What the files of a version are called: in ASCII, so that they survive any disk and any mail."""

from dataclasses import dataclass

from django.utils.text import slugify

from .table import Snapshot

LONGEST = 40  # signs of a place's name


@dataclass(frozen=True)
class Form:
    """A form that is downloaded: how its file's name ends, and what it is."""

    key: str
    ending: str
    media_type: str


FORMS = (
    Form("pdf", ".pdf", "application/pdf"),
    Form("ods", "-tables.ods", "application/vnd.oasis.opendocument.spreadsheet"),
    Form("csv", "-tables-csv.zip", "application/zip"),
    Form("json", "-data.json", "application/json"),
    Form("zip", "-all-forms.zip", "application/zip"),
)


def base_name(snapshot: Snapshot) -> str:
    """Return such as debrief-ambleford-version-3, which says too when it is a draft."""
    workshop = snapshot["workshop"]
    where = slugify(workshop["place"]) or slugify(workshop["title"]) or "workshop"
    draft = "-draft" if snapshot.get("draft", True) else ""
    place = where[:LONGEST].strip("-")
    return f"debrief-{place}-version-{snapshot['version']}{draft}"
