"""script/test tries once more what may only have lacked time, and nothing else."""

import json
import runpy
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parent.parent / "script" / "second_try.py"
IN_A_BROWSER = "tests/browser/test_join.py::test_a"
OF_A_FAULT = "tests/faults/test_shout.py::test_b[a b]"


@pytest.mark.parametrize(
    ("failed", "again"),
    [
        ([], []),
        ([OF_A_FAULT, IN_A_BROWSER], [IN_A_BROWSER, OF_A_FAULT]),
        ([IN_A_BROWSER, "tests/boards/test_merge.py::test_c"], []),
        ([f"{IN_A_BROWSER}{number}" for number in range(6)], []),
    ],
)
def test_only_a_few_that_need_time_are_tried_again(failed, again, tmp_path, capsys):
    kept = tmp_path / "v" / "cache" / "lastfailed"
    kept.parent.mkdir(parents=True)
    kept.write_text(json.dumps(dict.fromkeys(failed, True)))

    runpy.run_path(str(SCRIPT))["main"](tmp_path)

    assert capsys.readouterr().out.splitlines() == again
