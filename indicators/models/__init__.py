from .addition import Addition
from .debriefing import Lesson
from .indicator import Indicator
from .plan import Action, Plan
from .proxy import Gap, Proxy, ProxyCall
from .rating import Rating, RatingRound
from .response import Response
from .scenario import Passed, Role, Scenario, Staging
from .sharing import Pair, Seat, Share

__all__ = [
    "Action",
    "Addition",
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
    "Scenario",
    "Seat",
    "Share",
    "Staging",
]
