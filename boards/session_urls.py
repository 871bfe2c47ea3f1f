"""What can be done to notes behind a door; rights decide who may."""

from django.urls import path

from . import authors, closing, entering, opening, paper, parked, receipt, undo, views

patterns = [
    path("boards/<slug:board>/open/", opening.open_notes, name="open-notes"),
    path("boards/<slug:board>/polls/<slug:poll>/close/", closing.close_poll, name="close-poll"),
    path("parked/<uuid:note>/", parked.settle, name="settle-parked"),
    path("notes.txt", receipt.as_text, name="own-notes"),
    path("authors/", authors.authors, name="authors"),
    path("paper/", paper.pack, name="paper"),
    path("enter", entering.enter, name="enter"),
    path("notes/<uuid:note>/", views.note, name="note"),
    path("notes/<uuid:note>/<slug:verb>/", views.note_verb, name="note-verb"),
    path("groups/<uuid:cluster>/", views.gather, name="gather"),
    path("groups/<uuid:cluster>/<slug:verb>/", views.cluster_verb, name="cluster-verb"),
    path("undo/", undo.undo, name="undo"),
    path("undo/<int:deed>/", undo.undo, name="undo-one"),
]
