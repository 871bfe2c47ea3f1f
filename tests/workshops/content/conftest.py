import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from workshops.models import ContentSet

HERE = Path(__file__).parents[3] / "fixtures" / "content" / "hsi-2024"


@pytest.fixture
def content() -> ContentSet:
    """The content as it is shipped, loaded."""
    call_command("load_content", HERE)
    return ContentSet.objects.get()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the content that a test may spoil."""
    return Path(shutil.copytree(HERE, tmp_path / "hsi-2024"))


@pytest.fixture
def change(folder: Path) -> Callable[[str, str, str], int]:
    """Replace the first `old` in a file by `new`; return the line where it stood."""

    def replace(file: str, old: str, new: str) -> int:
        path = folder / file
        before, found, after = path.read_text().partition(old)
        assert found, f"{file} has no {old!r}"
        path.write_text(before + new + after)
        return before.count("\n") + 1

    return replace


@pytest.fixture
def refusal() -> Callable[..., list[str]]:
    """Load a folder that must be refused; return its mistakes once nothing has changed."""

    def load(folder: Path, *options: str) -> list[str]:
        before = list(ContentSet.objects.values())
        with pytest.raises(CommandError) as refused:
            call_command("load_content", folder, *options)
        assert refused.value.returncode == 1
        assert list(ContentSet.objects.values()) == before
        first, *mistakes = str(refused.value).splitlines()
        assert first == "Nothing was loaded."
        return mistakes

    return load
