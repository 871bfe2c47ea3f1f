from .relationship import Relationship
from .stakeholder import Stakeholder

__all__ = ["Relationship", "Stakeholder"]
