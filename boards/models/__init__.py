from .board import Board, Column
from .cluster import Cluster
from .note import Dissent, Note

__all__ = ["Board", "Cluster", "Column", "Dissent", "Note"]
