from .content import ContentSet
from .devices import Device, Passage
from .operation import LogEntry, Operation
from .people import Facilitator, Observer, Participant
from .pulse import PulseAnswer
from .sent_card import SentCard
from .session import Session
from .step import Interval, Step
from .workshop import Workshop

__all__ = [
    "ContentSet",
    "Device",
    "Facilitator",
    "Interval",
    "LogEntry",
    "Observer",
    "Operation",
    "Participant",
    "Passage",
    "PulseAnswer",
    "SentCard",
    "Session",
    "Step",
    "Workshop",
]
