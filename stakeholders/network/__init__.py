"""The relationship map as pure functions: what it says, and how it is drawn. No rows, no rights."""

from .absence import Absence, without
from .contacts import Contact
from .links import CATEGORIES, EXISTING, STRENGTHS, WANTED, Link, Network, Node, Tie
from .load import loads
from .picture.drawing import Drawing, drawing
from .rules import Finding, Summary, findings, summary

__all__ = [
    "CATEGORIES",
    "EXISTING",
    "STRENGTHS",
    "WANTED",
    "Absence",
    "Contact",
    "Drawing",
    "Finding",
    "Link",
    "Network",
    "Node",
    "Summary",
    "Tie",
    "drawing",
    "findings",
    "loads",
    "summary",
    "without",
]
