"""One row by what nearly every request asks for first, by SQL that is composed once.

Django takes five to ten times as long to compose such a query as the database takes to answer it.
A room of 200 asks for these rows more than a hundred times a second: docs/adr/0031 has the figures.
"""

from functools import cache
from typing import Any, TypeVar

from django.db import connection, models

Row = TypeVar("Row", bound=models.Model)


def one_row(model: type[Row], **where: Any) -> Row | None:
    """Return a row in which these columns are equal to these values; None when there is none.

    Names are those of concrete fields (`session_id`, not `session`); a value of None
    matches nothing. At most one row should fit: which of several comes is not said.
    """
    values = [
        _field(model, name).get_db_prep_value(value, connection) for name, value in where.items()
    ]
    return next(iter(model._default_manager.raw(_sql(model, tuple(where)), values)), None)


@cache
def _sql(model: type[models.Model], names: tuple[str, ...]) -> str:
    quote = connection.ops.quote_name
    where = " AND ".join(f"{quote(_field(model, name).column)} = %s" for name in names)
    table = quote(model._meta.db_table)
    return f"SELECT * FROM {table} WHERE {where} LIMIT 1"  # noqa: S608  # names of our own fields only


def _field(model: type[models.Model], name: str) -> Any:
    return model._meta.get_field(name)
