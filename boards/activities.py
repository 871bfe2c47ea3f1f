"""What an activity with a board adds to an activity."""

from workshops.activities import Activity


class BoardActivity(Activity):
    """An activity whose people write notes under the items of one content table.

    `table` names that table; each item gives a column its key, order and label.
    `may_sort` and `may_write` say in which modes of a step people do so.
    """

    table = ""
    may_write = frozenset({"write"})
    may_sort = frozenset({"agree"})
