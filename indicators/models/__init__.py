from .addition import Addition, Carried
from .debriefing import Lesson
from .gap import Gap
from .indicator import Indicator
from .plan import Action, Plan
from .proxy import Proxy, ProxyCall
from .rating import Rating, RatingRound
from .response import Response
from .roles import Passed, Role
from .scenario import Scenario
from .sharing import Pair, Seat, Share
from .staging import Round, Staging

__all__ = [
    "Action",
    "Addition",
    "Carried",
    "Gap",
    "Indicator",
    "Lesson",
    "Pair",
    "Passed",
    "Plan",
    "Proxy",
    "ProxyCall",
    "Rating",
    "RatingRound",
    "Response",
    "Role",
    "Round",
    "Scenario",
    "Seat",
    "Share",
    "Staging",
]
