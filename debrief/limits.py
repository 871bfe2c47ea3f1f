"""What a child process may use to make one PDF."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True)
class Limits:
    """Measured: a report of 100 pages takes about 20 CPU seconds and 400 MB."""

    cpu_seconds: int = 90
    wall_seconds: int = 180
    memory_bytes: int = 1536 * 1024 * 1024
    file_bytes: int = 64 * 1024 * 1024

    def save(self, path: Path) -> None:
        path.write_text(json.dumps(asdict(self)))

    @classmethod
    def load(cls, path: Path) -> "Limits":
        return cls(**json.loads(path.read_text()))
