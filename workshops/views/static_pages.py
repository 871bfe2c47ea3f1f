"""Pages that everyone may read: home, about, accessibility."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ..join_forms import CodeForm
from ..models import ContentSet


def home(request: HttpRequest) -> HttpResponse:
    """Two ways in: with a code from the screen, or signed in."""
    return render(request, "home.html", {"form": CodeForm()})


def about(request: HttpRequest) -> HttpResponse:
    """What this is, where its words come from and under which licences."""
    content = ContentSet.objects.order_by("-loaded_at", "-version").first()
    context: dict[str, Any] = {"content": content}
    if content:
        context |= {"credits": content.head("set"), "sources": content.items("sources")}
    return render(request, "about.html", context)


def accessibility(request: HttpRequest) -> HttpResponse:
    """What was tested, what was not, and what to do where something is in the way."""
    return render(request, "accessibility.html")
