"""Prints which failed tests may be tried once more, alone; nothing when one of them may not.

    python script/second_try.py FOLDER    the folder in which pytest kept what failed

Browsers, killed servers and bad networks need time that a busy machine may not give them.
Everything else fails for a reason of its own, and so does what fails by the dozen.
"""

import json
import sys
from pathlib import Path

NEED_TIME = ("tests/browser/", "tests/faults/")
MOST = 5


def main(folder: Path) -> None:
    failed = sorted(json.loads((folder / "v/cache/lastfailed").read_text()))
    if len(failed) <= MOST and all(name.startswith(NEED_TIME) for name in failed):
        for name in failed:
            print(name)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
