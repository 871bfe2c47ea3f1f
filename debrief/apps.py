from django.apps import AppConfig


class DebriefConfig(AppConfig):
    name = "debrief"
    verbose_name = "Debrief"

    def ready(self) -> None:
        """Hear of words that leave the boards: a report may quote them. Hear of the end."""
        from boards.departures import when_words_go
        from workshops.endings import when_a_session_ends

        from . import accent  # noqa: F401  # its check says why a colour is not used
        from .at_the_end import begin
        from .maker import renew

        when_words_go(renew)
        when_a_session_ends(begin)
