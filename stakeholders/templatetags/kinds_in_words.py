"""What the templates of the drawing ask: kinds in a few words, and how it goes on paper."""

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from ..network import Drawing
from ..network.picture.paper import Name, Paper, is_woven, on_paper, set_apart
from ..network.words import KINDS

register = template.Library()
register.filter("is_woven", is_woven)


@register.filter
def kind_word(category: str) -> str:
    return str(KINDS.get(category, KINDS["unsorted"]))


@register.filter
def fitted(drawing: Drawing) -> Paper:
    """The size of a drawing on a page of the report."""
    return on_paper(drawing)


@register.filter
def names_apart(drawing: Drawing) -> SafeString:
    """Names to lie over a drawing in the PDF. Only there: pages allow no style of an element."""
    return format_html_join("", "{}", ((name_over(name),) for name in set_apart(drawing)))


def name_over(name: Name) -> SafeString:
    """One name at its place, with a line of its own for each of its lines."""
    at = f"left:{name.left:.1f}px;top:{name.top:.1f}px;width:{name.width:.1f}px"
    style = f"{at};font-size:{name.size:.2f}px;line-height:{name.line:.2f}px"
    lines = format_html_join("", "<div>{}</div>", ((line,) for line in name.lines))
    return format_html(
        '<div class="drawn-name" dir="{}" style="{}">{}</div>', name.runs, style, lines
    )
