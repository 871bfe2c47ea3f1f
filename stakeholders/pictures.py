"""What a network says and how it is drawn, worked out once for each state of it and process."""

import threading
from collections import OrderedDict
from dataclasses import dataclass, replace
from functools import cached_property

from django.utils.translation import get_language

from .network import Drawing, Finding, Network, Summary, drawing, findings, summary
from .network.picture.paper import upright

KEPT = 12  # states, of whichever workshops
PATIENCE = 0.25  # seconds: as long as most maps take, so that only a large one is asked for again

_kept: OrderedDict[tuple[Network, str], "Picture"] = OrderedDict()
_drawing = threading.Lock()


@dataclass(frozen=True)
class Picture:
    """Everything the pages show of one state of a map."""

    network: Network
    summary: Summary
    findings: list[Finding]
    drawing: Drawing

    @cached_property
    def from_afar(self) -> Drawing:
        """For the screen: only who is linked is drawn, larger; the findings name the others."""
        ties = self.network.links + self.network.wanted
        linked = {end for tie in ties for end in tie.ends}
        nodes = tuple(node for node in self.network.nodes if node.key in linked)
        if not nodes:
            return self.drawing
        return drawing(replace(self.network, nodes=nodes), self.findings)

    @cached_property
    def upright(self) -> Drawing:
        """For an upright page of the report: as large as it goes there."""
        return upright(self.drawing, self.network)

    @classmethod
    def of(cls, network: Network) -> "Picture":
        """The picture of this state, when it is there: whoever comes second waits for the first."""
        with _drawing:
            return cls.at_once(network) or keep(network)

    @classmethod
    def at_once(cls, network: Network) -> "Picture | None":
        """The picture, if it is known already."""
        return _kept.get((network, get_language() or ""))

    @classmethod
    def unless_busy(cls, network: Network) -> "Picture | None":
        """The picture; None while another request draws for long: no thread need wait for it."""
        found = cls.at_once(network)
        if found or not _drawing.acquire(timeout=PATIENCE):
            return found
        try:
            return cls.at_once(network) or keep(network)
        finally:
            _drawing.release()


def keep(network: Network) -> Picture:
    """Draw, and forget the state that was drawn first. Call while holding the pen."""
    found = findings(network)
    picture = Picture(network, summary(network), found, drawing(network, found))
    _kept[network, get_language() or ""] = picture
    if len(_kept) > KEPT:
        _kept.popitem(last=False)
    return picture
