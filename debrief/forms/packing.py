"""Archives that are the same bytes whenever and wherever they are made from the same files."""

from collections.abc import Iterable
from datetime import datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

READ_BY_ALL = 0o644 << 16
FROM_UNIX = 3


def packed(files: Iterable[tuple[str, bytes]], moment: datetime) -> bytes:
    """Return a ZIP of named contents, each with the same time."""
    kept = BytesIO()
    with ZipFile(kept, "w") as archive:
        for name, content in files:
            archive.writestr(entry(name, moment), content)
    return kept.getvalue()


def entry(name: str, moment: datetime) -> ZipInfo:
    """How a file stands in the archive: nothing of the machine that made it."""
    info = ZipInfo(name, moment.timetuple()[:6])
    info.create_system = FROM_UNIX
    info.external_attr = READ_BY_ALL
    # OpenDocument wants its media type to be legible at the start of the file.
    info.compress_type = ZIP_STORED if name == "mimetype" else ZIP_DEFLATED
    return info


def same_bytes(archive: bytes, moment: datetime) -> bytes:
    """Return a ZIP with the same files in the same order, but with nothing of its making."""
    with ZipFile(BytesIO(archive)) as made:
        return packed([(name, made.read(name)) for name in made.namelist()], moment)


def below(folder: Path) -> list[tuple[str, bytes]]:
    """Every file below a folder, by its path in it, in the order of these."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return [(path.relative_to(folder).as_posix(), path.read_bytes()) for path in paths]
