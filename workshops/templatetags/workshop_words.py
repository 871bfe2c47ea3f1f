"""Small words of the templates: a code in groups, an icon, an error count."""

from django import template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

from .. import codes

register = template.Library()


@register.filter
def spaced(code: str) -> str:
    """A join code as it is shown: two groups of three."""
    return codes.spaced(code)


@register.simple_tag
def icon(name: str) -> SafeString:
    """A picture from static/img/icons.svg. It never stands without a word beside it."""
    return format_html(
        '<svg class="icon" aria-hidden="true" focusable="false"><use href="{}#{}"></use></svg>',
        static("icons.svg"),
        name,
    )
