"""All forms of a snapshot, written by the same work that the children do, for a file of tests."""

import csv
import json
import re
import shutil
import subprocess
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from debrief.forms.bundle import bundle
from debrief.forms.making import write_forms
from debrief.limits import Limits
from debrief.rendering import prepare

LONGEST = 180  # seconds for LibreOffice
SEMICOLONS = "Text - txt - csv (StarCalc):59,34,76"  # how a reader elsewhere opens commas


@dataclass(frozen=True)
class Forms:
    """A folder in which every form was made."""

    folder: Path

    @property
    def inside(self) -> Path:
        return self.folder / "inside"

    @property
    def files(self) -> list[dict[str, Any]]:
        return json.loads((self.folder / "files.json").read_text())

    def made(self, form: str) -> Path:
        name = next(each["name"] for each in self.files if each["form"] == form)
        return self.folder / "made" / name

    def commas(self, name: str) -> list[list[str]]:
        """A table as a program reads it from its file: the head first."""
        (path,) = self.inside.glob(f"csv/[0-9][0-9]-{name}.csv")
        return list(csv.reader(StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))

    def unpacked(self) -> dict[str, bytes]:
        """What is in the ZIP of all, by its path in the folder that it unpacks into."""
        with ZipFile(self.made("zip")) as archive:
            return {name.partition("/")[2]: archive.read(name) for name in archive.namelist()}


def write(snapshot: dict[str, Any], pdf: bytes, folder: Path) -> Forms:
    """Make every form of a snapshot; the PDF is one that was made before."""
    prepare(folder, snapshot, Limits())
    write_forms(folder)
    (folder / "report.pdf").write_bytes(pdf)
    bundle(folder)
    return Forms(folder)


def without_libreoffice() -> str:
    """What to install before LibreOffice can be asked; empty when it is there."""
    return "" if shutil.which("soffice") else "LibreOffice is missing: install libreoffice-calc"


def opened(paths: list[Path], into: Path, *reading: str) -> list[Path]:
    """What LibreOffice makes of some files: the same tables as XLSX."""
    profile = f"-env:UserInstallation={(into / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", *reading, "--convert-to", "xlsx"]
    command += ["--outdir", str(into), *map(str, paths)]
    subprocess.run(command, check=True, capture_output=True, timeout=LONGEST)
    return [into / f"{path.stem}.xlsx" for path in paths]


def formulas_in(xlsx: Path) -> list[str]:
    """The sheets of an XLSX that hold a formula."""
    with ZipFile(xlsx) as archive:
        sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
        return [name for name in sheets if re.search(rb"<f[ >]", archive.read(name))]
