"""How much, how many and how long: every bound on who comes to the server, with its reason.

docs/adr/0012-bounds-and-stopping.md tells what happens to whoever is over one of them.
"""

# Bodies. A form of ours has 256 KiB at most; what is longer is not a form of ours.
MOST_OF_A_BODY = 1024 * 1024
SECONDS_TO_READ_A_REFUSAL = 5  # closing at once would take the answer from who is still sending

# Connections. A room of 200 behind one address: six for pages and one that stays, for each.
MOST_CONNECTIONS = 4000
MOST_FROM_ONE_ADDRESS = 2000
# A whole request must be there by then, however it trickles in: a page of ours takes under one.
SECONDS_FOR_A_REQUEST = 30
# Longer than the 60 for which proxies keep a connection, so that none is closed as it is used.
SECONDS_BETWEEN_REQUESTS = 75
MOST_HEADERS = 100  # a browser sends about twenty; Twisted holds their bytes to 16 KiB

# Sockets. What a browser says is `{"have": 44}`, every eighth frame at most.
MOST_OF_A_MESSAGE = 4096
MOST_BEFORE_A_SOCKET_OPENS = 64 * 1024
MESSAGES_AT_ONCE, MESSAGES_A_SECOND = 60, 20
SECONDS_TO_OPEN_A_SOCKET = 20  # a whole room may be coming back to a small machine
SECONDS_BETWEEN_PINGS, SECONDS_FOR_A_PONG = 10, 30

# What a socket may be sent unacknowledged: less stalled fast readers (see evidence in the ADR).
WINDOW_FRAMES, WINDOW_BYTES = 32, 512 * 1024
# A frame of 128 KiB needs less at 3 KB a second; who is slower cannot follow a room.
SECONDS_WITHOUT_ACKNOWLEDGEMENT = 60

# Stopping. A command takes milliseconds; a page with a long form on a busy machine, a second.
SECONDS_TO_ANSWER = 10
SECONDS_TO_HANG_UP = 2
SECONDS_UNTIL_BACK = 5  # said to whoever comes while the server stops
