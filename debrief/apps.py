from django.apps import AppConfig


class DebriefConfig(AppConfig):
    name = "debrief"
    verbose_name = "Debrief"

    def ready(self) -> None:
        """Hear of words that leave the boards: a report may quote them."""
        from boards.departures import when_words_go

        from . import accent  # noqa: F401  # its check says why a colour is not used
        from .maker import renew

        when_words_go(renew)
