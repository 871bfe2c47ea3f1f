"""What the database holds, read past the product: what every board is measured against."""

import sqlite3
from collections import Counter
from pathlib import Path

from .resident import Written


class Rows:
    """The rows of one session."""

    def __init__(self, file: Path, session: int) -> None:
        self.file, self.session = file, session

    def ask(self, query: str, *values) -> list[tuple]:
        """Return all rows of a query, seen by a connection of its own."""
        connection = sqlite3.connect(self.file, timeout=20)
        try:
            return connection.execute(query, values).fetchall()
        finally:
            connection.close()

    def notes(self) -> dict[str, str]:
        """Return the text of each note by its UUID, written as in addresses."""
        found = self.ask(
            "SELECT n.id, n.text FROM boards_note n JOIN boards_column c ON c.id = n.column_id"
            " JOIN boards_board b ON b.id = c.board_id WHERE b.session_id = ?",
            self.session,
        )
        return {f"{k[:8]}-{k[8:12]}-{k[12:16]}-{k[16:20]}-{k[20:]}": text for k, text in found}

    def without(self, notes: dict[str, Written]) -> set[str]:
        """Return which of these notes are no row, or a row with other words."""
        there = self.notes()
        return {key for key, note in notes.items() if there.get(key) != note.text}

    def doubled(self) -> list[str]:
        """Return the texts that are there more than once. Every text is written once."""
        return [text for text, times in Counter(self.notes().values()).items() if times > 1]

    def people(self) -> list[int]:
        """Return who has joined, in order."""
        joined = "SELECT id FROM workshops_participant WHERE session_id = ? ORDER BY id"
        return [one for (one,) in self.ask(joined, self.session)]

    def head(self) -> int:
        """Return the head of the room."""
        return self.ask("SELECT head FROM live_room WHERE key = ?", f"session-{self.session}")[0][0]

    def fragments(self) -> dict[str, dict[str, tuple]]:
        """Return the rows of each audience: key -> (seq, there, the fragment)."""
        found: dict[str, dict[str, tuple]] = {}
        for audience, key, seq, gone, html, into, order, fetch in self.ask(
            'SELECT audience, c.key, seq, gone, html, "into", "order", fetch FROM live_change c'
            " JOIN live_room r ON r.id = c.room_id WHERE r.key = ?",
            f"session-{self.session}",
        ):
            said = {"fetch": fetch} if fetch else {"html": html}
            fragment = {"into": into, "order": order, **said}
            found.setdefault(audience, {})[key] = (seq, not gone, fragment)
        return found


def board_of(person: int, fragments: dict[str, dict[str, tuple]]) -> dict[str, dict]:
    """Return the board that this participant must have: key -> fragment."""
    newest: dict[str, tuple] = {}
    for audience in ("all", "participants", f"participant:{person}"):
        for key, row in fragments.get(audience, {}).items():
            if key not in newest or row[:2] > newest[key][:2]:
                newest[key] = row
    return {key: fragment for key, (_, there, fragment) in newest.items() if there}
