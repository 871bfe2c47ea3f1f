"""What the stakeholders' templates ask: the questions of a kind, the words that are no names."""

from django import template

from boards.models import Column

from .. import person_names

register = template.Library()


@register.filter
def asks(column: Column) -> list[dict[str, str]]:
    """The `text` of each question of a kind, with the `key` under which it goes on the screen."""
    prompts = column.item.get("prompts", [])
    return [
        {"key": f"{column.key}-{number}", "text": text} for number, text in enumerate(prompts, 1)
    ]


@register.simple_tag
def person_lists() -> dict[str, list[str]]:
    """The lists of the rule that asks about names, for the same rule in the browser."""
    return person_names.LISTS
