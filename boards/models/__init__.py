from .board import Board, Column
from .cluster import Cluster
from .deeds import Deed
from .formers import Former
from .note import Dissent, Note
from .parking import Parking
from .voting import Poll, Vote

__all__ = [
    "Board",
    "Cluster",
    "Column",
    "Deed",
    "Dissent",
    "Former",
    "Note",
    "Parking",
    "Poll",
    "Vote",
]
