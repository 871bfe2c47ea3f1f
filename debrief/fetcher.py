"""What a PDF may fetch: packaged stylesheets and fonts, nothing else."""

from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from weasyprint.urls import URLFetcher, URLFetcherResponse

# An origin that cannot exist: names under .invalid never resolve.
ORIGIN = "https://assets.invalid/"
TYPES = {".css": "text/css", ".ttf": "font/ttf"}


class NotPackaged(ValueError):
    """The report asked for something that is not one of its assets."""


class PackagedAssets(URLFetcher):
    """Answers for files below one folder and refuses every other address."""

    def __init__(self, folder: Path) -> None:
        super().__init__(allowed_protocols=(), allow_redirects=False)
        self.files = {
            path.relative_to(folder).as_posix(): path
            for path in folder.rglob("*")
            if path.suffix in TYPES
        }

    def fetch(self, url: str, headers=None) -> URLFetcherResponse:
        """Return a packaged file; raises NotPackaged, also for file:, data: and http:."""
        if not url.startswith(ORIGIN):
            raise NotPackaged(url)
        path = self.files.get(unquote(url.removeprefix(ORIGIN)))
        if path is None:
            raise NotPackaged(url)
        kind = TYPES[PurePosixPath(path.name).suffix]
        return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": kind})
