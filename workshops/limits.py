"""How much one person, one room and one board can take, each with its reason.

What the server itself takes stands in live/limits.py; docs/adr/0012-bounds-and-stopping.md tells
what happens to whoever is over one of them.
"""

# Commands of one person: nobody writes, moves or votes faster by hand. The first number lets a
# browser that was offline send what waited; the rest of it comes at the second.
COMMANDS_AT_ONCE, COMMANDS_A_SECOND = 30, 5
# Of everyone in a room together: SQLite was measured at 350 a second, a workshop of 200 needs 25.
# The first number is a room that comes back from an outage with a few notes each.
ROOM_AT_ONCE, ROOM_A_SECOND = 300, 100
# Pages and fragments of one person: eight tabs that all load anew, and go on asking.
PAGES_AT_ONCE, PAGES_A_SECOND = 200, 20

# A fast writer leaves fifty notes in a half-day. Those taken back count: their keys are kept.
NOTES_OF_ONE = 500
NOTES_ON_A_BOARD = 5000  # a room of 200 writes about 1,500; a page of 5,000 still loads
PEOPLE = 400  # in one session; the room was built for 200 and measured with 200

# One person's tabs and devices. The oldest goes, because it is the one that is forgotten or dead.
SOCKETS_OF_ONE = 8
SOCKETS_OF_A_SCREEN = 200  # its link may be shown to a whole room
