"""Policy Lab's desk: the released reports of workshops shared with it, and counts across them.

Nothing here reads a board, a draft or a person. What a released report says is in its snapshot,
and the snapshot is all that this package looks into.
"""
