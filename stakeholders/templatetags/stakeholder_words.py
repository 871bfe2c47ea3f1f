"""What the stakeholders' templates ask: the questions of a kind."""

from django import template

from boards.models import Column

register = template.Library()


@register.filter
def asks(column: Column) -> list[dict[str, str]]:
    """The `text` of each question of a kind, with the `key` under which it goes on the screen."""
    prompts = column.item.get("prompts", [])
    return [
        {"key": f"{column.key}-{number}", "text": text} for number, text in enumerate(prompts, 1)
    ]
