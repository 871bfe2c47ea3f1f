from .content import ContentSet
from .operation import LogEntry, Operation
from .people import Facilitator, Observer, Participant
from .session import Session
from .step import Interval, Step
from .workshop import Workshop

__all__ = [
    "ContentSet",
    "Facilitator",
    "Interval",
    "LogEntry",
    "Observer",
    "Operation",
    "Participant",
    "Session",
    "Step",
    "Workshop",
]
