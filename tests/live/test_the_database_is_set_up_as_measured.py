"""Options at the wrong place are ignored without a word, so they are read back here."""

import threading

import pytest
from django.db import connection, transaction

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "sqlite", reason="These are SQLite's settings."),
]

MEASURED = {
    "journal_mode": "wal",
    "synchronous": 2,  # FULL: nothing acknowledged is lost in a power cut
    "foreign_keys": 1,
    "secure_delete": 1,
}


def pragmas(names) -> dict:
    with connection.cursor() as cursor:
        return {name: cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in names}


def test_sqlite_is_safe_against_a_power_cut_and_lets_readers_read():
    assert pragmas(MEASURED) == MEASURED


def test_every_thread_gets_the_same_settings():
    found: dict = {}

    def look():
        found.update(pragmas(MEASURED))
        connection.close()

    thread = threading.Thread(target=look)
    thread.start()
    thread.join(5)

    assert found == MEASURED


def test_who_finds_the_database_busy_waits():
    assert pragmas(["busy_timeout"])["busy_timeout"] >= 5000


def test_a_transaction_takes_the_write_lock_at_its_beginning():
    statements: list[str] = []
    connection.ensure_connection()
    connection.connection.set_trace_callback(statements.append)

    with transaction.atomic():
        pass
    connection.connection.set_trace_callback(None)

    assert statements[0] == "BEGIN IMMEDIATE"


def test_a_request_is_not_a_transaction_a_command_is():
    assert connection.settings_dict["ATOMIC_REQUESTS"] is False
