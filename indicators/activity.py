"""The Healthy System Indicators: read, add, agree proxies, test on a story, see what changed."""

from workshops.activities import register

from .additions.activity import Additions
from .difference.activity import Debriefing
from .plan.activity import Planning
from .proxies.activity import Proxies
from .reading.activity import Reading
from .sharing.activity import Sharing
from .story.activity import FirstResponse, Scenario

register(
    Reading(),
    Additions(),
    Sharing(),
    Proxies(),
    FirstResponse(),
    Scenario(),
    Debriefing(),
    Planning(),
)
