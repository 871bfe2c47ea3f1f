"""Small words of the templates: a code in groups, an icon, a fresh number for a command."""

from typing import Any
from uuid import uuid4

from django import template
from django.template.context import Context
from django.template.loader import get_template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from .. import codes
from ..viewers import is_policy_lab

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


@register.simple_tag
def operation() -> SafeString:
    """The hidden field that names one command, so that sending it twice does it once."""
    return format_html('<input type="hidden" name="operation" value="{}">', uuid4())


@register.simple_tag(takes_context=True)
def closing_part(context: Context, part: dict[str, Any]) -> SafeString:
    """What one activity shows in the last step: its template for this door, with its context."""
    found: Any = get_template(part["template"].format(door=context["door"]))
    with context.push(**part):
        return found.template.render(context)


@register.filter
def in_fours(key: str) -> str:
    """A key to be typed: groups of four."""
    return " ".join(key[start : start + 4] for start in range(0, len(key), 4))


@register.filter
def must_have_second_step(user) -> bool:
    """Say whether this person may not work here without a second step of signing in."""
    return is_policy_lab(user)


@register.simple_tag
def measured(value: float, unit: str) -> str:
    """A figure with its unit, as its source gives it: 675 days, 71%, nil."""
    if not value:
        return _("nil")
    return f"{value}{unit}" if unit.startswith("%") else f"{value} {unit}"
