"""The server with its seconds cut short and few connections, so that tests need not wait for them.

python -m tests.faults.impatient takes what python -m live.server takes.
"""

import runpy

from live import limits

SHORT = {
    "SECONDS_FOR_A_REQUEST": 2,
    "SECONDS_BETWEEN_REQUESTS": 3,
    "SECONDS_TO_OPEN_A_SOCKET": 2,
    "SECONDS_BETWEEN_PINGS": 1,
    "SECONDS_FOR_A_PONG": 2,
    "MOST_CONNECTIONS": 260,
    "MOST_FROM_ONE_ADDRESS": 240,
}

if __name__ == "__main__":
    vars(limits).update(SHORT)
    runpy.run_module("live.server", run_name="__main__")
