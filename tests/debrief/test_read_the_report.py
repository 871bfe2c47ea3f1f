
from debrief.printing import printable
from debrief.snapshot import snapshot_of


def test_a_snapshot_can_be_printed(damp):
    snapshot, used = snapshot_of(damp.session.workshop)
    snapshot["version"] = 1
    html = printable(snapshot)
    assert len(used) == 20
    open("/tmp/hsi/h-report.html", "w").write(html)
