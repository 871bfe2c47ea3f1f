"""Why a socket or a stream is closed, as docs/live-protocol.md tells it."""

ENOUGH = 1000  # a stream's window is full, or it has lasted long: the browser takes it up again
TOO_BIG = 1009
BROKEN = 1011
COME_BACK = 1012  # the server stops, and is there again in a moment
BAD_MESSAGE = 4400
SHUT_OUT = 4403
STUCK = 4408  # nothing was acknowledged for a minute
LOAD_AGAIN = 4409
TOO_MUCH = 4429
