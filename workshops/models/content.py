from typing import Any

from django.db import models

from ..content import reading
from ..content.kept_words import KeptWords


class ContentSet(models.Model):
    """One version of every word of the method; a workshop keeps the set it started with."""

    key = models.SlugField(max_length=50)
    version = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    language = models.CharField(max_length=12, default="en-GB")
    source = models.TextField(blank=True)
    licence = models.TextField(blank=True)
    tables = KeptWords()
    digest = models.CharField(max_length=64)
    loaded_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["key", "version"], name="one_content_set_per_version")
        ]
        ordering = ["key", "-version"]

    def __str__(self) -> str:
        return f"{self.title}, version {self.version}"

    @classmethod
    def newest(cls) -> "ContentSet":
        """Return the set that a new workshop starts with."""
        return cls.objects.order_by("-loaded_at", "-version")[0]

    def items(self, table: str) -> list[reading.Item]:
        """Return the entries of a table, in order."""
        return reading.items(self.tables, table)

    def item(self, table: str, key: str) -> reading.Item:
        """Return one entry of a table; raises KeyError when there is none with this key."""
        return reading.item(self.tables, table, key)

    def head(self, table: str) -> dict[str, Any]:
        """Return a table's own fields without its entries; `head("set")` has the credits."""
        return reading.head(self.tables, table)
