"""What one note or one group was before somebody changed it."""

from uuid import UUID

from django.db import models
from django.utils.translation import gettext as _

from live.rooms import gone
from workshops.refusals import Conflict
from workshops.viewers import Viewer

from .board import Column
from .cluster import Cluster
from .remembering import SAYING, placement

SET_ASIDE = {"late", "hidden"}


class Former(models.Model):
    """What a deed changed of one note, or of one group: only those fields, as they were.

    `found` is the version that the deed found and `left` the one it left behind; for a
    group 0 says that there was none. `after` says where a note was put, never words.
    """

    deed = models.ForeignKey("boards.Deed", on_delete=models.CASCADE, related_name="formers")
    note = models.ForeignKey(
        "boards.Note", null=True, on_delete=models.CASCADE, related_name="formers"
    )
    group = models.UUIDField(null=True)
    before = models.JSONField()
    after = models.JSONField()
    found = models.PositiveIntegerField()
    left = models.PositiveIntegerField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.note_id or self.group} at {self.found}"

    def stands(self) -> bool:
        """Say whether the note is still as the deed left it.

        Notes of a group that was ungrouped need only lie loose where they lay. What was said
        about a note stands wherever the note is, until its actor says something else.
        """
        assert self.note is not None
        if self.deed.act in SAYING:
            return self.note.state == "shown" and not self._was_said_anew()
        now = placement(self.note)
        if self._would_close_a_ring() or self._column_is_gone():
            return False
        is_there = all(now[field] == value for field, value in self.after.items())
        return is_there and (self.deed.act == "ungroup" or self.note.version == self.left)

    def _would_close_a_ring(self) -> bool:
        """Say whether the note it was merged into has been merged into it since."""
        assert self.note is not None
        into = type(self.note).objects.filter(pk=self.before.get("merged_into_id")).first()
        return into is not None and (into == self.note or into.is_below(self.note))

    def _column_is_gone(self) -> bool:
        """Say whether the column that this was in has gone since, with all it held elsewhere."""
        column = self.before.get("column_id")
        return column is not None and not Column.objects.filter(pk=column).exists()

    def _was_said_anew(self) -> bool:
        since = Former.objects.filter(note=self.note, deed__gt=self.deed_id, deed__act__in=SAYING)
        return since.filter(deed__actor=self.deed.actor).exists()

    def put_back(self, by: Viewer) -> None:
        """Make the note what it was and show it. Call inside the lock, when it stands."""
        note = self.note
        assert note is not None
        if "said" in self.before:
            return self._say_again(by)
        was, survivor = note.state, note.survivor()
        for field, value in self.before.items():
            setattr(note, field, value)
        note.cluster = Cluster.objects.filter(pk=note.cluster_id).first()  # it may be gone
        note.version += 1
        note.save()
        note.refresh_from_db()
        self._is_again(note.version)
        if "text" in self.before:
            note.board.activity.reworded(note)
        if SET_ASIDE & {was, note.state}:
            note.push_trays()
        if note.state == "late" != was:
            gone(note.board.room_key, note.live_key)
        note.push()
        if was != note.state:
            note.push_members()
        if survivor != note:
            survivor.push()
        if "parked" in self.before:
            note.push_parked()

    def _say_again(self, by: Viewer) -> None:
        assert self.note is not None
        own, sentence = by.participant, self.before["said"]
        if sentence is None:
            self.note.dissents.filter(participant=own).delete()
        else:
            said = {"sentence": sentence}
            self.note.dissents.update_or_create(participant=own, defaults=said)
        self.note.push()

    def group_must_stand(self) -> None:
        """Raise Conflict when someone has changed this group since; one that went is free."""
        stands = Cluster.objects.filter(pk=self.group, version=self.left)
        if (self.left and not stands.exists()) or self._column_is_gone():
            raise Conflict(_("Someone has changed this group since. Nothing was undone."))

    def bring_group_back(self, notes: "list[Former]") -> None:
        """Give the group its former name, or make it again for those of `notes` that were in it.

        One that the deed made goes by itself with its last note. Call inside the lock.
        """
        if not self.left and any(each.was_in(self.group) for each in notes):
            Cluster.objects.get_or_create(pk=self.group, defaults=self.before)[0].push()
        elif self.found and self.left:
            group = Cluster.objects.get(pk=self.group)
            group.name, group.version = self.before["name"], group.version + 1
            group.save()
            self._is_again(group.version)
            group.push()

    def was_in(self, group: UUID | None) -> bool:
        """Say whether the note lay in this group before the deed."""
        return self.before.get("cluster_id") == str(group)

    def _is_again(self, version: int) -> None:
        """What this was before is what it is now: what was done earlier still stands on it."""
        same = Former.objects.filter(note=self.note, group=self.group, left=self.found)
        same.exclude(pk=self.pk).update(left=version)
