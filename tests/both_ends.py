"""Who runs which file of tests: some processes begin with the slow files, others with the quick."""

from xdist.scheduler import LoadFileScheduling


class FromBothEnds(LoadFileScheduling):
    """One process in three takes its files from the end.

    The files at the beginning wait for browsers a third of their time, those at the end reckon
    all the time: side by side they keep all processors at work.
    """

    def _assign_work_unit(self, node) -> None:
        if self.nodes.index(node) % 3 == 1:
            self.workqueue.move_to_end(next(reversed(self.workqueue)), last=False)
        super()._assign_work_unit(node)
