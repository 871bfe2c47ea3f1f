"""Time that passes because a day says so, up to now."""

from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from django.test import override_settings


class Clock:
    """Within it the server's time begins `ago` and goes on by what is told to `pass_time`."""

    def __init__(self, ago: timedelta) -> None:
        self.passed = -ago

    def __enter__(self) -> "Clock":
        self.folder = TemporaryDirectory(prefix="clock-")
        self.settings = override_settings(TESTING=True, DATA_DIR=Path(self.folder.name))
        self.settings.enable()
        self.pass_time(timedelta())
        return self

    def __exit__(self, *_failure: object) -> None:
        self.settings.disable()
        self.folder.cleanup()

    def pass_time(self, time: timedelta) -> None:
        self.passed += time
        seconds = str(self.passed.total_seconds())
        (Path(self.folder.name) / "clock-passed").write_text(seconds)
