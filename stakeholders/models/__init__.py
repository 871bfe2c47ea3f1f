from .stakeholder import Stakeholder

__all__ = ["Stakeholder"]
